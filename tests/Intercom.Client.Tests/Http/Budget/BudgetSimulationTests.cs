using Intercom.Client.Tests.Http.Budget.Simulation;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>
/// The budget in virtual time: a server with windows of ten seconds, calls of random length that overtake one another, and processes with
/// clocks of their own.
/// INTERCOM_TEST_BUDGET says how many seeds each case has; INTERCOM_TEST_SEED where they begin.
/// </summary>
public class BudgetSimulationTests
{
    private static readonly int Seeds = Number("INTERCOM_TEST_BUDGET", 3);
    private static readonly int FirstSeed = Number("INTERCOM_TEST_SEED", 0);

    private static readonly (int Limit, int Workers, SimLatency Latency)[] Loads =
    [
        (166, 16, new SimLatency(20, 40)), (166, 16, new SimLatency(100, 200)), (167, 32, new SimLatency(1, 5)),
        (1667, 64, new SimLatency(100, 100)), (83, 16, new SimLatency(400, 100)), (10, 4, new SimLatency(20, 40)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Processes_get_their_parts_in_every_window_and_nothing_is_left_over(int processes)
    {
        var (windows, calls, refused) = (0L, 0L, 0L);
        var (leastPart, leastSum, mostRefused, longest) = (double.MaxValue, double.MaxValue, 0.0, 0.0);
        foreach (var (limit, workers, latency) in Loads)
        {
            for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
            {
                var phase = seed * 3.7 % 10;
                var run = new SimRun(seed, limit, processes, latency, phase);
                // In every other run timers come late, and with them the looks at the other processes.
                var lag = TimeSpan.FromMilliseconds(seed % 2 * 20);
                foreach (var process in run.Processes) process.Machine.Lag = lag;
                run.StartAll(workers, within: 25).RunTo(120);
                var what = $"seed {seed}, limit {limit}, phase {phase:0.0}";
                foreach (var counts in run.FullWindows())
                {
                    windows++;
                    leastPart = Math.Min(leastPart, counts.Min() / (double)run.Part);
                    leastSum = Math.Min(leastSum, counts.Sum() / (double)run.Open);
                    Assert.True(counts.Min() >= 0.9 * run.Part, $"{what}: {string.Join(", ", counts)} of {run.Part} each");
                    Assert.True(counts.Sum() >= 0.95 * run.Open, $"{what}: {string.Join(", ", counts)} of {run.Open} in all");
                }
                (calls, refused) = (calls + run.Server.Calls, refused + run.Server.Refused);
                mostRefused = Math.Max(mostRefused, run.RefusedShare);
                longest = Math.Max(longest, run.LongestWait);
                Assert.True(run.RefusedShare <= 0.01, $"{what}: {run.Server.Refused} of {run.Server.Calls} calls were refused");
                // A wait that ends with a timer is as late as the timer.
                var mostWaited = 1 + lag.TotalSeconds / SimServer.Seconds;
                Assert.True(run.LongestWait <= mostWaited, $"{what}: a call waited {run.LongestWait:0.00} times as long as it may");
            }
        }
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {processes} processes, {windows} windows: least part {leastPart:0.000}, least sum {leastSum:0.000},
            {calls} calls, {refused} refused (most in a run {mostRefused:P2}), longest wait {longest:0.00} of the bound
            """));
    }

    [Theory]
    [InlineData(2053, 7, 166, 100, 200)]
    [InlineData(2053, 8, 166, 100, 200)]
    [InlineData(1010, 8, 166, 20, 40)]
    public void Several_that_begin_at_once_in_a_window_that_is_nearly_used_are_not_refused(
        int seed, int processes, int limit, int least, int spread)
    {
        var run = new SimRun(seed, limit, processes, new SimLatency(least, spread), seed * 3.7 % 10);
        run.StartAll(16, within: 25).RunTo(120);
        Assert.Equal(0, run.Server.Refused);
    }

    /// <summary>A busy machine runs timers late, and with them the looks at the other processes and their signs of life.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    public void Late_timers_refuse_no_more_calls(int milliseconds)
    {
        var mostRefused = 0.0;
        foreach (var (limit, workers, latency) in Loads.Where(load => load.Limit >= 83))
        {
            for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
            {
                var run = new SimRun(seed, limit, 2 + seed % 7, latency, seed * 3.7 % 10);
                foreach (var (process, place) in run.Processes.Select((process, place) => (process, place)))
                {
                    process.Machine.Lag = TimeSpan.FromMilliseconds(milliseconds * (place % 3) / 2.0);
                }
                run.StartAll(workers, within: 25).RunTo(120);
                mostRefused = Math.Max(mostRefused, run.RefusedShare);
                var what = $"seed {seed}, limit {limit}, {run.Processes.Count} processes";
                Assert.True(run.RefusedShare <= 0.01, $"{what}: {run.Server.Refused} of {run.Server.Calls} calls were refused");
            }
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"Timers up to {milliseconds} ms late: most refused in a run {mostRefused:P2}");
    }

    [Fact]
    public void More_processes_than_calls_in_a_window_take_turns()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            // Four calls for the processes in each window.
            var run = new SimRun(seed, 5, 8, new SimLatency(20, 40), seed).StartAll(2, within: 5).RunTo(300);
            var counts = run.FullWindows().ToList();
            for (var process = 0; process < 8; process++)
            {
                Assert.InRange(counts.Sum(window => window[process]), counts.Count * 0.35, counts.Count * 0.65);
            }
            Assert.All(counts, window => Assert.InRange(window.Sum(), 4, 5));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_single_call_beside_bulk_runs_waits_one_window_at_most(int bulk)
    {
        foreach (var (limit, workers, latency) in Loads)
        {
            for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
            {
                var run = new SimRun(seed, limit, bulk + 1, latency, seed * 2.3 % 10);
                void Within(double from, double seconds, Action what) =>
                    run.World.At(TimeSpan.FromSeconds(from + run.World.Random.NextDouble() * seconds), what);
                foreach (var process in run.Processes.Skip(1)) Within(0, 5, () => process.Start(workers));
                var prompt = run.Processes[0];
                Within(0, 20, prompt.Connect);
                // Somebody types a command now and then, at any moment of a window.
                for (var i = 0; i < 40; i++) Within(30 + i * 17, 10, () => prompt.Call(new object(), () => { }));
                run.RunTo(720);
                Assert.True(prompt.Waits.Count >= 41);
                Assert.All(prompt.Waits, wait => Assert.InRange(wait.Waited.TotalSeconds, 0, 10.1));
                Assert.True(run.RefusedShare <= 0.01, $"seed {seed}, limit {limit}: {run.Server.Refused} of {run.Server.Calls} refused");
            }
        }
    }

    [Fact]
    public void A_single_call_passes_the_bulk_run_of_the_same_process()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            // Eight processes with 64 calls at once each: the queue alone is three windows long.
            var run = new SimRun(seed, 166, 8, new SimLatency(20, 40), seed).StartAll(64, within: 5);
            var process = run.Processes[3];
            var waited = new System.Collections.Generic.List<double>();
            for (var i = 0; i < 20; i++)
            {
                run.World.At(TimeSpan.FromSeconds(20 + i * 13 + run.World.Random.NextDouble() * 10), () =>
                {
                    var asked = run.World.Now;
                    process.Call(new object(), () => waited.Add((run.World.Now - asked).TotalSeconds));
                });
            }
            run.RunTo(320);
            Assert.Equal(20, waited.Count);
            Assert.All(waited, seconds => Assert.InRange(seconds, 0, 10.5));
            Assert.True(run.LongestWait <= 1, $"{run.LongestWait}");
        }
    }

    [Fact]
    public void What_idle_processes_leave_is_used_and_theirs_again_when_they_call()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            var run = new SimRun(seed, 166, 4, new SimLatency(20, 40), seed * 1.9 % 10);
            foreach (var idle in run.Processes.Skip(1)) run.World.At(TimeSpan.Zero, idle.Connect);
            run.World.At(TimeSpan.FromSeconds(20), () => run.Processes[0].Start(16));
            run.RunTo(100);
            for (var window = run.Server.WindowAt(TimeSpan.FromSeconds(20)) + 1; window < run.Server.WindowAt(run.World.Now); window++)
            {
                Assert.True(run.Executed(window, 0) >= 0.95 * run.Open, $"seed {seed}: {run.Executed(window, 0)} of {run.Open}");
            }

            foreach (var process in run.Processes.Skip(1)) process.Start(16);
            run.RunTo(160);
            AllHadTheirParts(run, $"seed {seed}");

            // Two of them go; the others share what they leave.
            run.Processes[1].End();
            run.Processes[2].End();
            run.RunTo(200);
            var last = run.Server.WindowAt(run.World.Now) - 1;
            Assert.True(run.Executed(last, 0) + run.Executed(last, 3) >= 0.95 * run.Open);
            Assert.True(run.RefusedShare <= 0.01, $"seed {seed}: {run.Server.Refused} of {run.Server.Calls} refused");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Idle_processes_that_begin_at_about_the_same_time_are_not_refused(int processes)
    {
        foreach (var (limit, workers, latency) in Loads)
        {
            for (var seed = FirstSeed; seed < FirstSeed + Seeds * 4; seed++)
            {
                RunIdle(seed, processes, limit, workers, latency);
            }
        }
    }

    [Theory]
    [InlineData(2029, 8, 83, 400, 100)]
    [InlineData(4020, 8, 83, 400, 100)]
    [InlineData(4023, 2, 10, 400, 100)]
    [InlineData(4023, 4, 10, 400, 100)]
    public void Idle_processes_that_begin_while_the_window_turns_are_not_refused(int seed, int processes, int limit, int least, int spread)
    {
        var run = RunIdle(seed, processes, limit, 16, new SimLatency(least, spread));
        Assert.Equal(0, run.Server.Refused);
    }

    private static SimRun RunIdle(int seed, int processes, int limit, int workers, SimLatency latency)
    {
        var run = new SimRun(seed, limit, processes, latency, seed * 1.3 % 10);
        foreach (var process in run.Processes)
        {
            run.World.At(TimeSpan.FromSeconds(run.World.Random.NextDouble() * 3), process.Connect);
        }
        // All at once, or one after the other within a few seconds; soon after they connected, or long after.
        foreach (var process in run.Processes)
        {
            var at = (seed % 2 == 0 ? 4 : 31) + seed % 3 * 2 * run.World.Random.NextDouble();
            run.World.At(TimeSpan.FromSeconds(at), () => process.Work(workers));
        }
        run.RunTo(90);
        var what = $"seed {seed}, limit {limit}";
        Assert.True(run.Server.Refused <= processes, $"{what}: {run.Server.Refused} of {run.Server.Calls} refused");
        AllHadTheirParts(run, what);
        return run;
    }

    private static void AllHadTheirParts(SimRun run, string what) => Assert.All(
        run.FullWindows(), counts => Assert.True(counts.Min() >= 0.9 * run.Part, $"{what}: {string.Join(", ", counts)}"));

    [Fact]
    public void A_late_starter_gets_its_part_of_the_rest()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            // Four slow workers have used about 16 of 163 calls two seconds into the window.
            var run = new SimRun(seed, 166, 2, new SimLatency(400, 200), 0);
            run.World.At(TimeSpan.FromSeconds(1), () => run.Processes[0].Start(4));
            run.World.At(TimeSpan.FromSeconds(22), () => run.Processes[1].Start(32));
            run.RunTo(30);
            Assert.InRange(run.Executed(2, 1), 0.9 * run.Part, run.Open - run.Executed(2, 0));
        }
    }

    private static int Number(string variable, int otherwise)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }
}
