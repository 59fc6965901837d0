using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Intercom.Paging;

/// <summary>
/// Reads a list in slices, with several concurrent calls, and returns the items in the order of the list, each once. The first page of
/// a slice states the size of the slice. A slice that proves too large is cut again after that page, so that no call is spent only on
/// counting. The slice that is due has priority, and the number of waiting pages is limited.
/// </summary>
internal sealed partial class PartitionedReader
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
    /// <param name="pageSize">The number of items on a page.</param>
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

    /// <summary>Returns the items. To be walked once.</summary>
    /// <param name="options">
    /// How many items, and where to start. The source decides which items count, and then counts are only estimates here.
    /// </param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <exception cref="Exception">The error of a page, when its turn comes.</exception>
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
                // Meanwhile, find the other end of the list.
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

    /// <summary>The page that is due, and the position from which its items may be repeated. Null at the end of the list.</summary>
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
                // The consumer waits for this page, so it is requested without a limit.
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
        // Read under the lock, because the slice may give a part away before the work starts.
        var to = node.Value.To;
        _ = Task.Run(() => RunAsync(node, to));
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
                // Nobody waits for the other end any more, or its error has been reported.
                Debug.WriteLine(failure);
            }
        }
        _stop.Dispose();
        _reading.Dispose();
    }
}
