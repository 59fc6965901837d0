namespace Intercom.Paging;

/// <content>How slices are cut: when they prove too large, and towards the end.</content>
internal sealed partial class PartitionedReader
{
    /// <summary>
    /// Towards the end there are fewer slices than concurrent calls: the slice with the most remaining items gives away its second
    /// half. The start of that half is an estimate, and items that both return are recognized. Null when no slice has enough pages
    /// left.
    /// </summary>
    private LinkedListNode<Slice>? Halve()
    {
        LinkedListNode<Slice>? most = null;
        for (var node = _slices.First; node is not null; node = node.Next)
        {
            if (node.Value.OnTheWay
                && node.Value.Left(_pageSize) > _pageSize
                && (most is null || node.Value.Left(_pageSize) > most.Value.Left(_pageSize)))
            {
                most = node;
            }
        }
        if (most?.Value is not { From: { } from } slice || (slice.To ?? _end) is not { } to) return null;
        var given = slice.Left(_pageSize) / 2;
        var middle = to + 1 - (long)Math.Ceiling((to + 1 - from) * (given / (double)slice.Size));
        // What was given before the slice became shorter was not kept in mind.
        if (middle <= from || middle > to || !slice.IsClearOf(middle)) return null;
        var half = new Slice(middle, slice.To, slice.Planned, given);
        slice.GiveAway(middle, given);
        return _slices.AddAfter(most, half);
    }

    /// <summary>
    /// Cuts what is left of a slice, beginning with the day or second of the last item that arrived: of that, some may have been read
    /// already.
    /// </summary>
    private async Task CutAsync(LinkedListNode<Slice> node)
    {
        var slice = node.Value;
        var last = slice.To ?? await _last!.ConfigureAwait(false);
        lock (_lock)
        {
            if (slice.To is null) _end = last;
            var rest = slice.Size - slice.Arrived;
            // An item whose place is only known to lie between two may seem to lie before its own slice: cutting there again would
            // never end.
            var place = slice.Place < slice.From ? slice.From : slice.Place;
            if (place is { } from && last > from && SlicePlan.Cut(from, last.Value, rest, _pageSize, _atOnce) is { Starts.Count: > 1 } plan)
            {
                var end = slice.To;
                Tell(slice, from, last.Value, plan);
                slice.EndBefore(from);
                for (var i = plan.Starts.Count - 1; i >= 0; i--)
                {
                    _slices.AddAfter(
                        node,
                        new Slice(
                            plan.Starts[i],
                            i + 1 < plan.Starts.Count ? plan.Starts[i + 1] - 1 : end,
                            plan.Pages,
                            rest / plan.Starts.Count));
                }
            }
            else if (place is { } only && last <= only && rest > _pageSize)
            {
                _tell?.Invoke(
                    $"{slice.Size:N0} items lie at {_source.Print(only)}, which cannot be divided further, so they are read page by page.");
            }
            slice.Undecided = false;
        }
    }

    private void Tell(Slice slice, long from, long last, SlicePlan plan)
    {
        var range = $"from {_source.Print(from)} to {_source.Print(last)}";
        _tell?.Invoke(slice.Planned == 0
            ? $"{slice.Size:N0} items: those {range} are read in {plan.Starts.Count:N0} slices of about {plan.Pages} pages, "
                + $"{_atOnce} at once."
            : $"The slice up to {_source.Print(last)} has {slice.Size:N0} items: those {range} are cut again into "
                + $"{plan.Starts.Count:N0} slices.");
    }
}
