using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Paging;

/// <summary>
/// Reads a list in slices, several calls at once, and gives the items in the order of the list, each once. The first page of a slice tells how
/// large the slice is: what proves too large is cut again behind that page, so no call is spent on counting alone. The slice that is due goes
/// first; pages that wait for their turn are bounded.
/// </summary>
internal sealed class PartitionedReader
{
    private const int PagesAheadEach = 8;

    private readonly ISliceSource _source;
    private readonly int _pageSize;
    private readonly int _atOnce;
    private readonly int _room;
    private readonly Action<string>? _tell;
    private readonly object _lock = new();
    private readonly LinkedList<Slice> _slices = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _reading = new(Math.Max(1, Environment.ProcessorCount / 2));
    private Task<long?>? _last;
    private TaskCompletionSource<bool>? _changed;
    private long? _need;
    private long _passed;
    private long? _total;
    private long? _end;
    private int _onTheWay;
    private int _waiting;
    private int _running;
    private bool _due;
    private bool _closed;

    /// <summary>Prepares a read.</summary>
    /// <param name="source">What is read.</param>
    /// <param name="pageSize">How many items a page holds.</param>
    /// <param name="atOnce">How many calls may be under way, two or more.</param>
    /// <param name="tell">Told how the list was cut, from any thread.</param>
    public PartitionedReader(ISliceSource source, int pageSize, int atOnce, Action<string>? tell = null)
    {
        _source = source;
        _pageSize = pageSize;
        _atOnce = atOnce;
        _room = PagesAheadEach * atOnce;
        _tell = tell;
    }

    /// <summary>How many pages wait for their turn at most.</summary>
    public int Room => _room;

    /// <summary>How many pieces of work are under way: calls, and pages being read.</summary>
    public int Running
    {
        get
        {
            lock (_lock) return _running;
        }
    }

