namespace Intercom.Paging;

/// <summary>How a range is cut.</summary>
/// <param name="Starts">The start of each slice.</param>
/// <param name="Pages">How many pages each is expected to have.</param>
internal sealed record SlicePlan(IReadOnlyList<long> Starts, int Pages)
{
    // More pages in a slice would enlarge the memory for pages ahead. Fewer would waste calls on pages that are not full.
    private const int MostPages = 4;

    // The total is only what the server states. With more pages than this, the slices are larger than planned and are cut again.
    private const int MostSlices = 10_000;

    /// <summary>
    /// Cuts a range whose items are taken to lie evenly: so that the slices take the fewest rounds of calls, and among those the fewest
    /// calls. Where they do not lie evenly, a slice that proves too large is cut again.
    /// </summary>
    /// <param name="from">The first position.</param>
    /// <param name="to">The last position, not before the first.</param>
    /// <param name="items">How many items are in it.</param>
    /// <param name="pageSize">The number of items on a page.</param>
    /// <param name="atOnce">How many calls may be under way.</param>
    public static SlicePlan Cut(long from, long to, long items, int pageSize, int atOnce)
    {
        var units = to - from + 1;
        items = Math.Min(items, (long)MostSlices * pageSize);
        var density = Math.Max(items, 1) / (double)units;
        (long Count, int Pages, long Rounds) best = (1, (int)Math.Min(int.MaxValue, PagesOf(items, pageSize)), long.MaxValue);
        for (var pages = 1; pages <= MostPages; pages++)
        {
            // Chance puts more items into some slices than into others. Full pages with room for that waste the fewest calls.
            var room = Math.Max(1, (pages * pageSize) - Spread(pages * pageSize));
            var width = (long)Math.Max(1, Math.Min(units, Math.Floor(room / density)));
            var count = (units + width - 1) / width;
            var each = width * density <= room ? pages : PagesOf(density + Spread(density), pageSize);
            var rounds = (count + atOnce - 1) / atOnce * each;
            if (rounds < best.Rounds || (rounds == best.Rounds && count * each < best.Count * best.Pages))
            {
                best = (count, (int)Math.Min(int.MaxValue, each), rounds);
            }
        }
        var starts = new long[best.Count];
        for (var i = 0L; i < best.Count; i++) starts[i] = from + (long)((decimal)units * i / best.Count);
        return new SlicePlan(starts, best.Pages);
    }

    private static double Spread(double items) => 1.5 * Math.Sqrt(items);

    private static long PagesOf(double items, int pageSize) => Math.Max(1, (long)Math.Ceiling(items / pageSize));
}
