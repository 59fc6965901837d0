using System.Text.Json;
using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>
/// The dates of a body that no parameter reads: custom attributes and further fields. By Intercom's convention, a name that ends in _at is
/// that of a date, which is Unix seconds on the wire (in the metadata of an event, _date as well). Of the other attributes the workspace
/// knows the type: <see cref="AttributeDates"/>.
/// </summary>
internal static class DatedFields
{
    /// <summary>
    /// Writes the dates among the fields as Unix seconds. A string that does not look like a date is kept, because an attribute can have
    /// such a name.
    /// </summary>
    /// <exception cref="ArgumentException">A field holds milliseconds, or a date that may be two.</exception>
    public static void Read(JsonNode? node, IReadOnlyList<string> formats) => Read(node, formats, isMetadata: false);

    /// <summary>
    /// True for a value that would be changed or refused if its field were a date, although the field's name does not say so: a number of
    /// milliseconds, or a text that is like a date.
    /// </summary>
    /// <param name="name">The field.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="formats">The formats of -DateFormat.</param>
    /// <param name="refusal">Why it would be refused; null when it would be read.</param>
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

    /// <summary>Writes one field, which is known to be a date, as Unix seconds.</summary>
    /// <exception cref="ArgumentException">It holds milliseconds, or a date that may be two.</exception>
    public static void Read(JsonObject fields, string name, JsonValue value, IReadOnlyList<string> formats)
    {
        try
        {
            if (Seconds(value, formats) is { } seconds) fields[name] = seconds;
        }
        catch (DateException failure)
        {
            throw CommandErrors.InField(name, failure.Fault, failure);
        }
    }

    /// <summary>The Unix seconds of a text; null for a number, which stays, and for a text that is not at all like a date.</summary>
    private static long? Seconds(JsonValue value, IReadOnlyList<string> formats)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number:
                // .NET Framework does not read what is beyond any double.
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

    /// <summary>True for a text such as 31. Mai 2026: where dates have a format, this one was meant to have it.</summary>
    private static bool IsLikeAWrittenDate(string text) => text.Length > 8 && text[0] is >= '0' and <= '3'
        && text.Substring(text.Length - 4).All(letter => letter is >= '0' and <= '9');

    /// <summary>True for nine digits and more, and for numbers with a dash, dot or slash between them.</summary>
    private static bool IsLikeADate(string text)
    {
        if (text.Length < 6 || text[0] is < '0' or > '9') return false;
        var digits = text.TakeWhile(letter => letter is >= '0' and <= '9').Count();
        return digits == text.Length ? digits >= 9 : digits <= 4 && text[digits] is '-' or '.' or '/' && text[digits + 1] is >= '0'
            and <= '9';
    }
}
