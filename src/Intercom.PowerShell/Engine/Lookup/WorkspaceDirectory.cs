using System.Collections.Concurrent;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// The workspace's short lists (admins, teams, tags, ticket types and states), read once and kept for ten seconds, so that people can
/// use names where the API requires ids. What this session changes is forgotten at once, and a name that is missed is looked up once more.
/// </summary>
internal sealed class WorkspaceDirectory(IntercomClient client)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private readonly object _lock = new();
    private readonly ConcurrentDictionary<(Type Model, string Id), string> _names = new();
    private readonly Dictionary<string, DateTimeOffset> _looks = [];
    private readonly Dictionary<string, (DateTimeOffset Until, Task<IReadOnlyList<IntercomObject>> List)> _lists = [];

    /// <summary>The id behind a name; an id is taken as it is.</summary>
    /// <param name="model">What is named, as its row in <see cref="NamedKinds"/> says.</param>
    /// <param name="name">Its name or id.</param>
    /// <param name="sink">Is told what is done for it.</param>
    /// <param name="cancellation">Ends the lookup.</param>
    /// <exception cref="ItemNotFoundException">Nothing, or more than one thing, is called so.</exception>
    public async Task<string> IdAsync(Type model, string name, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var kind = NamedKinds.Of(model);
        if (kind.Search is { } search)
        {
            var request = CommandPlan.RequestOf(kind.Command, search.ParameterSet).WithQuery((search.Query, name));
            return ((await client.SendAsync(request, model, sink, cancellation).ConfigureAwait(false)) as IntercomObject) is { } found
                && kind.Items(found).First().Id is { } id ? id
                : throw CommandErrors.ExternalIdNotFound(kind.Label, name, kind.See);
        }
        var list = await ListWithAsync(kind, items => Matches(name, items.SelectMany(kind.Items)).Count == 1, sink, cancellation)
            .ConfigureAwait(false);
        return Find(kind, name, list.SelectMany(kind.Items).ToList());
    }

    /// <summary>The list of a kind of things.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(IDiagnosticSink? sink, CancellationToken cancellation) where T : IntercomObject =>
        (await ListAsync(NamedKinds.Of(typeof(T)), sink, cancellation).ConfigureAwait(false)).Cast<T>().ToList();

    /// <summary>The list of a kind of things, read anew where the kept one does not hold what is looked for.</summary>
    public async Task<IReadOnlyList<T>> ListWithAsync<T>(Func<IEnumerable<T>, bool> holdsIt, IDiagnosticSink? sink,
        CancellationToken cancellation) where T : IntercomObject =>
        (await ListWithAsync(NamedKinds.Of(typeof(T)), items => holdsIt(items.Cast<T>()), sink, cancellation).ConfigureAwait(false))
            .Cast<T>().ToList();

    /// <summary>Keeps the name of an admin or team that was read, for the tables.</summary>
    public void Remember(object? item)
    {
        if (item is Admin { Id: { } admin, Name: { Length: > 0 } person }) _names[(typeof(Admin), admin)] = person;
        if (item is Team { Id: { } team, Name: { Length: > 0 } group }) _names[(typeof(Team), team)] = group;
    }

    /// <summary>The name of an admin or team that was read before; null for others. Asks nobody.</summary>
    public string? KnownName(Type model, string id) => _names.TryGetValue((model, id), out var name) ? name : null;

    /// <summary>Forgets a list that has just been changed.</summary>
    public void Forget()
    {
        lock (_lock) _lists.Clear();
    }

    /// <summary>
    /// Forgets the list that a request changed, and all of them when an id out of them is refused; tagging something changes no list.
    /// </summary>
    public void Ended(ApiRequest request, IntercomApiException? failure)
    {
        if (request.Method == "GET" || (request.Path == "tags" && request.Body is JsonObject body
            && (body.ContainsKey("companies") || body.ContainsKey("users")))) return;
        lock (_lock)
        {
            if (failure is null)
            {
                foreach (var path in _lists.Keys.Where(path => request.Path == path
                    || request.Path.StartsWith(path + "/", StringComparison.Ordinal)).ToList()) _lists.Remove(path);
            }
            else if (failure.Code is "tag_not_found" or "admin_not_found" or "team_not_found" or "assignee_not_found"
                or "ticket_state_id_invalid" && MayLook("")) _lists.Clear();
        }
    }

    /// <summary>What an id or a name stands for: one thing, none, or several of the same name.</summary>
    private static List<string> Matches(string wanted, IEnumerable<NamedItem> items)
    {
        var all = items.Where(item => item.Id is not null).ToList();
        var text = wanted.Trim();
        if (all.Exists(item => item.Id == text)) return [text];
        var named = all.Where(item => !item.IsArchived).ToList();
        // The first kind of name that anything has counts: what one state is called is no other's name for customers.
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
    /// The list that a cmdlet gives, read anew where the kept one does not hold what is looked for: it may have been made a moment ago.
    /// That is done once in two seconds for each list, so that many rows with names that do not exist cost no call each.
    /// </summary>
    private async Task<IReadOnlyList<IntercomObject>> ListWithAsync(
        NamedKind kind, Func<IReadOnlyList<IntercomObject>, bool> holdsIt, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var path = kind.List.Path;
        var kept = Kept(path);
        var list = await ListAsync(kind, sink, cancellation).ConfigureAwait(false);
        return kept is null || holdsIt(list) || !LooksAgain(path, kept)
            ? list : await ListAsync(kind, sink, cancellation).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<IntercomObject>>? Kept(string path)
    {
        lock (_lock) return _lists.TryGetValue(path, out var known) && known.Until > client.Time.GetUtcNow() ? known.List : null;
    }

    private bool LooksAgain(string path, Task<IReadOnlyList<IntercomObject>> kept)
    {
        lock (_lock)
        {
            // Somebody else may have looked meanwhile.
            if (!_lists.TryGetValue(path, out var known) || known.List != kept) return true;
            return MayLook(path) && _lists.Remove(path);
        }
    }

    private bool MayLook(string path)
    {
        var now = client.Time.GetUtcNow();
        if (_looks.TryGetValue(path, out var last) && now - last < BetweenLooks) return false;
        _looks[path] = now;
        return true;
    }

    /// <summary>
    /// The list of a kind, or the first items of a long one. All who want it at the same time read it once: the first of them reads, and
    /// should that one be stopped, another goes on in its place.
    /// </summary>
    public async Task<IReadOnlyList<IntercomObject>> ListAsync(NamedKind kind, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var request = kind.List;
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(() => stopped.TrySetResult(true));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var list = Reading(request, kind.Model, kind.First, sink, cancellation);
            await Task.WhenAny(list, stopped.Task).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (!list.IsCanceled) return await list.ConfigureAwait(false);
        }
    }

    private Task<IReadOnlyList<IntercomObject>> Reading(
        ApiRequest request, Type model, int? first, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var now = client.Time.GetUtcNow();
            if (_lists.TryGetValue(request.Path, out var known) && known.Until > now && !known.List.IsFaulted
                && !known.List.IsCanceled) return known.List;
            var list = ReadAsync(request, model, first, sink, cancellation);
            _lists[request.Path] = (now + Fresh, list);
            return list;
        }
    }

    private async Task<IReadOnlyList<IntercomObject>> ReadAsync(
        ApiRequest request, Type model, int? first, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var items = new List<IntercomObject>();
        await foreach (var item in Pager.Stream(client, request, model, new ListOptions { First = first }, sink, cancellation)
            .ConfigureAwait(false))
        {
            Remember(item);
            items.Add((IntercomObject)item);
        }
        return items;
    }
}
