namespace Intercom.PowerShell;

/// <summary>The changes that were sent through a connection. Old ones are dropped when there are too many. Safe for many threads.</summary>
internal sealed class ChangeList : IDisposable
{
    /// <summary>Maximum number of changes.</summary>
    public const int Most = 10_000;

    /// <summary>Maximum total length of the values that changes keep for their reversal, in characters.</summary>
    private const long MostCharacters = 16_000_000;

    private readonly object _lock = new();
    private readonly Queue<IntercomChange> _changes = new();
    private long _size;
    private int _last;

    /// <summary>The changes of a connection.</summary>
    public static ChangeList Of(IntercomConnection connection) => connection.Kept<ChangeList>();

    /// <summary>The log of the connection; null without -LogPath.</summary>
    public ChangeLog? Log { get; set; }

    /// <summary>The number of changes that were dropped.</summary>
    public int Dropped
    {
        get
        {
            lock (_lock) return _last - _changes.Count;
        }
    }

    /// <summary>The changes, oldest first.</summary>
    public IReadOnlyList<IntercomChange> All
    {
        get
        {
            lock (_lock) return _changes.ToArray();
        }
    }

    /// <summary>Adds a change, and writes it to the log.</summary>
    /// <param name="change">The change.</param>
    /// <param name="undone">The change that it reverses completely; null for other changes.</param>
    /// <exception cref="ChangeLogException">The change could not be written to the log.</exception>
    public void Add(IntercomChange change, IntercomChange? undone)
    {
        lock (_lock)
        {
            change.Number = ++_last;
            if (undone is not null) undone.UndoneWith = change;
            _changes.Enqueue(change);
            _size += change.Size;
            while (_changes.Count > Most || (_size > MostCharacters && _changes.Count > 1)) _size -= _changes.Dequeue().Size;
            Log?.Write(change);
            change.Body = null;
        }
    }

    /// <summary>Fails when a change could not be written to the log.</summary>
    /// <exception cref="ChangeLogException">The log cannot be written.</exception>
    public void RequireLog()
    {
        if (Log?.Failure is { } failure) throw failure;
    }

    /// <summary>Closes the log.</summary>
    public void Dispose() => Log?.Dispose();
}
