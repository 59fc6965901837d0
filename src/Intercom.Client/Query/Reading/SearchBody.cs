using System.Collections;
using System.Text.Json;

namespace Intercom.Query;

/// <summary>A search as it is sent: the query, and the paging and sorting of a pasted body.</summary>
public sealed class SearchBody
{
    private SearchBody(SearchQuery query) => Query = query;

    /// <summary>The query.</summary>
    public SearchQuery Query { get; }

    /// <summary><c>pagination.per_page</c>, if given.</summary>
    public int? PerPage { get; private init; }

    /// <summary><c>pagination.starting_after</c>, if given.</summary>
    public string? StartingAfter { get; private init; }

    /// <summary><c>sort.field</c>, if given.</summary>
    public string? SortField { get; private init; }

    /// <summary>True when <c>sort.order</c> is <c>descending</c>.</summary>
    public bool Descending { get; private init; }

    /// <summary>Reads a whole search body (<c>{"query":…,"pagination":…,"sort":…}</c>) or a bare query.</summary>
    /// <exception cref="QueryException">The text is not JSON, or not a query. The message names the place.</exception>
    public static SearchBody Parse(string json)
    {
        if (json is null) throw new ArgumentNullException(nameof(json));
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("query", out var query)
                ? Read(QueryReader.Read(query, "$.query"), Members(root, "$"))
                : new SearchBody(QueryReader.Read(root, "$"));
        }
        catch (JsonException e)
        {
            throw new QueryException(Errors.InvalidJson(e.Message), inner: e);
        }
    }

    /// <summary>
    /// Reads a hashtable: a whole search body with the key <c>query</c>, or a query as <see cref="SearchQuery.FromDictionary"/> reads
    /// it.
    /// </summary>
    /// <exception cref="QueryException">The table is empty or cannot be understood.</exception>
    public static SearchBody FromDictionary(IDictionary table)
    {
        var members = Members(table ?? throw new ArgumentNullException(nameof(table)), "The hashtable");
        if (!members.TryGetValue("query", out var query)) return new SearchBody(QueryReader.Read(table));
        return Read(query switch
        {
            SearchQuery read => read,
            IDictionary inner => QueryReader.Read(inner),
            _ => throw new QueryException(Errors.QueryKey(query?.ToString())),
        }, members);
    }

    private static SearchBody Read(SearchQuery query, Dictionary<string, object?> body)
    {
        Refuse(body, "The search body", "query", "pagination", "sort");
        var pagination = Members(body.TryGetValue("pagination", out var pages) ? pages : null, "pagination");
        Refuse(pagination, "pagination", "per_page", "starting_after");
        var sort = Members(body.TryGetValue("sort", out var order) ? order : null, "sort");
        Refuse(sort, "sort", "field", "order");
        return new SearchBody(query)
        {
            PerPage = PageSize(Text(pagination, "per_page")),
            StartingAfter = Text(pagination, "starting_after"),
            SortField = Text(sort, "field"),
            Descending = IsDescending(Text(sort, "order")),
        };
    }

    private static int? PageSize(string? given) =>
        given is null ? null
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size
        : throw new QueryException(Errors.InvalidPageSize(given));

    private static bool IsDescending(string? given) => given?.ToLowerInvariant() switch
    {
        null or "ascending" => false,
        "descending" => true,
        _ => throw new QueryException(Errors.InvalidSortOrder(given)),
    };

    private static string? Text(Dictionary<string, object?> members, string name) =>
        members.TryGetValue(name, out var value) && value is not null and not JsonElement { ValueKind: JsonValueKind.Null }
            && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static Dictionary<string, object?> Members(object? node, string place)
    {
        var members = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        switch (node)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Null }:
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
                break;
            case IDictionary table:
                foreach (DictionaryEntry entry in table)
                {
                    members[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = entry.Value;
                }
                break;
            default:
                throw new QueryException(Errors.NotAnObject(place, node.ToString()));
        }

        return members;
    }

    private static void Refuse(Dictionary<string, object?> members, string place, params string[] known)
    {
        if (members.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } unknown) return;
        var meant = FieldCatalog.NearestOf(unknown, known, name => name);
        throw new QueryException(Errors.UnknownBodyMember(place, unknown, meant, known));
    }
}
