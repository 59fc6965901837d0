namespace Intercom.Http;

/// <summary>
/// Tells the server's time on the local monotonic clock. Each answer's Date is at most as late as the moment it was read, so the least
/// difference seen is the
/// closest one: a moment of the server, moved by it, comes a little late here and never early.
/// </summary>
internal sealed class ServerClock
{
    /// <summary>How long a difference counts, at least: clocks drift, and a server's may be set.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(60);

    private TimeSpan? _least;
    private TimeSpan? _leastBefore;
    private TimeSpan _turnsAt;
    private TimeSpan? _proved;
    private TimeSpan _provedUntil;
    private bool _byDate;

    /// <summary>Local monotonic time minus the server's Unix time. Null before the first response.</summary>
    public TimeSpan? Difference
    {
        get
        {
            var least = _least is { } now && _leastBefore is { } before ? (now < before ? now : before) : _least ?? _leastBefore;
            return least < _proved ? _proved : least;
        }
    }

    /// <summary>Takes an answer's Date.</summary>
    public void Hear(TimeSpan now, DateTimeOffset date)
    {
        if (!_byDate) (_byDate, _least, _leastBefore) = (true, null, null);
        if (now >= _turnsAt) (_leastBefore, _least, _turnsAt) = (_least, null, now + Age);
        if (now >= _provedUntil) _proved = null;
        var difference = now - Unix(date);
        if (_least is null || difference < _least) _least = difference;
    }

    /// <summary>Takes the local clock for the server's, where answers have no Date.</summary>
    public void Assume(TimeSpan now, DateTimeOffset local)
    {
        if (!_byDate) _least = now - Unix(local);
    }

    /// <summary>A call sent at a moment was still counted in a window that had ended by this clock: it was fast.</summary>
    public void Prove(TimeSpan now, TimeSpan sentAt, long reset)
    {
        var difference = sentAt - TimeSpan.FromSeconds(reset);
        if (_proved is null || difference > _proved) _proved = difference;
        _provedUntil = now + Age + Age;
    }

    private static TimeSpan Unix(DateTimeOffset date) => date - DateTimeOffset.FromUnixTimeSeconds(0);
}
