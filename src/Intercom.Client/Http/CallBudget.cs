using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Http;

/// <summary>What is known of the call budget.</summary>
/// <param name="Limit">Calls in a window, as the server last said.</param>
/// <param name="Remaining">Calls left in the window, as the server last said.</param>
/// <param name="ResetAt">When the window ends, by the local clock.</param>
/// <param name="Calls">Calls sent by this process so far.</param>
/// <param name="Throttled">Answers with status 429 so far.</param>
public sealed record BudgetReading(int? Limit, int? Remaining, DateTime? ResetAt, long Calls, long Throttled);

/// <summary>
/// Keeps a process within Intercom's call budget. One budget is shared by everything in the process that uses the same host and token.
/// It knows no constants: it learns from <c>X-RateLimit-*</c>, and reads the end of the window against the answer's own <c>Date</c>, so that a wrong
/// local clock changes nothing. Processes of the same user and machine know of each other and take equal parts of a window; what one of them leaves is
/// open to all towards its end. Others on the same workspace are seen by what vanishes from the budget without our doing: this process keeps to its share of the rest.
/// </summary>
public sealed class CallBudget
{
    // Made once only: each one made is a process of its own to the others.
    private static readonly ConcurrentDictionary<string, Lazy<CallBudget>> Shared = new();

    /// <summary>The longest wait on a server's word: Intercom's windows last ten seconds, and nobody should sit before a prompt for hours because a server says so.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How long a 429 shuts the door that says nothing of a time, or nothing that can be believed.</summary>
    internal static readonly TimeSpan ShortBlock = TimeSpan.FromSeconds(1);

    /// <summary>The last part of a window, in which a process may go beyond its equal part.</summary>
    private const double LatePart = 0.3;

    /// <summary>How old the word of the server may be before one call alone asks for a newer one, beyond the equal part.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time;
    private readonly Func<int>? _peers;
    private readonly object _lock = new();
    private readonly Random _jitter = new();
    private int? _limit;
    private int _remaining;
    private DateTimeOffset _resetAt = DateTimeOffset.MinValue;
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;
    private TimeSpan _window;
    private DateTimeOffset _heardAt = DateTimeOffset.MinValue;
    private int _inFlight;
    private int _ownInWindow;
    private double _share = 1;
    private long _calls;
    private long _throttled;

    /// <summary>Creates a budget of its own.</summary>
    public CallBudget(TimeProvider time) => _time = time;

    /// <summary>Creates a budget that is shared in equal parts.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="peers">How many processes share it just now, this one included.</param>
    internal CallBudget(TimeProvider time, Func<int> peers) : this(time)
    {
        _peers = peers;
        // To be known to the others before the first call.
        peers();
    }

    /// <summary>The budget that this process keeps for a host and token.</summary>
    public static CallBudget For(Uri host, string token, TimeProvider time)
    {
        var key = BitConverter.ToString(Sha256.Of(host.GetLeftPart(UriPartial.Authority) + "\n" + token)).Replace("-", "");
        return Shared.GetOrAdd(key, _ => new Lazy<CallBudget>(() => new CallBudget(time, new BudgetPeers(key.Substring(0, 32)).Count))).Value;
    }

    /// <summary>What is known now.</summary>
    public BudgetReading Reading
    {
        get
        {
            lock (_lock)
            {
                var known = _limit is not null;
                return new BudgetReading(_limit, known ? (_time.GetUtcNow() >= _resetAt ? _limit : Math.Max(0, _remaining)) : null, known ? _resetAt.LocalDateTime : null, _calls, _throttled);
            }
        }
    }

    /// <summary>Waits until a call may be sent. Each call that was let through must be given back with <see cref="Release"/>.</summary>
    /// <param name="waiting">Told the length of a wait before it begins.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask AcquireAsync(Action<TimeSpan>? waiting, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            TimeSpan wait;
            lock (_lock)
            {
                wait = WaitNow();
                if (wait <= TimeSpan.Zero)
                {
                    _inFlight++;
                    _ownInWindow++;
                    _calls++;
                    return;
                }
            }
            waiting?.Invoke(wait);
#if NET8_0_OR_GREATER
            await Task.Delay(wait, _time, cancellation).ConfigureAwait(false);
#else
            await _time.Delay(wait, cancellation).ConfigureAwait(false);
#endif
        }
    }

    /// <summary>Gives a call back, with what its answer said about the budget. Times beyond the longest wait are not believed.</summary>
    /// <param name="limit">X-RateLimit-Limit.</param>
    /// <param name="remaining">X-RateLimit-Remaining.</param>
    /// <param name="untilReset">X-RateLimit-Reset less the answer's Date.</param>
    /// <param name="blockedFor">How long a 429 shuts the door.</param>
    public void Release(int? limit = null, int? remaining = null, TimeSpan? untilReset = null, TimeSpan? blockedFor = null)
    {
        lock (_lock)
        {
            _inFlight--;
            var now = _time.GetUtcNow();
            if (blockedFor is { } block)
            {
                _throttled++;
                var until = now + (block > LongestWait ? ShortBlock : block);
                if (until > _blockedUntil) _blockedUntil = until;
            }
            if (limit is not { } total || remaining is not { } left || untilReset is not { } rest || rest > LongestWait) return;

            var reset = now + rest;
            if (now >= _resetAt || reset > _resetAt + TimeSpan.FromSeconds(2))
            {
                // A new window: what is in flight was sent into it, or nearly.
                _resetAt = reset;
                _window = rest;
                _remaining = left;
                _ownInWindow = _inFlight + 1;
            }
            else
            {
                // Answers overtake one another; within a window the budget only falls.
                _remaining = Math.Min(_remaining, left);
            }
            _limit = total;
            _heardAt = now;
            var used = total - _remaining;
            if (used >= 10) _share = Math.Max(0.05, Math.Min(1, 0.7 * _share + 0.3 * _ownInWindow / used));
        }
    }

    private TimeSpan WaitNow()
    {
        var now = _time.GetUtcNow();
        var peers = _peers?.Invoke() ?? 1;
        // Waiters do not all start in the same millisecond.
        if (now < _blockedUntil) return _blockedUntil - now + TimeSpan.FromMilliseconds(_jitter.Next(5, 120));
        if (_limit is not { } limit || now >= _resetAt) return TimeSpan.Zero;

        // A small reserve stays for other integrations and for what is on its way elsewhere.
        var reserve = Math.Max(1, limit / 50);
        if (peers > 1 && _ownInWindow >= (limit - reserve) / peers)
        {
            var late = _resetAt - TimeSpan.FromTicks((long)(_window.Ticks * LatePart));
            if (now < late) return late - now + TimeSpan.FromMilliseconds(_jitter.Next(20, 300));
            // The others have gone on meanwhile: one call asks how much is left.
            if (now - _heardAt > Stale && _inFlight > 0) return TimeSpan.FromMilliseconds(_jitter.Next(10, 40));
        }
        var mine = (int)Math.Ceiling((_remaining - reserve) * (peers > 1 ? 1.0 / peers : _share)) - _inFlight;
        if (mine > 0) return TimeSpan.Zero;
        return _resetAt - now + TimeSpan.FromMilliseconds(_jitter.Next(20, 150));
    }
}
