using System.Text;

namespace Intercom.PowerShell.Tests.Reliability;

/// <summary>-Checkpoint: a run that ended, however it ended, is started again and does what is left.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const string Events =
        "1..6 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\"; Metadata = @{ secret = \"s3cret-$_\" } } } | Send-IntercomEvent "
        + "placed-order -Checkpoint $args[0]";
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("checkpoint-test-");
    private readonly string _journal;

    public CheckpointTests()
    {
        _journal = Path.Combine(_folder.FullName, "run.journal");
        _server.Connect(_shell);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private int[] Sent() =>
        _server.Requests.Where(request => request.Method == "POST")
        .Select(request =>
        int.Parse(System.Text.Json.Nodes.JsonNode.Parse(request.Body)!["id"]!.ToString()[1..],
        System.Globalization.CultureInfo.InvariantCulture)).Order().ToArray();

    private static bool Is(Received request, int number) =>
        request.Method == "POST" && request.Body.Contains($"\"c{number}\"", StringComparison.Ordinal) || request.Method == "PUT"
        && request.Path == $"/contacts/c{number}";

    private static (int, string) Refusal => (422, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"no"}]}""");

    /// <summary>Runs a script and stops it when the requests of these contacts have arrived, none of which is answered.</summary>
    private void RunAndStop(string script, params int[] held)
    {
        using var arrived = new CountdownEvent(held.Length);
        _server.Delay = async request =>
        {
            if (!Array.Exists(held, number => Is(request, number))) return;
            arrived.Signal();
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        };
        var run = _shell.Run(script, engine =>
        {
            arrived.Wait(TimeSpan.FromSeconds(60));
            engine.Stop();
        }, _journal);
        Assert.True(arrived.IsSet, run.Everything + string.Join("\n", _server.Calls));
        _server.Delay = _ => Task.CompletedTask;
    }

    [Fact]
    public void A_run_started_again_sends_what_was_refused_and_skips_what_is_done()
    {
        _server.Answer = request => Is(request, 3) ? Refusal : RecordingServer.Simple(request);
        Assert.Single(_shell.Run(Events, _journal).Errors);
        Assert.Equal([1, 2, 3, 4, 5, 6], Sent());

        _server.Answer = RecordingServer.Simple;
        _server.Forget();
        var again = _shell.Do(Events, _journal);
        Assert.Equal([3], Sent());
        Assert.Contains("5 requests were skipped, because an earlier run", again.Warnings.Single(), StringComparison.Ordinal);

        _server.Forget();
        Assert.Contains("6 requests", _shell.Do(Events, _journal).Warnings.Single(), StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void What_was_under_way_is_an_error_of_its_own_and_is_repeated_only_when_asked()
    {
        RunAndStop(Events + " -ThrottleLimit 2", 3, 4);
        Assert.Equal([1, 2, 3, 4], Sent());
        _server.Forget();

        var again = _shell.Run(Events + " -ThrottleLimit 2", _journal);
        Assert.Equal([5, 6], Sent());
        Assert.Equal(["c3", "c4"], again.Errors.Select(error => ((PSObject)error.TargetObject).Properties["ContactId"].Value));
        Assert.All(again.Errors, error =>
        {
            Assert.StartsWith("Intercom.outcome_unknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.OperationStopped, error.CategoryInfo.Category);
            Assert.Contains("-RetryUnknown", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        });
        Assert.Contains(again.Warnings, warning =>
            warning.Contains("2 requests", StringComparison.Ordinal) && warning.Contains("unknown", StringComparison.Ordinal));

        _server.Forget();
        Assert.Equal(2, _shell.Run(Events, _journal).Errors.Count);
        Assert.Empty(Sent());
        _shell.Do(Events + " -RetryUnknown", _journal);
        Assert.Equal([3, 4], Sent());
        _server.Forget();
        _shell.Do(Events, _journal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void What_a_repeat_cannot_harm_is_repeated_by_itself()
    {
        const string script =
            "1..4 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\"; Name = \"n$_\" } } | Set-IntercomContact -ThrottleLimit 2 "
            + "-Checkpoint $args[0]";
        RunAndStop(script, 2, 3);
        _server.Forget();
        _shell.Do(script, _journal);
        Assert.Equal(["PUT /contacts/c2", "PUT /contacts/c3", "PUT /contacts/c4"], _server.Calls.Select(call => call[..16]).Order());
    }

    [Fact]
    public void An_answer_that_broke_is_unknown_in_this_run_and_in_the_next()
    {
        const string script =
            "'215', '216', '217' | ForEach-Object { [pscustomobject]@{ ConversationId = $_ } } | Send-IntercomReply hello -Checkpoint "
            + "$args[0]";
        _server.Answer = request => request.Path == "/conversations/216/reply" ? (503, "") : RecordingServer.Simple(request);
        Assert.Single(_shell.Run(script, _journal).Errors);
        Assert.Equal(3, _server.Calls.Count);
        _server.Answer = RecordingServer.Simple;
        _server.Forget();
        Assert.StartsWith("Intercom.outcome_unknown", _shell.Run(script, _journal).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_refusal_after_a_try_that_broke_off_leaves_the_outcome_unknown()
    {
        var tries = 0;
        _server.Answer = request => !Is(request, 3) ? RecordingServer.Simple(request) : ++tries == 1 ? (503, "") : Refusal;
        var error = _shell.Run(Events, _journal).Error;
        Assert.Equal(2, tries);
        Assert.Contains("An earlier try may have been applied.", error.ErrorDetails.Message, StringComparison.Ordinal);
        _server.Answer = RecordingServer.Simple;
        _server.Forget();
        // The next run would send another time of day, and so perhaps a second event.
        Assert.StartsWith("Intercom.outcome_unknown", _shell.Run(Events, _journal).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void What_was_done_counts_as_done_although_reading_it_afresh_failed()
    {
        const string script = "'c1', 'c2' | Add-IntercomTag vip -PassThru -Checkpoint $args[0]";
        _server.Answer = request => request.Method == "GET" && request.Path == "/contacts/c2" ? (404, "") : RecordingServer.Simple(request);
        Assert.Single(_shell.Run(script, _journal).Errors);
        _server.Forget();
        _shell.Do(script, _journal);
        Assert.DoesNotContain(_server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public void A_file_cut_at_any_byte_loses_nothing_and_doubles_nothing()
    {
        const string script =
            "1..3 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\" } } | Send-IntercomEvent placed-order -ThrottleLimit 1 "
            + "-Checkpoint $args[0]";
        _shell.Do(script, _journal);
        var whole = File.ReadAllBytes(_journal);
        var text = Encoding.UTF8.GetString(whole);
        // Every change of the code would wait for hundreds of runs.
        for (var length = 0; length < whole.Length; length += BuiltModule.IsMutated ? 41 : 5)
        {
            File.WriteAllBytes(_journal, whole[..length]);
            _server.Forget();
            var errors = _shell.Run(script, _journal).Errors;
            // What stood whole in the file decides, and each of the three is accounted for exactly once.
            var lines = text[..length].Split('\n')[..^1];
            var done = lines.Count(line => line.Contains("\"done\"", StringComparison.Ordinal));
            var begun = lines.Count(line => line.Contains("\"sent-once\"", StringComparison.Ordinal));
            Assert.Equal(begun - done, errors.Count);
            Assert.Equal(3 - begun, Sent().Length);
            Assert.All(File.ReadAllLines(_journal), line => Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(line)));
        }
    }

    [Theory]
    [InlineData("1..6 | Send-IntercomEvent placed-order -Checkpoint $args[0]", "checkpoint_other_input")]
    [InlineData("'c1' | Send-IntercomEvent other -Checkpoint $args[0]", "checkpoint_other_parameters")]
    [InlineData("'c1' | Add-IntercomTag vip -Checkpoint $args[0]", "checkpoint_other_run")]
    public void The_journal_of_another_run_is_refused_before_anything_is_sent(string other, string code)
    {
        _shell.Do(Events, _journal);
        _server.Forget();
        var before = File.ReadAllText(_journal);
        var error = _shell.Run(other, _journal).Error;
        Assert.StartsWith($"Intercom.{code},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
        Assert.Equal(before, File.ReadAllText(_journal));
    }

    [Fact]
    public void The_journal_of_another_workspace_is_refused()
    {
        _shell.Do(Events, _journal);
        using var other = new RecordingServer();
        other.Answer = request =>
            request.Path == "/me" ? (200, """{"type":"admin","id":"1","app":{"type":"app","id_code":"ws2","name":"Other"}}""")
            : RecordingServer.Simple(request);
        other.Connect(_shell);
        var error = _shell.Run(Events, _journal).Error;
        Assert.Contains("ws1", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("ws2", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public void A_different_input_in_the_middle_ends_the_run_there()
    {
        _shell.Do("'c1', 'c2' | Send-IntercomEvent placed-order -Checkpoint $args[0]", _journal);
        _server.Forget();
        var error = _shell.Run("'c1', 'c9', 'c3', 'c4' | Send-IntercomEvent placed-order -Checkpoint $args[0]", _journal).Error;
        Assert.Contains("Input 2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("c9", ((PSObject)error.TargetObject).BaseObject);
        Assert.Empty(Sent());
    }

    [Fact]
    public void A_file_that_is_not_a_checkpoint_is_left_unchanged()
    {
        foreach (var content in new[] { "Email,Name\na@b.c,Ada\n", "no line end", "{\"a\":1}\n", "[]\n" })
        {
            File.WriteAllText(_journal, content);
            Assert.StartsWith("Intercom.not_a_checkpoint,", _shell.Run(Events, _journal).Error.FullyQualifiedErrorId,
                StringComparison.Ordinal);
            Assert.Equal(content, File.ReadAllText(_journal));
        }
        Assert.Empty(Sent());
    }

    [Fact]
    public void A_damaged_line_is_named_and_nothing_is_sent()
    {
        _shell.Do(Events, _journal);
        _server.Forget();
        var lines = File.ReadAllLines(_journal);
        lines[4] = lines[4][..10];
        File.WriteAllLines(_journal, lines);
        var error = _shell.Run(Events, _journal).Error;
        Assert.StartsWith("Intercom.checkpoint_damaged,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Line 5", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void Two_runs_at_once_cannot_use_one_journal()
    {
        using var second = new Shell();
        var error = default(ErrorRecord);
        using var arrived = new ManualResetEventSlim();
        var release = new TaskCompletionSource();
        _server.Delay = request =>
        {
            if (request.Method == "GET") return Task.CompletedTask;
            arrived.Set();
            return release.Task;
        };
        _shell.Run(Events, _ =>
        {
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(60)));
            error = second.Run(Events, _journal).Error;
            release.SetResult();
        }, _journal);
        Assert.Equal(ErrorCategory.ResourceBusy, error!.CategoryInfo.Category);
        Assert.Equal([1, 2, 3, 4, 5, 6], Sent());
    }

    [Fact]
    public void Values_that_the_cmdlet_supplies_are_not_repeated_and_values_of_the_input_are()
    {
        var events = Events.Replace("ContactId =", "CreatedAt = [datetime]'2026-01-01'; ContactId =", StringComparison.Ordinal)
            + " -ThrottleLimit 2";
        RunAndStop(events, 3, 4);
        _server.Forget();
        _shell.Do(events, _journal);
        Assert.Equal([3, 4, 5, 6], Sent());
    }

    [Fact]
    public void The_journal_holds_no_data_and_no_token()
    {
        _shell.Do(
            "[pscustomobject]@{ Email = 'ada@example.com'; Name = 'Ada Lovelace'; Phone = '+441632960000' } | New-IntercomContact "
            + "-CustomAttribute @{ plan = 'gold-plan' } -Checkpoint $args[0]", _journal);
        var text = File.ReadAllText(_journal);
        Assert.Contains("\"done\"", text, StringComparison.Ordinal);
        // A hash can contain short words by chance.
        foreach (var word in new[] { "ada@", "Lovelace", "441632960000", "gold-plan", Shell.Token })
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_journal_is_its_owners_alone_also_when_it_was_not()
    {
        if (OperatingSystem.IsWindows() || BuiltModule.IsNetStandard) return;
        _shell.Do(Events, _journal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_journal));
        File.SetUnixFileMode(_journal, (UnixFileMode)0x1A4);
        _shell.Do(Events, _journal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_journal));
    }

    [Fact]
    public void The_folder_of_a_new_journal_reaches_the_disk()
    {
        if (OperatingSystem.IsWindows()) return;
        var flush = BuiltModule.Assembly.GetType("Intercom.PowerShell.PrivateFile", throwOnError: true)!.GetMethod("FlushFolder")!;
        Assert.Equal(true, flush.Invoke(null, [_journal]));
        Assert.Equal(false, flush.Invoke(null, [Path.Combine(_folder.FullName, "nosuch", "run.journal")]));
    }

    [Fact]
    public void The_hashes_of_a_journal_cannot_be_made_without_the_token()
    {
        _shell.Do(Events, _journal);
        var header = System.Text.Json.Nodes.JsonNode.Parse(File.ReadLines(_journal).First())!;
        Assert.Equal(2, (int)header["version"]!);
        // The same run with another token cannot read it, and is told so.
        _server.Forget();
        using var token = new System.Security.SecureString();
        foreach (var letter in "another_token_of_the_workspace") token.AppendChar(letter);
        var error = _shell.Run("$null = Connect-Intercom -Token $args[2] -BaseUri $args[1]; " + Events, _journal, _server.BaseUri,
            token).Error;
        Assert.StartsWith("Intercom.checkpoint_other_token,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void A_journal_of_an_earlier_version_is_refused_by_name()
    {
        _shell.Do(Events, _journal);
        _server.Forget();
        File.WriteAllText(_journal, File.ReadAllText(_journal).Replace("\"version\":2", "\"version\":1", StringComparison.Ordinal));
        Assert.StartsWith("Intercom.checkpoint_other_version,", _shell.Run(Events, _journal).Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void A_path_that_cannot_be_is_not_called_a_file_in_use()
    {
        var error = _shell.Run(Events, Path.Combine(_folder.FullName, new string('x', 300))).Error;
        Assert.StartsWith("Intercom.checkpoint_failed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void The_order_of_a_hashtable_and_the_limit_do_not_make_another_run()
    {
        const string script =
            "$h = [ordered]@{}; foreach ($k in $args[1]) { $h[$k] = \"v$k\" }; [pscustomobject]@{ ContactId = 'c1'; CustomAttribute = "
            + "[hashtable]$h } | Set-IntercomContact -AdditionalField $h -Checkpoint $args[0]";
        string[] keys = ["a", "b", "c", "d", "e", "f", "g"];
        _shell.Do(script, _journal, keys);
        _server.Forget();
        _shell.Do(script + " -ThrottleLimit 3 -Verbose", _journal, keys.Reverse().ToArray());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void Each_of_several_ids_of_one_input_is_noted_by_itself()
    {
        const string script = "Add-IntercomTag vip -ContactId c1, c2, c3 -Checkpoint $args[0]";
        _server.Answer = request =>
            request.Method == "POST" && request.Path.Contains("c2", StringComparison.Ordinal) ? Refusal : RecordingServer.Simple(request);
        Assert.Single(_shell.Run(script, _journal).Errors);
        _server.Answer = RecordingServer.Simple;
        _server.Forget();
        _shell.Do(script, _journal);
        Assert.Equal("POST /contacts/c2/tags", _server.Calls.Single()[..22]);
    }

    [Fact]
    public void A_trial_notes_nothing_and_shows_what_is_left()
    {
        _shell.Do(Events + " -WhatIf", _journal);
        Assert.False(File.Exists(_journal));
        _server.Answer = request => Is(request, 3) ? Refusal : RecordingServer.Simple(request);
        _shell.Run(Events, _journal);
        var before = File.ReadAllText(_journal);
        var trial = _shell.Do(Events + " -WhatIf", _journal);
        Assert.Contains("5 requests", trial.Warnings.Single(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_journal));
    }

    [Theory]
    [InlineData("'c1' | Send-IntercomEvent x -RetryUnknown", "checkpoint_missing")]
    [InlineData("'c1' | Send-IntercomEvent x -Checkpoint ($args[0] + '.no/run.journal')", "checkpoint_folder_not_found")]
    [InlineData("'c1' | Send-IntercomEvent x -Checkpoint ([IO.Path]::GetDirectoryName($args[0]))", "checkpoint_is_directory")]
    [InlineData("'c1' | Send-IntercomEvent x -Checkpoint Env:x", "checkpoint_path")]
    public void A_checkpoint_that_cannot_be_kept_ends_the_command_before_anything_is_sent(string script, string code)
    {
        Assert.StartsWith($"Intercom.{code},", _shell.Run(script, _journal).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public void A_shorter_input_is_told()
    {
        _shell.Do("'c1', 'c2', 'c3' | Send-IntercomEvent x -Checkpoint $args[0]", _journal);
        Assert.Contains("contains 2 requests",
            string.Join('\n', _shell.Do("'c1' | Send-IntercomEvent x -Checkpoint $args[0]", _journal).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Skipped_inputs_give_nothing_and_errors_keep_their_place()
    {
        const string script =
            "1..5 | ForEach-Object { [pscustomobject]@{ Email = \"e$_@x.y\" } } | New-IntercomContact -Checkpoint $args[0]";
        _server.Answer = request =>
            request.Body.Contains("e2@", StringComparison.Ordinal) || request.Body.Contains("e4@", StringComparison.Ordinal) ? Refusal
            : RecordingServer.Simple(request);
        Assert.Equal(3, _shell.Run(script, _journal).Output.Count);
        _server.Answer = request => request.Body.Contains("e4@", StringComparison.Ordinal) ? Refusal : RecordingServer.Simple(request);
        var again = _shell.Run(script, _journal);
        Assert.Single(again.Output);
        Assert.Equal("e4@x.y", ((PSObject)again.Error.TargetObject).Properties["Email"].Value);
    }
}
