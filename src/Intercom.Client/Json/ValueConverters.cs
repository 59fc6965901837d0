using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Dates;

namespace Intercom.Json;

/// <summary>Reads any JSON value into a string: ids are strings in one answer and numbers in another.</summary>
internal sealed class LenientStringConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => Scalars.RawText(ref reader),
        _ => Scalars.RawDocument(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads the id of an assignee. Nobody is null in one answer, and 0 as a number or as text in another.</summary>
internal sealed class AssigneeConverter : JsonConverter<string?>
{
    private static readonly LenientStringConverter Ids = new();

    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Ids.Read(ref reader, typeToConvert, options) is { } id and not ("0" or "") ? id : null;

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>
/// Reads Unix seconds, as number or text, milliseconds (1e11 and above) and ISO 8601 into local time.
/// A value that is not a date is read as null, and a value beyond the calendar as its limit: one odd date must not fail the page.
/// </summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTime?>
{
    public override bool HandleNull => true;

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return UnixTime.ToLocal(reader.TryGetInt64(out var whole) ? whole : Scalars.Number(ref reader) ?? double.MaxValue);
            case JsonTokenType.String:
                var text = reader.GetString()!;
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
                {
                    return UnixTime.ToLocal(seconds);
                }
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    ? date.LocalDateTime
                    : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } date) writer.WriteNumberValue(UnixTime.FromDate(date));
        else writer.WriteNullValue();
    }
}

/// <summary>Reads a number that may be sent as text. Any other value is read as null.</summary>
internal sealed class LenientLongConverter : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole)) return whole;
        return Scalars.Number(ref reader) is { } number && number is > -9.2e18 and < 9.2e18 ? (long)number : null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }
}

/// <summary>Reads a number that may be sent as text. Any other value is read as null.</summary>
internal sealed class LenientDoubleConverter : JsonConverter<double?>
{
    public override bool HandleNull => true;

    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Scalars.Number(ref reader);

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } number) Numbers.Write(writer, number);
        else writer.WriteNullValue();
    }
}

/// <summary>Reads true and false, also as text or as 0 and 1. Any other value is read as null.</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool?>
{
    public override bool HandleNull => true;

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.String when bool.TryParse(reader.GetString(), out var value): return value;
            case JsonTokenType.Number when reader.TryGetInt64(out var number): return number != 0;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } flag) writer.WriteBooleanValue(flag);
        else writer.WriteNullValue();
    }
}

/// <summary>
/// Reads what has no model into plain values (string, long, double, bool, array, <see cref="AttributeBag"/>), so that PowerShell shows
/// it as it is.
/// </summary>
internal sealed class PlainValueConverter : JsonConverter<object?>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValue.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) => PlainValue.Write(writer, value);
}

/// <summary>Reads a map of named values, such as custom attributes. An array or a scalar in its place is read as an empty map.</summary>
internal sealed class AttributeBagConverter : JsonConverter<AttributeBag?>
{
    public override AttributeBag? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject) return PlainValue.ReadObject(ref reader);
        reader.Skip();
        return [];
    }

    public override void Write(Utf8JsonWriter writer, AttributeBag? value, JsonSerializerOptions options) =>
        PlainValue.Write(writer, value);
}

/// <summary>Reads an image that is a link in one answer and an object with <c>image_url</c> in another, into the link.</summary>
internal sealed class ImageUrlConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        return PlainValue.Read(ref reader) is AttributeBag image && image.TryGetValue("image_url", out var url) ? url as string : null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

internal static class Scalars
{
    /// <summary>The unchanged digits: an id of twenty digits must not become a double.</summary>
    public static string RawText(ref Utf8JsonReader reader)
    {
        var bytes = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan.ToArray();
        return Encoding.UTF8.GetString(bytes);
    }

    public static string RawDocument(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public static double? Number(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number: return reader.TryGetDouble(out var read) && !double.IsInfinity(read) ? read : null;
            case JsonTokenType.String when double.TryParse(
                reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number): return number;
            default:
                reader.Skip();
                return null;
        }
    }
}
