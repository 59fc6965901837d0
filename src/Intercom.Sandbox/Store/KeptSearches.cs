namespace Intercom.Sandbox.Store;

/// <summary>The results of the last searches, so that the next page of a search costs a page, and not a look at everything.</summary>
internal sealed class KeptSearches
{
    private const int Most = 16;
    private readonly List<(string Search, KeptOrder Found)> _kept = [];

    /// <summary>The result of a search, kept from before or made now.</summary>
    /// <param name="search">What was asked for, with the order.</param>
    /// <param name="make">Makes the result.</param>
    /// <param name="isKept">False for a search that has to look at everything each time.</param>
    public KeptOrder Of(string search, Func<KeptOrder> make, bool isKept)
    {
        var place = _kept.FindIndex(known => known.Search == search);
        var found = place < 0 ? make() : _kept[place].Found;
        if (place >= 0) _kept.RemoveAt(place);
        if (isKept) _kept.Add((search, found));
        else found.Close();
        if (_kept.Count > Most)
        {
            _kept[0].Found.Close();
            _kept.RemoveAt(0);
        }
        return found;
    }
}
