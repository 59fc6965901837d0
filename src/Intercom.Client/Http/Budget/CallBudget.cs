namespace Intercom.Http;

/// <summary>
/// Keeps a process within Intercom's call budget. One budget is shared by everything in the process that uses the same host and token: the
/// calls that wait
/// wait in one queue, and one pump lets them out. It knows no constants: it learns from <c>X-RateLimit-*</c>, reads the end of the window
/// against the
/// answers' own <c>Date</c>, and measures time by the monotonic clock alone, so that a clock that is wrong or set changes nothing.
/// Processes of the same
/// user and machine know of each other and take equal parts of a window. What one of them does not want is open to those that want more.
/// Others on the same
/// workspace are seen by what vanishes from the budget: this process keeps to its share of the rest.
/// </summary>
public sealed partial class CallBudget
{
    /// <summary>
    /// Maximum wait that a server may request. Intercom's windows last ten seconds, and nobody should wait at a prompt for hours
    /// because a server requests it.
    /// </summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How long a 429 blocks all calls when it states no time, or no credible one.</summary>
    internal static readonly TimeSpan ShortBlock = TimeSpan.FromSeconds(1);

    /// <summary>A shorter wait is not worth telling.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly object _lock = new();
    private readonly BudgetWindow _window = new();
    private readonly CallQueue _queue = new();
    private ITimer? _timer;
    private TimeSpan _dueAt = TimeSpan.MaxValue;
    private TimeSpan _toldUntil;
    private long _calls;
    private long _throttled;

    /// <summary>Creates a separate budget.</summary>
    public CallBudget(TimeProvider time)
    {
        _time = time;
        _began = time.GetTimestamp();
    }

    /// <summary>What is known at present.</summary>
    public BudgetReading Reading
    {
        get
        {
            lock (_lock)
            {
                var now = Now;
                if (_window.Limit is not { } limit || _window.End is not { } end)
                {
                    return new BudgetReading(null, null, null, _calls, _throttled);
                }
                var resetAt = _time.GetUtcNow() + (end - now);
                var left = now >= end ? limit : Math.Max(0, _window.Remaining);
                return new BudgetReading(limit, left, resetAt.LocalDateTime, _calls, _throttled);
            }
        }
    }

    /// <summary>Waits until a call may be sent. Each call that was let through must be given back with <see cref="Release"/>.</summary>
    /// <param name="waiting">Receives the length of a wait before it starts, and again when it proves longer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="command">What the call belongs to: the only waiting call of a command may pass those of a command with several.</param>
    public ValueTask<CallPermit> AcquireAsync(Action<TimeSpan>? waiting, CancellationToken cancellation, object? command = null)
    {
        if (cancellation.IsCancellationRequested) return new ValueTask<CallPermit>(Task.FromCanceled<CallPermit>(cancellation));
        if (TryAcquire(out var permit)) return new ValueTask<CallPermit>(permit);
        var waiter = new TaskWaiter(this, command, waiting);
        Enqueue(waiter);
        return new ValueTask<CallPermit>(waiter.WaitAsync(cancellation));
    }

    /// <summary>Releases a call at once if no other call waits and there is room.</summary>
    internal bool TryAcquire(out CallPermit permit)
    {
        permit = default;
        bool turned;
        lock (_lock)
        {
            if (_queue.Count > 0) return false;
            var now = Now;
            turned = TurnWindow(now);
            if (_window.Ask(now).Until is null) permit = Send(now, hasWaited: false);
            else return false;
        }
        _heartbeat?.Wake(turned);
        return true;
    }

    /// <summary>Adds a call to the queue. It is released when its turn comes.</summary>
    internal void Enqueue(CallWaiter waiter)
    {
        bool isFirst;
        lock (_lock)
        {
            var now = Now;
            isFirst = _queue.Count == 0 && _heartbeat is { IsRunning: true } && _window.IsFirst(now);
            if (isFirst) _window.Begin(now);
            _queue.Add(waiter);
        }
        Pump(waiter);
        _heartbeat?.Wake(isFirst);
    }

    /// <summary>Ends a call, with what its answer said about the budget. Times beyond the longest wait are not believed.</summary>
    /// <param name="permit">The call.</param>
    /// <param name="answer">The budget in the response. Null when there was none.</param>
    public void Release(CallPermit permit, BudgetAnswer? answer = null)
    {
        bool waits;
        bool turned;
        lock (_lock)
        {
            if (answer?.BlockedFor is not null) _throttled++;
            var now = Now;
            turned = _window.Hear(now, answer is { Date: not null } ? default : _time.GetUtcNow(), permit.SentAt, answer);
            if (turned) BeginWindow(now);
            waits = _queue.Count > 0;
        }
        if (turned) _heartbeat?.Wake(hurry: true);
        if (waits) Pump();
    }

