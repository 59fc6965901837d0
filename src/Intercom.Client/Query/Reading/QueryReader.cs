using System.Collections;
using System.Text.Json;

namespace Intercom.Query;

/// <summary>Reads queries from wire JSON and from hashtables.</summary>
internal static class QueryReader
{
    private static readonly string[] Members = ["field", "operator", "value"];
    private static readonly string EveryOperator = QueryOperators.List(QueryOperators.Every);

    internal static SearchQuery Read(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new QueryException(Errors.NotAFilter(path, Kind(json)));
        var unknown = json.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Members.Contains(name));
        if (unknown is not null)
        {
            var meant = FieldCatalog.NearestOf(unknown, Members, name => name);
            throw new QueryException(Errors.UnknownQueryMember(path, unknown, meant));
        }

        if (!json.TryGetProperty("operator", out var given) || given.ValueKind != JsonValueKind.String)
        {
            throw new QueryException(Errors.MissingOperator(path, EveryOperator));
        }
        if (!json.TryGetProperty("value", out var value)) throw new QueryException(Errors.MissingValue(path));
        var word = given.GetString()!;
        return json.TryGetProperty("field", out var field) ? ReadFilter(field, word, value, path) : ReadGroup(word, value, path);
    }

    private static QueryFilter ReadFilter(JsonElement field, string word, JsonElement value, string path)
    {
        var name = field.ValueKind == JsonValueKind.String ? field.GetString()! : "";
        if (string.IsNullOrWhiteSpace(name)) throw new QueryException(Errors.NotAFieldName(path, Kind(field)));
        return new QueryFilter(name, Operator(word, name, $"{path}.operator"), value);
    }

    private static QueryGroup ReadGroup(string word, JsonElement value, string path)
    {
        if (Group(word) is not { } group) throw new QueryException(Errors.OperatorWithoutField(path, word));
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            throw new QueryException(Errors.GroupWithoutFilters(path, word, Kind(value)));
        }
        return new QueryGroup(group, value.EnumerateArray().Select((item, index) => Read(item, $"{path}.value[{index}]")).ToList());
    }

    internal static SearchQuery Read(IDictionary table)
    {
        if (table is null) throw new ArgumentNullException(nameof(table));
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table) entries[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = entry.Value;
        if (entries.Count == 0) throw new QueryException(Errors.EmptyHashtable());
        if (IsWireForm(entries)) return ReadWire(entries);

        var filters = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(SearchQuery (entry) =>
        {
            var isList = entry.Value is IEnumerable and not (string or IDictionary);
            return new QueryFilter(entry.Key, isList ? QueryOperator.In : QueryOperator.Equal, entry.Value);
        }).ToArray();
        return filters.Length == 1 ? filters[0] : SearchQuery.All(filters);
    }

    private static bool IsWireForm(Dictionary<string, object?> entries) =>
        entries.Keys.All(key => Members.Contains(key, StringComparer.OrdinalIgnoreCase))
        && (entries.ContainsKey("operator") || entries.ContainsKey("field"));

    private static SearchQuery ReadWire(Dictionary<string, object?> entries)
    {
        var word = entries.TryGetValue("operator", out var given) ? Convert.ToString(given, CultureInfo.InvariantCulture) ?? "" : "";
        if (!entries.TryGetValue("value", out var value)) throw new QueryException(Errors.HashtableWithoutValue(word));
        if (entries.TryGetValue("field", out var field))
        {
            var name = Convert.ToString(field, CultureInfo.InvariantCulture) ?? "";
            return new QueryFilter(name, Operator(word, name, "operator"), value);
        }

        if (Group(word) is not { } group || value is not IEnumerable items || value is string)
        {
            throw new QueryException(Errors.HashtableWithoutField(word));
        }
        return new QueryGroup(group, (value is IDictionary one ? [one] : items.Cast<object?>()).Select(item => item switch
        {
            SearchQuery query => query,
            IDictionary inner => Read(inner),
            _ => throw new QueryException(Errors.GroupMember(word, item?.ToString())),
        }).ToList());
    }

    private static QueryOperator Operator(string word, string field, string path)
    {
        if (QueryOperators.TryParse(word, out var @operator)) return @operator;
        // Intercom responds to AND and OR on a plain filter with a server error.
        throw new QueryException(Errors.NotAComparison(path, field, word, EveryOperator));
    }

    private static GroupOperator? Group(string word) => word.Trim().ToUpperInvariant() switch
    {
        "AND" => GroupOperator.And,
        "OR" => GroupOperator.Or,
        _ => null,
    };

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => json.GetArrayLength() == 0 ? "an empty array" : "an array",
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
        _ => json.GetRawText(),
    };
}
