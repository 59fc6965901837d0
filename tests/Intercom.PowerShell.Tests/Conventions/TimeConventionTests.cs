using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>No test sleeps, reads the real clock or measures time: a busy machine must not fail it, and an idle one must not wait for
/// it.</summary>
public sealed class TimeConventionTests
{
    /// <summary>
    /// Code that waits for the real clock or reads it. A delay without an end waits for its cancellation, and a certificate must be valid
    /// now.
    /// </summary>
    private static readonly Regex RealTime = new(
        @"Thread\.Sleep|Task\.Delay\((?!Timeout\.Infinite)|\bStopwatch\b|\bSpinWait\b"
        + @"|Environment\.TickCount|DateTime(Offset)?\.(Utc)?Now|Start-Sleep"
        // A sandbox that is slow for less than 100 seconds is waited for. A longer delay ends only when a test moves the clock.
        + @"|-(SearchDelay|Latency)\s+[1-9]\d{0,4}\b",
        RegexOptions.CultureInvariant);

    /// <summary>The files that may, each with its reason and the number of lines that do.</summary>
    private static readonly Dictionary<string, (int Lines, string Reason)> Allowed = new()
    {
        ["Intercom.Reliability.Tests/KillTests.cs"] =
            (1, "A real process is killed after a number of calls, and only the count itself tells of them."),
        ["Intercom.Reliability.Tests/Size.cs"] = (1, "A seed, which the test prints."),
        ["Intercom.Client.Tests/Http/Budget/BudgetPeersTests.cs"] =
            (4, "Files of other processes are as old as the file system's own clock says."),
        ["Intercom.PowerShell.Tests/Hostile/SoakTests.cs"] = (1, "Prints how long it took, and asserts nothing of it."),
        ["Intercom.Sandbox.Tests/Hostile/ModelFuzzTests.cs"] = (3, "Prints how long it took, and asserts nothing of it."),
        ["Intercom.PowerShell.Tests/Queries/SameSetTests.cs"] = (1, "The dates of sample data, which lie in the past of any clock."),
        ["Intercom.PowerShell.Tests/Engine/EveryColumnTests.cs"] =
            (1, "Masks the present second in requests, so that they can be compared."),
    };

    private static bool IsReal(string line) => RealTime.IsMatch(line) && !line.Contains("CreateSelfSigned", StringComparison.Ordinal);

    private static IEnumerable<string> Sources => new[] { "*.cs", "*.ps1" }
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, "tests"), pattern, SearchOption.AllDirectories))
        .Where(path => !Regex.IsMatch(path, @"[\\/](bin|obj|Intercom\.Benchmarks|TestResults)[\\/]")
            && !path.EndsWith(nameof(TimeConventionTests) + ".cs", StringComparison.Ordinal));

    [Fact]
    public void No_test_waits_for_or_reads_the_real_clock()
    {
        var root = Path.Combine(BuiltModule.Root, "tests");
        var found = Sources
            .Select(path => (Name: Path.GetRelativePath(root, path).Replace('\\', '/'), Lines: File.ReadLines(path).Count(IsReal)))
            .Where(file => file.Lines > 0).ToList();
        Assert.All(found, file => Assert.True(file.Lines <= Allowed.GetValueOrDefault(file.Name).Lines,
            $"{file.Lines} lines of tests/{file.Name} wait for the real clock or read it. "
            + "Use FakeTimeProvider or StagedClock, or wait for the event itself."));
    }

    [Theory]
    [InlineData("Thread.Sleep(500);", true)]
    [InlineData("_server.Delay = _ => Task.Delay(700);", true)]
    [InlineData("await Task.Delay(Timeout.Infinite, stop);", false)]
    [InlineData("var before = DateTimeOffset.UtcNow;", true)]
    [InlineData("request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));", false)]
    [InlineData("var watch = Stopwatch.StartNew();", true)]
    [InlineData("Start-Sleep 1", true)]
    [InlineData("Connect-Intercom -Sandbox -SearchDelay 1200", true)]
    [InlineData("Start-IntercomSandbox -SearchDelay 600000", false)]
    [InlineData("time.Advance(TimeSpan.FromSeconds(1));", false)]
    public void What_counts_as_real_time_is_known(string line, bool isReal) => Assert.Equal(isReal, IsReal(line));
}
