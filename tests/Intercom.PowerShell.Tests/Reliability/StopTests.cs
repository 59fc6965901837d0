using System.Diagnostics;

namespace Intercom.PowerShell.Tests.Reliability;

/// <summary>
/// Ctrl+C and a downstream stop at moments of chance: nothing runs on behind the prompt, no connection leaks, the next cmdlet works.
/// INTERCOM_TEST_STOPS sets
/// how often each pipeline is stopped (20 without it).
/// </summary>
public sealed class StopTests : IDisposable
{
    private const int Pages = 12;
    private const int PageSize = 15;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("INTERCOM_TEST_STOPS"), NumberStyles.Integer,
        CultureInfo.InvariantCulture, out var rounds) ? rounds : 20;

    private readonly RecordingServer _server = new() { Keeps = false };
    private readonly Shell _shell = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stop-test-");

    public StopTests()
    {
        _server.Answer = Answer;
        _server.Connect(_shell);
        _shell.Do("Get-IntercomContact -First 1; Get-IntercomTag; Get-IntercomAdmin");
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    public static TheoryData<string> Pipelines =>
    [
        "Get-IntercomContact",
        "Search-IntercomContact @{ role = 'user' }",
        "Search-IntercomConversation @{ open = $true } -Parallel 4",
        "Get-IntercomContact -Expand Tags",
        "1..200 | Get-IntercomContact",
        "1..200 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\"; Name = 'n' } } | Set-IntercomContact -PassThru",
        "1..200 | ForEach-Object { [pscustomobject]@{ ContactId = 'c1'; Name = \"n$_\" } } | Set-IntercomContact -PassThru",
        "1..200 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\" } } | Add-IntercomTag VIP -PassThru",
        "1..200 | ForEach-Object { [pscustomobject]@{ ContactId = \"c$_\"; Name = 'n' } } | Set-IntercomContact -PassThru -Checkpoint "
            + "\"$($args[0])/$([guid]::NewGuid()).journal\"",
        "Get-IntercomContact | Add-IntercomTag VIP -PassThru",
    ];

    [Theory, MemberData(nameof(Pipelines))]
    public void A_stop_at_any_moment_ends_everything(string pipeline)
    {
        var random = new Random(pipeline.Length);
        for (var round = 0; round < Rounds; round++)
        {
            if (round == Rounds / 4) Settle();
            if (round % 2 == 0) StopByRequest(pipeline, random.Next(1, 40), holds: round % 4 == 0);
            else _shell.Do($"{pipeline} | Take-First {random.Next(1, 60)}", _folder.FullName);
            ExpectSilence($"{pipeline}, round {round}");
        }
        using var process = Process.GetCurrentProcess();
        Assert.InRange(process.HandleCount, 0, _handles + 20);
    }

    [Theory]
    [InlineData("Start-IntercomDataExport -From 2026-01-01 -To 2026-01-02 | Wait-IntercomDataExport")]
    [InlineData("Save-IntercomDataExport -JobId j1 -Path $args[0]")]
    public void A_wait_and_a_download_end_too_and_leave_no_half_file(string script)
    {
        for (var round = 0; round < 4; round++)
        {
            StopByRequest(script, script.StartsWith("Start", StringComparison.Ordinal) ? 2 : 1, holds: round % 2 == 0);
            ExpectSilence(script);
        }
        // A download that finished before the stop is complete and has its final name. Incomplete files have another.
        Assert.All(_folder.GetFiles(), file =>
            Assert.Equal(("intercom-export-j1.csv", "a,b\n1,2\n"), (file.Name, File.ReadAllText(file.FullName))));
    }

    private int _handles;

    /// <summary>What is opened once is open now.</summary>
    private void Settle()
    {
        using var process = Process.GetCurrentProcess();
        _handles = process.HandleCount;
    }

    /// <summary>Stops as Ctrl+C does, when so many requests have arrived; those from then on are held back or answered.</summary>
    private void StopByRequest(string script, int arrivals, bool holds)
    {
        using var arrived = new CountdownEvent(arrivals);
        using var release = new CancellationTokenSource();
        _server.Delay = async _ =>
        {
            lock (arrived) if (!arrived.IsSet) arrived.Signal();
            if (!arrived.IsSet || !holds) return;
            try
            {
                await Task.Delay(Timeout.Infinite, release.Token);
            }
            catch (OperationCanceledException)
            {
                // The test is done with them.
            }
        };
        _shell.Run(script, engine =>
        {
            // A pipeline that has ended cannot be stopped.
            while (!arrived.Wait(TimeSpan.FromMilliseconds(20))
                && engine.InvocationStateInfo.State == System.Management.Automation.PSInvocationState.Running) { }
            if (arrived.IsSet) engine.Stop();
        }, _folder.FullName);
        _server.Delay = _ => Task.CompletedTask;
        release.Cancel();
    }

    /// <summary>Nothing but what is asked now arrives any more.</summary>
    private void ExpectSilence(string what)
    {
        // A request that was on its way when the stop came arrives while these are served.
        for (var i = 0; i < 3; i++) Assert.Single(_shell.Do("Get-IntercomContact next").Output);
        var before = _server.Count;
        for (var i = 0; i < 10; i++) Assert.Single(_shell.Do("Get-IntercomContact next").Output);
        Assert.True(_server.Count == before + 10, $"{_server.Count - before - 10} requests came after the stop of {what}.");
    }

    private static (int Status, string Body) Answer(Received request)
    {
        var path = request.Path.Split('?')[0];
        return (request.Method, path) switch
        {
            ("GET", "/contacts") => (200, Page("data", "contact", request.Path)),
            ("POST", "/contacts/search") => (200, Page("data", "contact", request.Body)),
            ("POST", "/conversations/search") => (200, Page("conversations", "conversation", request.Body)),
            ("POST", "/export/content/data") => (200, """{"job_identifier":"j1","status":"pending"}"""),
            ("GET", "/export/content/data/j1") => (200, """{"job_identifier":"j1","status":"pending"}"""),
            ("GET", _) when path.EndsWith("/tags", StringComparison.Ordinal) && path.Length > 6 =>
                (200, """{"type":"list","data":[{"type":"tag","id":"71","name":"VIP"}]}"""),
            _ => RecordingServer.Simple(request),
        };
    }

    /// <summary>A page of items of ascending days, the one behind the cursor that the request names.</summary>
    private static string Page(string list, string type, string request)
    {
        var at = request.IndexOf("starting_after", StringComparison.Ordinal);
        var page = at < 0 ? 0
            : int.Parse(new string(request[at..].SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit).ToArray()),
            CultureInfo.InvariantCulture);
        var items = Enumerable.Range(page * PageSize, PageSize)
            .Select(i =>
            $$"""{"type":"{{type}}","id":"{{1000 + i}}","created_at":{{1_700_000_000 + 3600L * i}},"tags":{"type":"list","data":[]"""
            + $$""","has_more":true,"total_count":0} }""");
        var next = page + 1 < Pages ? $$"""{"page":{{page + 2}},"starting_after":"{{page + 1}}"}""" : "null";
        return $$"""{"type":"list","{{list}}":[{{string.Join(",", items)}}],"total_count":{{Pages * PageSize}},"pages":"""
            + $$"""{"type":"pages","next":{{next}} } }""";
    }
}
