using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// The workspace's short lists (admins, teams, tags, ticket types and states), read once and kept for a minute, so that people can say names where the API wants ids.
/// </summary>
internal sealed class WorkspaceDirectory(IntercomClient client)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly object _lock = new();
    private readonly ConcurrentDictionary<(NameKind Kind, string Id), string> _names = new();
    private readonly Dictionary<string, (DateTimeOffset Until, Task<IReadOnlyList<IntercomObject>> List)> _lists = [];

    public Task<IReadOnlyList<IntercomObject>> AdminsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetAdminCommand>("List", typeof(Admin), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TeamsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTeamCommand>("List", typeof(Team), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TagsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTagCommand>("List", typeof(Tag), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> CollectionsAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetCollectionCommand>("List", typeof(Collection), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> AttributesAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetDataAttributeCommand>("List", typeof(DataAttribute), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TicketTypesAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTicketTypeCommand>("List", typeof(TicketType), sink, cancellation);

    public Task<IReadOnlyList<IntercomObject>> TicketStatesAsync(IDiagnosticSink? sink, CancellationToken cancellation) => ListAsync<GetTicketStateCommand>("", typeof(TicketState), sink, cancellation);

    /// <summary>The id behind a name; an id is taken as it is.</summary>
    /// <exception cref="ItemNotFoundException">Nothing, or more than one thing, is called so.</exception>
    public async Task<string> IdAsync(NameKind kind, string name, IDiagnosticSink? sink, CancellationToken cancellation)
    {
        switch (kind)
        {
            case NameKind.Admin:
                return Find("admin", name, (await AdminsAsync(sink, cancellation).ConfigureAwait(false)).Cast<Admin>().Select(admin => (admin.Id, new[] { admin.Email, admin.Name })), "Get-IntercomAdmin");
            case NameKind.Team:
                return Find("team", name, (await TeamsAsync(sink, cancellation).ConfigureAwait(false)).Cast<Team>().Select(team => (team.Id, new[] { team.Name })), "Get-IntercomTeam");
            case NameKind.Tag:
                return Find("tag", name, (await TagsAsync(sink, cancellation).ConfigureAwait(false)).Cast<Tag>().Select(tag => (tag.Id, new[] { tag.Name })), "Get-IntercomTag; New-IntercomTag makes one");
            case NameKind.Segment:
                return Find("segment", name, (await ListAsync<GetSegmentCommand>("List", typeof(Segment), sink, cancellation).ConfigureAwait(false)).Cast<Segment>().Select(segment => (segment.Id, new[] { segment.Name })), "Get-IntercomSegment");
            case NameKind.SubscriptionType:
                return Find("subscription type", name, (await ListAsync<GetSubscriptionTypeCommand>("List", typeof(SubscriptionType), sink, cancellation).ConfigureAwait(false)).Cast<SubscriptionType>()
                    .Select(type => (type.Id, ((IEnumerable<SubscriptionTranslation>?)type.Translations ?? []).Select(translation => translation.Name).ToArray())), "Get-IntercomSubscriptionType");
            case NameKind.Collection:
                return Find("collection", name, (await CollectionsAsync(sink, cancellation).ConfigureAwait(false)).Cast<Collection>().Select(collection => (collection.Id, new[] { collection.Name })), "Get-IntercomCollection; New-IntercomCollection makes one");
            case NameKind.TicketType:
                return Find("ticket type", name, (await TicketTypesAsync(sink, cancellation).ConfigureAwait(false)).Cast<TicketType>().Select(type => (type.Id, new[] { type.Archived == true ? null : type.Name })), "Get-IntercomTicketType");
            case NameKind.TicketState:
                return Find("ticket state", name, (await TicketStatesAsync(sink, cancellation).ConfigureAwait(false)).Cast<TicketState>()
                    .Select(state => (state.Id, state.Archived == true ? [] : new[] { state.InternalLabel, state.ExternalLabel, state.Category })), "Get-IntercomTicketState");
            case NameKind.ExternalCompany:
                var request = CommandPlan.RequestOf<GetCompanyCommand>("ExternalCompanyId").WithQuery(("company_id", name));
                return (await client.SendAsync<Company>(request, sink, cancellation).ConfigureAwait(false))?.Id
                    ?? throw new ItemNotFoundException($"There is no company with the id '{name}' of your own system. New-IntercomCompany makes one.");
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
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

    private static string Find(string kind, string wanted, IEnumerable<(string? Id, string?[] Names)> entries, string lister)
    {
        var all = entries.Where(entry => entry.Id is not null).ToList();
        var text = wanted.Trim();
        if (all.Find(entry => entry.Id == text) is { Id: { } exact }) return exact;
        // The first kind of name that anything has counts: what one state is called is no other's name for customers.
        var matches = Enumerable.Range(0, all.Max(entry => (int?)entry.Names.Length) ?? 0)
            .Select(place => all.Where(entry => place < entry.Names.Length && string.Equals(entry.Names[place], text, StringComparison.OrdinalIgnoreCase)).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        if (matches.Count == 1) return matches[0].Id!;
        if (matches.Count > 1) throw new ItemNotFoundException($"'{wanted}' is the name of {matches.Count} {kind}s (ids {string.Join(", ", matches.Select(match => match.Id))}): give the id.");
        var near = NearMatch.Of(text, all.SelectMany(entry => entry.Names).OfType<string>());
        var hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?";
        throw new ItemNotFoundException($"There is no {kind} '{wanted}' in this workspace.{hint} See {lister}.");
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
