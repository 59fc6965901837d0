using Intercom.Sandbox;

namespace Intercom.Reliability.Tests;

/// <summary>
/// Several processes write to one workspace: each row once, and next to no refusals. How fairly they share, and how long each waits, is
/// proved in virtual
/// time by BudgetSimulationTests: here it would depend on the machine.
/// </summary>
public sealed class BudgetTests
{
    private const int Processes = 4;
    private const int Limit = 166;
    private const string Script = """
        param($Address, $Rows, $Ids, $From)
        $null = Connect-Intercom -BaseUri $Address
        $ids = $Ids -split ','
        $rows = 1..$Rows | ForEach-Object { $n = [int]$From + $_; [pscustomobject]@{ ContactId = $ids[$n % $ids.Count]; Body = "row-$n-" } }
        'ready'
        $null = [Console]::In.ReadLine()
        $rows | Add-IntercomNote -ThrottleLimit 16
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Four_processes_share_the_budget(int minutesOff)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new Folder();
        var script = folder.Script(Script);
        using var served = new Served(new SandboxOptions { RateLimit = Limit, Latency = TimeSpan.FromMilliseconds(20),
            Time = new ShiftedTime(TimeSpan.FromMinutes(minutesOff)) });
        var ids = string.Join(',', await served.ContactIdsAsync(100));
        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        var shells = Enumerable.Range(0, Processes)
            .Select(number =>
                new ShellRun(script, "-Address", served.Address, "-Rows", Text(Size.Calls), "-Ids", ids, "-From",
                Text(number * Size.Calls))).ToList();
        try
        {
            foreach (var shell in shells) Assert.Equal("ready", await shell.LineAsync(cancellation));
            foreach (var shell in shells) shell.Tell("go");
            foreach (var shell in shells) Assert.Equal("", (await shell.EndAsync(cancellation)).Trim());

            var calls = served.Workspace.Calls;
            var refused = calls.Count(call => call.Status == 429);
            var figures = $"{calls.Count} calls, {refused} refused";
            TestContext.Current.TestOutputHelper!.WriteLine(figures);
            Assert.Equal(Processes * Size.Calls, served.Executed().Count);
            Assert.DoesNotContain(served.Executed(), row => row.Value != 1);
            Assert.True(refused <= Math.Max(Processes, calls.Count / 100), figures);
        }
        finally
        {
            foreach (var shell in shells) shell.Dispose();
        }
    }

    /// <summary>A server whose clock is not ours.</summary>
    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
