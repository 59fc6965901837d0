using System.Net.Http;
using System.Text;

namespace Intercom.Http;

/// <summary>
/// One request as plain data: it can be compared, printed and tested without HTTP. Two requests are equal when the same bytes would be
/// sent.
/// </summary>
public sealed class ApiRequest : IEquatable<ApiRequest>
{
    private static readonly Dictionary<string, string> NoIds = [];

    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the host, already escaped (see <see cref="ApiPath"/>), without a leading slash.</param>
    public ApiRequest(string method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>The HTTP method in capitals.</summary>
    public string Method { get; init; }

    /// <summary>The escaped path below the host, without a leading slash.</summary>
    public string Path { get; init; }

    /// <summary>The query, unescaped, in the order in which it is sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The JSON body. Null sends none.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>What a repeat may do.</summary>
    public RetryClass Retry { get; init; }

    /// <summary>How the answer's list is cut into pages.</summary>
    public PageShape Paging { get; init; }

    /// <summary>
    /// The property that contains the response's list, when it is not <c>data</c> (<c>conversations</c>, <c>data.articles</c>).
    /// </summary>
    public string? Items { get; init; }

    /// <summary>The page size to request. 0 uses the server's default.</summary>
    public int PageSize { get; init; }

    /// <summary>What the answer may be.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>
    /// The first version of the API that has the operation. The request is sent with this version, or the client's own if that is higher.
    /// Null for an operation that every version has.
    /// </summary>
    public string? Since { get; init; }

    /// <summary>
    /// The error code of the answer to a repeat when an earlier try was executed, such as that a draft is already published. It then counts
    /// as success. Null for a request whose repeat succeeds.
    /// </summary>
    internal string? Redone { get; init; }

    /// <summary>
    /// The last version of the API in which the operation does what the request needs. It is sent if the client's own version is higher,
    /// unless the client allows only its own. Null for an operation that later versions have too.
    /// </summary>
    public string? Until { get; init; }

    /// <summary>What the request is about, or null if the code that created it did not state it. It is not sent.</summary>
    internal ApiResource? Resource { get; init; }

    /// <summary>The ids in the path, unescaped, by the names of their placeholders. They are not sent once more.</summary>
    internal IReadOnlyDictionary<string, string> Ids { get; init; } = NoIds;

    /// <summary>The same request with other query values. A null value removes the key.</summary>
    public ApiRequest WithQuery(params (string Key, string? Value)[] changes)
    {
        var query = Query.Where(pair => !changes.Any(change => change.Key == pair.Key)).ToList();
        query.AddRange(changes.Where(change =>
            change.Value is not null).Select(change => new KeyValuePair<string, string>(change.Key, change.Value!)));
        return Copy(query, Body);
    }

    /// <summary>The same request with another body.</summary>
    public ApiRequest WithBody(JsonNode? body) => Copy(Query, body);

    /// <summary>The same request to another path.</summary>
    public ApiRequest WithPath(string path) => Copy(Query, Body, path, ids: NoIds);

    /// <summary>The same request, with an id that its path was waiting for (see <see cref="ApiPath.Fill"/>).</summary>
    internal ApiRequest WithId(string placeholder, string id) => Copy(Query, Body, ApiPath.Fill(Path, placeholder, id),
        ids: Ids.Append(new(placeholder, id.Trim())).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>The same request for an operation or a value that this version of the API has first. Null changes nothing.</summary>
    public ApiRequest WithSince(string? since) =>
        since is null ? this : Copy(Query, Body, since: Since is null ? since : ApiVersions.Higher(Since, since));

    /// <summary>The same request, with the items of its pages under another property.</summary>
    public ApiRequest WithItems(string? items) => Copy(Query, Body, items: items);

    /// <summary>The same request with another page size.</summary>
    public ApiRequest WithPageSize(int size) => Copy(Query, Body, pageSize: size);

    /// <summary>The same request, of another retry class.</summary>
    public ApiRequest WithRetry(RetryClass retry) => Copy(Query, Body, retry: retry);

    /// <summary>The same request, about this resource.</summary>
    internal ApiRequest About(ApiResource? resource) => Copy(Query, Body, resource: resource);

    /// <summary>The address relative to the host.</summary>
    public string RelativeUri
    {
        get
        {
            if (Query.Count == 0) return Path;
            var uri = new StringBuilder(Path).Append('?');
            for (var i = 0; i < Query.Count; i++)
            {
                if (i > 0) uri.Append('&');
                uri.Append(Uri.EscapeDataString(Query[i].Key)).Append('=').Append(Uri.EscapeDataString(Query[i].Value));
            }
            return uri.ToString();
        }
    }

    /// <summary>True when the same bytes would be sent.</summary>
    public bool Equals(ApiRequest? other) =>
        other is not null
            && Method == other.Method
            && RelativeUri == other.RelativeUri
            && Accept == other.Accept
            && Since == other.Since
            && Until == other.Until
            && JsonNode.DeepEquals(Body, other.Body);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApiRequest);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Method + RelativeUri);

    /// <summary>Method, address and body, as in <c>PUT contacts/63a {"name":"Ada"}</c>.</summary>
    public override string ToString() => Body is null ? $"{Method} {RelativeUri}" : $"{Method} {RelativeUri} {Body.ToJsonString()}";

    private ApiRequest Copy(
        IReadOnlyList<KeyValuePair<string, string>> query, JsonNode? body, string? path = null, string? items = null,
        RetryClass? retry = null, int? pageSize = null, ApiResource? resource = null,
        IReadOnlyDictionary<string, string>? ids = null, string? since = null) => new(Method, path ?? Path)
    {
        Query = query, Body = body, Retry = retry ?? Retry, Paging = Paging, Items = items ?? Items,
        PageSize = pageSize ?? PageSize, Accept = Accept, Since = since ?? Since, Until = Until, Redone = Redone,
        Resource = resource ?? Resource, Ids = ids ?? Ids,
    };
}
