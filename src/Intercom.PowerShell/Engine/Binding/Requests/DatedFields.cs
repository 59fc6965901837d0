using System.Text.Json;
using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>
/// Converts the dates in custom attributes and additional fields, which no parameter converts. By Intercom's convention, a name that ends
/// in _at is a date, sent as Unix seconds. In the metadata of an event, _date is one too. For other attributes, see
/// <see cref="AttributeDates"/>.
/// </summary>
internal static class DatedFields
{
    /// <summary>Fields that Intercom accepts only as ISO 8601, and returns as Unix seconds.</summary>
    private static readonly HashSet<string> IsoFields = ["scheduled_publish_at", "scheduled_unpublish_at"];

    /// <summary>
    /// Converts the dates among the fields to Unix seconds. A string that does not look like a date is kept, because an attribute can have
    /// such a name.
    /// </summary>
    /// <exception cref="ArgumentException">A field contains milliseconds or an ambiguous date.</exception>
    public static void Read(JsonNode? node, IReadOnlyList<string> formats) => Read(node, formats, isMetadata: false);

    /// <summary>
    /// True for a value that would be changed or rejected as a date, although its name does not identify it as one: milliseconds, or a
    /// string that looks like a date.
    /// </summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="value">The value of the field.</param>
    /// <param name="formats">The formats of -DateFormat.</param>
    /// <param name="refusal">Why the value would be rejected; null when it would be converted.</param>
    public static bool MayBeDate(string name, JsonNode? value, IReadOnlyList<string> formats, out string? refusal)
    {
        refusal = null;
        if (value is not JsonValue single || IsDate(name, isMetadata: false)) return false;
        try
        {
            return Seconds(single, formats) is not null;
        }
        catch (DateException failure)
        {
            refusal = failure.Message;
            return true;
        }
    }

    private static void Read(JsonNode? node, IReadOnlyList<string> formats, bool isMetadata)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.Select(field => (field.Key, field.Value)).ToArray())
                {
                    if (value is JsonValue single && IsDate(name, isMetadata)) Read(fields, name, single, formats);
                    else Read(value, formats, name == "metadata");
                }
                break;
            case JsonArray items:
                foreach (var item in items) Read(item, formats, isMetadata);
                break;
        }
    }

    private static bool IsDate(string name, bool isMetadata) => name.EndsWith("_at", StringComparison.OrdinalIgnoreCase)
        || (isMetadata && name.EndsWith("_date", StringComparison.OrdinalIgnoreCase));

    /// <summary>Converts one field that is known to be a date to Unix seconds, or to the form that Intercom requires for it.</summary>
    /// <exception cref="ArgumentException">The field contains milliseconds or an ambiguous date.</exception>
    public static void Read(JsonObject fields, string name, JsonValue value, IReadOnlyList<string> formats)
    {
        try
        {
            var seconds = Seconds(value, formats);
            if (IsoFields.Contains(name)) seconds ??= Whole(value);
            if (seconds is not { } time) return;
            fields[name] = IsoFields.Contains(name)
                ? DateTimeOffset.FromUnixTimeSeconds(time).UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z" : time;
        }
        catch (DateException failure)
        {
            throw CommandErrors.InField(name, failure.Fault, failure);
        }
    }

    /// <summary>The Unix seconds of a string; null for a number, which is kept, and for a string that does not look like a date.</summary>
    private static long? Seconds(JsonValue value, IReadOnlyList<string> formats)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number:
                // .NET Framework cannot parse numbers beyond the range of a double.
                DateReader.RefuseMilliseconds(
                    double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number : double.PositiveInfinity);
                return null;
            case JsonValueKind.String: return Seconds(value.GetValue<string>(), formats);
            default: return null;
        }
    }

    private static long? Seconds(string text, IReadOnlyList<string> formats)
    {
        try
        {
            return DateReader.Read(text, new DateOptions { Formats = formats, TakesFormat = true }).Moment.ToUnixTimeSeconds();
        }
        catch (DateException) when (!IsLikeADate(text.Trim()) && !(formats.Count > 0 && IsLikeAWrittenDate(text.Trim())))
        {
            return null;
        }
    }

    /// <summary>A whole number, which JSON from PowerShell holds as an int or a long; null for any other value.</summary>
    private static long? Whole(JsonValue value) =>
        long.TryParse(value.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>True for text such as 31. Mai 2026. When -DateFormat is specified, such text must match a format.</summary>
    private static bool IsLikeAWrittenDate(string text) => text.Length > 8 && text[0] is >= '0' and <= '3'
        && text.Substring(text.Length - 4).All(letter => letter is >= '0' and <= '9');

    /// <summary>True for nine or more digits, and for numbers separated by a dash, dot or slash.</summary>
    private static bool IsLikeADate(string text)
    {
        if (text.Length < 6 || text[0] is < '0' or > '9') return false;
        var digits = text.TakeWhile(letter => letter is >= '0' and <= '9').Count();
        return digits == text.Length ? digits >= 9 : digits <= 4 && text[digits] is '-' or '.' or '/' && text[digits + 1] is >= '0'
            and <= '9';
    }
}
