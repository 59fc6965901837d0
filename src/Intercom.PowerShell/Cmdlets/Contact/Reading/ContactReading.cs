using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Reads everything about one contact. The parts are read concurrently, within the call budget.</summary>
internal sealed class ContactReading(IntercomClient client, IDiagnosticSink sink, int atOnce)
{
    /// <summary>The token may not read this. Other failures are errors of the whole record, because trying again may help.</summary>
    private const int Forbidden = 403;

    /// <summary>Reads the record of a contact whose profile is known.</summary>
    public async Task<object> ReadAsync(Contact contact, CancellationToken cancellation)
    {
        var id = contact.Id!;
        var gaps = new List<ContactRecordGap>();
        Task<ItemList<T>?> Part<T>(string part) where T : IntercomObject =>
            PartAsync<T>(part, ModelRequests.Get<T>("Contact", id), gaps, cancellation);
        var (companies, tags, segments) = (Part<Company>("Companies"), Part<Tag>("Tags"), Part<Segment>("Segments"));
        var (subscriptions, notes) = (Part<SubscriptionType>("Subscriptions"), Part<Note>("Notes"));
        var conversations = WholeAsync<Conversation>("Conversations", id, item => item.Id!, gaps, cancellation);
        var tickets = WholeAsync<Ticket>("Tickets", id, item => item.Id!, gaps, cancellation);
        var events = PartAsync<Event>("Events", ModelRequests.Get<Event>("").WithQuery(("intercom_user_id", id)), gaps, cancellation);
        await Task.WhenAll(companies, tags, segments, subscriptions, notes, conversations, tickets, events).ConfigureAwait(false);
        var record = new ContactRecord
        {
            ContactId = id, ReadAt = client.Time.GetUtcNow().LocalDateTime, Contact = contact,
            Companies = await companies.ConfigureAwait(false), Tags = await tags.ConfigureAwait(false),
            Segments = await segments.ConfigureAwait(false), Subscriptions = await subscriptions.ConfigureAwait(false),
            Notes = await notes.ConfigureAwait(false), Conversations = await conversations.ConfigureAwait(false),
            Tickets = await tickets.ConfigureAwait(false), Events = await events.ConfigureAwait(false),
        };
        foreach (var conversation in record.Conversations ?? new ItemList<Conversation>([]))
        {
            if (conversation.ConversationParts is not { TotalCount: { } total } parts || total <= parts.Count) continue;
            Missing(gaps, $"Conversation {conversation.Id}", $"Intercom returned only the newest {parts.Count} of {total} parts.");
        }
        record.Missing = new ItemList<ContactRecordGap>(gaps.OrderBy(gap => gap.Part, StringComparer.Ordinal).ToList());
        foreach (var gap in record.Missing)
        {
            sink.Write(new DiagnosticEvent(DiagnosticKind.Warning, $"The record of contact {id} is not complete. {gap}"));
        }
        return record;
    }

    private async Task<ItemList<T>?> PartAsync<T>(
        string part, ApiRequest request, List<ContactRecordGap> gaps, CancellationToken cancellation) where T : class =>
        await ReadAsync<T>(part, Pager.Stream(client, request, typeof(T), null, sink, cancellation), gaps).ConfigureAwait(false);

    /// <summary>Reads a part whose list does not contain the items whole: each item is read again by its id.</summary>
    private async Task<ItemList<T>?> WholeAsync<T>(string part, string contact, Func<T, string> idOf, List<ContactRecordGap> gaps,
        CancellationToken cancellation) where T : IntercomObject
    {
        var found = Pager.Stream(client, ModelRequests.Search<T>("contact_ids", contact), typeof(T), null, sink, cancellation);
        return await ReadAsync<T>(part, ReadAhead.InOrder(found, atOnce, async (item, stop) =>
        {
            var id = idOf((T)item);
            try
            {
                return await client.SendAsync<T>(ModelRequests.Get<T>("Id", id), sink, stop).ConfigureAwait(false) ?? item;
            }
            catch (IntercomApiException gone) when (gone.StatusCode == 404)
            {
                Missing(gaps, $"{typeof(T).Name} {id}", "It was deleted while the record was read.");
                return item;
            }
        }, cancellation), gaps).ConfigureAwait(false);
    }

    private static async Task<ItemList<T>?> ReadAsync<T>(string part, IAsyncEnumerable<object> items, List<ContactRecordGap> gaps)
    {
        var list = new List<T>();
        try
        {
            await foreach (var item in items.ConfigureAwait(false)) list.Add((T)item);
        }
        catch (IntercomApiException refused) when (refused.StatusCode == Forbidden)
        {
            Missing(gaps, part, refused.Message);
            return null;
        }
        return new ItemList<T>(list);
    }

    private static void Missing(List<ContactRecordGap> gaps, string part, string reason)
    {
        lock (gaps) gaps.Add(new ContactRecordGap { Part = part, Reason = reason });
    }
}
