namespace Intercom.Http;

/// <content>
/// What this process may use of a window beside the other processes of the machine: no more than it has claimed. Processes claim one after
/// the other, and all claims together are no more than the window has.
/// </content>
internal sealed partial class BudgetWindow
{
    /// <summary>The last second of the year 9999.</summary>
    public const long LastReset = 253402300799;

    /// <summary>A call is kept for each idle process where the window has so many calls for each process.</summary>
    private const int RoomForIdle = 20;

    private int _want = BudgetShare.Everything;
    private int _claim;
    private int _taken;
    private int _othersUsed;
    private long _firstReset;
    private TimeSpan _firstUntil;

    /// <summary>Goes on to a window that another process is in already: its clock is the better one.</summary>
    /// <returns>True when it did.</returns>
    public bool Follow(TimeSpan now, PeerView peers)
    {
        if (Limit is null || peers.Count == 1) return false;
        var latest = peers.Others.Max(other => other.Limit > 0 ? other.Reset : 0);
        if (latest <= _reset || latest > _reset + Length.TotalSeconds) return false;
        Turn(latest, now);
        return true;
    }

    /// <summary>Applies the state of the other processes.</summary>
    /// <returns>What this process publishes.</returns>
    public PeerNote Look(TimeSpan now, PeerView peers, bool isWaiting)
    {
        (_peers, _lookBy) = (peers, null);
        var want = Want(now, isWaiting);
        if (Limit is not { } limit) return LookUnknown(now, peers, want);
        var (own, open) = (_counted + InFlight, Open(limit));
        var target = BudgetShare.Equal(open, peers, _reset / _length);
        if (!isWaiting && InFlight == 0 && now - _sentLast >= Pause) target = own + KeptForIdle(open);
        else if (now >= Settled && peers.HasTurn) target = Math.Min(BudgetShare.Fair(open, peers, _reset / _length), Math.Max(own, want));
        _taken = Taken(now, _reset, open);
        _claim = Math.Max(own, Math.Min(target, open - _taken));
        _want = want;
        return new PeerNote(want, _reset, limit, _claim, own, InFlight);
    }

    /// <summary>The first call after a pause must wait for the present state of the others, not for the next beat.</summary>
    public void Begin(TimeSpan now)
    {
        _atWorkSince = now;
        AwaitLook(now);
    }

    private TimeSpan Settled => (_since > _atWorkSince ? _since : _atWorkSince) + Settling;

    /// <summary>What the others have claimed of a window.</summary>
    private int Taken(TimeSpan now, long reset, int open)
    {
        var (taken, used, begun, carried) = (0, 0, 0, 0);
        foreach (var other in _peers.Others)
        {
            if (other.Reset == reset)
            {
                taken += other.Claim;
                used += other.Used;
            }
            else if (other.Reset < reset)
            {
                var start = other.Want > 0 ? Math.Min(Probes, Math.Max(1, open / _peers.Count)) : KeptForIdle(open);
                begun += start;
                carried += Math.Max(0, other.Claim - other.Used + other.InFlight - start);
            }
            else if (other.Reset <= reset + _length)
            {
                // The window is over for a process with a better clock.
                taken = open;
            }
        }
        // Those who have gone have used it all the same.
        _othersUsed = Math.Max(_othersUsed, used);
        // Each of them starts with at most its equal part.
        taken = Math.Max(taken, _othersUsed) + Math.Min(begun, open - BudgetShare.Equal(open, _peers, reset / _length));
        // What they do in the window before, because their clocks are late, may count in this one.
        return now < _since + Settling ? taken + carried : taken;
    }

    /// <summary>The number of calls with which this process starts a window, before it reads the others.</summary>
    private int Start(int open) =>
        _want > 0 ? Math.Min(Probes, BudgetShare.Equal(open, _peers, _reset / _length)) : KeptForIdle(open);

    private int KeptForIdle(int open) => open >= RoomForIdle * _peers.Count ? 1 : 0;

    /// <summary>A process that knows no window learns from the others whether there is room for its first call.</summary>
    private PeerNote LookUnknown(TimeSpan now, PeerView peers, int want)
    {
        var latest = peers.Others.Where(other => other.Limit > 0).OrderBy(other => other.Reset).LastOrDefault();
        if (latest.Limit == 0)
        {
            _firstReset = 0;
            return new PeerNote(want, Used: InFlight, InFlight: InFlight);
        }
        if (latest.Reset != _firstReset) (_firstReset, _firstUntil, _othersUsed) = (latest.Reset, now + Length, 0);
        var open = Open(latest.Limit);
        _claim = Math.Max(InFlight, open > Taken(now, latest.Reset, open) ? 1 : 0);
        return new PeerNote(want, _firstReset, 0, _claim, InFlight, InFlight);
    }

    private Hold AskUnknown(TimeSpan now)
    {
        if (_hasAnswered) return Hold.None;
        if (_lookBy is { } look && now < look) return new Hold(look);
        if (_firstReset > 0 && _claim == 0 && now < _firstUntil) return new Hold(_firstUntil);
        var most = _lookBy is not null || _peers.Others.Any(other => other.Want > 0) ? 1 : FirstCalls;
        return InFlight < most ? Hold.None : new Hold(TimeSpan.MaxValue);
    }
}
