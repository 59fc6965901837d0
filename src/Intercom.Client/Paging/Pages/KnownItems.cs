namespace Intercom.Paging;

/// <summary>
/// A set of items with bounded memory. It is exact up to its size. Beyond that, the oldest items are forgotten first, and at least as
/// many as its size are known. An item uses about 28 bytes, up to 56 while the set grows.
/// </summary>
internal sealed class KnownItems(int size = KnownItems.Size)
{
    /// <summary>The number of items that are certainly known.</summary>
    public const int Size = 1_000_000;

    private HashSet<ItemKey> _newer = [];
    private HashSet<ItemKey>? _older;

    /// <summary>True once items were forgotten.</summary>
    public bool Forgets { get; private set; }

    /// <summary>Adds an item. Returns false when it is known already.</summary>
    public bool Add(ItemKey key)
    {
        if (_older?.Contains(key) == true || !_newer.Add(key)) return false;
        if (_newer.Count < size) return true;
        Forgets = _older is not null;
        _older = _newer;
        _newer = [];
        return true;
    }

    /// <summary>True for an item that was added and not forgotten.</summary>
    public bool Contains(ItemKey key) => _newer.Contains(key) || _older?.Contains(key) == true;
}
