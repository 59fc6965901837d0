namespace Intercom.Sandbox.Store;

/// <summary>The objects of one kind, by id and in the order in which they were made.</summary>
internal sealed class Table(UndoLog undo)
{
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Entity> _bySequence = [];

    /// <summary>The places of the range that are objects of their own by now, or deleted.</summary>
    private readonly HashSet<int> _taken = [];

    /// <summary>What the running call has looked at: two looks at an object must find the same.</summary>
    private readonly Dictionary<int, Entity> _handed = [];
    private LazyRange? _range;

    /// <summary>Called for an object that is added, removed, or whose fields or links may change.</summary>
    public event Action<Entity>? Touched;

    public int Count => _byId.Count + (_range is null ? 0 : _range.Count - _taken.Count);

    public UndoLog Undo => undo;

    /// <summary>How many objects were looked at for what is kept about the table. Tests count on it.</summary>
    public long Looks { get; set; }

    public IEnumerable<Entity> All => _range is null ? _bySequence.Values : Everything(_range);

    /// <summary>The objects that were made. Those of a range have not changed since the workspace was created.</summary>
    public IEnumerable<Entity> Made => _bySequence.Values;

    public Entity? Last => _bySequence.Values.LastOrDefault(entity => entity.Sequence >= End)
        ?? All.LastOrDefault();

    private long End => _range is null ? 0 : _range.FirstSequence + _range.Count;

    public Entity? Find(string? id)
    {
        if (id is null) return null;
        if (_byId.TryGetValue(id, out var entity)) return entity;
        return _range?.PlaceOf(id) is { } place and >= 0 && !_taken.Contains(place) ? Of(_range, place) : null;
    }

    /// <summary>The object at a place in the order of the workspace.</summary>
    public Entity? At(long sequence)
    {
        if (_bySequence.TryGetValue(sequence, out var entity)) return entity;
        var place = _range is null ? -1 : sequence - _range.FirstSequence;
        return place >= 0 && place < _range!.Count && !_taken.Contains((int)place) ? Of(_range, (int)place) : null;
    }

    /// <summary>The objects that meet a condition. The others are looked at and not made.</summary>
    public List<Entity> Where(Func<Entity, bool> condition) =>
        undo.Reading(() => All.Where(condition).Select(entity => entity.Sequence).ToList()).ConvertAll(place => At(place)!);

    public void Add(Entity entity)
    {
        if (Find(entity.Id) is { } known) Remove(known);
        undo.Record(() => Drop(entity));
        Put(entity);
    }

    /// <summary>Adds the objects of a range, whose places in the order and ids must be free.</summary>
    public void Add(LazyRange range)
    {
        _range = range;
        undo.Ended += _handed.Clear;
    }

    public void Remove(Entity entity)
    {
        if (Find(entity.Id) != entity) return;
        if (!_byId.ContainsKey(entity.Id)) Take(entity);
        undo.Record(() => Put(entity));
        Drop(entity);
    }

    private IEnumerable<Entity> Everything(LazyRange range)
    {
        // A look at an object can make it, which changes the order that is walked.
        var made = _bySequence.Values.ToArray();
        foreach (var entity in made.Where(entity => entity.Sequence < range.FirstSequence)) yield return entity;
        for (var place = 0; place < range.Count; place++)
        {
            if (At(range.FirstSequence + place) is { } entity) yield return entity;
        }
        foreach (var entity in made.Where(entity => entity.Sequence >= End)) yield return entity;
    }

    private Entity Of(LazyRange range, int place)
    {
        // What is only read is not kept: a search looks at hundreds of thousands.
        if (undo.IsReading) return _handed.TryGetValue(place, out var seen) ? seen : new Entity(range, place, undo);
        if (_handed.TryGetValue(place, out var known)) return known;
        var entity = _handed[place] = new Entity(range, place, undo);
        entity.Touched = () => Take(entity);
        return entity;
    }

    /// <summary>An object of the range may change: it is an object of its own from now on.</summary>
    private void Take(Entity entity)
    {
        if (!_taken.Add((int)(entity.Sequence - _range!.FirstSequence))) return;
        Put(entity);
    }

    private void Put(Entity entity)
    {
        _byId[entity.Id] = entity;
        _bySequence[entity.Sequence] = entity;
        entity.Touched = () => Touched?.Invoke(entity);
        Touched?.Invoke(entity);
    }

    private void Drop(Entity entity)
    {
        _byId.Remove(entity.Id);
        _bySequence.Remove(entity.Sequence);
        Touched?.Invoke(entity);
    }
}
