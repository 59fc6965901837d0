namespace Intercom.Sandbox.Store;

/// <summary>One object of the workspace: its own fields as JSON, and the ids of its linked objects.</summary>
internal sealed class Entity
{
    private readonly Dictionary<string, List<string>> _links = [];
    private readonly UndoLog _undo;
    private readonly LazyRange? _range;
    private readonly int _place;
    private DateTimeOffset _searchableFrom;
    private Action? _touched;

    public Entity(string id, long sequence, JsonObject fields, UndoLog undo) =>
        (Id, Sequence, Fields, _undo) = (id, sequence, new FieldSet(fields, undo), undo);

    /// <summary>An object of a range, whose fields are made when they are used.</summary>
    public Entity(LazyRange range, int place, UndoLog undo)
    {
        (Id, Sequence, Fields) = (range.IdOf(place), range.FirstSequence + place, new FieldSet(range, place, undo));
        (_range, _place, _undo) = (range, place, undo);
    }

    public string Id { get; }

    /// <summary>Increases with each new object: the order of lists without another order.</summary>
    public long Sequence { get; }

    public FieldSet Fields { get; }

    /// <summary>Called when the fields or links may change, so that an index can look at them again.</summary>
    public Action? Touched
    {
        set => _touched = Fields.Touched = value;
    }

    /// <summary>When a search finds it first.</summary>
    public DateTimeOffset SearchableFrom
    {
        get => _searchableFrom;
        set
        {
            var before = _searchableFrom;
            _undo.Record(() =>
            {
                _searchableFrom = before;
                _touched?.Invoke();
            });
            _searchableFrom = value;
            _touched?.Invoke();
        }
    }

    /// <summary>The ids of linked objects of one kind, to change: <c>tags</c>, <c>companies</c>, <c>notes</c> ...</summary>
    public List<string> Linked(string kind)
    {
        if (!_undo.IsReading) _touched?.Invoke();
        if (!_links.TryGetValue(kind, out var ids)) _links[kind] = ids = [.. Links(kind)];
        if (_undo.FirstTouch(this, kind))
        {
            var before = ids.ToArray();
            _undo.Record(() =>
            {
                ids.Clear();
                ids.AddRange(before);
                _touched?.Invoke();
            });
        }
        return ids;
    }

    /// <summary>The ids of linked objects of one kind, to read.</summary>
    public IReadOnlyList<string> Links(string kind) =>
        _links.TryGetValue(kind, out var ids) ? ids : _range is null ? [] : _range.LinksOf(_place, kind);

    public string? Text(string field) => Fields[field]?.ToString();

    public long Number(string field) => (long)(Fields[field].Number() ?? 0);
}
