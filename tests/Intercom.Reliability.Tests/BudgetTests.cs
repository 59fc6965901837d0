using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Intercom.Sandbox;
using Xunit;

namespace Intercom.Reliability.Tests;

/// <summary>Several processes that know nothing of each other write to one workspace.</summary>
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
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $rows | Add-IntercomNote -ThrottleLimit 16
        $watch.ElapsedMilliseconds
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Four_processes_share_the_budget(int minutesOff)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new Folder();
        var script = folder.Script(Script);
        using var served = new Served(new SandboxOptions { RateLimit = Limit, Latency = TimeSpan.FromMilliseconds(20), Time = new ShiftedTime(TimeSpan.FromMinutes(minutesOff)) });
        var ids = string.Join(',', await served.ContactIdsAsync(100));
        var shells = Enumerable.Range(0, Processes).Select(number => new ShellRun(script, "-Address", served.Address, "-Rows", Size.Calls.ToString(CultureInfo.InvariantCulture), "-Ids", ids, "-From", (number * Size.Calls).ToString(CultureInfo.InvariantCulture))).ToList();
        try
        {
            foreach (var shell in shells) Assert.Equal("ready", await shell.LineAsync(cancellation));
            foreach (var shell in shells) shell.Tell("go");
            var times = await Task.WhenAll(shells.Select(async shell => long.Parse((await shell.EndAsync(cancellation)).Trim(), CultureInfo.InvariantCulture)));

            var calls = served.Workspace.Calls;
            var refused = calls.Count(call => call.Status == 429);
            var figures = $"{calls.Count} calls, {refused} refused, seconds: {string.Join(", ", times.Order().Select(time => (time / 1000.0).ToString("0.0", CultureInfo.InvariantCulture)))}";
            TestContext.Current.TestOutputHelper!.WriteLine(figures);
            Assert.Equal(Processes * Size.Calls, served.Executed().Count);
            Assert.DoesNotContain(served.Executed(), row => row.Value != 1);
            Assert.True(refused <= calls.Count / 100, figures);
            Assert.True(times.Max() <= 1.5 * times.Min(), figures);
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
