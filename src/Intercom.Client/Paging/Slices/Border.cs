namespace Intercom.Paging;

/// <summary>
/// Knows again what neighbouring slices both give: the rest of a day of which a part was read already, and the edge itself should the
/// server count it to both sides. Holds the ids of two days, or two seconds, at most.
/// </summary>
internal sealed class Border
{
    private readonly Dictionary<string, long> _given = new(StringComparer.Ordinal);

    /// <summary>True for an item that was given already.</summary>
    public bool HasSeen(SliceItem item, long edge)
    {
        if (item.Id is not { } id) return false;
        if (_given.ContainsKey(id)) return true;
        var high = item.High ?? long.MaxValue;
        if (high >= edge) _given.Add(id, high);
        return false;
    }

    /// <summary>
    /// Moves on to the slice that starts here. An item that lies more than one position before its start is in no later slice. The
    /// position decides, not the slice, because an empty slice may lie between the two that return an item.
    /// </summary>
    public void PassTo(long? from)
    {
        if (from is not { } first) return;
        List<string>? gone = null;
        foreach (var pair in _given) if (pair.Value < first - 1) (gone ??= []).Add(pair.Key);
        if (gone is not null) foreach (var id in gone) _given.Remove(id);
    }
}