    /// <summary>The one pump: lets out what may go, in its order, and sets the timer for the rest.</summary>
    /// <param name="newcomer">A new call, whose wait is reported at once.</param>
    /// <param name="onTimer">True on the timer's thread, which has no other work afterwards.</param>
    private void Pump(CallWaiter? newcomer = null, bool onTimer = false)
    {
        List<(CallWaiter Waiter, CallPermit Permit)>? free = null;
        List<(Action<TimeSpan> Told, TimeSpan Wait)>? told = null;
        bool turned;
        lock (_lock)
        {
            var now = Now;
            turned = TurnWindow(now);
            var hold = Hold.None;
            while (_queue.Count > 0 && (hold = _window.Ask(now)).Until is null)
            {
                if (_queue.Next(_window.Part) is not { } next) break;
                (free ??= []).Add((next, Send(now, hasWaited: true)));
            }
            if (_queue.Count > 0 && hold.Until is { } until)
            {
                if (now >= _toldUntil || newcomer is { IsOver: false }) told = Waits(now >= _toldUntil ? null : newcomer, until, now);
                // Work that a response causes is done with it, or at the end of the window.
                SetTimer(until < TimeSpan.MaxValue ? until : _window.End ?? TimeSpan.MaxValue, now);
            }
        }
        if (turned) _heartbeat?.Wake(hurry: true);
        foreach (var (tell, wait) in told ?? []) tell(wait);
        for (var i = 0; i < free?.Count; i++)
        {
            var (waiter, permit) = free[i];
            if (onTimer && i == free.Count - 1) waiter.LetThrough(permit);
            else waiter.LetThroughBeside(permit);
        }
    }

    private List<(Action<TimeSpan> Told, TimeSpan Wait)> Waits(CallWaiter? only, TimeSpan until, TimeSpan now)
    {
        var waits = new List<(Action<TimeSpan>, TimeSpan)>();
        if (until - now < Moment || until == TimeSpan.MaxValue) return waits;
        _toldUntil = until;
        foreach (var (waiter, before) in _queue.Waiting())
        {
            if (waiter.Told is not { } tell || (only is not null && only != waiter)) continue;
            waits.Add((tell, until - now + TimeSpan.FromTicks(_window.Length.Ticks * (before / _window.Part))));
        }
        return waits;
    }

    private CallPermit Send(TimeSpan now, bool hasWaited)
    {
        if (_window.Send(now, hasWaited) && _heartbeat is { IsRunning: true })
        {
            _window.AwaitLook(now);
            _heartbeat.Hurry();
        }
        _calls++;
        return new CallPermit(now);
    }

    private bool TurnWindow(TimeSpan now)
    {
        if (!_window.Turn(now)) return false;
        BeginWindow(now);
        return true;
    }

    private void BeginWindow(TimeSpan now)
    {
        _queue.Turn();
        if (_heartbeat is { IsRunning: true }) _window.AwaitLook(now);
    }

    private void SetTimer(TimeSpan at, TimeSpan now)
    {
        if (at == TimeSpan.MaxValue || (at == _dueAt && at > now)) return;
        _dueAt = at;
        var wait = at - now;
        // Never sooner than a millisecond: a timer that fires early must not loop.
        if (wait < TimeSpan.FromMilliseconds(1)) wait = TimeSpan.FromMilliseconds(1);
        if (_timer is null) _timer = NewTimer(wait);
        else _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private ITimer NewTimer(TimeSpan wait)
    {
        // What the first caller carries along (its culture, its AsyncLocals) is not the timer's.
        var flow = !ExecutionContext.IsFlowSuppressed();
        if (flow) ExecutionContext.SuppressFlow();
        try
        {
            return _time.CreateTimer(static state => ((CallBudget)state!).Elapsed(), this, wait, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (flow) ExecutionContext.RestoreFlow();
        }
    }

    private void Elapsed()
    {
        lock (_lock) _dueAt = TimeSpan.MaxValue;
        Pump(onTimer: true);
    }

    /// <summary>Removes a call that is no longer needed from the queue.</summary>
    internal void GiveUp(CallWaiter waiter)
    {
        lock (_lock) _queue.Remove(waiter);
    }

    private TimeSpan Now => _time.GetElapsedTime(_began);
}
