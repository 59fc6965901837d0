using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// Caches the short lists of the workspace (admins, teams, tags, ticket types and states) for ten seconds. Names can then be used where the
/// API requires ids. Changes of this session clear the cache immediately, and an unknown name is looked up again.
/// </summary>
internal sealed class WorkspaceDirectory
{
    private static readonly TimeSpan CacheDuration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(2);
    private readonly object _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _refreshes = [];
    private readonly Dictionary<string, (DateTimeOffset Until, Task<IReadOnlyList<IntercomObject>> List)> _lists = [];

    private readonly IntercomClient _client;

    /// <param name="client">The client that reads the lists.</param>
    /// <param name="showNames">Whether tables read the names that they show.</param>
    public WorkspaceDirectory(IntercomClient client, bool showNames)
    {
        _client = client;
        Names = new KnownNames(showNames ? model => ListAsync(NamedKinds.Of(model), null, CancellationToken.None) : null);
    }

    /// <summary>The names of what was read, for tables.</summary>
    public KnownNames Names { get; }

    /// <summary>Gets the id of a name. An id is returned unchanged.</summary>
    /// <param name="model">The model of the named object, which is in <see cref="NamedKinds"/>.</param>
    /// <param name="name">The name or id.</param>
    /// <param name="sink">Receives diagnostics.</param>
    /// <param name="cancellation">Cancels the lookup.</param>
    /// <exception cref="ItemNotFoundException">The name does not exist, or is ambiguous.</exception>
    public async Task<string> IdAsync(Type model, string name, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var kind = NamedKinds.Of(model);
        if (kind.Search is { } search)
        {
            var request = CommandPlan.RequestOf(kind.Command, search.ParameterSet).WithQuery((search.Query, name));
            return ((await _client.SendAsync(request, model, sink, cancellation).ConfigureAwait(false)) as IntercomObject) is { } found
                && kind.Items(found).First().Id is { } id ? id
                : throw CommandErrors.ExternalIdNotFound(kind.Label, name, kind.See);
        }
        var list = await ListWithAsync(kind, items => Matches(name, items.SelectMany(kind.Items)).Count == 1, sink, cancellation)
            .ConfigureAwait(false);
        return Find(kind, name, list.SelectMany(kind.Items).ToList());
    }

    /// <summary>Gets the list of a kind of objects.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(IDiagnosticSink? sink, CancellationToken cancellation) where T : IntercomObject =>
        (await ListAsync(NamedKinds.Of(typeof(T)), sink, cancellation).ConfigureAwait(false)).Cast<T>().ToList();

    /// <summary>Gets the list of a kind of objects, and reads it again when the cached one does not contain the wanted object.</summary>
    public async Task<IReadOnlyList<T>> ListWithAsync<T>(Func<IEnumerable<T>, bool> containsIt, IDiagnosticSink? sink,
        CancellationToken cancellation) where T : IntercomObject =>
        (await ListWithAsync(NamedKinds.Of(typeof(T)), items => containsIt(items.Cast<T>()), sink, cancellation).ConfigureAwait(false))
            .Cast<T>().ToList();

    /// <summary>Clears the cache after a change.</summary>
    public void Forget()
    {
        lock (_lock) _lists.Clear();
    }

    /// <summary>
    /// Clears the list that a request changed, or all lists when one of their ids was rejected. Tagging an object changes no list.
    /// </summary>
    public void Ended(ApiRequest request, IntercomApiException? failure)
    {
        if (request.Method == "GET") return;
        lock (_lock)
        {
            if (failure is null)
            {
                // A request that somebody wrote does not say what it changes, so every list is read again.
                foreach (var list in _lists.Keys.Where(list => request.Resource is null || list == request.Resource.Noun
                    || list == NamedKinds.Of(request.Resource.Noun)?.ListNoun).ToList()) _lists.Remove(list);
            }
            else if (NamedKinds.IsRejection(failure.Code) && MayRefresh("")) _lists.Clear();
        }
    }

