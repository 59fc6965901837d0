namespace Intercom.Http;

/// <summary>
/// Tells the other processes a few times a second that this one is there and what it claims, and looks who else is, as long as there is a
/// connection. It works on a timer's thread: no call reads a file, and an idle process publishes every few seconds only.
/// </summary>
internal sealed class BudgetHeartbeat(TimeProvider time, IBudgetPeers peers, Func<PeerView, PeerNote> decide, Action looked)
{
    private static readonly TimeSpan AtWork = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2.5);

    /// <summary>After so many beats without a call the process is idle.</summary>
    private const int BeatsAtWork = 30;

    private readonly object _files = new();
    private readonly object _state = new();
    private ITimer? _timer;
    private int _connections;
    private int _quietBeats;
    private int _beating;
    private bool _isNew;
    private volatile bool _again;
    private volatile bool _isRunning;
    private volatile bool _isIdle;
    private volatile bool _wasUsed;
    private volatile bool _hurries;

    /// <summary>True while the process is connected.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>Why the other processes cannot be known. Null while they can.</summary>
    public string? Refusal => peers.Refusal;

    /// <summary>Counts a connection.</summary>
    public void Join()
    {
        lock (_state)
        {
            if (_connections++ > 0) return;
            (_isRunning, _isIdle, _isNew, _quietBeats) = (true, false, true, 0);
            var flow = !ExecutionContext.IsFlowSuppressed();
            if (flow) ExecutionContext.SuppressFlow();
            try
            {
                _timer ??= time.CreateTimer(
                    static state => ((BudgetHeartbeat)state!).Beat(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
            finally
            {
                if (flow) ExecutionContext.RestoreFlow();
            }
            _timer.Change(TimeSpan.Zero, AtWork);
        }
    }

    /// <summary>Counts a closed connection. After the last one, the other processes forget this one.</summary>
    public void Leave()
    {
        lock (_state)
        {
            if (_connections == 0 || --_connections > 0) return;
        }
        End();
    }

    /// <summary>Ends it for good or until the next connection.</summary>
    public void End()
    {
        lock (_state)
        {
            _isRunning = false;
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        // A folder that does not answer must not delay the process.
        if (!Monitor.TryEnter(_files, TimeSpan.FromSeconds(1))) return;
        try
        {
            peers.Leave();
        }
        finally
        {
            Monitor.Exit(_files);
        }
    }

    /// <summary>Called when a call is requested.</summary>
    /// <param name="hurry">True to look at the others at once.</param>
    public void Wake(bool hurry)
    {
        _wasUsed = true;
        if (_hurries) (hurry, _hurries) = (true, false);
        if (!_isRunning || !(hurry || _isIdle)) return;
        _isIdle = false;
        lock (_state)
        {
            if (_isRunning) _timer?.Change(hurry ? TimeSpan.Zero : AtWork, AtWork);
        }
    }

    /// <summary>Lets the next <see cref="Wake"/> hurry. Unlike that method, it may be called under a lock.</summary>
    public void Hurry() => _hurries = true;

    private void Beat()
    {
        // One beat at a time. A beat that is requested meanwhile follows at once.
        _again = true;
        if (Interlocked.Exchange(ref _beating, 1) == 1) return;
        try
        {
            while (_again && _isRunning)
            {
                _again = false;
                lock (_files)
                {
                    if (!_isRunning) return;
                    peers.Exchange(Decide);
                    _isNew = false;
                }
                looked();
            }
        }
        finally
        {
            Volatile.Write(ref _beating, 0);
        }
        if (_wasUsed) (_wasUsed, _quietBeats) = (false, 0);
        else if (++_quietBeats == BeatsAtWork) Rest();
    }

    private PeerNote Decide(PeerView others)
    {
        var note = decide(others);
        // Who has just connected is about to call.
        return _isNew ? note with { Want = BudgetShare.Everything } : note;
    }

    private void Rest()
    {
        lock (_state)
        {
            _isIdle = true;
            if (_isRunning) _timer?.Change(Idle, Idle);
        }
    }
}
