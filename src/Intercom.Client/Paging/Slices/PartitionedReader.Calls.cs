namespace Intercom.Paging;

/// <content>The calls, and the pages that are read beside them.</content>
internal sealed partial class PartitionedReader
{
    private async Task RunAsync(LinkedListNode<Slice> node, long? to)
    {
        var slice = node.Value;
        var arrived = false;
        try
        {
            slice.Walk ??= _source.Open(slice.From, to);
            var page = await slice.Walk.FetchAsync(slice.Cursor, _stop.Token).ConfigureAwait(false);
            bool large;
            lock (_lock)
            {
                arrived = true;
                _onTheWay--;
                _waiting++;
                if (slice.Planned == 0 && slice.Cursor.Length == 0) _total = page.Total;
                large = slice.Take(page) && page.Total is not null && slice.Size - slice.Arrived > (slice.Planned + 0.5) * _pageSize;
                slice.OnTheWay = false;
                slice.Undecided = large;
                _running++;
                slice.Pages.Enqueue(Task.Run(() => ReadAsync(page)));
                // The next page travels while this one is read.
                Pump();
                Changed();
            }
            if (large) await CutAsync(node).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            lock (_lock)
            {
                if (!arrived) _onTheWay--;
                slice.Fail(failure);
            }
        }
        finally
        {
            Ended();
        }
    }

    /// <summary>Reads a page. Half of the processors read at most: the others are for the calls, which the whole read waits for.</summary>
    private async Task<SliceItems> ReadAsync(ISlicePage page)
    {
        using (page)
        {
            await _reading.WaitAsync().ConfigureAwait(false);
            try
            {
                return _stop.IsCancellationRequested ? new SliceItems([], null) : page.Read();
            }
            catch (Exception failure)
            {
                // Given in its turn, like any other.
                return new SliceItems([], failure);
            }
            finally
            {
                _reading.Release();
                Ended();
            }
        }
    }

    private void Ended()
    {
        lock (_lock)
        {
            _running--;
            Pump();
            Changed();
        }
    }

    private async Task<long?> LastAsync()
    {
        try
        {
            return await _source.LastAsync(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            Ended();
        }
    }
}
