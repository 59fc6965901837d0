namespace Intercom.Paging;

/// <summary>What can be read in slices: a list whose items lie on a line of positions that ascend in the order of reading.</summary>
internal interface ISliceSource
{
    /// <summary>Starts the walk over the items between two positions, both included. Null is an open end.</summary>
    ISliceWalk Open(long? from, long? to);

    /// <summary>The position of the last item. Null for an empty page, or when the item has no date or cannot be read.</summary>
    Task<long?> LastAsync(CancellationToken cancellation);

    /// <summary>A position for people.</summary>
    string Print(long? position);
}

/// <summary>The walk over one slice, page by page.</summary>
internal interface ISliceWalk
{
    /// <summary>Fetches a page. The first one has an empty cursor.</summary>
    Task<ISlicePage> FetchAsync(string cursor, CancellationToken cancellation);
}

/// <summary>A page that has arrived and is not read yet.</summary>
internal interface ISlicePage : IDisposable
{
    /// <summary>How many items are on the page.</summary>
    int Count { get; }

    /// <summary>The number of items in the whole slice. Null when the server does not state it.</summary>
    long? Total { get; }

    /// <summary>The cursor of the next page. Null at the end.</summary>
    string? Next { get; }

    /// <summary>
    /// The earliest possible position of the last item. Null for an empty page, or when the item has no date or cannot be read.
    /// </summary>
    long? Last { get; }

    /// <summary>Reads the items. An error among them is part of the result, after the items before it.</summary>
    SliceItems Read();
}

/// <summary>An item, with its id and position.</summary>
internal readonly record struct SliceItem(object Value, string? Id, long? Low, long? High);

/// <summary>The items of a page.</summary>
/// <param name="Items">Those that count.</param>
/// <param name="Failure">What ended the reading.</param>
internal sealed record SliceItems(IReadOnlyList<SliceItem> Items, Exception? Failure);
