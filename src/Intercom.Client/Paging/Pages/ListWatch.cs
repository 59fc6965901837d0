using Intercom.Http;

namespace Intercom.Paging;

/// <summary>
/// Ensures that a list which changes while it is read returns each item once and misses none. A returned item is recognized by its id.
/// Where pages are numbered, an item that leaves an earlier page moves the following items forward, past the reader. When there is a
/// sign of that (a changed total, a repeated item, a write by the same process), the list is read again from its start until a whole
/// pass finds no change, and only new items are returned. Items that the same process creates meanwhile, through this connection or
/// another one with the same token, are not part of the list, because a pipeline that copies the items it reads would never end.
/// </summary>
internal sealed class ListWatch : IDisposable
{
    /// <summary>How many passes in a row may find nothing new in a list that keeps changing.</summary>
    private const int MostIdlePasses = 2;

    private readonly IntercomClient _client;
    private readonly ApiRequest _request;
    private readonly IDiagnosticSink? _sink;
    private readonly bool _hasIds;
    private readonly KnownItems _given = new();
    private readonly HashSet<ItemKey> _made = [];
    private HashSet<ItemKey>? _thisPass;
    private long? _began;
    private long _writes;
    private (long? Count, int? Pages) _total;
    private bool _tracks;
    private bool _changed;
    private bool _toldOfForgetting;
    private int _passes;
    private int _pages;
    private int _idle;
    private int _news;
    private int _newsOnPage;
    private int _newPages;
    private int _stalePages;

    public ListWatch(IntercomClient client, ApiRequest request, Type model, IDiagnosticSink? sink)
    {
        (_client, _request, _sink) = (client, request, sink);
        _hasIds = ItemKey.Identifies(model);
        _client.Writes.Wrote += OnWrote;
        BeginPass();
    }

    /// <summary>Records a page before its items are requested.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isLast">True when no page follows.</param>
    public void Begin(Pager.PageData page, bool isLast)
    {
        _pages++;
        // An empty page is not a page of known items.
        _newsOnPage = page.Envelope.Items.Count == 0 ? 1 : 0;
        // A list of one page needs nothing kept.
        _tracks = _hasIds && (!isLast || _pages > 1 || _passes > 1);
        var total = (page.Envelope.TotalCount, page.Envelope.TotalPages);
        if (_pages == 1)
        {
            _total = total;
            lock (_made) _began ??= page.Date;
        }
        else if (total != _total || page.Writes != _writes) _changed = true;
    }

    /// <summary>True for an item that was not given before.</summary>
    public bool IsNew(ReadOnlySpan<byte> item)
    {
        if (!_tracks || !ItemKey.TryRead(item, out var key, out _))
        {
            _newsOnPage++;
            // Without an id, a repeated item cannot be distinguished.
            return _passes == 1;
        }
        if (_thisPass?.Add(key) == false) _changed = true;
        if (IsMade(key)) return false;
        if (!_given.Add(key))
        {
            if (_passes == 1) _changed = true;
            return false;
        }
        if (_given.Forgets && !_toldOfForgetting)
        {
            _toldOfForgetting = true;
            _sink?.Write(new DiagnosticEvent(DiagnosticKind.Warning, $"{_request.Path} has more than "
                + $"{(2 * KnownItems.Size).ToString("N0", CultureInfo.InvariantCulture)} items. "
                + $"Only the newest {KnownItems.Size.ToString("N0", CultureInfo.InvariantCulture)} are remembered, so an item "
                    + "that changes its place while the list is read may come twice."));
        }
        _news++;
        _newsOnPage++;
        return true;
    }

    /// <summary>
    /// Records that a page was read to its end. Returns true to continue: a list that is sorted by a field that its reader changes ends
    /// when as many pages in a row contained only known items as contained new ones.
    /// </summary>
    /// <param name="isNumbered">True when pages are cut by counting: those end by themselves.</param>
    public bool GoesOn(bool isNumbered)
    {
        if (_newsOnPage > 0) _newPages++;
        _stalePages = _newsOnPage > 0 ? 0 : _stalePages + 1;
        if (isNumbered || _stalePages < _newPages + 2) return true;
        _sink?.Write(
            new DiagnosticEvent(
                DiagnosticKind.Verbose,
                $"{_request.Path} returned only known items on its last {_stalePages} pages, so reading ends."));
        return false;
    }

    /// <summary>True when the list must be read once more from its first page.</summary>
    /// <param name="isNumbered">True when pages are cut by counting.</param>
    public bool ReadsAgain(bool isNumbered)
    {
        if (!isNumbered || !_hasIds || !_changed || _given.Forgets || (_pages < 2 && _passes == 1)) return false;
        _idle = _passes > 1 && _news == 0 ? _idle + 1 : 0;
        if (_idle >= MostIdlePasses)
        {
            _sink?.Write(
                new DiagnosticEvent(
                    DiagnosticKind.Warning,
                    $"{_request.Path} kept changing while it was read, so an item that moved between its pages may be missing. "
                        + "Run the command again to find it."));
            return false;
        }
        _sink?.Write(
            new DiagnosticEvent(
                DiagnosticKind.Verbose,
                $"{_request.Path} changed while it was read. It is read again from its first page, for items that moved to a page "
                    + "that was read before."));
        BeginPass();
        return true;
    }

    /// <summary>Ends the watch.</summary>
    public void Dispose() => _client.Writes.Wrote -= OnWrote;

    private void BeginPass()
    {
        _writes = _client.Writes.Count;
        (_pages, _news, _changed) = (0, 0, false);
        // From the second pass on, every item may be known. An item that is repeated within the pass still indicates a change.
        if (++_passes > 1) _thisPass = [];
    }

    private bool IsMade(ItemKey key)
    {
        lock (_made) return _made.Count > 0 && _made.Contains(key);
    }

    /// <summary>Records items that were created since the reading started. A POST may also return an existing item.</summary>
    private void OnWrote(ApiRequest request, ApiResponse answer)
    {
        if (request.Method != "POST" || !_hasIds || !ItemKey.TryRead(answer.Body.Span, out var key, out var created)) return;
        lock (_made)
        {
            if (_began is { } began && created >= began) _made.Add(key);
        }
    }
}
