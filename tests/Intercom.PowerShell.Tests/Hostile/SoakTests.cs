using System.Diagnostics;

namespace Intercom.PowerShell.Tests.Hostile;

/// <summary>
/// A long run in one process leaves handles, threads and memory where they were. INTERCOM_TEST_SOAK sets how many objects are read by a
/// call each
/// (2,000 without it; <c>full</c> is a million), with a tenth as many writes.
/// </summary>
public sealed class SoakTests
{
    private const int Part = 1_000;

    [Fact]
    public void A_long_run_leaves_handles_threads_and_memory_level()
    {
        var reads = Environment.GetEnvironmentVariable("INTERCOM_TEST_SOAK") switch
        {
            null or "" => 2_000,
            "full" => 1_000_000,
            var text => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
        };
        using var server = new RecordingServer { Keeps = false };
        using var shell = new Shell();
        server.Connect(shell);
        try
        {
            // What is made once, and the pools, before the first measure.
            Run(shell, Part);
            Run(shell, Part);
            var measures = new List<Measure> { Measure.Now(0) };
            var calls = server.Count;
            var watch = Stopwatch.StartNew();
            for (var done = 0; done < reads; done += Part)
            {
                Run(shell, Part);
                if ((done + Part) % Math.Max(Part, reads / 10 / Part * Part) == 0) measures.Add(Measure.Now(done + Part));
            }
            var end = measures[^1];
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{reads:N0} reads and {reads / 10:N0} writes in {watch.Elapsed.TotalSeconds:0} s\n" + string.Join("\n", measures));
            Assert.Equal(reads + reads / 10, server.Count - calls);
            var start = measures[0];
            Assert.InRange(end.Handles, 0, start.Handles + 20);
            Assert.InRange(end.Threads, 0, start.Threads + 16 + 2 * Environment.ProcessorCount);
            Assert.InRange(end.Memory, 0, start.Memory + (8 << 20));
        }
        finally
        {
            shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        }
    }

    /// <summary>So many reads and a tenth as many writes, through pipelines, as a runbook makes them; a part of them fails.</summary>
    private static void Run(Shell shell, int reads)
    {
        var outcome = shell.Run("""
            param($reads)
            $read = 1..($reads) | Get-IntercomContact -ErrorAction SilentlyContinue | ForEach-Object { 1 }
            $written = 1..($reads / 10) | ForEach-Object { [pscustomobject]@{ Id = "w$_"; Name = "Name $_" } } |
                Set-IntercomContact -PassThru:$false -ErrorAction SilentlyContinue
            $Error.Clear()
            $read.Count
            """, reads);
        Assert.Equal(reads.ToString(CultureInfo.InvariantCulture), outcome.Output.Single().ToString());
    }

    private sealed record Measure(int Done, int Handles, int Threads, long Memory)
    {
        public static Measure Now(int done)
        {
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            using var process = Process.GetCurrentProcess();
            return new Measure(done, process.HandleCount, process.Threads.Count, GC.GetTotalMemory(true));
        }

        public override string ToString() =>
            $"after {Done,9:N0} reads: {Handles} handles, {Threads} threads, {Memory / 1048576.0:0.0} MB held";
    }
}
