namespace Intercom.Sandbox.Store;

/// <summary>
/// Something that is kept about the objects of a table. All of them are looked at once, when it is used for the first time, and later
/// only those that were touched since.
/// </summary>
internal abstract class TableView
{
    private readonly HashSet<Entity> _touched = [];
    private bool _isFilled;

    protected TableView(Table table)
    {
        Table = table;
        table.Touched += Note;
    }

    protected Table Table { get; }

    /// <summary>Keeps nothing any more.</summary>
    public void Close() => Table.Touched -= Note;

    /// <summary>Takes an object in.</summary>
    protected abstract void Add(Entity entity);

    /// <summary>Forgets an object, which may have changed since it was taken in. It need not be known.</summary>
    protected abstract void Remove(Entity entity);

    /// <summary>Brings it up to date. Call it before each use.</summary>
    protected void Refresh()
    {
        if (_isFilled && _touched.Count == 0) return;
        Table.Undo.Reading(() =>
        {
            foreach (var entity in _isFilled ? _touched : Table.All)
            {
                Table.Looks++;
                if (_isFilled) Remove(entity);
                if (!_isFilled || Table.Find(entity.Id) == entity) Add(entity);
            }
            return _isFilled = true;
        });
        _touched.Clear();
    }

    /// <summary>Looks at an object again at the next use.</summary>
    protected void Note(Entity entity)
    {
        if (_isFilled) _touched.Add(entity);
    }
}
