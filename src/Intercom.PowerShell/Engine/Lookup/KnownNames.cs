using System.Collections.Concurrent;

namespace Intercom.PowerShell;

/// <summary>
/// The names that tables show instead of ids. The first id of a kind that was not read yet reads the list of the kind, once for each
/// connection, and waits for it for two seconds at most. After that, and when the token may not read the list, ids are shown. A pipeline
/// that shows no name makes no call.
/// </summary>
/// <param name="read">Reads the list of a kind. Its items are passed to <see cref="Remember"/>. Null to make no calls.</param>
internal sealed class KnownNames(Func<Type, Task>? read)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(Type Model, string Id), string> _names = new();
    private readonly ConcurrentDictionary<Type, Lazy<bool>> _lists = new();

    /// <summary>Remembers the name of an item that was read.</summary>
    public void Remember(object? item)
    {
        if (item is null || NamedKinds.Find(item.GetType()) is not { IsShown: true } kind) return;
        foreach (var named in kind.Items(item))
        {
            if (named.Id is not null && (named.Shown ?? named.Names[0]) is { Length: > 0 } name) _names[(kind.Model, named.Id)] = name;
        }
    }

    /// <summary>The name of an id; null where it is not known and cannot be read.</summary>
    public string? Of(Type model, string id)
    {
        if (_names.TryGetValue((model, id), out var name)) return name;
        if (read is null || !_lists.GetOrAdd(model, kind => new Lazy<bool>(() => TryRead(Task.Run(() => read(kind))))).Value) return null;
        return _names.TryGetValue((model, id), out name) ? name : null;
    }

    /// <summary>
    /// Waits for a list, for the first of the objects only: a table reads this for each row. A list that arrives later is used then.
    /// </summary>
    private static bool TryRead(Task list)
    {
        try
        {
            list.Wait(Patience);
            return true;
        }
        catch (AggregateException)
        {
            // A table with ids is better than no table. The cmdlet that lists the kind reports the same error.
            return false;
        }
    }
}
