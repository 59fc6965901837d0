using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Json;

/// <summary>Writes a number with the fewest digits that read back as the same. On Windows PowerShell, System.Text.Json would make 9.9900000000000002 of 9.99.</summary>
internal static class Numbers
{
    public static JsonNode Node(double number)
    {
#if NET8_0_OR_GREATER
        return JsonValue.Create(number);
#else
        return Digits(number) is { } digits ? JsonNode.Parse(digits)! : JsonValue.Create(number);
#endif
    }

    public static void Write(Utf8JsonWriter writer, double number)
    {
#if NET8_0_OR_GREATER
        writer.WriteNumberValue(number);
#else
        if (Digits(number) is { } digits) writer.WriteRawValue(digits);
        else writer.WriteNumberValue(number);
#endif
    }

#if !NET8_0_OR_GREATER
    /// <summary>Null for what is no number, or where .NET Framework's own shortest form does not read back.</summary>
    private static string? Digits(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number)) return null;
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read.Equals(number) ? digits : null;
    }
#endif
}
