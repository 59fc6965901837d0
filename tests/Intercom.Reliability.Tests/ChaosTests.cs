using Intercom.Sandbox;

namespace Intercom.Reliability.Tests;

/// <summary>Writes of five kinds against a server that breaks connections, fails, refuses and dawdles.</summary>
public sealed class ChaosTests
{
    private const string Script = """
        param($Address, $Each, $Ids, $Report)
        $null = Connect-Intercom -BaseUri $Address -TimeoutSec 1
        $ids = $Ids -split ','
        $lines = [Collections.Generic.List[string]]::new()
        function Rows($Kind) {
            1..$Each | ForEach-Object { $n = $Kind * $Each + $_;
                [pscustomobject]@{ ContactId = $ids[$n % $ids.Count]; Row = $n; Body = "row-$n-"; Name = "row-$n-";
                    Email = "row-$n-@chaos.example"; Metadata = @{ of = "row-$n-" }; CreatedAt = [datetime]::UtcNow.AddMinutes(-$n) } }
        }
        function Note($Class, $Failed) {
            foreach ($f in $Failed) { $lines.Add("$($f.TargetObject.Row) $Class $($f.Exception.Outcome) $($f.FullyQualifiedErrorId)") }
        }
        $how = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue'; ThrottleLimit = 16 }
        Rows 0 | Select-Object ContactId, Row, Body | Add-IntercomNote @how -ErrorVariable failed; Note once $failed
        $made = @(Rows 1 | Select-Object Row, Email | New-IntercomContact @how -ErrorVariable failed); Note once $failed
        Rows 2 | Select-Object ContactId, Row, Name | Set-IntercomContact @how -ErrorVariable failed; Note idempotent $failed
        Rows 3 | Select-Object ContactId, Row, Metadata, CreatedAt | Send-IntercomEvent chaos-met @how -ErrorVariable failed;
        Note idempotent $failed
        Rows 4 | Select-Object ContactId, Row | Add-IntercomTag vip -AdditionalField @{ of = 'chaos' } @how -ErrorVariable failed;
        Note idempotent $failed
        [IO.File]::WriteAllLines($Report, $lines)
        $made.Count
        """;

    [Fact]
    public async Task Every_input_is_done_exactly_once_or_reported_exactly_once()
    {
        using var folder = new Folder();
        var each = Size.Writes / 5;
        using var served = new Served(new SandboxOptions
        {
            RateLimit = 0, FailureRate = 0.05, ResetRate = 0.05, ThrottleRate = 0.002, ThrottleLength = 20, SlowRate = 0.01,
            SlowLatency = TimeSpan.FromSeconds(1.5), Latency = TimeSpan.FromMilliseconds(2), Seed = Size.Seed,
        });
        using var shell = new ShellRun(folder.Script(Script), "-Address", served.Address, "-Each",
            each.ToString(System.Globalization.CultureInfo.InvariantCulture), "-Ids", string.Join(',', await served.ContactIdsAsync(100)),
            "-Report", folder["report"]);
        var made = int.Parse((await shell.EndAsync(TestContext.Current.CancellationToken)).Trim(),
            System.Globalization.CultureInfo.InvariantCulture);
        var reports = (await File.ReadAllLinesAsync(folder["report"], TestContext.Current.CancellationToken))
            .Select(line => line.Split(' ')).ToLookup(words => int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture));
        var executed = served.Executed();
        var faults = served.Workspace.Calls.Count(call => call.Status is 0 or 429 or 503);

        Assert.True(faults > Size.Writes / 20, $"Only {faults} faults (seed {Size.Seed}).");
        var reported = reports.Where(report => report.Key > each && report.Key <= 2 * each).ToList();
        var errors = string.Join("; ", reported.SelectMany(report => report).Select(words => string.Join(' ', words)));
        Assert.True(made == each - reported.Count, $"{made} contacts were created, and of those reported {errors} (seed {Size.Seed}).");
        // Tags carry no row on the wire: there the resource's own count decides, below.
        for (var row = 1; row <= 4 * each; row++)
        {
            var times = executed.GetValueOrDefault(row);
            var told = reports[row].ToList();
            var seen =
                $"Row {row}: executed {times} times, told {string.Join("; ", told.Select(words => string.Join(' ', words)))} (seed "
                + $"{Size.Seed}).";
            Assert.True(told.Count <= 1, seen);
            if (told.Count == 0) Assert.True(row <= 2 * each ? times == 1 : times >= 1, seen);
            else if (told[0][2] == "NotApplied") Assert.True(times == 0, seen);
            else Assert.True(row > 2 * each || times <= 1, seen);
        }
        Assert.All(reports, report => Assert.Single(report));
        var tagged = served.Workspace.Calls.Where(call =>
            call.Executed && call.Path.EndsWith("/tags", StringComparison.Ordinal) && call.Method == "POST").Select(call => call.Path)
            .Distinct().Count();
        Assert.InRange(tagged, Math.Min(each, 100) - reports.Count(report => report.Key > 4 * each), 100);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Size.Writes} writes, {served.Workspace.CallCount} calls, {faults} faults: {reports.Count} reported "
            + $"({reports.Count(report => report.First()[2] == "Unknown")} unknown), the rest done; seed {Size.Seed}.");
    }
}
