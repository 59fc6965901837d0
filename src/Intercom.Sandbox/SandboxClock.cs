namespace Intercom.Sandbox;

/// <summary>A clock that runs as another one does, and can be moved forward: snoozes end, exports and scrolls expire.</summary>
/// <param name="inner">The clock that it runs with.</param>
public sealed class SandboxClock(TimeProvider inner) : TimeProvider
{
    private const int LastYear = 2200;
    private long _ahead;

    /// <summary>The clock that it runs with.</summary>
    internal TimeProvider Inner => inner;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Moves the clock to a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is in the past of this clock, or after the year 2200.</exception>
    public void MoveTo(DateTimeOffset time)
    {
        var ahead = (time - inner.GetUtcNow()).Ticks;
        var further = ahead - Interlocked.Read(ref _ahead);
        // A time that was read a moment ago means now.
        if (further <= 0 && further > -TimeSpan.TicksPerSecond) return;
        if (further < 0) throw new ArgumentOutOfRangeException(nameof(time), time, "The clock of the sandbox cannot go back.");
        if (time.Year > LastYear)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"The clock of the sandbox ends with {LastYear}.");
        }
        Interlocked.Exchange(ref _ahead, ahead);
    }
}
