using System.Text.Json;
using System.Text.RegularExpressions;
using Intercom.Http;

namespace Intercom.Paging;

/// <content>Which page comes next, and how it is requested.</content>
public static partial class Pager
{
    /// <summary>The state of one walk: the next page, the cursors seen so far, and the maximum page size.</summary>
    internal sealed class Walk(IntercomClient client, ApiRequest request, ListOptions options, IDiagnosticSink? sink)
    {
        private const int SmallestPage = 10;
        private static readonly Regex PageNumber = new("[?&]page=[0-9]", RegexOptions.CultureInvariant);

        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _pageSize = FirstSize(request, options);
        private int _page = 1;
        private PageShape _shape = request.Paging;
        private bool _numberedLinks;
        private bool _capped;
        private long _before;

        /// <summary>True when pages are numbered, so that an item that leaves the list moves the following ones.</summary>
        public bool IsNumbered => !_capped && (HasNumbers || (_shape == PageShape.Link && _numberedLinks));

        private bool HasNumbers => _shape is PageShape.Page or PageShape.Body;

        public string First() => "";

        /// <summary>Starts again. Returns the cursor of the first page.</summary>
        public string Restart()
        {
            _seen.Clear();
            _page = 1;
            return First();
        }

        /// <summary>The cursor of the next page. Null at the end.</summary>
        /// <param name="page">The page.</param>
        /// <param name="endless">
        /// The error in place of the next page, after the items of this one, when its cursor is a repeated one.
        /// </param>
        public string? Next(PageData page, out IntercomApiException? endless)
        {
            endless = null;
            var envelope = page.Envelope;
            _before += envelope.Items.Count;
            if (_shape == PageShape.Auto) _shape = ShapeOf(envelope);
            var cursor = _shape switch
            {
                PageShape.Cursor or PageShape.Search => envelope.StartingAfter,
                PageShape.Next => envelope.HasMore == false ? null : envelope.NextCursor,
                PageShape.Page or PageShape.Body => NextNumber(envelope),
                PageShape.Scroll => envelope.Items.Count > 0 ? envelope.ScrollParam : null,
                PageShape.Link => envelope.NextUrl,
                _ => null,
            };
            if (string.IsNullOrEmpty(cursor)) return null;
            _numberedLinks = _numberedLinks || (_shape == PageShape.Link && PageNumber.IsMatch(cursor));
            // A scroll keeps its cursor from page to page. Anywhere else, a repeated cursor would loop forever.
            if (_shape == PageShape.Scroll || _seen.Add(cursor!)) return cursor;
            endless = new IntercomApiException(
                $"{request.Method} {request.Path} returned the same cursor twice ('{Redaction.Links(cursor!)}'), so reading would never "
                    + "end. The items before it were returned. Try again later, or narrow the query.")
            {
                Code = RequestCodes.RepeatedCursor, Method = request.Method, Path = request.Path,
            };
            return null;
        }

        private PageShape ShapeOf(PageEnvelope envelope) =>
            envelope.StartingAfter is not null ? (request.Method == "POST" ? PageShape.Search : PageShape.Cursor)
            : envelope.NextCursor is not null ? PageShape.Next
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
            _capped = page >= options.MostPages;
            if (_capped) return null;
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
                catch (IntercomApiException failure) when (
                    failure.Code is RequestCodes.Timeout or "request_timeout" || failure.StatusCode is 408 or 504)
                {
                    if (_shape is not (PageShape.Cursor or PageShape.Search or PageShape.Next) || _pageSize <= SmallestPage) throw;
                    _pageSize = Math.Max(SmallestPage, _pageSize / 2);
                    sink?.Write(
                        new DiagnosticEvent(
                            DiagnosticKind.Warning,
                            $"{request.Path} is slow. Continuing from the same place with {_pageSize} items per page."));
                }
                catch (IntercomApiException failure) when (
                    cursor.Length > 0 && failure.StatusCode is 400 or 404 or 422 && !HasNumbers)
                {
                    // The first page was answered, so the query is not at fault.
                    throw Refused(failure);
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
                if (!envelope.HasList) throw new JsonException("The body contains no list.");
                return new PageData(response, envelope, client.Time.GetUtcNow(), client.Writes.Count);
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                // The second exception is for a name or cursor that is not Unicode.
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
                case PageShape.Next:
                    return With(request, ("per_page", size), ("cursor", cursor));
                case PageShape.Body:
                    var numbered = (JsonObject)(request.Body?.DeepClone() ?? new JsonObject());
                    if (_pageSize > 0) numbered["per_page"] = _pageSize;
                    if (cursor.Length > 0) numbered["page"] = _page;
                    return request.WithBody(numbered);
                case PageShape.Page:
                    return With(request, ("page", cursor), ("per_page", size));
                case PageShape.Scroll:
                    return cursor.Length == 0 ? request : request.WithQuery(("scroll_param", cursor));
                case PageShape.Search:
                    var body = (JsonObject)(request.Body?.DeepClone() ?? new JsonObject());
                    // A request body may name the start of the first page.
                    if (cursor.Length > 0 || body["pagination"] is not JsonObject pagination) body["pagination"] = pagination = [];
                    if (_pageSize > 0) pagination["per_page"] = _pageSize;
                    if (cursor.Length > 0) pagination["starting_after"] = cursor;
                    return request.WithBody(body);
                case PageShape.Link when cursor.Length > 0:
                    return Follow(cursor);
                case PageShape.Link when size is not null:
                    return request.WithQuery(("per_page", size));
                default:
                    return request;
            }
        }

