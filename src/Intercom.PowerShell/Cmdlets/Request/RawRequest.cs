using System.Collections;
using System.Text.Json;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>The request that Invoke-IntercomRequest's parameters describe.</summary>
/// <param name="Path">The path below the host, or the full address, with or without a query.</param>
/// <param name="Method">The HTTP method.</param>
internal sealed record RawRequest(string Path, string Method)
{
    /// <summary>Further values for the query string.</summary>
    public IDictionary? Query { get; init; }

    /// <summary>A hashtable, an object or JSON text.</summary>
    public object? Body { get; init; }

    /// <summary>The property that contains the items.</summary>
    public string? Items { get; init; }

    /// <summary>True to read all pages.</summary>
    public bool Paginates { get; init; }

    /// <summary>True when a retry does no harm.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Makes the request for a connection, whose server alone is called.</summary>
    /// <exception cref="ArgumentException">The address is that of another host, the body is not JSON, or a GET has a body.</exception>
    public ApiRequest For(IntercomConnection session)
    {
        var (path, method) = (PathBelowHost(session, Path), Method.ToUpperInvariant());
        var mark = path.IndexOf('?');
        var query = mark < 0 ? [] : Values(path.Substring(mark + 1)).ToList();
        query.AddRange(Values(Query));
        if (mark >= 0) path = path.Substring(0, mark);
        if (method == "GET" && Body is not null) throw CommandErrors.BodyWithGet();
        var reads = method == "GET" || path.EndsWith("/search", StringComparison.Ordinal) || path == "companies/list";
        return new ApiRequest(method, path)
        {
            Query = query, Body = BodyNode(Body), Items = Items, Paging = Paginates ? PageShape.Auto : PageShape.None,
            Retry = reads ? RetryClass.Safe : IsIdempotent || method is "PUT" or "DELETE" ? RetryClass.Idempotent : RetryClass.Once,
        };
    }

    private static string PathBelowHost(IntercomConnection session, string path)
    {
        if (ApiPath.LeadsElsewhere(path)) throw CommandErrors.InvalidRequestPath(path);
        var isAddress = Uri.TryCreate(path, UriKind.Absolute, out var absolute)
            && absolute.Scheme.StartsWith("http", StringComparison.Ordinal);
        if (!isAddress) return path.TrimStart('/');
        if (absolute!.Authority != session.BaseUri.Authority) throw CommandErrors.OtherHost(path, session.BaseUri.Host);
        return session.Client.PathBelowBase(absolute) + absolute.Query;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(string query)
    {
        foreach (var pair in query.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = pair.Split(['='], 2);
            yield return new(Uri.UnescapeDataString(words[0]), words.Length > 1 ? Uri.UnescapeDataString(words[1]) : "");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IDictionary? query)
    {
        if (query is null) yield break;
        foreach (DictionaryEntry entry in query)
        {
            var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            var value = PlainValue.ToNode(WireBody.Unwrap(entry.Value));
            if (value is not JsonValue) throw CommandErrors.NotAQueryValue(name, isNull: value is null);
            yield return new(name, value.ToString());
        }
    }

    private static JsonNode? BodyNode(object? given)
    {
        if (WireBody.Unwrap(given) is not { } body) return null;
        if (body is not string text) return PlainValue.ToNode(body);
        try
        {
            return PlainValue.ParseNode(text);
        }
        catch (JsonException failure)
        {
            throw CommandErrors.InvalidBody(failure);
        }
    }
}