    /// <summary>Gives the items. To be walked once.</summary>
    /// <param name="options">How many, from where. Which items count is the source's concern; here it only says that counts tell little.</param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <exception cref="Exception">What a page failed with, when its turn comes.</exception>
    public async IAsyncEnumerable<object> ReadAsync(ListOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var skip = options.Skip;
        var left = options.First ?? long.MaxValue;
        if (left == 0) yield break;
        var registration = cancellation.Register(_stop.Cancel);
        _need = options.Keeps is null ? options.Needed : null;
        var border = new Border();
        var told = false;
        try
        {
            lock (_lock)
            {
                _slices.AddLast(new Slice(null, null, 0, 0));
                // The other end, meanwhile: how far the list goes.
                _running++;
                _last = Task.Run(LastAsync);
                Pump();
            }
            while (await NextPageAsync(border).ConfigureAwait(false) is { } due)
            {
                if (!told) options.Total?.Invoke(_total);
                told = true;
                var (page, edge) = due;
                var items = await page.ConfigureAwait(false);
                foreach (var item in items.Items)
                {
                    if (border.HasSeen(item, edge)) continue;
                    if (skip > 0)
                    {
                        skip--;
                        continue;
                    }
                    yield return item.Value;
                    if (--left == 0) yield break;
                }
                if (items.Failure is { } failure) ExceptionDispatchInfo.Capture(failure).Throw();
            }
        }
        finally
        {
            registration.Dispose();
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The page whose turn it is, and from where on its items may come again; null at the end of the list.</summary>
    private async Task<(Task<SliceItems> Page, long Edge)?> NextPageAsync(Border border)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                _due = false;
                while (_slices.First is { Value: { IsOver: true } over })
                {
                    if (over.Failure is { } failure) ExceptionDispatchInfo.Capture(failure).Throw();
                    _passed += over.Size;
                    _slices.RemoveFirst();
                    if (_slices.First is { } next) border.PassTo(next.Value.From);
                }
                if (_slices.First is null) return null;
                var slice = _slices.First.Value;
                if (slice.Pages.Count > 0)
                {
                    _waiting--;
                    var page = slice.Pages.Dequeue();
                    Pump();
                    return (page, slice.Edge);
                }
                _due = true;
                Pump();
                if (_running == 0) _stop.Token.ThrowIfCancellationRequested();
                _changed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }
            await changed.ConfigureAwait(false);
            _stop.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Asks for pages, those that are due first, as far as calls and room allow.</summary>
    private void Pump()
    {
        if (_closed || _stop.IsCancellationRequested) return;
        var before = _passed;
        for (var node = _slices.First; node is not null && _onTheWay < _atOnce; node = node.Next)
        {
            var slice = node.Value;
            // Behind a failure nothing will be given.
            if (slice.Failure is not null) return;
            if (!slice.Busy)
            {
                // The consumer stands still for this page, so it needs no leave.
                var due = _due && node.Previous is null;
                if (!due && (!HasRoom || before + slice.Arrived >= _need)) return;
                Ask(node);
            }
            before += slice.Size;
            if (before >= _need) return;
        }
        while (_onTheWay < _atOnce && HasRoom && Halve() is { } half) Ask(half);
    }

    private bool HasRoom => _waiting + _onTheWay < _room;

    private void Ask(LinkedListNode<Slice> node)
    {
        node.Value.OnTheWay = true;
        _onTheWay++;
        _running++;
        // Read under the lock: the slice may give a part away before the work begins.
        var to = node.Value.To;
        _ = Task.Run(() => RunAsync(node, to));
    }

    /// <summary>
    /// Towards the end fewer slices are left than calls may be under way: the slice with the most left gives its far half away. Where that half
    /// begins is an estimate; what both then give is known again. Null when no slice has pages enough left.
    /// </summary>
    private LinkedListNode<Slice>? Halve()
    {
        LinkedListNode<Slice>? most = null;
        for (var node = _slices.First; node is not null; node = node.Next)
        {
            if (node.Value.OnTheWay && node.Value.Left(_pageSize) > _pageSize && (most is null || node.Value.Left(_pageSize) > most.Value.Left(_pageSize))) most = node;
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

    /// <summary>Cuts what is left of a slice, beginning with the day or second of the last item that arrived: of that, some may have been read already.</summary>
    private async Task CutAsync(LinkedListNode<Slice> node)
    {
        var slice = node.Value;
        var last = slice.To ?? await _last!.ConfigureAwait(false);
        lock (_lock)
        {
            if (slice.To is null) _end = last;
            var rest = slice.Size - slice.Arrived;
            // An item whose place is only known to lie between two may seem to lie before its own slice: cutting there again would never end.
            var place = slice.Place < slice.From ? slice.From : slice.Place;
            if (place is { } from && last > from && SlicePlan.Cut(from, last.Value, rest, _pageSize, _atOnce) is { Starts.Count: > 1 } plan)
            {
                var end = slice.To;
                Tell(slice, from, last.Value, plan);
                slice.EndBefore(from);
                for (var i = plan.Starts.Count - 1; i >= 0; i--)
                {
                    _slices.AddAfter(node, new Slice(plan.Starts[i], i + 1 < plan.Starts.Count ? plan.Starts[i + 1] - 1 : end, plan.Pages, rest / plan.Starts.Count));
                }
            }
            else if (place is { } only && last <= only && rest > _pageSize)
            {
                _tell?.Invoke($"{slice.Size:N0} items lie at {_source.Print(only)}, which cannot be cut finer: they are read one page after the other.");
            }
            slice.Undecided = false;
        }
    }

    private void Tell(Slice slice, long from, long last, SlicePlan plan)
    {
        var range = $"from {_source.Print(from)} to {_source.Print(last)}";
        _tell?.Invoke(slice.Planned == 0
            ? $"{slice.Size:N0} items: those {range} are read in {plan.Starts.Count:N0} slices of about {plan.Pages} pages, {_atOnce} at once."
            : $"The slice up to {_source.Print(last)} has {slice.Size:N0} items: those {range} are cut again into {plan.Starts.Count:N0} slices.");
    }

    private void Changed()
    {
        var changed = _changed;
        _changed = null;
        changed?.TrySetResult(true);
    }

    private async Task CloseAsync()
    {
        lock (_lock) _closed = true;
        _stop.Cancel();
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_running == 0) break;
                _changed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }
            await changed.ConfigureAwait(false);
        }
        if (_last is not null)
        {
            try
            {
                await _last.ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                // Nobody waits for the other end any more, or it has been told.
                Debug.WriteLine(failure);
            }
        }
        _stop.Dispose();
        _reading.Dispose();
    }
}
