using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// Reads the complete lists of a contact, which itself carries only the first ten references of each list, or everything about it.
/// </summary>
internal sealed class ContactExpansion(IntercomClient client, IEnumerable<string> lists, IDiagnosticSink sink, bool everything)
{
    private const int PartsAtOnce = 8;

    private readonly ContactReading? _reading = everything ? new ContactReading(client, sink, PartsAtOnce) : null;
    private readonly HashSet<string> _lists = new(lists, StringComparer.OrdinalIgnoreCase);

    public async Task<bool> CompleteAsync(Contact contact, CancellationToken cancellation)
    {
        if (contact.Id is not { Length: > 0 } id) return false;
        var tags = ReadAsync("Tags", contact.Tags, () => CommandPlan.RequestOf<GetTagCommand>("Contact", id), cancellation);
        var notes = ReadAsync("Notes", contact.Notes, () => CommandPlan.RequestOf<GetNoteCommand>("Contact", id), cancellation);
        var companies = ReadAsync("Companies", contact.Companies, () => CommandPlan.RequestOf<GetCompanyCommand>("Contact", id),
            cancellation);
        await Task.WhenAll(tags, notes, companies).ConfigureAwait(false);
        (contact.Tags, contact.Notes, contact.Companies) = (
            await tags.ConfigureAwait(false), await notes.ConfigureAwait(false), await companies.ConfigureAwait(false));
        return true;
    }

    private async Task<ItemList<Reference>?> ReadAsync(
        string name, ItemList<Reference>? known, Func<ApiRequest> request, CancellationToken cancellation)
    {
        // A list that Intercom reports as empty does not need a call.
        if (!_lists.Contains(name) || known is { Count: 0, HasMore: false, TotalCount: 0 }) return known;
        var items = new List<Reference>();
        await foreach (var item in Pager.Stream(client, request(), typeof(Reference), null, sink, cancellation)
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
