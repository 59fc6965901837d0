using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget.Simulation;

/// <summary>How long calls take.</summary>
/// <param name="Least">The least of a whole call.</param>
/// <param name="Spread">What comes on top, at random; answers overtake one another then.</param>
internal sealed record SimLatency(double Least, double Spread)
{
    public TimeSpan Half(Random random) => TimeSpan.FromMilliseconds((Least + random.NextDouble() * Spread) / 2);
}

/// <summary>One call that waited, or not.</summary>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="Waited">How long it waited.</param>
/// <param name="Queue">How many waited then in its process, itself included.</param>
internal readonly record struct SimWait(TimeSpan AskedAt, TimeSpan Waited, int Queue);

/// <summary>A process with workers that ask as fast as they can.</summary>
internal sealed class SimProcess
{
    private readonly SimWorld _world;
    private readonly SimServer _server;
    private readonly SimLatency _latency;
    private int _waiting;
    private bool _isOver;

    public SimProcess(SimWorld world, SimServer server, IBudgetPeers? place, SimLatency latency, int number, double drift = 0)
    {
        (_world, _server, _latency, Number) = (world, server, latency, number);
        Machine = new SimMachine(world, TimeSpan.FromHours(number * 7 + 1), drift);
        Budget = place is null ? new CallBudget(Machine) : new CallBudget(Machine, place);
    }

    public int Number { get; }

    public SimMachine Machine { get; }

    public CallBudget Budget { get; }

    /// <summary>When its workers began; null before.</summary>
    public TimeSpan? WorksSince { get; private set; }

    public List<SimWait> Waits { get; } = [];

    /// <summary>Connects, with a call as Connect-Intercom makes it, and then works.</summary>
    public void Start(int workers)
    {
        Budget.Join();
        Call(null, () => Work(workers));
    }

    /// <summary>Begins to work.</summary>
    public void Work(int workers)
    {
        WorksSince = _world.Now;
        var command = new object();
        for (var i = 0; i < workers; i++) Work(command);
    }

    /// <summary>Connects only.</summary>
    public void Connect()
    {
        Budget.Join();
        Call(null, () => { });
    }

    /// <summary>No further calls; the process ends.</summary>
    public void End()
    {
        _isOver = true;
        Budget.Leave();
    }

    /// <summary>No further calls; it stays connected.</summary>
    public void Rest() => _isOver = true;

    /// <summary>One call, asked for again until it is executed.</summary>
    public void Call(object? command, Action done)
    {
        var asked = _world.Now;
        var queue = ++_waiting;
        var waiter = new SimWaiter(command, permit =>
        {
            _waiting--;
            Waits.Add(new SimWait(asked, _world.Now - asked, queue));
            _world.After(_latency.Half(_world.Random), () =>
            {
                var answer = _server.Call(Number);
                Machine.After(_latency.Half(_world.Random), () =>
                {
                    Budget.Release(permit, answer.Headers);
                    if (answer.IsRefused) Machine.After(TimeSpan.FromSeconds(1), () => Call(command, done));
                    else done();
                });
            });
        });
        if (Budget.TryAcquire(out var free)) waiter.LetThrough(free);
        else Budget.Enqueue(waiter);
    }

    private void Work(object command)
    {
        if (!_isOver) Call(command, () => Work(command));
    }

    private sealed class SimWaiter(object? command, Action<CallPermit> go) : CallWaiter(command, null)
    {
        public override void LetThrough(CallPermit permit) => go(permit);
    }
}
