namespace Intercom.Client.Tests.Http.Budget.Simulation;

/// <summary>Virtual time: what is to happen, in its order, on one thread.</summary>
internal sealed class SimWorld(int seed)
{
    private readonly PriorityQueue<Action, (long At, long Order)> _events = new();
    private long _order;

    /// <summary>The true time since the simulation's begin.</summary>
    public TimeSpan Now { get; private set; }

    public Random Random { get; } = new(seed);

    public void At(TimeSpan time, Action what) => _events.Enqueue(what, (Math.Max(time.Ticks, Now.Ticks), _order++));

    public void After(TimeSpan wait, Action what) => At(Now + wait, what);

    public void Run(TimeSpan until)
    {
        while (_events.TryPeek(out var what, out var key) && key.At <= until.Ticks)
        {
            _events.Dequeue();
            Now = TimeSpan.FromTicks(key.At);
            what();
        }
        Now = until;
    }
}

/// <summary>One machine's clocks and timers: a wall clock that may be set at any time, and a monotonic one. It can be suspended.</summary>
internal sealed class SimMachine(SimWorld world, TimeSpan upFor, double drift = 0) : TimeProvider
{
    private TimeSpan _from = TimeSpan.MaxValue;
    private TimeSpan _to = TimeSpan.MaxValue;
    private bool _stops;

    /// <summary>How late the machine's timers come at most, and with them the looks at the other processes.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>How far the wall clock is from the true time.</summary>
    public TimeSpan WallError { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Puts the machine to sleep; its monotonic clock stands still meanwhile, or goes on.</summary>
    public void Suspend(TimeSpan from, TimeSpan to, bool clockStops) => (_from, _to, _stops) = (from, to, clockStops);

    public override long GetTimestamp()
    {
        var lost = !_stops || world.Now <= _from ? TimeSpan.Zero : (world.Now < _to ? world.Now : _to) - _from;
        return (long)((upFor + world.Now - lost).Ticks * (1 + drift));
    }

    public override DateTimeOffset GetUtcNow() => SimServer.Epoch + world.Now + WallError;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Does something after a wait, or when the machine is awake again.</summary>
    public void After(TimeSpan wait, Action what) => world.After(wait, () => WhenAwake(what));

    private TimeSpan Late() => Lag == TimeSpan.Zero ? Lag : TimeSpan.FromTicks((long)(Lag.Ticks * world.Random.NextDouble()));

    private void WhenAwake(Action what)
    {
        if (world.Now >= _from && world.Now < _to) world.At(_to, what);
        else what();
    }

    private sealed class SimTimer(SimMachine machine, Action elapsed) : ITimer
    {
        private int _setting;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            var setting = ++_setting;
            if (dueTime >= TimeSpan.Zero) machine.After(dueTime + machine.Late(), () => Elapse(setting));
            return true;
        }

        private void Elapse(int setting)
        {
            if (setting != _setting) return;
            if (_period > TimeSpan.Zero) machine.After(_period + machine.Late(), () => Elapse(setting));
            elapsed();
        }

        public void Dispose() => _setting++;

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
