namespace Intercom.Sandbox.Store;

/// <summary>One object of the workspace: its own fields as JSON, and the ids of its linked objects.</summary>
internal sealed class Entity(string id, long sequence, JsonObject fields, UndoLog undo)
{
    private readonly Dictionary<string, List<string>> _links = [];
    private DateTimeOffset _searchableFrom;

    public string Id { get; } = id;

    /// <summary>Increases with each new object: the order of lists without another order.</summary>
    public long Sequence { get; } = sequence;

    public FieldSet Fields { get; } = new(fields, undo);

    /// <summary>Called when the fields may change, so that an index can look at them again.</summary>
    public Action? Touched
    {
        set => Fields.Touched = value;
    }

    /// <summary>When a search finds it first.</summary>
    public DateTimeOffset SearchableFrom
    {
        get => _searchableFrom;
        set
        {
            var before = _searchableFrom;
            undo.Record(() => _searchableFrom = before);
            _searchableFrom = value;
        }
    }

    /// <summary>The ids of linked objects of one kind: <c>tags</c>, <c>companies</c>, <c>notes</c> ...</summary>
    public List<string> Linked(string kind)
    {
        if (!_links.TryGetValue(kind, out var ids)) _links[kind] = ids = [];
        if (undo.FirstTouch(this, kind))
        {
            var before = ids.ToArray();
            undo.Record(() =>
            {
                ids.Clear();
                ids.AddRange(before);
            });
        }
        return ids;
    }

    public string? Text(string field) => fields[field]?.ToString();

    public long Number(string field) => (long)(fields[field].Number() ?? 0);
}

/// <summary>The objects of one kind, by id and in the order in which they were made.</summary>
internal sealed class Table(UndoLog undo)
{
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Entity> _bySequence = [];

    public int Count => _byId.Count;

    /// <summary>Called for an object that is added, removed, or whose fields may change.</summary>
    public Action<Entity>? Touched { get; set; }

    public IEnumerable<Entity> All => _bySequence.Values;

    public Entity? Find(string? id) => id is not null && _byId.TryGetValue(id, out var entity) ? entity : null;

    public void Add(Entity entity)
    {
        if (Find(entity.Id) is { } known) Remove(known);
        undo.Record(() => Drop(entity));
        Put(entity);
    }

    public void Remove(Entity entity)
    {
        if (Find(entity.Id) != entity) return;
        undo.Record(() => Put(entity));
        Drop(entity);
    }

    private void Put(Entity entity)
    {
        _byId[entity.Id] = entity;
        _bySequence[entity.Sequence] = entity;
        if (Touched is null) return;
        entity.Touched = () => Touched(entity);
        Touched(entity);
    }

    private void Drop(Entity entity)
    {
        _byId.Remove(entity.Id);
        _bySequence.Remove(entity.Sequence);
        Touched?.Invoke(entity);
    }
}