        /// <summary>The request with these query values, except those that the request itself contains.</summary>
        private static ApiRequest With(ApiRequest request, params (string Key, string? Value)[] values) =>
            request.WithQuery(Array.FindAll(values, value => !string.IsNullOrEmpty(value.Value)));

        private IntercomApiException Refused(IntercomApiException failure) =>
            new($"{request.Method} {request.Path} returned {_before} items, and then refused to continue: {failure.Message}", failure)
        {
            Code = RequestCodes.CursorRefused, StatusCode = failure.StatusCode, Errors = failure.Errors,
            RequestId = failure.RequestId, Method = failure.Method, Path = failure.Path, Resource = failure.Resource,
            Body = failure.Body, Headers = failure.Headers, Outcome = RequestOutcome.NotApplied, Attempts = failure.Attempts,
        };

        /// <summary>
        /// The path and query of a link, sent to the connection's own address, where a proxy may have put a path before Intercom's. A
        /// link to another house is refused: it is Intercom's that are followed, and what follows is sent with the token.
        /// </summary>
        private ApiRequest Follow(string link)
        {
            if (!Uri.TryCreate(client.BaseUri, link, out var target))
            {
                throw new IntercomApiException(
                    $"{request.Method} {request.Path} names its next page at '{Redaction.Links(link)}', which is not an address.")
                {
                    Code = RequestCodes.ForeignLink, Method = request.Method, Path = request.Path,
                };
            }
            var same = target.GetLeftPart(UriPartial.Authority) == client.BaseUri.GetLeftPart(UriPartial.Authority);
            if (!same && !(target.Scheme == "https" && IsIntercom(target.Host)))
            {
                throw new IntercomApiException(
                    $"{request.Method} {request.Path} names its next page at {target.Host}, which is not {client.BaseUri.Host}: "
                        + "the link was not followed, because the token would be sent there.")
                {
                    Code = RequestCodes.ForeignLink, Method = request.Method, Path = request.Path,
                };
            }
            var query = new List<KeyValuePair<string, string>>();
            foreach (var pair in target.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = pair.IndexOf('=');
                query.Add(
                    new KeyValuePair<string, string>(
                        Unescape(equals < 0 ? pair : pair.Substring(0, equals)), equals < 0 ? "" : Unescape(pair.Substring(equals + 1))));
            }
            var path = same ? client.PathBelowBase(target) : target.AbsolutePath.TrimStart('/');
            return new ApiRequest(request.Method, path)
            {
                Query = query, Retry = request.Retry, Accept = request.Accept, Resource = request.Resource,
            };
        }

        private static bool IsIntercom(string host) =>
            host == "intercom.io" || host.EndsWith(".intercom.io", StringComparison.OrdinalIgnoreCase);

        private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

        private static int FirstSize(ApiRequest request, ListOptions options) =>
            request.PageSize > 0 && options.Keeps is null && options.Needed is { } needed && needed < request.PageSize
                ? (int)Math.Max(1, needed)
                : request.PageSize;
    }
}
