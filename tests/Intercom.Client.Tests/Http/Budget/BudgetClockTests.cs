using Intercom.Client.Tests.Http.Budget.Simulation;
using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>Clocks that are set, drift or stand still, and servers that are not as expected, in virtual time.</summary>
public class BudgetClockTests
{
    private static SimRun Run(int seed, double drift = 0) => new(seed, 166, 4, new SimLatency(20, 40), seed * 2.9 % 10, drift);

    private static void AllAsPromised(SimRun run, string what)
    {
        Assert.All(run.FullWindows(), counts => Assert.True(
            counts.Min() >= 0.9 * run.Part && counts.Sum() >= 0.95 * run.Open, $"{what}: {string.Join(", ", counts)}"));
        Assert.True(run.LongestWait <= 1, $"{what}: {run.LongestWait:0.00}");
        Assert.True(run.RefusedShare <= 0.01, $"{what}: {run.Server.Refused} of {run.Server.Calls}");
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(-7)]
    [InlineData(7)]
    [InlineData(3600)]
    [InlineData(86400 * 400.0)]
    public void A_wall_clock_that_is_set_changes_nothing(double seconds)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var plain = Run(seed).StartAll(16, within: 15).RunTo(100);
            var run = Run(seed).StartAll(16, within: 15);
            foreach (var process in run.Processes)
            {
                run.World.At(TimeSpan.FromSeconds(40 + process.Number), () => process.Machine.WallError = TimeSpan.FromSeconds(seconds));
            }
            run.RunTo(100);
            AllAsPromised(run, $"seed {seed}");
            Assert.Equal(plain.Server.Executed.OrderBy(pair => pair.Key), run.Server.Executed.OrderBy(pair => pair.Key));
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(3600, true)]
    [InlineData(3600, false)]
    public void A_machine_that_was_suspended_goes_on_within_a_window(double seconds, bool clockStops)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var run = new SimRun(seed, 166, 1, new SimLatency(20, 40), seed * 2.9 % 10);
            var wakes = TimeSpan.FromSeconds(45 + seconds);
            run.Processes[0].Machine.Suspend(TimeSpan.FromSeconds(45), wakes, clockStops);
            run.World.At(TimeSpan.FromSeconds(3), () => run.Processes[0].Start(16));
            run.RunTo(45 + seconds + 60);
            Assert.True(run.RefusedShare <= 0.01, $"seed {seed}: {run.Server.Refused} of {run.Server.Calls}");
            // The window after the next one is used as every other.
            for (var window = run.Server.WindowAt(wakes) + 2; window < run.Server.WindowAt(run.World.Now); window++)
            {
                Assert.True(run.Executed(window, 0) >= 0.95 * run.Open, $"seed {seed}: {run.Executed(window, 0)}");
            }
            var first = run.Processes[0].Waits.Where(wait => wait.AskedAt + wait.Waited >= wakes).Min(wait => wait.AskedAt + wait.Waited);
            Assert.InRange((first - wakes).TotalSeconds, 0, 10.1);
        }
    }

    [Fact]
    public void One_process_that_stands_still_does_not_hold_the_others_up()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var run = Run(seed).StartAll(16, within: 5);
            run.Processes[0].Machine.Suspend(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(90), clockStops: true);
            run.RunTo(150);
            var first = run.Server.WindowAt(TimeSpan.FromSeconds(51)) + 1;
            for (var window = first; window < run.Server.WindowAt(TimeSpan.FromSeconds(90)); window++)
            {
                Assert.True(Enumerable.Range(1, 3).Sum(process => run.Executed(window, process)) >= 0.95 * run.Open, $"seed {seed}");
            }
            for (var window = run.Server.WindowAt(TimeSpan.FromSeconds(90)) + 2; window < run.Server.WindowAt(run.World.Now); window++)
            {
                Assert.True(run.Executed(window, 0) >= 0.9 * run.Part, $"seed {seed}: {run.Executed(window, 0)}");
            }
            Assert.True(run.RefusedShare <= 0.01, $"seed {seed}: {run.Server.Refused} of {run.Server.Calls}");
        }
    }

    [Theory]
    [InlineData(200e-6)]
    [InlineData(-200e-6)]
    public void Clocks_that_drift_do_no_harm(double drift)
    {
        for (var seed = 0; seed < 3; seed++) AllAsPromised(Run(seed, drift).StartAll(16, within: 15).RunTo(600), $"seed {seed}");
    }

    [Fact]
    public void Unknown_users_of_the_same_budget_do_not_cause_refusals()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            foreach (var processes in new[] { 1, 3 })
            {
                var run = new SimRun(seed, 166, processes, new SimLatency(50, 100), seed).StartAll(8, within: 10);
                // Another integration takes about six calls a second.
                void Stranger()
                {
                    run.Server.Call(-1);
                    run.World.After(TimeSpan.FromMilliseconds(run.World.Random.Next(50, 280)), Stranger);
                }
                run.World.At(TimeSpan.Zero, Stranger);
                run.RunTo(200);
                Assert.True(run.RefusedShare <= 0.01, $"seed {seed}, {processes} processes: {run.Server.Refused} of {run.Server.Calls}");
                var mean = run.FullWindows().Average(counts => counts.Sum());
                Assert.True(mean >= 0.5 * (run.Open - 61), $"seed {seed}, {processes} processes: {mean}");
            }
        }
    }

    [Fact]
    public void A_limit_that_changes_is_kept_to()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var run = Run(seed).StartAll(16, within: 5);
            run.World.At(TimeSpan.FromSeconds(40), () => run.Server.Limit = 60);
            run.RunTo(100);
            var window = run.Server.WindowAt(TimeSpan.FromSeconds(100)) - 1;
            Assert.InRange(run.Processes.Sum(process => run.Executed(window, process.Number)), 56, 60);
            run.Server.Limit = 500;
            run.RunTo(150);
            window = run.Server.WindowAt(TimeSpan.FromSeconds(150)) - 1;
            Assert.InRange(run.Processes.Sum(process => run.Executed(window, process.Number)), 465, 500);
            Assert.True(run.Server.Refused <= 64, $"seed {seed}: {run.Server.Refused}");
        }
    }
}
