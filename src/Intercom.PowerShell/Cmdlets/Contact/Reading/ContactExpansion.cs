using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// Reads the complete lists of a contact, which itself carries only the first ten references of each list, or everything about it.
/// </summary>
internal sealed class ContactExpansion(IntercomConnection session, IEnumerable<string> lists, IDiagnosticSink sink, bool everything)
{
    private const int PartsAtOnce = 8;

    private readonly IntercomClient _client = session.Client;
    private readonly object _lock = new();
    private Task<IReadOnlyDictionary<string, string>>? _tagNames;
    private readonly ContactReading? _reading = everything ? new ContactReading(session.Client, sink, PartsAtOnce) : null;
    private readonly HashSet<string> _lists = new(lists, StringComparer.OrdinalIgnoreCase);

    public async Task<bool> CompleteAsync(Contact contact, CancellationToken cancellation)
    {
        if (contact.Id is not { Length: > 0 } id) return false;
        var tags = TagsAsync(contact.Tags, id, cancellation);
        var notes = ReadAsync("Notes", contact.Notes, () => CommandPlan.RequestOf<GetNoteCommand>("Contact", id), cancellation);
        var companies = ReadAsync("Companies", contact.Companies, () => CommandPlan.RequestOf<GetCompanyCommand>("Contact", id),
            cancellation);
        await Task.WhenAll(tags, notes, companies).ConfigureAwait(false);
        (contact.Tags, contact.Notes, contact.Companies) = (
            await tags.ConfigureAwait(false), await notes.ConfigureAwait(false), await companies.ConfigureAwait(false));
        return true;
    }

    /// <summary>
    /// The tags with their names. The contact already has the ids of up to ten tags, whose names one list for all contacts supplies. More
    /// tags, or one that the list lacks, cost a call for the contact.
    /// </summary>
    private async Task<ItemList<Reference>?> TagsAsync(ItemList<Reference>? known, string id, CancellationToken cancellation)
    {
        if (_lists.Contains("Tags") && known is { Count: > 0, HasMore: false } && (known.TotalCount ?? known.Count) == known.Count)
        {
            var names = await TagNamesAsync(cancellation).ConfigureAwait(false);
            if (known.All(tag => tag.Id is { } one && names.ContainsKey(one)))
            {
                return new ItemList<Reference>(known.Select(tag => new Reference
                {
                    Id = tag.Id, Name = names[tag.Id!], Type = tag.Type, Url = tag.Url, AdditionalFields = tag.AdditionalFields,
                }).ToList()) { Url = known.Url, Type = known.Type, TotalCount = known.Count, HasMore = false };
            }
        }
        return await ReadAsync("Tags", known, () => CommandPlan.RequestOf<GetTagCommand>("Contact", id), cancellation)
            .ConfigureAwait(false);
    }

    private Task<IReadOnlyDictionary<string, string>> TagNamesAsync(CancellationToken cancellation)
    {
        lock (_lock) return _tagNames is { IsCanceled: false } ? _tagNames : _tagNames = ReadAsync();

        async Task<IReadOnlyDictionary<string, string>> ReadAsync()
        {
            try
            {
                var tags = await session.Directory.ListAsync<Tag>(sink, cancellation).ConfigureAwait(false);
                return tags.Where(tag => tag.Id is not null && tag.Name is not null).GroupBy(tag => tag.Id!)
                    .ToDictionary(tag => tag.Key, tag => tag.First().Name!);
            }
            catch (IntercomApiException refused) when (refused.StatusCode == 403)
            {
                // The tags of each contact may still be readable.
                return new Dictionary<string, string>();
            }
        }
    }

    private async Task<ItemList<Reference>?> ReadAsync(
        string name, ItemList<Reference>? known, Func<ApiRequest> request, CancellationToken cancellation)
    {
        // A list that Intercom reports as empty does not need a call.
        if (!_lists.Contains(name) || known is { Count: 0, HasMore: false, TotalCount: 0 }) return known;
        var items = new List<Reference>();
        await foreach (var item in Pager.Stream(_client, request(), typeof(Reference), null, sink, cancellation)
            .ConfigureAwait(false)) items.Add((Reference)item);
        return new ItemList<Reference>(items) { Url = known?.Url, Type = known?.Type, TotalCount = items.Count, HasMore = false };
    }

    /// <summary>Completes the contact that a read returns.</summary>
    public Sending After(Sending read) => _lists.Count == 0 && _reading is null ? read : async (request, context) =>
    {
        var contact = await read(request, context).ConfigureAwait(false);
        if (_reading is not null && contact is Contact whole) return await _reading.ReadAsync(whole, context.Cancellation)
            .ConfigureAwait(false);
        if (contact is Contact known) await CompleteAsync(known, context.Cancellation).ConfigureAwait(false);
        return contact;
    };

    /// <summary>Completes each contact of a list, several at a time and in the order of the list.</summary>
    public IAsyncEnumerable<object> OfEach(IAsyncEnumerable<object> contacts, int atOnce, CancellationToken cancellation) =>
        _reading is not null
            ? ReadAhead.InOrder(contacts, atOnce, (contact, stop) => _reading.ReadAsync((Contact)contact, stop), cancellation)
        : _lists.Count == 0 ? contacts : ReadAhead.InOrder(contacts, atOnce, async (contact, stop) =>
        {
            await CompleteAsync((Contact)contact, stop).ConfigureAwait(false);
            return contact;
        }, cancellation);
}