    /// <summary>The ids that match an id or a name: one, none, or several objects of the same name.</summary>
    private static List<string> Matches(string wanted, IEnumerable<NamedItem> items)
    {
        var all = items.Where(item => item.Id is not null).ToList();
        var text = wanted.Trim();
        if (all.Exists(item => item.Id == text)) return [text];
        var named = all.Where(item => !item.IsArchived).ToList();
        // The first kind of name with a match wins, because the internal label of one state may be the external label of another.
        return Enumerable.Range(0, named.Max(item => (int?)item.Names.Length) ?? 0)
            .Select(place => named.Where(item => place < item.Names.Length
                && string.Equals(item.Names[place], text, StringComparison.OrdinalIgnoreCase)).Select(item => item.Id!).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static string Find(NamedKind kind, string wanted, List<NamedItem> items)
    {
        var matches = Matches(wanted, items);
        if (matches.Count == 1) return matches[0];
        if (matches.Count > 1) throw CommandErrors.AmbiguousName(kind.Label, wanted, matches);
        var near = NearMatch.Of(wanted.Trim(), items.Where(item => !item.IsArchived).SelectMany(item => item.Names).OfType<string>());
        throw CommandErrors.NameNotFound(kind.Label, wanted, near, kind.See);
    }

    /// <summary>
    /// Gets a list, and reads it again when the cached one does not contain the wanted object, which may be new. Each list is read again at
    /// most every two seconds, so that rows with unknown names do not send a request each.
    /// </summary>
    private async Task<IReadOnlyList<IntercomObject>> ListWithAsync(
        NamedKind kind, Func<IReadOnlyList<IntercomObject>, bool> containsIt, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var kept = Cached(kind.ListNoun);
        var list = await ListAsync(kind, sink, cancellation).ConfigureAwait(false);
        return kept is null || containsIt(list) || !ShouldRefresh(kind.ListNoun, kept)
            ? list : await ListAsync(kind, sink, cancellation).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<IntercomObject>>? Cached(string noun)
    {
        lock (_lock) return _lists.TryGetValue(noun, out var known) && known.Until > _client.Time.GetUtcNow() ? known.List : null;
    }

    private bool ShouldRefresh(string noun, Task<IReadOnlyList<IntercomObject>> kept)
    {
        lock (_lock)
        {
            // Another thread may have read the list in the meantime.
            if (!_lists.TryGetValue(noun, out var known) || known.List != kept) return true;
            return MayRefresh(noun) && _lists.Remove(noun);
        }
    }

    private bool MayRefresh(string noun)
    {
        var now = _client.Time.GetUtcNow();
        if (_refreshes.TryGetValue(noun, out var last) && now - last < RefreshInterval) return false;
        _refreshes[noun] = now;
        return true;
    }

    /// <summary>
    /// Gets the list of a kind, or the first items of a long one. Concurrent callers share one read. If the caller that started it is
    /// stopped, another one continues.
    /// </summary>
    public async Task<IReadOnlyList<IntercomObject>> ListAsync(NamedKind kind, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(() => stopped.TrySetResult(true));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var list = Reading(kind, sink, cancellation);
            await Task.WhenAny(list, stopped.Task).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (!list.IsCanceled) return await list.ConfigureAwait(false);
        }
    }

    private Task<IReadOnlyList<IntercomObject>> Reading(NamedKind kind, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var now = _client.Time.GetUtcNow();
            if (_lists.TryGetValue(kind.ListNoun, out var known) && known.Until > now && !known.List.IsFaulted
                && !known.List.IsCanceled) return known.List;
            var list = ReadAsync(kind, sink, cancellation);
            _lists[kind.ListNoun] = (now + CacheDuration, list);
            return list;
        }
    }

    private async Task<IReadOnlyList<IntercomObject>> ReadAsync(
        NamedKind kind, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var items = new List<IntercomObject>();
        await foreach (var item in Pager.Stream(_client, kind.List, kind.Model, new ListOptions { First = kind.First }, sink, cancellation)
            .ConfigureAwait(false))
        {
            Names.Remember(item);
            items.Add((IntercomObject)item);
        }
        return items;
    }
}
