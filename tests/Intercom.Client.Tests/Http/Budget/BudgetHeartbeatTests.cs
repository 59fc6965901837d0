using Intercom.Client.Tests.Http.Budget.Simulation;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>When the other processes are checked, and by which process.</summary>
public class BudgetHeartbeatTests
{
    private readonly FakeTimeProvider _time = new();

    private sealed class Place(Func<PeerView> look) : IBudgetPeers
    {
        public List<int> Wants { get; } = [];

        public int Left { get; private set; }

        public string? Refusal { get; init; }

        public void Exchange(Func<PeerView, PeerNote> decide) => Wants.Add(decide(look()).Want);

        public void Leave() => Left++;
    }

    [Fact]
    public void The_others_know_of_a_process_while_it_is_connected_and_hear_seldom_of_one_that_is_idle()
    {
        var place = new Place(() => PeerView.Alone);
        var budget = new CallBudget(_time, place);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(place.Wants);

        budget.Join();
        budget.Join();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([BudgetShare.Everything], place.Wants);
        for (var i = 0; i < 600; i++) _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.InRange(place.Wants.Count, 40, 55); // 15 s at work, then every 2.5 s
        Assert.Equal(0, place.Wants[^1]);

        budget.Leave();
        Assert.Equal(0, place.Left);
        budget.Leave();
        Assert.Equal(1, place.Left);
        var beats = place.Wants.Count;
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(beats, place.Wants.Count);
    }

    [Fact]
    public void The_budget_is_not_locked_while_files_are_looked_at()
    {
        CallBudget? budget = null;
        var wasFree = false;
        var place = new Place(() =>
        {
            wasFree = Task.Run(() => budget!.Reading).Wait(TimeSpan.FromSeconds(30));
            return PeerView.Alone;
        });
        budget = new CallBudget(_time, place);
        budget.Join();
        Assert.True(wasFree);
    }

    [Fact]
    public void No_caller_looks_itself_and_none_waits_long_for_a_look_that_does_not_come()
    {
        var world = new SimWorld(1);
        var machine = new SimMachine(world, TimeSpan.FromHours(1));
        var place = new Place(() => PeerView.Alone);
        var budget = new CallBudget(new NoHeartbeat(machine), place);
        budget.Join();
        // The first call of all waits for a look, so that it does not go into a window that others have used up.
        Assert.False(budget.TryAcquire(out _));
        var permit = default(CallPermit);
        TimeSpan? firstAt = null;
        budget.Enqueue(new Waiter(given => (permit, firstAt) = (given, world.Now)));
        world.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(0.25, firstAt!.Value.TotalSeconds, 0.01);
        var now = machine.GetUtcNow();
        budget.Release(permit, new BudgetAnswer(100, 99, now.AddSeconds(5).ToUnixTimeSeconds(), now));
        var sent = 0;
        while (budget.TryAcquire(out _)) sent++;
        Assert.Equal(1, sent); // with the first one: two of a window go out unlooked
        TimeSpan? wentAt = null;
        budget.Enqueue(new Waiter(_ => wentAt = world.Now));
        world.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(1.25, wentAt!.Value.TotalSeconds, 0.01);
        Assert.Empty(place.Wants);
    }

    private sealed class Waiter(Action<CallPermit> go) : CallWaiter(null, null)
    {
        public override void LetThrough(CallPermit permit) => go(permit);
    }

    /// <summary>A clock whose repeating timers never come, as if the folder did not answer.</summary>
    private sealed class NoHeartbeat(SimMachine machine) : TimeProvider
    {
        public override long TimestampFrequency => machine.TimestampFrequency;

        public override long GetTimestamp() => machine.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => machine.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            machine.CreateTimer(dueTime == Timeout.InfiniteTimeSpan ? _ => { } : callback, state, dueTime, period);
    }

    [Fact]
    public async Task A_process_without_a_place_for_it_works_and_says_so_once()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("""{"id":"1"}"""));
        var place = new Place(() => PeerView.Alone) { Refusal = "HOME is not a folder that belongs to this account alone" };
        using var client = server.Client(budget: new CallBudget(server.Time, place));
        var sink = new ListSink();
        var stop = TestContext.Current.CancellationToken;
        for (var i = 0; i < 3; i++) await client.SendAsync<Contact>(new ApiRequest("GET", "me"), sink, stop);
        Assert.Single(sink.Events, told => told.Kind == DiagnosticKind.Verbose && told.Message.Contains("HOME", StringComparison.Ordinal));
    }

    [Fact]
    public void A_client_counts_until_it_is_disposed()
    {
        var place = new Place(() => PeerView.Alone);
        var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        var budget = new CallBudget(server.Time, place);
        var first = server.Client(budget: budget);
        var second = server.Client(budget: budget);
        first.Dispose();
        first.Dispose();
        Assert.Equal(0, place.Left);
        second.Dispose();
        Assert.Equal(1, place.Left);
    }
}
