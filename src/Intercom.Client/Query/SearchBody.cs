using System;
using System.Text.Json;

namespace Intercom.Query;

/// <summary>A search as the wire has it: the query, and what a pasted body says beside it.</summary>
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
    /// <exception cref="QueryException">The text is no JSON, or no query; the message names the place.</exception>
    public static SearchBody Parse(string json)
    {
        if (json is null) throw new ArgumentNullException(nameof(json));
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new QueryException(
                $"The query is not valid JSON: {e.Message.TrimEnd('.')}.",
                """Give Intercom's filter JSON, such as {"field":"role","operator":"=","value":"user"}.""", inner: e);
        }
    }

    private static SearchBody Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("query", out var query)) return new SearchBody(QueryReader.Read(root, "$"));
        var pagination = Part(root, "pagination");
        var sort = Part(root, "sort");
        return new SearchBody(QueryReader.Read(query, "$.query"))
        {
            PerPage = Member(pagination, "per_page") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt32(out var perPage) ? perPage : null,
            StartingAfter = Member(pagination, "starting_after") is { ValueKind: JsonValueKind.String } cursor ? cursor.GetString() : null,
            SortField = Member(sort, "field") is { ValueKind: JsonValueKind.String } field ? field.GetString() : null,
            Descending = Member(sort, "order") is { ValueKind: JsonValueKind.String } order && order.GetString() == "descending",
        };
    }

    private static JsonElement? Part(JsonElement root, string name) => Member(root, name) is { ValueKind: JsonValueKind.Object } part ? part : null;

    private static JsonElement? Member(JsonElement? part, string name) =>
        part is { } owner && owner.TryGetProperty(name, out var member) ? member : null;
}
