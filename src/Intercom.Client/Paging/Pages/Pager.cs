using System.Runtime.CompilerServices;
using System.Text.Json;
using Intercom.Http;

namespace Intercom.Paging;

/// <summary>How a list is walked.</summary>
public sealed class ListOptions
{
    /// <summary>
    /// How many items to return. Null returns all. 0 requests only the total, or nothing without <see cref="Total"/>.
    /// </summary>
    public long? First { get; init; }

    /// <summary>How many items are passed over first.</summary>
    public long Skip { get; init; }

    /// <summary>How many items must be read for that. Null for all.</summary>
    internal long? Needed => First is { } first ? first > long.MaxValue - Skip ? long.MaxValue : first + Skip : null;

    /// <summary>Decides which items count. Null counts all. Other items are neither returned nor counted.</summary>
    public Func<object, bool>? Keeps { get; init; }

    /// <summary>The last numbered page that may be requested. Null for no limit.</summary>
    internal int? MostPages { get; init; }

    /// <summary>Receives the total as soon as the first page contains it, or null when Intercom sends none.</summary>
    public Action<long?>? Total { get; init; }
}

/// <summary>Walks a list over all its pages, in any of their shapes.</summary>
public static partial class Pager
{
    /// <summary>True when the list of a response has items.</summary>
    /// <exception cref="IntercomApiException">The response is not a list.</exception>
    internal static bool HasItems(ApiRequest request, ApiResponse response)
    {
        try
        {
            return PageEnvelope.Skim(response.Body.Span, request.Items).Items.Count > 0;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw IntercomClient.Unreadable(request, response, response.Body.Span, failure);
        }
    }

    /// <summary>
    /// Walks a list. It is pulled: a page is asked for when a quarter of the one before has been taken, and travels while the rest is
    /// taken. Repeats are inside a page: a failing page seven repeats page seven alone. Whatever happens to the list meanwhile, no item
    /// is given twice, and none that stays in the list is passed over (<see cref="ListWatch"/>).
    /// </summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="request">The request of the first page.</param>
    /// <param name="model">The items' type.</param>
    /// <param name="options">How many, from where.</param>
    /// <param name="sink">Receives diagnostics.</param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <exception cref="IntercomApiException">A page failed, Intercom refused a cursor, or a cursor was repeated.</exception>
    public static async IAsyncEnumerable<object> Stream(IntercomClient client, ApiRequest request, Type model, ListOptions? options = null,
        IDiagnosticSink? sink = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        options ??= new ListOptions();
        var walk = new Walk(client, request, options, sink);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<PageData>? next = null;
        var skip = options.Skip;
        var left = options.First ?? long.MaxValue;
        if (left == 0 && options.Total is null) yield break;
        using var watch = new ListWatch(client, request, model, sink);
        try
        {
            next = walk.FetchAsync(walk.First(), stop.Token);
            var first = true;
            while (next is not null)
            {
                using var page = await next.ConfigureAwait(false);
                next = null;
                if (first) options.Total?.Invoke(page.Envelope.TotalCount);
                if (left == 0) yield break;
                first = false;
                var following = walk.Next(page, out var endless);
                watch.Begin(page, following is null);
                var items = page.Envelope.Items;
                // Requested ahead only when it will be needed. A single first item never requests a second page.
                var ahead = following is not null && left > items.Count - skip ? Math.Max(1, items.Count / 4) : int.MaxValue;
                for (var i = 0; i < items.Count; i++)
                {
                    if (i == ahead) next = walk.FetchAsync(following!, stop.Token);
                    if (!watch.IsNew(page.Json(items[i]))) continue;
                    if (skip > 0 && options.Keeps is null)
                    {
                        skip--;
                        continue;
                    }
                    var item = page.Read(items[i], request, model);
                    if (item is null || options.Keeps?.Invoke(item) == false) continue;
                    if (skip > 0)
                    {
                        skip--;
                        continue;
                    }
                    yield return item;
                    if (--left == 0) yield break;
                }
                if (endless is not null) throw endless;
                if (!watch.GoesOn(walk.IsNumbered)) yield break;
                if (following is null && watch.ReadsAgain(walk.IsNumbered)) following = walk.Restart();
                if (following is not null) next ??= walk.FetchAsync(following, stop.Token);
            }
        }
        finally
        {
            stop.Cancel();
            if (next is not null) await Abandon(next).ConfigureAwait(false);
        }
    }

    private static async Task Abandon(Task<PageData> page)
    {
        try
        {
            (await page.ConfigureAwait(false)).Dispose();
        }
        catch (Exception failure) when (failure is OperationCanceledException or IntercomApiException)
        {
            // Nobody waits for this page any more.
        }
    }

    internal sealed class PageData(ApiResponse response, PageEnvelope envelope, DateTimeOffset now, long writes) : IDisposable
    {
        public PageEnvelope Envelope { get; } = envelope;

        /// <summary>When it was made, in Unix seconds of the server's clock.</summary>
        public long Date { get; } = RetryAfterHeader.ServerNow(response.Headers, now).ToUnixTimeSeconds();

        /// <summary>The value of <see cref="WriteFeed.Count"/> when the page arrived.</summary>
        public long Writes { get; } = writes;

        public ReadOnlySpan<byte> Json((int Start, int Length) item) => response.Body.Span.Slice(item.Start, item.Length);

        public object? Read((int Start, int Length) item, ApiRequest request, Type model) =>
            IntercomClient.Read(request, response, model, Json(item));

        public void Dispose() => response.Dispose();
    }
}
