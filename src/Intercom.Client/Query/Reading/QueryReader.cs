using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace Intercom.Query;

/// <summary>Reads queries from wire JSON and from hashtables.</summary>
internal static class QueryReader
{
    private const string Shapes = """A filter is {"field":"role","operator":"=","value":"user"}, a group is {"operator":"AND","value":[...]}.""";
    private static readonly string[] Members = ["field", "operator", "value"];

    internal static SearchQuery Read(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new QueryException($"{path} is {Kind(json)}, not a filter or a group.", Shapes);
        var unknown = json.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Members.Contains(name));
        if (unknown is not null)
        {
            var meant = FieldCatalog.NearestOf(unknown, Members, name => name);
            throw new QueryException($"{path} has a member '{unknown}', which no filter and no group has.", meant is null ? Shapes : $"Write '{meant}' instead. {Shapes}");
        }

        if (!json.TryGetProperty("operator", out var word) || word.ValueKind != JsonValueKind.String)
            throw new QueryException($"{path} has no operator.", $"Give one of {QueryOperators.List(QueryOperators.Every)} in a filter, AND or OR in a group. {Shapes}");
        if (!json.TryGetProperty("value", out var value)) throw new QueryException($"{path} has no value.", $"Give one; null is a value too. {Shapes}");
        return json.TryGetProperty("field", out var field) ? ReadFilter(field, word.GetString()!, value, path) : ReadGroup(word.GetString()!, value, path);
    }

    private static QueryFilter ReadFilter(JsonElement field, string word, JsonElement value, string path)
    {
        var name = field.ValueKind == JsonValueKind.String ? field.GetString()! : "";
        if (string.IsNullOrWhiteSpace(name)) throw new QueryException($"{path}.field is {Kind(field)}, not a field's name.", Shapes);
        return new QueryFilter(name, Operator(word, name, $"{path}.operator"), value);
    }

    private static QueryGroup ReadGroup(string word, JsonElement value, string path)
    {
        if (Group(word) is not { } group) throw new QueryException(
            $"{path} has the operator '{word}' but no field.", $"Add the field to compare, or combine conditions with AND or OR. {Shapes}");
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0) throw new QueryException(
            $"{path}.value of the {word} group is {Kind(value)}.", $"Give an array of at least one filter or group. {Shapes}");
        return new QueryGroup(group, value.EnumerateArray().Select((item, index) => Read(item, $"{path}.value[{index}]")).ToList());
    }

    internal static SearchQuery Read(IDictionary table)
    {
        if (table is null) throw new ArgumentNullException(nameof(table));
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table) entries[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = entry.Value;
        if (entries.Count == 0) throw new QueryException("The hashtable is empty.", "Give fields and values, such as @{ role = 'user' }.");
        if (entries.Keys.All(key => Members.Contains(key, StringComparer.OrdinalIgnoreCase)) && (entries.ContainsKey("operator") || entries.ContainsKey("field"))) return ReadWire(entries);

        var filters = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(SearchQuery (entry) => entry.Value is IEnumerable and not (string or IDictionary)
            ? new QueryFilter(entry.Key, QueryOperator.In, entry.Value)
            : new QueryFilter(entry.Key, QueryOperator.Equal, entry.Value)).ToArray();
        return filters.Length == 1 ? filters[0] : SearchQuery.All(filters);
    }

    private static SearchQuery ReadWire(Dictionary<string, object?> entries)
    {
        var word = entries.TryGetValue("operator", out var given) ? Convert.ToString(given, CultureInfo.InvariantCulture) ?? "" : "";
        if (!entries.TryGetValue("value", out var value)) throw new QueryException($"The hashtable with the operator '{word}' has no value.", "Add value = ...; $null is a value too.");
        if (entries.TryGetValue("field", out var field))
        {
            var name = Convert.ToString(field, CultureInfo.InvariantCulture) ?? "";
            return new QueryFilter(name, Operator(word, name, "operator"), value);
        }

        if (Group(word) is not { } group || value is not IEnumerable items || value is string) throw new QueryException(
            $"The hashtable has the operator '{word}' but no field.", "Add field = '...', or give AND or OR with an array of hashtables.");
        return new QueryGroup(group, (value is IDictionary one ? [one] : items.Cast<object?>()).Select(item => item switch
        {
            SearchQuery query => query,
            IDictionary inner => Read(inner),
            _ => throw new QueryException($"The {word} group holds '{item}'.", "Each of its values must be a hashtable or a query."),
        }).ToList());
    }

    private static QueryOperator Operator(string word, string field, string path)
    {
        if (QueryOperators.TryParse(word, out var @operator)) return @operator;
        // Intercom answers AND and OR on a plain filter with a server error.
        throw new QueryException(
            $"{path} of '{field}' is '{word}', which compares nothing.",
            $"Use one of {QueryOperators.List(QueryOperators.Every)}; AND and OR combine conditions in a group without a field.");
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
