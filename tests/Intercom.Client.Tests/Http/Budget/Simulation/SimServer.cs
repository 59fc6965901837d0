using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget.Simulation;

/// <summary>
/// What Intercom does with a budget: windows of ten seconds by its own clock, headers on each answer, Date in whole seconds.
/// </summary>
internal sealed class SimServer(SimWorld world, int limit, TimeSpan phase)
{
    public const int Seconds = 10;

    public static DateTimeOffset Epoch { get; } = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private long _window = -1;
    private int _used;

    /// <summary>Calls in a window; may change at any time.</summary>
    public int Limit { get; set; } = limit;

    /// <summary>Calls that were executed, by window and caller.</summary>
    public Dictionary<(long Window, int Caller), int> Executed { get; } = [];

    public int Calls { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The window at a moment.</summary>
    public long WindowAt(TimeSpan time) => (time + phase).Ticks / TimeSpan.FromSeconds(Seconds).Ticks;

    /// <summary>When a window begins.</summary>
    public TimeSpan Begin(long window) => TimeSpan.FromSeconds(window * Seconds) - phase;

    public SimAnswer Call(int caller)
    {
        var window = WindowAt(world.Now);
        if (window != _window) (_window, _used) = (window, 0);
        var isRefused = _used >= Limit;
        if (!isRefused) _used++;
        if (caller >= 0)
        {
            Calls++;
            if (isRefused) Refused++;
            else Executed[(window, caller)] = Executed.GetValueOrDefault((window, caller)) + 1;
        }
        var date = DateTimeOffset.FromUnixTimeSeconds((Epoch + world.Now + phase).ToUnixTimeSeconds());
        var reset = Epoch.ToUnixTimeSeconds() + (window + 1) * Seconds;
        TimeSpan? blocked = isRefused ? DateTimeOffset.FromUnixTimeSeconds(reset) - date : null;
        return new SimAnswer(isRefused, new BudgetAnswer(Limit, Limit - _used, reset, date, blocked));
    }
}

internal readonly record struct SimAnswer(bool IsRefused, BudgetAnswer Headers);

/// <summary>The place where processes meet, without files.</summary>
internal sealed class SimBoard(SimWorld world)
{
    private readonly SortedDictionary<string, (PeerNote Note, TimeSpan At)> _there = new(StringComparer.Ordinal);

    public IBudgetPeers Place(string name) => new SimPlace(this, name);

    private sealed class SimPlace(SimBoard board, string name) : IBudgetPeers
    {
        public string? Refusal => null;

        public void Exchange(Func<PeerView, PeerNote> decide) => board._there[name] = (decide(Look()), board.World.Now);

        private PeerView Look()
        {
            var rank = 0;
            var others = new List<PeerNote>();
            foreach (var (other, seen) in board._there)
            {
                if (other == name || board.World.Now - seen.At >= TimeSpan.FromSeconds(10)) continue;
                if (string.CompareOrdinal(other, name) < 0) rank++;
                others.Add(seen.Note);
            }
            return new PeerView(rank, others);
        }

        public void Leave() => board._there.Remove(name);
    }

    private SimWorld World { get; } = world;
}
