namespace Intercom.PowerShell.Tests.Reliability;

/// <summary>
/// A run that ends early tells what became of its inputs: nothing new starts, what is on the wire comes to its end, and its outputs and
/// errors come out before
/// the error that ends the run. What cannot come out is listed.
/// </summary>
public sealed class EndTests : IDisposable
{
    private const string Rows = "1..20 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\"; Name = \"n$_\" } } | ";
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public EndTests()
    {
        _server.Answer = Contact;
        _server.Connect(_shell);
        _shell.Do("$Error.Clear()");
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    private static (int Status, string Body) Contact(Received request) => request.Path.StartsWith("/contacts/c", StringComparison.Ordinal)
        ? (200, $$"""{"type":"contact","id":"{{IdOf(request)}}"}""") : RecordingServer.Simple(request);

    private static (int, string) Denied =>
        (401, """{"type":"error.list","errors":[{"code":"unauthorized","message":"Access Token Invalid"}]}""");

    private static (int, string) Refused => (422, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"no"}]}""");

    private static string IdOf(Received request) => request.Path.Split('/')[2];

    private IEnumerable<string> Executed => _server.Requests.Where(request => request.Method == "PUT").Select(IdOf);

    /// <summary>The list that a run left in $Error: outcome and id of each input.</summary>
    private string[] Listed() =>
        _shell.Do(
        "($Error | Where-Object FullyQualifiedErrorId -eq 'Intercom.ended_early').TargetObject | ForEach-Object { if ($_) { "
        + "\"$(if ($_.Detail -like '*later commands*') { 'Uncertain' } else { $_.Outcome }) $($_.Input.ContactId)\" } }")
        .Output.Select(item => item.ToString()!).ToArray();

    /// <summary>Holds the answer of one request until so many have arrived: by then all of them are on the wire.</summary>
    private void AnswerOnceOnTheWire(int requests)
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        _server.Delay = request =>
        {
            if (request.Method != "PUT" && !request.Path.StartsWith("/contacts/", StringComparison.Ordinal)) return Task.CompletedTask;
            if (Interlocked.Increment(ref arrived) == requests) all.TrySetResult();
            return all.Task;
        };
    }

    [Fact]
    public void A_401_comes_behind_the_outputs_and_errors_of_what_was_on_the_wire()
    {
        AnswerOnceOnTheWire(4);
        _server.Answer = request => IdOf(request) switch { "c1" => Denied, "c3" => Refused, _ => Contact(request) };
        var outcome = _shell.Run(Rows + "Set-IntercomContact -PassThru -ThrottleLimit 4");
        Assert.Equal(["c2", "c4"], outcome.Values("Id"));
        Assert.Equal(["parameter_invalid", "unauthorized"], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0][9..]));
        Assert.Equal(["c1", "c2", "c3", "c4"], Executed.Order());
        Assert.Empty(Listed());
    }

    [Fact]
    public void The_error_that_ErrorAction_Stop_throws_lists_what_else_failed()
    {
        AnswerOnceOnTheWire(4);
        _server.Answer = request => IdOf(request) switch { "c1" or "c3" => Refused, _ => Contact(request) };
        foreach (var stop in new[] { "-ErrorAction Stop", "# by the variable" })
        {
            var script =
                $"$ErrorActionPreference = '{(stop[0] == '#' ? "Stop" : "Continue")}'; {Rows} Set-IntercomContact -PassThru "
                + $"-ThrottleLimit 4 {stop}";
            _server.Forget();
            _shell.Do("$Error.Clear()");
            var outcome = _shell.Run(script);
            Assert.Equal(["c2", "c4"], outcome.Values("Id"));
            var error = outcome.Error;
            Assert.Equal("c1", ((PSObject)error.TargetObject).Properties["ContactId"].Value);
            Assert.Contains("Failed: input 3 (c3).", error.ToString(), StringComparison.Ordinal);
            Assert.Equal(["Failed c3"], Listed());
            AnswerOnceOnTheWire(4);
        }
    }

    [Fact]
    public void A_silent_cmdlet_says_how_many_were_applied_and_which_behind_the_one_that_failed()
    {
        var behind = new TaskCompletionSource();
        _server.Delay = request => request.Method == "PUT" && IdOf(request) is "c3" or "c4" ? behind.Task : Task.CompletedTask;
        _server.Answer = request =>
        {
            if (request.Method == "PUT" && IdOf(request) == "c5") behind.TrySetResult();
            return IdOf(request) == "c3" ? Denied : Contact(request);
        };
        var error = _shell.Run(Rows + "Set-IntercomContact -ThrottleLimit 3").Error;
        Assert.Contains("Set-IntercomContact ended early. 2 requests were already applied. Also applied: input 4 (c4), input 5 (c5).",
            error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Applied c4", "Applied c5"], Listed());
    }

    [Fact]
    public void A_call_that_waits_for_another_of_the_same_resource_is_not_sent()
    {
        using var arrived = new ManualResetEventSlim();
        var stopped = new TaskCompletionSource();
        _server.Delay = async request =>
        {
            if (request.Method != "PUT") return;
            arrived.Set();
            await stopped.Task;
        };
        _shell.Run(
            "1..5 | ForEach-Object { [pscustomobject]@{ ContactId = 'c1'; Name = \"n$_\" } } | Set-IntercomContact -PassThru | "
            + "Watch-Stop $args[0]", engine =>
        {
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(60)));
            engine.Stop();
        }, new Action(stopped.SetResult));
        Assert.Equal(["c1"], Executed);
        Assert.Equal("Applied c1", Listed()[0]);
        Assert.All(Listed().Skip(1), item => Assert.Equal("NotApplied c1", item));
    }

    [Theory]
    [InlineData("$bad | Add-Member ScriptProperty Phone { throw 'broken getter' } -PassThru")]
    [InlineData("$bad | Add-Member ScriptProperty custom_attributes { throw 'broken getter' } -PassThru")]
    [InlineData("$bad | Add-Member ScriptProperty Whatever { throw 'broken getter' } -PassThru")]
    [InlineData("throw 'broken upstream'")]
    public void An_exception_of_the_callers_own_loses_nothing_of_what_was_applied(string thrown)
    {
        AnswerOnceOnTheWire(2);
        var outcome = _shell.Run("1..20 | ForEach-Object { if ($_ -eq 3) { $bad = [pscustomobject]@{ ContactId = 'c3' }; " + thrown
            + " } else { [pscustomobject]@{ ContactId = \"c$_\"; Name = \"n$_\" } } } | Set-IntercomContact -PassThru");
        var told = outcome.Values("Id")
            .Concat(Listed().Where(item => item.StartsWith("Applied", StringComparison.Ordinal)).Select(item => item[8..])).Order();
        Assert.Equal(Executed.Order(), told);
        if (Listed().Length > 0)
            Assert.Contains("c1", outcome.Everything + string.Join("\n", _shell.Do("$Error[1].ToString()").Output),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_command_that_stops_is_told_what_else_was_applied()
    {
        AnswerOnceOnTheWire(4);
        var outcome = _shell.Run(Rows + "Set-IntercomContact -PassThru -ThrottleLimit 4 | Take-First 1");
        Assert.Equal(["c1"], outcome.Values("Id"));
        Assert.Contains("Also applied: input 2 (c2), input 3 (c3), input 4 (c4).", outcome.Warnings.Single(), StringComparison.Ordinal);
        Assert.Equal(["Applied c2", "Applied c3", "Applied c4"], Listed());
        Assert.Equal(4, Executed.Count());
    }

    [Fact]
    public void A_later_command_that_throws_leaves_the_list_in_Error()
    {
        AnswerOnceOnTheWire(4);
        var outcome = _shell.Run(Rows + "Set-IntercomContact -PassThru -ThrottleLimit 4 | ForEach-Object { throw 'downstream' }");
        Assert.Contains("downstream", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Applied c2", "Applied c3", "Applied c4"], Listed());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -PassThru")]
    public void Ctrl_C_lists_what_was_applied_and_what_nobody_knows(string passThru)
    {
        using var arrived = new CountdownEvent(4);
        var release = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        _server.Delay = async request =>
        {
            if (request.Method != "PUT" || IdOf(request) is "c1" or "c2") return;
            arrived.Signal();
            await (IdOf(request) == "c6" ? never.Task : release.Task);
        };
        _ = _shell.TakeScreen();
        // The answers come when the command knows already that it is stopped.
        _shell.Run(Rows + $"Set-IntercomContact -ThrottleLimit 4{passThru} | Watch-Stop $args[0]", engine =>
        {
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(60)));
            engine.Stop();
        }, new Action(release.SetResult));
        var screen = _shell.TakeScreen();
        never.SetResult();
        Assert.Equal(["c1", "c2", "c3", "c4", "c5", "c6"], Executed.Order());
        Assert.Equal(["Applied c3", "Applied c4", "Applied c5", "Unknown c6"], Listed()
            .Where(item => !item.StartsWith("NotApplied", StringComparison.Ordinal)));
        var words = _shell.Do("\"$($Error[0].FullyQualifiedErrorId) $($Error[0])\"").Output.Single().ToString()!;
        Assert.StartsWith("Intercom.ended_early Set-IntercomContact ended early."
            + (passThru.Length == 0 ? " 2 requests were already applied." : ""), words, StringComparison.Ordinal);
        Assert.Contains("May or may not have been applied: input 6 (c6).", words, StringComparison.Ordinal);
Assert.Contains(words["Intercom.ended_early ".Length..], screen, StringComparison.Ordinal);
    }

    /// <summary>
    /// PowerShell refuses outputs and errors before it tells a cmdlet that it is stopped. The stop comes when c1 is counted as failed,
    /// before its error is written, and Hold-Stop keeps the cmdlet from knowing.
    /// </summary>
    [Fact]
    public void Ctrl_C_lists_the_error_that_PowerShell_refuses_before_the_command_knows()
    {
        using var counting = new ManualResetEventSlim();
        using var stopping = new ManualResetEventSlim();
        var clock = new StagedClock(_shell)
        {
            Looked = () =>
            {
                var callers = new System.Diagnostics.StackTrace().GetFrames();
                if (counting.IsSet || !callers.Any(caller => caller.GetMethod()?.Name == "Fail")) return;
                counting.Set();
                stopping.Wait(TimeSpan.FromSeconds(30));
            },
        };
        AnswerOnceOnTheWire(4);
        _server.Answer = request => request.Method == "PUT" && IdOf(request) == "c1" ? Refused : Contact(request);
        _shell.Run(Rows + "Hold-Stop $args[0] | Set-IntercomContact -PassThru -ThrottleLimit 4", engine =>
        {
            Assert.True(counting.Wait(TimeSpan.FromSeconds(60)));
            engine.Stop();
        }, new Action(stopping.Set));
        clock.Looked = null;
        Assert.Equal(["Applied c2", "Applied c3", "Applied c4", "Failed c1"], Listed()
            .Where(item => !item.StartsWith("NotApplied", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Reads_by_id_give_what_came_before_the_error_that_ends_them()
    {
        AnswerOnceOnTheWire(4);
        _server.Answer = request => IdOf(request) == "c1" ? Denied : Contact(request);
        var outcome = _shell.Run("'c1', 'c2', 'c3', 'c4' | Get-IntercomContact");
        Assert.Equal(["c2", "c3", "c4"], outcome.Values("Id"));
        Assert.StartsWith("Intercom.unauthorized", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Listed());
    }

    [Fact]
    public void A_run_that_comes_to_its_end_says_nothing()
    {
        Assert.Empty(_shell.Do(Rows + "Set-IntercomContact").Warnings);
        Assert.Empty(_shell.Do(Rows + "Set-IntercomContact -PassThru | Out-Null; $Error").Output);
    }

    [Fact]
    public void With_a_checkpoint_the_next_run_does_what_the_first_did_not()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("end-test-");
        try
        {
            var journal = System.IO.Path.Combine(folder.FullName, "run.journal");
            const string script = Rows + "Set-IntercomContact -PassThru -ThrottleLimit 4 -Checkpoint $args[0]";
            AnswerOnceOnTheWire(4);
            _server.Answer = request => IdOf(request) == "c2" ? Denied : Contact(request);
            Assert.Single(_shell.Run(script, journal).Errors);
            var first = Executed.Where(id => id != "c2").ToList();
            _server.Forget();
            _server.Delay = _ => Task.CompletedTask;
            _server.Answer = Contact;
            _shell.Do(script, journal);
            Assert.Empty(first.Intersect(Executed));
            Assert.Equal(20, first.Concat(Executed).Distinct().Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void One_at_a_time_an_output_belongs_to_the_row_that_is_under_way()
    {
        var script =
            "'a', 'b', 'c' | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\"; Name = $_ } } -PipelineVariable row | "
            + "Set-IntercomContact -PassThru -ThrottleLimit 1 -OutVariable made | "
            + "ForEach-Object { \"$($row.ContactId) $($_.Id) $($made.Count)\" }";
        Assert.Equal(["ca ca 1", "cb cb 2", "cc cc 3"], _shell.Do(script).Output.Select(item => item.ToString()));
    }

    [Fact]
    public void With_a_window_each_output_knows_its_input_and_no_export_shows_it()
    {
        AnswerOnceOnTheWire(4);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"c{i} c{i} n{i}"),
            _shell.Do(Rows
                + "Set-IntercomContact -PassThru -ThrottleLimit 4 | ForEach-Object { $in = $_.GetInput(); \"$($_.Id) $($in.ContactId) "
                + "$($in.Name)\" }").Output.Select(item => item.ToString()));
        Assert.Equal("c7", _shell.Do("('c7' | Get-IntercomContact).GetInput()").Output.Single().ToString());
        Assert.Empty(_shell.Do("('c7' | Get-IntercomContact).psobject.Properties.Name -match 'Input'").Output);
    }

    [Fact]
    public void Ctrl_C_on_a_call_of_ones_own_says_that_nobody_knows()
    {
        using var arrived = new ManualResetEventSlim();
        var never = new TaskCompletionSource();
        _server.Delay = request =>
        {
            if (request.Method != "POST") return Task.CompletedTask;
            arrived.Set();
            return never.Task;
        };
        _shell.Run("Invoke-IntercomRequest contacts -Method POST -Body @{ role = 'lead' }", engine =>
        {
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(60)));
            engine.Stop();
        });
        never.SetResult();
        Assert.Contains("May or may not have been applied: input 1 (contacts).", _shell.Do("$Error[0].ToString()").Output.Single()
            .ToString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// The next command has the output, and has passed it on, when Ctrl+C comes. The cmdlet cannot know that: the exception that ends all
    /// is the same as when nobody received the output. It says what it knows.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_output_that_a_later_command_processes_at_Ctrl_C_is_listed_as_uncertain(int limit)
    {
        using var passed = new ManualResetEventSlim();
        using var stopped = new ManualResetEventSlim();
        var outcome = _shell.Run(
            "$passed, $stopped, $then = $args; " + Rows + $"Set-IntercomContact -PassThru -ThrottleLimit {limit} | "
            + "ForEach-Object { $_; $passed.Set(); $stopped.Wait() } | Watch-Stop $then",
            engine =>
            {
                Assert.True(passed.Wait(TimeSpan.FromSeconds(60)));
                engine.Stop();
            }, passed, stopped, new Action(stopped.Set));
        Assert.Equal(["c1"], outcome.Values("Id"));
        Assert.Equal("Uncertain c1", Listed()[0]);
        Assert.Contains(
            "Applied, but later commands may not have processed the output: input 1 (c1).",
            _shell.Do("$Error[0].ToString()").Output.Single().ToString(), StringComparison.Ordinal);
    }

    private static readonly string[] Ends = ["401", "stop", "throws", "takes", "ctrl-c", "none"];

    /// <summary>
    /// Whatever ends a run, at whatever row, with whatever window and whichever order of answers: each request that the server executed is
    /// an output, an error
    /// with its input, or an item of the list. What is said to be not applied was not executed, and what is said to be applied was.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_was_executed_is_told(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 18; round++)
        {
            var (end, limit, at, failing) = (Ends[round % Ends.Length], random.Next(1, 17), random.Next(1, 21), random.Next(1, 21));
            var what = $"seed {seed}, round {round}: {end} at {at}, window {limit}, {failing} refused";
            var spins = Enumerable.Range(0, 21).Select(_ => random.Next(0, 200)).ToArray();
            using var reached = new ManualResetEventSlim();
            var stopped = new TaskCompletionSource();
            var applied = new System.Collections.Concurrent.ConcurrentBag<string>();
            _server.Forget();
            _shell.Do("$Error.Clear()");
            _server.Delay = async request =>
            {
                if (request.Method != "PUT") return;
                var number = int.Parse(IdOf(request)[1..], System.Globalization.CultureInfo.InvariantCulture);
                for (var spin = 0; spin < spins[number]; spin++) await Task.Yield();
                if (end != "ctrl-c" || number != at) return;
                reached.Set();
                await stopped.Task;
            };
            _server.Answer = request =>
            {
                if (request.Method != "PUT") return RecordingServer.Simple(request);
                if (IdOf(request) == $"c{failing}") return Refused;
                if (end == "401" && IdOf(request) == $"c{at}") return Denied;
                applied.Add(IdOf(request));
                return Contact(request);
            };
            var row = end == "throws" ? $"if ($_ -eq {at}) {{ throw 'upstream' }}; " : "";
            var script =
                $"1..20 | ForEach-Object {{ {row}[pscustomobject]@{{ ContactId = \"c$_\"; Name = \"n$_\" }} }} | Set-IntercomContact "
                + $"-PassThru -ThrottleLimit {limit}"
                + (end == "stop" ? " -ErrorAction Stop" : "") + (end == "takes" ? $" | Take-First {at}" : "") + " | Watch-Stop $args[0]";
            var outcome = _shell.Run(script, engine =>
            {
                if (end != "ctrl-c") return;
                while (!reached.Wait(TimeSpan.FromMilliseconds(20)) && engine.InvocationStateInfo.State == PSInvocationState.Running) { }
                if (reached.IsSet) engine.Stop();
            }, new Action(() => stopped.TrySetResult()));
            stopped.TrySetResult();

            var listed = Listed().ToLookup(item => item.Split(' ')[0], item => item.Split(' ')[1]);
            var refused = outcome.Errors.Select(error => (error.TargetObject as PSObject)?.Properties["ContactId"]?.Value as string)
                .OfType<string>().ToList();
            // The output that is under way when Ctrl+C comes may be told by both: the list says that it does not know.
            Assert.True(listed["Uncertain"].Count() <= (end == "ctrl-c" ? 1 : 0), what);
            var told = outcome.Values("Id").Except(listed["Uncertain"]).Concat(listed["Applied"]).Concat(listed["Uncertain"]).ToList();
            Assert.True(told.Distinct().Count() == told.Count, $"{what}: told twice: {string.Join(" ", told)}");
            Assert.True(told.Order().SequenceEqual(applied.Order()),
                $"{what}: applied {string.Join(" ", applied.Order())}, told {string.Join(" ", told.Order())}\n{outcome.Everything}");
            Assert.True(!listed["NotApplied"].Intersect(applied).Any(), what);
            var sent = Executed.Except(applied);
            Assert.True(sent.All(id => refused.Contains(id) || listed["Failed"].Contains(id)),
                $"{what}: refused {string.Join(" ", sent)}\n{outcome.Everything}");
        }
    }
}
