using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>One item of the fake list: where it lies, and a number that orders those at the same place.</summary>
internal sealed record Placed(long Place, int Number)
{
    public string Id => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A list on a line of positions. Calls can be held back and let go in any order; it counts what is under way, and how many items were read
/// and not yet taken.
/// </summary>
internal sealed class FakeSlices(IEnumerable<Placed> items, int pageSize) : ISliceSource
{
    private readonly object _lock = new();
    private readonly SortedSet<Placed> _items = new(
        items, Comparer<Placed>.Create((a, b) => a.Place != b.Place ? a.Place.CompareTo(b.Place) : a.Number.CompareTo(b.Number)));
    private readonly List<TaskCompletionSource<bool>> _held = [];
    private int _underWay;

    /// <summary>Holds calls until the test lets them go.</summary>
    public bool Holds { get; init; }

    /// <summary>The edges belong to both neighbours, as where a server reads before and after as "or equal".</summary>
    public bool SharedEdges { get; init; }

    /// <summary>An item is said to lie at its own position or a neighbour's, as a day in an unknown zone.</summary>
    public bool Blurred { get; init; }

    /// <summary>False to answer the question for the last item at once, also where calls are held.</summary>
    public bool HoldsLast { get; init; } = true;

    /// <summary>True to send no totals.</summary>
    public bool WithoutTotals { get; init; }

    /// <summary>A wrong total to send.</summary>
    public long? Total { get; init; }

    /// <summary>Called before a page is created. It may throw, and may change the list.</summary>
    public Action<FakeSlices, long?, string>? Before { get; set; }

    /// <summary>Reading this item fails.</summary>
    public int? Unreadable { get; init; }

    public int Calls { get; private set; }

    public int MostUnderWay { get; private set; }

    /// <summary>What was said about the cut.</summary>
    public List<string> Told { get; } = [];

    public long Read { get; private set; }

    /// <summary>Told by the consumer.</summary>
    public long Taken { get; set; }

    public long MostAhead { get; private set; }

    public int UnderWay
    {
        get
        {
            lock (_lock) return _underWay;
        }
    }

    public string[] Ids
    {
        get
        {
            lock (_lock) return _items.Select(item => item.Id).ToArray();
        }
    }

    public void Add(Placed item)
    {
        lock (_lock) _items.Add(item);
    }

    public void Remove(Placed item)
    {
        lock (_lock) _items.Remove(item);
    }

    /// <summary>The number of held calls.</summary>
    public int Held
    {
        get
        {
            lock (_lock) return _held.Count;
        }
    }

    /// <summary>Releases one held call.</summary>
    public bool LetGo(Func<int, int> choose)
    {
        TaskCompletionSource<bool> call;
        lock (_lock)
        {
            if (_held.Count == 0) return false;
            var at = choose(_held.Count);
            call = _held[at];
            _held.RemoveAt(at);
        }
        return call.TrySetResult(true);
    }

    public PartitionedReader Reader(int atOnce) => new(this, pageSize, atOnce, message =>
    {
        lock (_lock) Told.Add(message);
    });

    public string Print(long? position) => position?.ToString(CultureInfo.InvariantCulture) ?? "open";

    public ISliceWalk Open(long? from, long? to) => new FakeWalk(this, from, to);

    public async Task<long?> LastAsync(CancellationToken cancellation)
    {
        if (HoldsLast) await HoldAsync(cancellation);
        lock (_lock) return _items.Max?.Place;
    }

    private async Task HoldAsync(CancellationToken cancellation)
    {
        if (!Holds)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            return;
        }
        var held = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(() => held.TrySetCanceled(cancellation));
        lock (_lock) _held.Add(held);
        await held.Task;
    }

    private async Task<ISlicePage> FetchAsync(long? from, long? to, string cursor, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Calls++;
            _underWay++;
            MostUnderWay = Math.Max(MostUnderWay, _underWay);
        }
        try
        {
            await HoldAsync(cancellation);
            Before?.Invoke(this, from, cursor);
            lock (_lock)
            {
                var wide = SharedEdges ? 1 : 0;
                var all = _items.Where(item => !(item.Place < from - wide) && !(item.Place > to + wide)).ToList();
                var rest = all;
                if (cursor.Length > 0)
                {
                    var behind = cursor.Split('|').Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
                    rest = all.Where(item => item.Place > behind[0] || (item.Place == behind[0] && item.Number > behind[1])).ToList();
                }
                var page = rest.Take(pageSize).ToList();
                return new FakePage(
                    this,
                    page,
                    WithoutTotals ? null : Total ?? all.Count,
                    rest.Count > page.Count ? $"{page[^1].Place}|{page[^1].Number}" : null);
            }
        }
        finally
        {
            lock (_lock) _underWay--;
        }
    }

    private sealed class FakeWalk(FakeSlices list, long? from, long? to) : ISliceWalk
    {
        public Task<ISlicePage> FetchAsync(string cursor, CancellationToken cancellation) =>
            list.FetchAsync(from, to, cursor, cancellation);
    }

    private SliceItem Mark(Placed item)
    {
        if (!Blurred) return new SliceItem(item.Id, item.Id, item.Place, item.Place);
        return item.Number % 2 == 0
            ? new SliceItem(item.Id, item.Id, item.Place - 1, item.Place)
            : new SliceItem(item.Id, item.Id, item.Place, item.Place + 1);
    }

    private sealed class FakePage(FakeSlices list, List<Placed> page, long? total, string? next) : ISlicePage
    {
        public int Count => page.Count;

        public long? Total => total;

        public string? Next => next;

        public long? Last => page.Count == 0 || page[^1].Number == list.Unreadable ? null : list.Mark(page[^1]).Low;

        public SliceItems Read()
        {
            lock (list._lock)
            {
                list.Read += page.Count;
                list.MostAhead = Math.Max(list.MostAhead, list.Read - list.Taken);
            }
            var readable = page.TakeWhile(item => item.Number != list.Unreadable).Select(list.Mark).ToList();
            return new SliceItems(readable, readable.Count < page.Count ? new FormatException("unreadable") : null);
        }

        public void Dispose() { }
    }
}
