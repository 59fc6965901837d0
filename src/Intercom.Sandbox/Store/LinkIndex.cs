namespace Intercom.Sandbox.Store;

/// <summary>Finds the objects of a table that have a link to another object, without a look at all of them.</summary>
internal sealed class LinkIndex(Table table, string kind) : TableView(table)
{
    private readonly Dictionary<string, List<long>> _byTarget = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IReadOnlyList<string>> _known = [];

    /// <summary>The objects that have a link to an id, the oldest first.</summary>
    public IEnumerable<Entity> Find(string target)
    {
        Refresh();
        return _byTarget.TryGetValue(target, out var found) ? found.ToArray().Select(place => Table.At(place)!) : [];
    }

    /// <summary>How many objects have a link to an id.</summary>
    public int CountOf(string target)
    {
        Refresh();
        return _byTarget.TryGetValue(target, out var found) ? found.Count : 0;
    }

    /// <inheritdoc/>
    protected override void Add(Entity entity)
    {
        var links = entity.Links(kind);
        if (links.Count == 0) return;
        _known[entity.Sequence] = links.ToArray();
        foreach (var target in links)
        {
            if (!_byTarget.TryGetValue(target, out var places)) _byTarget[target] = places = [];
            if (places.BinarySearch(entity.Sequence) is var free and < 0) places.Insert(~free, entity.Sequence);
        }
    }

    /// <inheritdoc/>
    protected override void Remove(Entity entity)
    {
        if (!_known.TryGetValue(entity.Sequence, out var links)) return;
        _known.Remove(entity.Sequence);
        foreach (var target in links)
        {
            if (!_byTarget.TryGetValue(target, out var places)) continue;
            places.Remove(entity.Sequence);
            if (places.Count == 0) _byTarget.Remove(target);
        }
    }
}
