using System.Collections;

namespace Intercom.Sandbox.Store;

/// <summary>The objects of a table that meet a condition, in an order: so a page is read without a look at the others.</summary>
/// <param name="table">The table.</param>
/// <param name="condition">The condition, which depends on nothing but the object itself.</param>
/// <param name="key">What it is ordered by, and among equals by age.</param>
/// <param name="descending">Whether the greatest is the first.</param>
/// <param name="now">The time at which it is searched. Null for a list, which shows what a search does not find yet.</param>
internal sealed class KeptOrder(
    Table table, Func<Entity, bool> condition, Func<Entity, IComparable> key, bool descending, Func<DateTimeOffset>? now = null)
    : TableView(table), IReadOnlyList<Entity>
{
    private static readonly Comparer<(IComparable Key, long Sequence)> Order = Comparer<(IComparable Key, long Sequence)>.Create(
        (one, other) => Lists.Order.Compare(one.Key, other.Key) is var order and not 0 ? order : one.Sequence.CompareTo(other.Sequence));

    private readonly Dictionary<long, IComparable> _keys = [];
    private readonly HashSet<Entity> _hidden = [];
    private List<(IComparable Key, long Sequence)>? _ordered;

    public int Count => Current().Count;

    public Entity this[int index]
    {
        get
        {
            var ordered = Current();
            return Table.At(ordered[descending ? ordered.Count - 1 - index : index].Sequence)!;
        }
    }

    public IEnumerator<Entity> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void Add(Entity entity)
    {
        if (now is not null && entity.SearchableFrom > now())
        {
            _hidden.Add(entity);
            return;
        }
        if (!condition(entity)) return;
        var value = _keys[entity.Sequence] = key(entity);
        if (_ordered is null) return;
        var place = _ordered.BinarySearch((value, entity.Sequence), Order);
        _ordered.Insert(~place, (value, entity.Sequence));
    }

    /// <inheritdoc/>
    protected override void Remove(Entity entity)
    {
        _hidden.Remove(entity);
        if (!_keys.TryGetValue(entity.Sequence, out var value)) return;
        _keys.Remove(entity.Sequence);
        _ordered!.RemoveAt(_ordered.BinarySearch((value, entity.Sequence), Order));
    }

    private List<(IComparable Key, long Sequence)> Current()
    {
        if (_hidden.Count > 0)
        {
            var time = now!();
            foreach (var entity in _hidden) if (entity.SearchableFrom <= time) Note(entity);
        }
        Refresh();
        if (_ordered is null)
        {
            _ordered = _keys.Select(pair => (pair.Value, pair.Key)).ToList();
            _ordered.Sort(Order);
        }
        return _ordered;
    }
}
