using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// The workspace's short lists (admins, teams, tags, ticket types and states), read once and kept for ten seconds, so that people can
/// say names where the API wants ids. What this session changes is forgotten at once, and a name that is missed is looked up once more.
/// </summary>
internal sealed class WorkspaceDirectory(IntercomClient client)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private readonly object _lock = new();
    private readonly ConcurrentDictionary<(NameKind Kind, string Id), string> _names = new();
    private readonly Dictionary<string, DateTimeOffset> _looks = [];
    private readonly Dictionary<string, (DateTimeOffset Until, Task<IReadOnlyList<IntercomObject>> List)> _lists = [];

    public Task<IReadOnlyList<IntercomObject>> AdminsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetAdminCommand>("List", typeof(Admin), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TeamsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTeamCommand>("List", typeof(Team), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TagsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTagCommand>("List", typeof(Tag), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> CollectionsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetCollectionCommand>("List", typeof(Collection), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> AttributesAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetDataAttributeCommand>("List", typeof(DataAttribute), sink, cancellation);

    /// <summary>The attributes, read once more where the kept list does not hold those that are looked for.</summary>
    public Task<IReadOnlyList<IntercomObject>> AttributesWithAsync(Func<IReadOnlyList<IntercomObject>, bool> holdsThem, IDiagnosticSink? sink, CancellationToken cancellation) =>
        ListWithAsync<GetDataAttributeCommand>("List", typeof(DataAttribute), holdsThem, sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TicketTypesAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTicketTypeCommand>("List", typeof(TicketType), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TicketStatesAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTicketStateCommand>("", typeof(TicketState), sink, cancellation);

    /// <summary>The id behind a name; an id is taken as it is.</summary>
    /// <exception cref="ItemNotFoundException">Nothing, or more than one thing, is called so.</exception>
    public async Task<string> IdAsync(NameKind kind, string name, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        return kind switch
        {
            NameKind.Admin => await FindAsync<GetAdminCommand, Admin>("List", "admin", admin => (admin.Id, [admin.Email, admin.Name]), "Get-IntercomAdmin").ConfigureAwait(false),
            NameKind.Team => await FindAsync<GetTeamCommand, Team>("List", "team", team => (team.Id, [team.Name]), "Get-IntercomTeam").ConfigureAwait(false),
            NameKind.Tag => await FindAsync<GetTagCommand, Tag>("List", "tag", tag => (tag.Id, [tag.Name]), "Get-IntercomTag; New-IntercomTag makes one").ConfigureAwait(false),
            NameKind.Segment => await FindAsync<GetSegmentCommand, Segment>("List", "segment", segment => (segment.Id, [segment.Name]), "Get-IntercomSegment").ConfigureAwait(false),
            NameKind.SubscriptionType => await FindAsync<GetSubscriptionTypeCommand, SubscriptionType>(
                "List", "subscription type", type => (type.Id, ((IEnumerable<SubscriptionTranslation>?)type.Translations ?? []).Select(translation => translation.Name).ToArray()),
                "Get-IntercomSubscriptionType").ConfigureAwait(false),
            NameKind.Collection => await FindAsync<GetCollectionCommand, Collection>(
                "List", "collection", collection => (collection.Id, [collection.Name]), "Get-IntercomCollection; New-IntercomCollection makes one").ConfigureAwait(false),
            NameKind.TicketType => await FindAsync<GetTicketTypeCommand, TicketType>(
                "List", "ticket type", type => (type.Id, [type.Archived == true ? null : type.Name]), "Get-IntercomTicketType").ConfigureAwait(false),
            NameKind.TicketState => await FindAsync<GetTicketStateCommand, TicketState>(
                "", "ticket state", state => (state.Id, state.Archived == true ? [] : [state.InternalLabel, state.ExternalLabel, state.Category]), "Get-IntercomTicketState").ConfigureAwait(false),
            NameKind.ExternalCompany => await CompanyAsync().ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        async Task<string> FindAsync<TCommand, TItem>(string parameterSet, string label, Func<TItem, (string? Id, string?[] Names)> entry, string lister) where TItem : IntercomObject
        {
            var list = await ListWithAsync<TCommand>(parameterSet, typeof(TItem), items => Matches(name, items.Cast<TItem>().Select(entry)).Count == 1, sink, cancellation).ConfigureAwait(false);
            return Find(label, name, list.Cast<TItem>().Select(entry).ToList(), lister);
        }

        async Task<string> CompanyAsync()
        {
            var request = CommandPlan.RequestOf<GetCompanyCommand>("ExternalCompanyId").WithQuery(("company_id", name));
            return (await client.SendAsync<Company>(request, sink, cancellation).ConfigureAwait(false))?.Id
                ?? throw new ItemNotFoundException($"There is no company with the id '{name}' of your own system. New-IntercomCompany makes one.");
        }
    }

    /// <summary>Keeps the name of an admin or team that was read, for the tables.</summary>
    public void Remember(object? item)
    {
        if (item is Admin { Id: { } admin, Name: { Length: > 0 } person }) _names[(NameKind.Admin, admin)] = person;
        if (item is Team { Id: { } team, Name: { Length: > 0 } group }) _names[(NameKind.Team, team)] = group;
    }

    /// <summary>The name of an admin or team that was read before; null for others. Asks nobody.</summary>
    public string? KnownName(NameKind kind, string id) => _names.TryGetValue((kind, id), out var name) ? name : null;

    /// <summary>Forgets a list that has just been changed.</summary>
    public void Forget()
    {
        lock (_lock) _lists.Clear();
    }

    /// <summary>Forgets the list that a request changed, and all of them when an id out of them is refused; tagging something changes no list.</summary>
    public void Ended(ApiRequest request, IntercomApiException? failure)
    {
        if (request.Method == "GET" || (request.Path == "tags" && request.Body is JsonObject body && (body.ContainsKey("companies") || body.ContainsKey("users")))) return;
        lock (_lock)
        {
            if (failure is null)
            {
                foreach (var path in _lists.Keys.Where(path => request.Path == path || request.Path.StartsWith(path + "/", StringComparison.Ordinal)).ToList()) _lists.Remove(path);
            }
            else if (failure.Code is "tag_not_found" or "admin_not_found" or "team_not_found" or "assignee_not_found" or "ticket_state_id_invalid" && MayLook("")) _lists.Clear();
        }
    }

    /// <summary>What an id or a name stands for: one thing, none, or several of the same name.</summary>
    private static List<string> Matches(string wanted, IEnumerable<(string? Id, string?[] Names)> entries)
    {
        var all = entries.Where(entry => entry.Id is not null).ToList();
        var text = wanted.Trim();
        if (all.Exists(entry => entry.Id == text)) return [text];
        // The first kind of name that anything has counts: what one state is called is no other's name for customers.
        return Enumerable.Range(0, all.Max(entry => (int?)entry.Names.Length) ?? 0)
            .Select(place => all.Where(entry => place < entry.Names.Length && string.Equals(entry.Names[place], text, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Id!).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static string Find(string kind, string wanted, List<(string? Id, string?[] Names)> entries, string lister)
    {
        var matches = Matches(wanted, entries);
        if (matches.Count == 1) return matches[0];
        if (matches.Count > 1) throw new ItemNotFoundException($"'{wanted}' is the name of {matches.Count} {kind}s (ids {string.Join(", ", matches)}): give the id.");
        var near = NearMatch.Of(wanted.Trim(), entries.SelectMany(entry => entry.Names).OfType<string>());
        var hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?";
        throw new ItemNotFoundException($"There is no {kind} '{wanted}' in this workspace.{hint} See {lister}.");
    }

    /// <summary>
    /// The list that a cmdlet gives, read anew where the kept one does not hold what is looked for: it may have been made a moment ago. That is done once in two
    /// seconds for each list, so that many rows with names that do not exist cost no call each.
    /// </summary>
    public async Task<IReadOnlyList<IntercomObject>> ListWithAsync<TCommand>(
        string parameterSet, Type model, Func<IReadOnlyList<IntercomObject>, bool> holdsIt, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var path = CommandPlan.RequestOf<TCommand>(parameterSet).Path;
        var kept = Kept(path);
        var list = await ListAsync<TCommand>(parameterSet, model, sink, cancellation).ConfigureAwait(false);
        return kept is null || holdsIt(list) || !LooksAgain(path, kept) ? list : await ListAsync<TCommand>(parameterSet, model, sink, cancellation).ConfigureAwait(false);
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
    /// The list that a cmdlet gives with one of its parameter sets, or the first items of it. All who want it at the same time read it once: the first of them reads,
    /// and should that one be stopped, another goes on in its place.
    /// </summary>
    public async Task<IReadOnlyList<IntercomObject>> ListAsync<TCommand>(string parameterSet, Type model, IDiagnosticSink? sink, CancellationToken cancellation, int? first = null)
    {
        var request = CommandPlan.RequestOf<TCommand>(parameterSet);
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(() => stopped.TrySetResult(true));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var list = Reading(request, model, first, sink, cancellation);
            await Task.WhenAny(list, stopped.Task).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (!list.IsCanceled) return await list.ConfigureAwait(false);
        }
    }

    private Task<IReadOnlyList<IntercomObject>> Reading(ApiRequest request, Type model, int? first, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var now = client.Time.GetUtcNow();
            if (_lists.TryGetValue(request.Path, out var known) && known.Until > now && !known.List.IsFaulted && !known.List.IsCanceled) return known.List;
            var list = ReadAsync(request, model, first, sink, cancellation);
            _lists[request.Path] = (now + Fresh, list);
            return list;
        }
    }

    private async Task<IReadOnlyList<IntercomObject>> ReadAsync(ApiRequest request, Type model, int? first, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        var items = new List<IntercomObject>();
        await foreach (var item in Pager.Stream(client, request, model, new ListOptions { First = first }, sink, cancellation).ConfigureAwait(false))
        {
            Remember(item);
            items.Add((IntercomObject)item);
        }
        return items;
    }
}
