using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.Paging;

/// <summary>How a list is walked.</summary>
public sealed class ListOptions
{
    /// <summary>How many items are wanted; null for all. None asks for the total alone, and without <see cref="Total"/> for nothing.</summary>
    public long? First { get; init; }

    /// <summary>How many items are passed over first.</summary>
    public long Skip { get; init; }

    /// <summary>How many items must be read for that; null for all.</summary>
    internal long? Needed => First is { } first ? first > long.MaxValue - Skip ? long.MaxValue : first + Skip : null;

    /// <summary>Says which items count; null for all. Items that do not count are neither given nor counted.</summary>
    public Func<object, bool>? Keeps { get; init; }

    /// <summary>Told the total, as soon as the first page says it; null when Intercom does not.</summary>
    public Action<long?>? Total { get; init; }
}

/// <summary>Walks a list over all its pages, whatever their shape.</summary>
public static class Pager
{
    private const int SmallestPage = 10;

    /// <summary>
    /// Walks a list. It is pulled: a page is asked for when a quarter of the one before has been taken, and travels while the rest is taken.
    /// Repeats are inside a page: a failing page seven repeats page seven alone.
    /// </summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="request">The request of the first page.</param>
    /// <param name="model">The items' type.</param>
    /// <param name="options">How many, from where.</param>
    /// <param name="sink">Takes what there is to tell.</param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <exception cref="IntercomApiException">A page failed, or a cursor came twice.</exception>
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
                var items = page.Envelope.Items;
                // Asked for ahead only when it will be needed; a first item alone never asks for a second page.
                var ahead = following is not null && left > items.Count - skip ? Math.Max(1, items.Count / 4) : int.MaxValue;
                for (var i = 0; i < items.Count; i++)
                {
                    if (i == ahead) next = walk.FetchAsync(following!, stop.Token);
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

    internal sealed class PageData(ApiResponse response, PageEnvelope envelope) : IDisposable
    {
        public PageEnvelope Envelope { get; } = envelope;

        public object? Read((int Start, int Length) item, ApiRequest request, Type model) =>
            IntercomClient.Read(request, response, model, response.Body.Span.Slice(item.Start, item.Length));

        public void Dispose() => response.Dispose();
    }

    /// <summary>The state of one walk: which page comes next, which cursors were seen, how large a page may be.</summary>
    internal sealed class Walk(IntercomClient client, ApiRequest request, ListOptions options, IDiagnosticSink? sink)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _pageSize = FirstSize(request, options);
        private int _page = 1;
        private PageShape _shape = request.Paging;

        public string First() => "";

        /// <summary>The cursor of the page behind this one; null at the end.</summary>
        /// <param name="page">The page.</param>
        /// <param name="endless">The error that takes the place of that page, behind the items of this one, when its cursor came before.</param>
        public string? Next(PageData page, out IntercomApiException? endless)
        {
            endless = null;
            var envelope = page.Envelope;
            if (_shape == PageShape.Auto) _shape = ShapeOf(envelope);
            var cursor = _shape switch
            {
                PageShape.Cursor or PageShape.Search => envelope.StartingAfter,
                PageShape.Page => NextNumber(envelope),
                PageShape.Scroll => envelope.Items.Count > 0 ? envelope.ScrollParam : null,
                PageShape.Link => envelope.NextUrl,
                _ => null,
            };
            if (string.IsNullOrEmpty(cursor)) return null;
            // A scroll keeps its cursor from page to page; everywhere else a cursor that comes twice would go round for ever.
            if (_shape == PageShape.Scroll || _seen.Add(cursor!)) return cursor;
            endless = new IntercomApiException($"{request.Method} {request.Path} gave the same cursor twice ('{cursor}'), which would never end. What came before was given; ask again later, or narrow the query.")
            {
                Code = "repeated_cursor", Method = request.Method, Path = request.Path,
            };
            return null;
        }

        private PageShape ShapeOf(PageEnvelope envelope) =>
            envelope.StartingAfter is not null ? (request.Method == "POST" ? PageShape.Search : PageShape.Cursor)
            : envelope.NextUrl is not null ? PageShape.Link
            : envelope.ScrollParam is not null ? PageShape.Scroll
            : envelope.TotalPages is not null ? PageShape.Page
            : PageShape.None;

        private string? NextNumber(PageEnvelope envelope)
        {
            if (envelope.Items.Count == 0) return null;
            var page = envelope.Page ?? _page;
            var more = envelope.TotalPages is { } pages ? page < pages : envelope.NextUrl is not null;
            if (!more) return null;
            _page = page + 1;
            return _page.ToString(CultureInfo.InvariantCulture);
        }

        public async Task<PageData> FetchAsync(string cursor, CancellationToken cancellation)
        {
            while (true)
            {
                try
                {
                    return await FetchOnceAsync(cursor, cancellation).ConfigureAwait(false);
                }
                catch (IntercomApiException failure) when (failure.Code is "timeout" or "request_timeout" || failure.StatusCode is 408 or 504)
                {
                    if (_shape is not (PageShape.Cursor or PageShape.Search) || _pageSize <= SmallestPage) throw;
                    _pageSize = Math.Max(SmallestPage, _pageSize / 2);
                    sink?.Write(new DiagnosticEvent(DiagnosticKind.Warning, $"{request.Path} is slow: going on from the same place with {_pageSize} items a page."));
                }
            }
        }

        private async Task<PageData> FetchOnceAsync(string cursor, CancellationToken cancellation)
        {
            var page = PageRequest(cursor);
            var response = await client.SendRawAsync(page, sink, cancellation).ConfigureAwait(false);
            try
            {
                var envelope = PageEnvelope.Skim(response.Body.Span, request.Items);
                if (!envelope.HasList) throw new JsonException("There is no list in it.");
                return new PageData(response, envelope);
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                // The second for a name or cursor that is no Unicode.
                var unreadable = IntercomClient.Unreadable(page, response, response.Body.Span, failure);
                response.Dispose();
                throw unreadable;
            }
        }

        private ApiRequest PageRequest(string cursor)
        {
            var size = _pageSize > 0 ? _pageSize.ToString(CultureInfo.InvariantCulture) : null;
            switch (_shape)
            {
                case PageShape.Cursor:
                    return With(request, ("per_page", size), ("starting_after", cursor));
                case PageShape.Page:
                    return With(request, ("page", cursor), ("per_page", size));
                case PageShape.Scroll:
                    return cursor.Length == 0 ? request : request.WithQuery(("scroll_param", cursor));
                case PageShape.Search:
                    var body = (JsonObject)(request.Body?.DeepClone() ?? new JsonObject());
                    var pagination = new JsonObject();
                    if (_pageSize > 0) pagination["per_page"] = _pageSize;
                    if (cursor.Length > 0) pagination["starting_after"] = cursor;
                    body["pagination"] = pagination;
                    return request.WithBody(body);
                case PageShape.Link when cursor.Length > 0:
                    return Follow(cursor);
                case PageShape.Link when size is not null:
                    return request.WithQuery(("per_page", size));
                default:
                    return request;
            }
        }

        /// <summary>The request with these query values, but for those that are not known: what the request itself says stays.</summary>
        private static ApiRequest With(ApiRequest request, params (string Key, string? Value)[] values) => request.WithQuery(Array.FindAll(values, value => !string.IsNullOrEmpty(value.Value)));

        /// <summary>The path and query of a link; a link to another house is refused, for the token would go with it.</summary>
        private ApiRequest Follow(string link)
        {
            if (!Uri.TryCreate(client.BaseUri, link, out var target))
            {
                throw new IntercomApiException($"{request.Method} {request.Path} names its next page at '{link}', which is no address.") { Code = "foreign_link", Method = request.Method, Path = request.Path };
            }
            var ours = target.GetLeftPart(UriPartial.Authority) == client.BaseUri.GetLeftPart(UriPartial.Authority)
                || (target.Scheme == "https" && IsIntercom(target.Host) && IsIntercom(client.BaseUri.Host));
            if (!ours)
            {
                throw new IntercomApiException($"{request.Method} {request.Path} names its next page at {target.Host}, which is not {client.BaseUri.Host}: it was not followed, since the token would go there.")
                {
                    Code = "foreign_link", Method = request.Method, Path = request.Path,
                };
            }
            var query = new List<KeyValuePair<string, string>>();
            foreach (var pair in target.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = pair.IndexOf('=');
                query.Add(new KeyValuePair<string, string>(Unescape(equals < 0 ? pair : pair.Substring(0, equals)), equals < 0 ? "" : Unescape(pair.Substring(equals + 1))));
            }
            return new ApiRequest(request.Method, target.AbsolutePath.TrimStart('/')) { Query = query, Retry = request.Retry, Accept = request.Accept };
        }

        private static bool IsIntercom(string host) => host == "intercom.io" || host.EndsWith(".intercom.io", StringComparison.OrdinalIgnoreCase);

        private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

        private static int FirstSize(ApiRequest request, ListOptions options) =>
            request.PageSize > 0 && options.Keeps is null && options.Needed is { } needed && needed < request.PageSize ? (int)Math.Max(1, needed) : request.PageSize;
    }
}
