namespace Intercom.Http;

/// <summary>Whether a call may go out, and if not, when to ask again.</summary>
/// <param name="Until">The moment by the budget's clock. Null releases the call.</param>
internal readonly record struct Hold(TimeSpan? Until)
{
    /// <summary>The call may go.</summary>
    public static Hold None => default;
}

/// <summary>
/// The present window of the budget, and how many of its calls are this process's. The server's reset is the window's name, its end comes
/// from <see cref="ServerClock"/>. Not safe for several threads, and without a clock of its own: the budget calls it under its lock.
/// </summary>
internal sealed partial class BudgetWindow
{
    /// <summary>Maximum number of calls before the first response.</summary>
    public const int FirstCalls = 16;

    /// <summary>How many go out into a window before the other processes have been looked at.</summary>
    private const int Probes = 2;

    /// <summary>The windows that are expected until the server shows others, in seconds.</summary>
    private const long UsualLength = 10;

    /// <summary>
    /// The time at the start of a window in which each process claims its equal part, while all of them learn which need more.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a window's first calls wait for a look at the other processes.</summary>
    private static readonly TimeSpan LookPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>The server's window has certainly ended by then.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(10);

    /// <summary>A process that called so lately is still at work.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Calls within this time are a burst, which says little about the time afterwards.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(500);

    private readonly ServerClock _clock = new();
    private long _reset;
    private long _resetBefore;
    private long _length = UsualLength;
    private TimeSpan _since;
    private bool _isHeard;
    private bool _hasAnswered;
    private int _counted;
    private int _countedBefore;
    private int _expectedBefore;
    private int _usedAtFirst;
    private long _refusedIn;
    private double _share = 1;
    private TimeSpan? _lookBy;
    private TimeSpan _blockedUntil;
    private TimeSpan _sentLast = TimeSpan.FromDays(-1);
    private TimeSpan _atWorkSince;
    private TimeSpan _heldLast = TimeSpan.FromDays(-1);
    private PeerView _peers = PeerView.Alone;

    /// <summary>The calls in a window. Null before the server has stated it.</summary>
    public int? Limit { get; private set; }

    /// <summary>Calls left in the window.</summary>
    public int Remaining { get; private set; }

    /// <summary>Calls that were released and have no response yet.</summary>
    public int InFlight { get; private set; }

    /// <summary>The length of a window, as far as it is known.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds(_length);

    /// <summary>When the window ends, by the budget's clock. Null while no window is known.</summary>
    public TimeSpan? End => Limit is null || _clock.Difference is not { } difference ? null : TimeSpan.FromSeconds(_reset) + difference;

    /// <summary>This process's part of a window, at least 1.</summary>
    public int Part => Math.Max(1, Limit is { } limit ? BudgetShare.Equal(Open(limit), _peers, _reset / _length) : FirstCalls);

    /// <summary>True until the other processes have been read for the first time, and at the start of each window.</summary>
    public void AwaitLook(TimeSpan now) => _lookBy = now + LookPatience;

    /// <summary>The demand of this process for the window, which the others read.</summary>
    private int Want(TimeSpan now, bool isWaiting)
    {
        if (isWaiting || now - _heldLast < Pause) return BudgetShare.Everything;
        if (now - _sentLast >= Pause && InFlight == 0) return BudgetShare.WithRoom(_counted);
        // While a window is young, the previous one is a better estimate.
        var expected = Expected(now);
        return BudgetShare.WithRoom(now - _since < Settling ? Math.Max(expected, _expectedBefore) : expected);
    }

    /// <summary>The number of calls of this process in the whole window at its present rate.</summary>
    private int Expected(TimeSpan now)
    {
        var used = _counted + InFlight;
        if (InFlight == 0 && now - _sentLast >= Quick) return used;
        var elapsed = now - _since < Quick ? Quick : now - _since;
        return (int)Math.Max(used, Math.Min(BudgetShare.Everything, used * ((double)Length.Ticks / elapsed.Ticks)));
    }

    /// <summary>Goes on to the next window when the present one is over.</summary>
    /// <returns>True when it did.</returns>
    public bool Turn(TimeSpan now)
    {
        if (End is not { } end || now < end + Margin) return false;
        var windows = 1 + (now - end - Margin).Ticks / Length.Ticks;
        Turn(_reset + windows * _length, now);
        return true;
    }

    /// <summary>Whether one more call may go out.</summary>
    public Hold Ask(TimeSpan now)
    {
        if (now < _blockedUntil) return new Hold(_blockedUntil);
        if (Limit is not { } limit || End is not { } end) return AskUnknown(now);
        var own = _counted + InFlight;
        if (_lookBy is { } look && now < look)
        {
            if (own >= Probes || (_peers.Count > 1 && own >= _claim)) return new Hold(look);
        }
        else if (own >= (_peers.Count > 1 && _lookBy is null ? _claim : Part))
        {
            // A process that hears nothing of the others keeps to its equal part.
            return Held(end + Margin, now);
        }

        var rest = Remaining - (limit - Open(limit));
        var share = _peers.Count == 1 ? _share : IsShared ? 1.0 / _peers.Count : 1;
        var room = (int)Math.Ceiling(rest * share) - InFlight;
        return room > 0 ? Hold.None : Held(end + Margin, now);
    }

    /// <summary>Counts a released call.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="hasWaited">True for a call from the queue.</param>
    /// <returns>True for the first call after a pause, when much may have changed.</returns>
    public bool Send(TimeSpan now, bool hasWaited)
    {
        var isFirst = !hasWaited && IsFirst(now);
        if (isFirst) _atWorkSince = now;
        InFlight++;
        _sentLast = now;
        return isFirst;
    }

    /// <summary>Whether the next call is the first one after a pause.</summary>
    public bool IsFirst(TimeSpan now) => InFlight == 0 && now - _sentLast >= Quick;

    private Hold Held(TimeSpan until, TimeSpan now)
    {
        _heldLast = now;
        return new Hold(until);
    }

    /// <summary>
    /// The calls available to this machine. A small reserve remains for other integrations and for calls in progress elsewhere.
    /// </summary>
    private static int Open(int limit) => Math.Max(1, limit - Math.Max(1, limit / 50));

    /// <summary>
    /// True while other callers than the known processes use the window, so that the remaining calls are not all available.
    /// </summary>
    private bool IsShared => _refusedIn > 0 && _refusedIn >= _resetBefore
        || (Limit is { } limit && limit - Remaining - _counted
            > Math.Max(_taken, (_peers.Count - 1) * (limit / _peers.Count + 1)) + Math.Max(2, limit / 50));
}
