using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Paging;

/// <summary>What can be read in slices: a list whose items lie on a line of positions that ascend in the order of reading.</summary>
internal interface ISliceSource
{
    /// <summary>Begins the walk over the items between two positions, both included; null is an open end.</summary>
    ISliceWalk Open(long? from, long? to);

    /// <summary>The position of the last item; null when there is none, or it has no date or cannot be read.</summary>
    Task<long?> LastAsync(CancellationToken cancellation);

    /// <summary>A position for people.</summary>
    string Print(long? position);
}

/// <summary>The walk over one slice, page by page.</summary>
internal interface ISliceWalk
{
    /// <summary>Fetches a page; the first one has an empty cursor.</summary>
    Task<ISlicePage> FetchAsync(string cursor, CancellationToken cancellation);
}

/// <summary>A page that has arrived and is not read yet.</summary>
internal interface ISlicePage : IDisposable
{
    /// <summary>How many items are on the page.</summary>
    int Count { get; }

    /// <summary>How many items the whole slice has; null when the server does not say.</summary>
    long? Total { get; }

    /// <summary>The cursor of the page behind this one; null at the end.</summary>
    string? Next { get; }

    /// <summary>The earliest position at which the last item can lie; null when there is none, or it has no date or cannot be read.</summary>
    long? Last { get; }

    /// <summary>Reads the items. A fault among them is part of what it gives, behind the items before it.</summary>
    SliceItems Read();
}

/// <summary>An item with what is needed to know it again.</summary>
internal readonly record struct SliceItem(object Value, string? Id, long? Low, long? High);

/// <summary>The items of a page.</summary>
/// <param name="Items">Those that count.</param>
/// <param name="Failure">What ended the reading.</param>
internal sealed record SliceItems(IReadOnlyList<SliceItem> Items, Exception? Failure);
