using Intercom.Sandbox;

namespace Intercom.Reliability.Tests;

/// <summary>A run with a checkpoint that is killed, again and again, without warning.</summary>
public sealed class KillTests
{
    private const int Window = 8;

    private static string Script(string cmdlet) => $$"""
        param($Address, $Journal, $Rows, $Ids, $Report, [switch] $RetryUnknown)
        $null = Connect-Intercom -BaseUri $Address
        $ids = $Ids -split ','
        1..$Rows | ForEach-Object { [pscustomobject]@{ ContactId = $ids[$_ % $ids.Count]; Body = "row-$_-"; Name = "row-$_-"; Row = $_ } } |
            {{cmdlet}} -ThrottleLimit {{Window}} -Checkpoint $Journal -RetryUnknown:$RetryUnknown `
                -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        [IO.File]::WriteAllLines($Report, [string[]] @($failed | ForEach-Object { "$($_.TargetObject.Row) $($_.FullyQualifiedErrorId)" }))
        """;

    [Fact]
    public async Task Writes_that_must_not_be_repeated_are_neither_lost_nor_doubled()
    {
        using var folder = new Folder();
        using var served = new Served(new SandboxOptions { RateLimit = 0, Latency = TimeSpan.FromMilliseconds(3) });
        var run = new Job(folder, served, Script("Add-IntercomNote"), string.Join(',', await served.ContactIdsAsync(50)));
        var unknown = await run.KillUntilDoneAsync();

        var executed = served.Executed();
        Assert.DoesNotContain(executed, row => row.Value != 1);
        Assert.DoesNotContain(Enumerable.Range(1, run.Rows), row => !executed.ContainsKey(row) && !unknown.Contains(row));
        Assert.Equal(unknown.Distinct().Count(), unknown.Count);
        Assert.InRange(unknown.Count, 0, run.Kills * Window);
        var applied = unknown.Count(executed.ContainsKey);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{run.Rows} rows, {run.Kills} kills: 0 lost, 0 doubled, {unknown.Count} unknown ({applied} of them executed).");

        // Asked to, the run sends the unknown ones again, and only those.
        Assert.Empty(await run.FinishAsync("-RetryUnknown"));
        var after = served.Executed();
        Assert.Equal(run.Rows, after.Count);
        Assert.All(after, row => Assert.Equal(executed.GetValueOrDefault(row.Key) + (unknown.Contains(row.Key) ? 1 : 0), row.Value));
        Assert.Empty(await run.FinishAsync());
        Assert.Equal(after.Values.Sum(), served.Executed().Values.Sum());
    }

    [Fact]
    public async Task Writes_that_a_repeat_cannot_harm_are_all_done_and_nothing_is_left_unknown()
    {
        using var folder = new Folder();
        using var served = new Served(new SandboxOptions { RateLimit = 0, Latency = TimeSpan.FromMilliseconds(3) });
        var run = new Job(folder, served, Script("Set-IntercomContact"), string.Join(',', await served.ContactIdsAsync(50)));
        Assert.Empty(await run.KillUntilDoneAsync());
        var executed = served.Executed();
        Assert.Equal(run.Rows, executed.Count);
        Assert.InRange(executed.Values.Sum() - run.Rows, 0, run.Kills * Window);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{run.Rows} rows, {run.Kills} kills: 0 lost, {executed.Values.Sum() - run.Rows} repeated.");
    }

    private sealed class Job(Folder folder, Served served, string script, string ids)
    {
        private readonly Random _random = new(Size.Seed);
        private readonly string _script = folder.Script(script);

        public int Kills { get; } = Size.Kills;

        public int Rows { get; } = Size.Kills >= 50 ? 10_000 : 100 * Size.Kills;

        private ShellRun Start(params string[] more) =>
            new(_script,
                ["-Address", served.Address, "-Journal", folder["run.journal"], "-Rows",
                Rows.ToString(System.Globalization.CultureInfo.InvariantCulture), "-Ids", ids, "-Report", folder["report"], .. more]);

        /// <summary>
        /// Kills the run the specified number of times, each after a random number of calls, then lets it end. Returns the rows with an
        /// unknown outcome.
        /// </summary>
        public async Task<List<int>> KillUntilDoneAsync()
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                using var shell = Start();
                var left = Rows - served.Executed().Count;
                var at = served.Workspace.CallCount + 1 + _random.Next(0, Math.Max(1, 2 * left / (Kills - kill + 1)));
                // Calls are counted, not time: there is nothing to wait on but the count itself.
                while (served.Workspace.CallCount < at && !shell.HasEnded) await Task.Delay(1, TestContext.Current.CancellationToken);
                Assert.False(shell.HasEnded, $"The run ended by itself before kill {kill + 1} (seed {Size.Seed}).");
                shell.Kill();
                await shell.WaitForEndAsync(TestContext.Current.CancellationToken);
            }
            return await FinishAsync();
        }

        public async Task<List<int>> FinishAsync(params string[] more)
        {
            using var shell = Start(more);
            await shell.EndAsync(TestContext.Current.CancellationToken);
            var lines = await File.ReadAllLinesAsync(folder["report"], TestContext.Current.CancellationToken);
            Assert.All(lines, line => Assert.Contains("outcome_unknown", line, StringComparison.Ordinal));
            return lines.Select(line => int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        }
    }
}
