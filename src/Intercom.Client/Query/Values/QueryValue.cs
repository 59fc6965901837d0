using System.Collections;
using System.Text.Json;
using Intercom.Dates;

namespace Intercom.Query;

/// <summary>
/// The values of filters, in one form for each type: text, a whole number (long), a number (double), a boolean, a date
/// (<see cref="DateTimeOffset"/>), null, or a read-only list of these.
/// </summary>
internal static class QueryValue
{
    private static readonly string[] TimeEndings = ["_at", "_since", "_until", "At", "Since", "Until"];

    /// <summary>Converts a value of any .NET type into its one form.</summary>
    /// <exception cref="QueryException">Filters do not support values of that type.</exception>
    internal static object? From(object? value, string field, QueryOperator @operator)
    {
        switch (value)
        {
            case null or DBNull: return null;
            case string or bool or long: return value;
            case char letter: return letter.ToString();
            case DateTime date: return QueryDate.WholeSeconds(QueryDate.From(date, TimeZoneInfo.Local), @operator);
            case DateTimeOffset date: return QueryDate.WholeSeconds(date, @operator);
            // As text it remains a whole day. In a field that is not a date it would be compared as text.
            case IFormattable when DayValue.Is(value, out var day):
                return IsTime(field) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : QueryDate.From(day, TimeZoneInfo.Local);
            case TimeSpan duration when IsTime(field): throw new QueryException(Errors.DurationAsDate(field, $"{duration}"));
            // Intercom counts durations, such as the time to the first reply, in seconds.
            case TimeSpan duration: return Number(duration.TotalSeconds);
            case Guid or Uri or Enum: return value.ToString();
            case sbyte or byte or short or ushort or int or uint: return Convert.ToInt64(value, CultureInfo.InvariantCulture);
            case float or double or decimal or ulong:
                var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (!double.IsNaN(number) && !double.IsInfinity(number)) return Number(number);
                break;
            case JsonElement json: return FromJson(json, field, @operator);
            case IDictionary: break;
            case IEnumerable list:
                var items = list.Cast<object?>().Select(item => From(item, field, @operator)).ToArray();
                if (!items.Any(item => item is IReadOnlyList<object?>)) return new ItemList<object?>(items);
                break;
        }

        throw new QueryException(Errors.UnsupportedQueryValue(field, @operator.ToWire(), value.GetType().Name));
    }

    private static object? FromJson(JsonElement json, string field, QueryOperator @operator) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : Number(json.GetDouble()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => From(json.EnumerateArray().Select(item => (object)item).ToArray(), field, @operator),
        _ => throw new QueryException(Errors.ObjectAsValue(field, @operator.ToWire())),
    };

    /// <summary>One form for one number: 4.0 is 4, as it is when it is read back.</summary>
    private static object Number(double number) =>
        Math.Abs(number) < 9.2e18 && Math.Floor(number).Equals(number) ? (object)(long)number : number;

    /// <summary>True when both send the same JSON.</summary>
    internal static bool Same(object? a, object? b) => a is IReadOnlyList<object?> left && b is IReadOnlyList<object?> right
        ? left.Count == right.Count && left.Zip(right, Same).All(same => same)
        : Equals(Sent(a), Sent(b));

    internal static int Hash(object? value) => value is IReadOnlyList<object?> items
        ? items.Aggregate(17, (hash, item) => unchecked((hash * 31) + Hash(item)))
        : Sent(value)?.GetHashCode() ?? 0;

    internal static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (Sent(value))
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case long whole: writer.WriteNumberValue(whole); break;
            case double number: Json.Numbers.Write(writer, number); break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
        }
    }

    /// <summary>The value as people read it. Text is quoted where it could be read as something else.</summary>
    internal static string Print(object? value, string field) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        DateTimeOffset date => QueryDate.Print(date),
        long seconds when IsTime(field) && Math.Abs(seconds) >= 86400 && QueryDate.FromUnix(seconds) is { } date =>
            date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IReadOnlyList<object?> items => items.Count == 0 ? "(nothing)" : string.Join(", ", items.Select(item => Print(item, field))),
        _ => PrintText((string)value),
    };

    private static object? Sent(object? value) => value is DateTimeOffset date ? date.ToUnixTimeSeconds() : value;

    /// <summary>True for a name that Intercom uses for timestamps, in snake_case or PascalCase.</summary>
    internal static bool IsTime(string field) => Array.Exists(TimeEndings, ending => field.EndsWith(ending, StringComparison.Ordinal));

    private static string PrintText(string text)
    {
        var plain = text.Length > 0
            && text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or '@' or '+' or '/' or ':')
            && text is not ("null" or "true" or "false" or "AND" or "OR")
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return plain ? text : '"' + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + '"';
    }
}
