namespace Intercom.Paging;

/// <summary>
/// A slice of a partitioned read, and its progress. It belongs to its reader and is accessed under the reader's lock.
/// </summary>
internal sealed class Slice(long? from, long? to, int planned, long estimate)
{
    private long _givenAway;

    /// <summary>The first position. Null is open.</summary>
    public long? From { get; } = from;

    /// <summary>The last position. Null is open.</summary>
    public long? To { get; private set; } = to;

    /// <summary>The expected number of pages. 0 for the whole list.</summary>
    public int Planned { get; } = planned;

    /// <summary>The number of items, as far as it is known.</summary>
    public long Size { get; private set; } = estimate;

    /// <summary>How many items have arrived.</summary>
    public long Arrived { get; private set; }

    /// <summary>The walk. Null before the first page was requested.</summary>
    public ISliceWalk? Walk { get; set; }

    /// <summary>The cursor of the next page.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>True while a page is on its way.</summary>
    public bool OnTheWay { get; set; }

    /// <summary>True while it is being decided whether to cut.</summary>
    public bool Undecided { get; set; }

    /// <summary>True when there is nothing to request now.</summary>
    public bool Busy => OnTheWay || Undecided || Complete;

    /// <summary>True when everything that will arrive was given.</summary>
    public bool IsOver => Complete && !OnTheWay && !Undecided && Pages.Count == 0;

    /// <summary>The position from which items may be repeated in the next slice.</summary>
    public long Edge => Undecided ? long.MinValue : To ?? long.MaxValue;

    /// <summary>True when no page follows.</summary>
    public bool Complete { get; private set; }

    /// <summary>What ended it early.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The pages that arrived and were not given yet.</summary>
    public Queue<Task<SliceItems>> Pages { get; } = new();

    /// <summary>The earliest position of the last item that has arrived. Null when it has no date.</summary>
    public long? Place { get; private set; }

    /// <summary>
    /// True when nothing that has arrived can come again behind this position: the last item may lie one behind its earliest position,
    /// and where edges belong to both neighbours, the next slice begins one before its own.
    /// </summary>
    public bool IsClearOf(long position) => Arrived == 0 || position > Place + 2;

    /// <summary>The number of items after the page that is being fetched.</summary>
    public long Left(int pageSize) => Complete ? 0 : Size - Arrived - pageSize;

    /// <summary>Takes in a page. True for the first of several.</summary>
    public bool Take(ISlicePage page)
    {
        var first = Cursor.Length == 0;
        // The total of a slice that gave a part away before its first page still includes that part.
        if (first && page.Total is { } total) Size = Math.Max(page.Count, total - _givenAway);
        Arrived += page.Count;
        if (page.Count > 0) Place = page.Last;
        // Items after the last position belong to another slice.
        Complete = page.Next is null || page.Last > To;
        if (Complete) Size = Arrived;
        Cursor = page.Next ?? Cursor;
        return first && !Complete;
    }

    /// <summary>
    /// Hands the items from this position on to another slice, about the given number. Pages that were already requested still arrive.
    /// </summary>
    public void GiveAway(long position, long items)
    {
        To = position - 1;
        Size -= items;
        _givenAway += items;
    }

    /// <summary>Ends after the items that have arrived. Items from this position on are read by other slices.</summary>
    public void EndBefore(long position)
    {
        To = position - 1;
        Size = Arrived;
        Complete = true;
    }

    /// <summary>Ends with a failure.</summary>
    public void Fail(Exception failure)
    {
        Failure ??= failure;
        Complete = true;
        OnTheWay = Undecided = false;
    }
}
