using Intercom.Dates;
using Intercom.Http;

namespace Intercom.Paging;

/// <summary>The slices of a search on the wire.</summary>
internal sealed class SearchSlices(
    IntercomClient client, SliceRequests requests, DateAxis axis, Type model, Func<object, bool>? keeps,
    IDiagnosticSink? sink) : ISliceSource
{
    public ISliceWalk Open(long? from, long? to)
    {
        var request = requests.Of(from, to)!;
        return new SearchWalk(this, request, new Pager.Walk(client, request, new ListOptions(), sink));
    }

    public async Task<long?> LastAsync(CancellationToken cancellation)
    {
        var request = requests.Of(null, null, reversed: true)!;
        var walk = new Pager.Walk(client, request, new ListOptions { First = 1 }, sink);
        using var page = await walk.FetchAsync(walk.First(), cancellation).ConfigureAwait(false);
        return LastOf(request, page)?.High;
    }

    public string Print(long? position) => axis.Print(position);

    /// <summary>
    /// The last item of a page, which alone is read for its position. Null for an empty page, or when it cannot be read.
    /// </summary>
    private SliceItem? LastOf(ApiRequest request, Pager.PageData page)
    {
        if (page.Envelope.Items.Count == 0) return null;
        try
        {
            return page.Read(page.Envelope.Items[page.Envelope.Items.Count - 1], request, model) is { } item ? Mark(item) : null;
        }
        catch (IntercomApiException)
        {
            // Reported when its turn comes.
            return null;
        }
    }

    private SliceItem Mark(object item)
    {
        var (id, created) = item switch
        {
            Contact contact => (contact.Id, contact.CreatedAt),
            Conversation conversation => (conversation.Id, conversation.CreatedAt),
            Ticket ticket => (ticket.Id, ticket.CreatedAt),
            _ => (null, null),
        };
        if (created is not { } date) return new SliceItem(item, id, null, null);
        var (low, high) = axis.Of(UnixTime.FromDate(date));
        return new SliceItem(item, id, low, high);
    }

    private sealed class SearchWalk(SearchSlices slices, ApiRequest request, Pager.Walk walk) : ISliceWalk
    {
        public async Task<ISlicePage> FetchAsync(string cursor, CancellationToken cancellation)
        {
            var page = await walk.FetchAsync(cursor, cancellation).ConfigureAwait(false);
            return new SearchPage(slices, request, page, walk.Next(page, out var endless), endless);
        }
    }

    private sealed class SearchPage(
        SearchSlices slices, ApiRequest request, Pager.PageData page, string? next, Exception? endless) : ISlicePage
    {
        public int Count => page.Envelope.Items.Count;

        public long? Total => page.Envelope.TotalCount;

        public string? Next => next;

        public long? Last { get; } = slices.LastOf(request, page)?.Low;

        public SliceItems Read()
        {
            var items = new List<SliceItem>(Count);
            try
            {
                foreach (var place in page.Envelope.Items)
                {
                    if (page.Read(place, request, slices.Model) is not { } value || slices.Keeps?.Invoke(value) == false) continue;
                    items.Add(slices.Mark(value));
                }
            }
            catch (Exception failure)
            {
                // The items before the error are returned first, as in a list that is read page by page.
                return new SliceItems(items, failure);
            }
            return new SliceItems(items, endless);
        }

        public void Dispose() => page.Dispose();
    }

    private Type Model => model;

    private Func<object, bool>? Keeps => keeps;
}
