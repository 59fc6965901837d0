using System.Collections.Concurrent;
using System.Text.Json;

namespace Intercom.Benchmarks.Server;

/// <summary>
/// Which items a search finds: queries of any depth over created_at, updated_at and id. A contact's date is matched by whole UTC days, as
/// Intercom
/// does; a conversation's to the second. What a query found is kept, since each page of it asks again.
/// </summary>
internal sealed class SearchIndex(int count, bool wholeDays, Func<int, long> createdAt, Func<int, long> updatedAt, Func<int, string> id)
{
    private const long Day = 86_400;
    private readonly ConcurrentDictionary<string, int[]> _found = new(StringComparer.Ordinal);

    /// <summary>The places of the items found, in the order asked for.</summary>
    /// <exception cref="FormatException">The query names a field or an operator that this server does not know.</exception>
    public int[] Find(JsonElement query, JsonElement sort)
    {
        var key = query.GetRawText() + (sort.ValueKind == JsonValueKind.Object ? sort.GetRawText() : "");
        if (_found.TryGetValue(key, out var known)) return known;
        var matches = Condition(query);
        var found = Enumerable.Range(0, count).Where(matches);
        if (sort.ValueKind == JsonValueKind.Object)
        {
            var value = Value(sort.GetProperty("field").GetString()!, days: false);
            var down = sort.TryGetProperty("order", out var order) && order.GetString() == "descending";
            found = down ? found.OrderByDescending(value).ThenByDescending(index => index) : found.OrderBy(value).ThenBy(index => index);
        }
        if (_found.Count > 1_000) _found.Clear();
        return _found[key] = found.ToArray();
    }

    private Func<int, bool> Condition(JsonElement query)
    {
        var word = query.GetProperty("operator").GetString()!;
        var value = query.GetProperty("value");
        if (word is "AND" or "OR")
        {
            var parts = value.EnumerateArray().Select(Condition).ToArray();
            return word == "AND" ? index => Array.TrueForAll(parts, part => part(index)) : index =>
                Array.Exists(parts, part => part(index));
        }
        var field = query.GetProperty("field").GetString()!;
        if (field == "id") return IdCondition(word, value);
        var days = wholeDays;
        var actual = Value(field, days);
        var wanted = value.ValueKind == JsonValueKind.Null ? 0 : value.ValueKind == JsonValueKind.String
            ? long.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : value.GetInt64();
        if (days) wanted = Floor(wanted);
        return word switch
        {
            ">" => index => actual(index) > wanted,
            "<" => index => actual(index) < wanted,
            "=" => index => actual(index) == wanted,
            "!=" => index => actual(index) != wanted,
            _ => throw new FormatException($"operator {word}"),
        };
    }

    private Func<int, bool> IdCondition(string word, JsonElement value)
    {
        var wanted = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select(item => item.ToString()).ToHashSet(StringComparer.Ordinal),
            JsonValueKind.Null => [],
            _ => new() { value.ToString() },
        };
        return word switch
        {
            "=" or "IN" => index => wanted.Contains(id(index)),
            "!=" or "NIN" => index => !wanted.Contains(id(index)),
            _ => throw new FormatException($"operator {word} on id"),
        };
    }

    private Func<int, long> Value(string field, bool days)
    {
        var value = field switch { "created_at" => createdAt, "updated_at" => updatedAt, _ => throw new FormatException($"field {field}") };
        return days ? index => Floor(value(index)) : value;
    }

    private static long Floor(long seconds) => seconds - seconds % Day;
}
