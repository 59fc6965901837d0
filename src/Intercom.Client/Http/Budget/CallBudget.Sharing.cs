using System.Collections.Concurrent;

namespace Intercom.Http;

/// <content>Who shares a budget: all that a process connects with the same token, and the other processes of the machine.</content>
public sealed partial class CallBudget
{
    // Created only once, because each instance counts as a process of its own for the others.
    private static readonly ConcurrentDictionary<string, Lazy<CallBudget>> Shared = new();

    private readonly BudgetHeartbeat? _heartbeat;
    private int _told;

    /// <summary>What those who share the budget within this process write.</summary>
    internal WriteFeed Writes { get; } = new();

    /// <summary>Creates a budget that is shared with other processes.</summary>
    internal CallBudget(TimeProvider time, IBudgetPeers peers) : this(time) =>
        _heartbeat = new BudgetHeartbeat(time, peers, Decide, Looked);

    static CallBudget() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var budget in Shared.Values)
        {
            if (budget.IsValueCreated) budget.Value._heartbeat?.End();
        }
    };

    /// <summary>The budget that this process keeps for a host and token.</summary>
    public static CallBudget For(Uri host, string token, TimeProvider time)
    {
        var key = BitConverter.ToString(Sha256.Of(host.GetLeftPart(UriPartial.Authority) + "\n" + token)).Replace("-", "");
        return Shared.GetOrAdd(key, _ => new Lazy<CallBudget>(() => new CallBudget(time, new BudgetPeers(key.Substring(0, 32))))).Value;
    }

    /// <summary>Why the other processes of this machine cannot be known, to be reported once. Null while they can.</summary>
    internal string? TakeRefusal() => _heartbeat?.Refusal is { } refusal && Interlocked.Exchange(ref _told, 1) == 0 ? refusal : null;

    /// <summary>Counts a connection. While there is one, the other processes know about this one.</summary>
    internal void Join()
    {
        if (_heartbeat is null) return;
        lock (_lock)
        {
            // Others may be in the middle of their window.
            if (!_heartbeat.IsRunning) _window.AwaitLook(Now);
        }
        _heartbeat.Join();
    }

    /// <summary>Counts a connection that has ended.</summary>
    internal void Leave() => _heartbeat?.Leave();

    private PeerNote Decide(PeerView peers)
    {
        lock (_lock)
        {
            var now = Now;
            if (_window.Turn(now) | _window.Follow(now, peers)) _queue.Turn();
            return _window.Look(now, peers, _queue.Count > 0);
        }
    }

    private void Looked()
    {
        bool waits;
        lock (_lock) waits = _queue.Count > 0;
        if (waits) Pump();
    }
}
