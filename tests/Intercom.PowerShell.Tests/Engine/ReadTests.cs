using System.Web;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>How lists are pulled through the pipeline.</summary>
public sealed class ReadTests : IDisposable
{
    private const int Total = 400;
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ReadTests()
    {
        _server.Connect(_shell);
        _server.Answer = request =>
            request.Path.StartsWith("/contacts?", StringComparison.Ordinal) ? (200, Page(request.Path)) : RecordingServer.Simple(request);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    /// <summary>Moves the clock of the connection with each answer, or with those that are meant.</summary>
    private void EachAnswerTakes(int milliseconds, Func<Received, bool>? which = null)
    {
        var clock = new StagedClock(_shell);
        _server.Delay = request =>
        {
            if (which?.Invoke(request) != false) clock.Advance(milliseconds);
            return Task.CompletedTask;
        };
    }

    private static string Page(string path)
    {
        var query = HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..]);
        var size = int.Parse(query["per_page"] ?? "50", CultureInfo.InvariantCulture);
        var start = int.Parse(query["starting_after"] ?? "0", CultureInfo.InvariantCulture);
        var count = Math.Min(size, Total - start);
        var next = start + count < Total ? $$"""{"starting_after":"{{start + count}}"}""" : "null";
        var items = string.Join(",", Enumerable.Range(start, count).Select(i => $$"""{"type":"contact","id":"{{i}}"}"""));
        return $$"""{"type":"list","data":[{{items}}],"total_count":{{Total}},"pages":{"next":{{next}} } }""";
    }

    [Fact]
    public void A_downstream_stop_after_one_object_makes_exactly_one_request()
    {
        Assert.Equal(["0"], _shell.Do("Get-IntercomContact | Take-First 1").Values("Id"));
        Assert.Equal(["GET /contacts?per_page=150"], _server.Calls);
    }

    [Fact]
    public void First_asks_for_a_page_of_that_size_and_skip_passes_over()
    {
        Assert.Equal(["0", "1", "2"], _shell.Do("Get-IntercomContact -First 3").Values("Id"));
        Assert.Equal(["8", "9"], _shell.Do("Get-IntercomContact -First 2 -Skip 8").Values("Id"));
        Assert.Empty(_shell.Do("Get-IntercomContact -First 0").Output);
        Assert.Equal(["GET /contacts?per_page=3", "GET /contacts?per_page=10"], _server.Calls);
    }

    [Fact]
    public void Everything_comes_once_and_in_order()
    {
        Assert.Equal(Enumerable.Range(0, Total).Select(i => i.ToString(CultureInfo.InvariantCulture)), _shell.Do("Get-IntercomContact")
            .Values("Id"));
        Assert.Equal(3, _server.Calls.Count);
    }

    [Fact]
    public void A_preference_that_ends_the_command_while_a_page_is_awaited_is_the_error_itself()
    {
        var calls = 0;
        _server.Answer = request => Interlocked.Increment(ref calls) == 1 ? (503, "") : (200, Page(request.Path));
        var outcome = _shell.Run("$VerbosePreference = 'Stop'; Get-IntercomContact -First 1");
        Assert.StartsWith("ActionPreferenceStop", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(1, calls);
        Assert.Single(_shell.Do("$VerbosePreference = 'SilentlyContinue'; Get-IntercomContact -First 1").Output);
    }

    [Fact]
    public void IncludeTotalCount_comes_first_and_costs_no_call()
    {
        var output = _shell.Do("Get-IntercomContact -First 2 -IncludeTotalCount").Output;
        Assert.Equal(3, output.Count);
        Assert.Equal((ulong)Total, output[0].BaseObject);
        Assert.Single(_server.Calls);
    }

    [Fact]
    public void A_slow_list_shows_progress_which_ends_completed()
    {
        EachAnswerTakes(700, request => request.Path.Contains("starting_after", StringComparison.Ordinal));
        var progress = _shell.Do("Get-IntercomContact").Progress;
        Assert.Contains(progress, record =>
            record.StatusDescription.Contains("of 400", StringComparison.Ordinal) && record.PercentComplete > 0);
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public void Of_a_list_that_begins_further_on_the_bar_counts_what_is_to_come()
    {
        EachAnswerTakes(700, request => request.Path.Contains("starting_after", StringComparison.Ordinal));
        var progress = _shell.Do("Get-IntercomContact -Skip 100").Progress;
        Assert.Contains(progress, record => record.StatusDescription.Contains("of 300", StringComparison.Ordinal));
        Assert.DoesNotContain(progress, record => record.StatusDescription.Contains("of 400", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reader_who_stops_also_ends_the_bar_of_reads_by_id()
    {
        EachAnswerTakes(500);
        var progress = _shell.Do("1..60 | Get-IntercomContact | Take-First 25").Progress;
        Assert.True(progress.Count > 1);
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public void What_a_page_tells_comes_before_its_items_are_through()
    {
        // While the consumer looks elsewhere, the next page arrives; nobody waits for it then.
        var seen = _shell.Do("""
            $items = 0
            Get-IntercomContact -Verbose 4>&1 | ForEach-Object {
                if ($_ -is [System.Management.Automation.VerboseRecord]) { "page at $items" }
                elseif (++$items % 50 -eq 40) { for ($i = 0; $i -lt 10; $i++) { $null = Get-IntercomContact next } }
            }
            """).Output.Select(item => item!.ToString()!).ToArray();
        Assert.Equal(seen.Length, seen.Distinct().Count());
        Assert.DoesNotContain("page at 400", seen);
    }

    [Fact]
    public void The_total_alone_can_be_asked_for()
    {
        Assert.Equal((ulong)Total, Assert.Single(_shell.Do("Get-IntercomContact -First 0 -IncludeTotalCount").Output).BaseObject);
        Assert.Equal(["GET /contacts?per_page=1"], _server.Calls);
    }

    [Fact]
    public void A_list_waits_for_what_was_asked_for_by_id_before_it()
    {
        _server.Answer = request =>
            (200, request.Path == "/contacts/c1/tags" ? """{"type":"list","data":[{"type":"tag","id":"72"}]}"""
            : """{"type":"tag","id":"71"}""");
        Assert.Equal(["71", "72", "71"],
            _shell.Do(
            "[pscustomobject]@{ TagId = '71' }, [pscustomobject]@{ ContactId = 'c1' }, [pscustomobject]@{ TagId = '71' } | Get-IntercomTag")
            .Values("Id"));
    }

    [Fact]
    public void A_wait_that_was_over_before_anybody_waited_is_not_shown()
    {
        var pages = 0;
        _server.Answer = request => request.Path.StartsWith("/contacts?", StringComparison.Ordinal) && Interlocked.Increment(ref pages) == 2
            ? (429,
                """{"type":"error.list","errors":[{"code":"rate_limit_exceeded","message":"Exceeded rate limit of 167 in 10_seconds"}]}""")
            : request.Path.StartsWith("/contacts?", StringComparison.Ordinal) ? (200, Page(request.Path)) : RecordingServer.Simple(request);
        // The consumer has calls of its own, which wait for the same budget.
        var outcome = _shell.Do(
            "$items = 0; Get-IntercomContact -First 200 | ForEach-Object { if (++$items -eq 140) { for ($i = 0; $i -lt 20; $i++) { $null "
            + "= Get-IntercomContact next } } }");
        Assert.Equal(3, pages);
        var waits = outcome.Progress.Where(record => record.ActivityId == 730_001).ToList();
        Assert.True(waits.Count == 0 || waits[^1].RecordType == ProgressRecordType.Completed, "A wait stays on the screen.");
    }

    [Theory]
    [InlineData("'c 1' | Get-IntercomContact", "c 1")]
    [InlineData("Get-IntercomTag -ContactId c1", "c1")]
    [InlineData("Get-IntercomContact -ExternalId e1", "e1")]
    public void The_target_of_an_error_is_the_id_that_was_given(string script, string target)
    {
        _server.Answer = _ => (404, """{"type":"error.list","errors":[{"code":"not_found","message":"Not Found"}]}""");
        var found = _shell.Run(script).Error.TargetObject;
        Assert.Equal(target, found is PSObject wrapped ? wrapped.BaseObject : found);
    }

    [Fact]
    public void A_first_page_that_takes_its_time_shows_that_it_is_waited_for()
    {
        var clock = new StagedClock(_shell);
        var shown = new TaskCompletionSource();
        _server.Delay = _ =>
        {
            clock.Advance(1600);
            return shown.Task;
        };
        var progress = _shell.Run("Get-IntercomContact -First 1", engine =>
        {
            engine.Streams.Progress.DataAdded += (_, _) => shown.TrySetResult();
            if (engine.Streams.Progress.Count > 0) shown.TrySetResult();
        }).Progress;
        Assert.Equal("Waiting for the first response", progress[0].StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Theory]
    [InlineData("1..30 | Get-IntercomContact", "Get-IntercomContact")]
    [InlineData("1..30 | Set-IntercomContact -Name x", "Set-IntercomContact")]
    public void A_pipeline_of_many_calls_shows_how_many_are_done_and_failed_and_how_fast(string script, string activity)
    {
        _server.Answer = request =>
            request.Path == "/contacts/3" ? (404, """{"type":"error.list","errors":[{"code":"not_found","message":"no"}]}""")
            : (200, """{"type":"contact","id":"c1"}""");
        EachAnswerTakes(500);
        var progress = _shell.Run(script).Progress;
        Assert.Contains(progress, record =>
            record.Activity == activity
            && System.Text.RegularExpressions.Regex.IsMatch(record.StatusDescription, "^[0-9]+ done, 1 failed, [0-9.]+ per second$"));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
        Assert.Single(progress, record => record.RecordType == ProgressRecordType.Completed);
        Assert.Empty(_shell.Run($"$ProgressPreference = 'SilentlyContinue'; {script}; $ProgressPreference = 'Continue'").Progress);
    }

    [Fact]
    public void A_single_call_shows_none_and_reading_and_writing_show_side_by_side()
    {
        EachAnswerTakes(300, request => request.Method == "PUT" || request.Path.Contains("starting_after", StringComparison.Ordinal));
        Assert.Equal(2,
            _shell.Do("Get-IntercomContact -First 200 | Set-IntercomContact -Name x -ThrottleLimit 40").Progress.Select(record =>
            record.ActivityId).Distinct().Count());
        EachAnswerTakes(1600);
        Assert.Empty(_shell.Do("Set-IntercomContact c1 -Name x").Progress);
    }

    [Fact]
    public void A_wait_for_the_call_budget_is_told()
    {
        var calls = 0;
        _server.Answer = request =>
            Interlocked.Increment(ref calls) == 1
            ? (429,
            """{"type":"error.list","errors":[{"code":"rate_limit_exceeded","message":"Exceeded rate limit of 167 in 10_seconds"}]}""")
            : (200, """{"id":"c1"}""");
        var outcome = _shell.Do("Get-IntercomContact c1 -Verbose");
        Assert.Single(outcome.Output);
        Assert.Contains(outcome.Verbose, line => line.Contains("call budget", StringComparison.Ordinal));
        Assert.Equal("1", _shell.Do("Get-IntercomRateLimit").Values("Throttled").Single());
    }

    [Fact]
    public void Invoke_IntercomRequest_walks_pages_of_whatever_shape()
    {
        Assert.Equal(Total, _shell.Do("Invoke-IntercomRequest contacts -Query @{ per_page = 150 } -Paginate").Output.Count);
        Assert.Equal(5, _shell.Do("Invoke-IntercomRequest 'contacts?per_page=3' -Paginate -First 5").Output.Count);
    }

    [Fact]
    public void An_unreadable_answer_is_a_readable_error_with_method_and_path()
    {
        _server.Answer = _ => (200, "<html><body>Sign in</body></html>");
        foreach (var script in new[] { "Get-IntercomContact c1", "Get-IntercomContact", "Invoke-IntercomRequest contacts/c1" })
        {
            var error = _shell.Run(script).Error;
            Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
            Assert.Contains("GET contacts", error.ToString(), StringComparison.Ordinal);
            Assert.Contains("web page", error.ToString(), StringComparison.Ordinal);
        }
    }
}
