using System.Text.Json;

namespace Intercom.Json;

/// <summary>
/// Writes a number with the fewest digits that read back as the same. On Windows PowerShell, System.Text.Json would make
/// 9.9900000000000002 of 9.99.
/// </summary>
internal static class Numbers
{
    /// <summary>So many digits a double always keeps.</summary>
    private const int SureDigits = 15;

    /// <summary>A JSON number as a double, or as a decimal or its digits where a double would lose precision.</summary>
    public static object Exact(string json)
    {
        var parsed = double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number);
        if (parsed
            && (json.Length <= SureDigits && json.IndexOfAny(['e', 'E']) < 0
                    || Significant(json) == Significant(number.ToString("R", CultureInfo.InvariantCulture))))
        {
            return number;
        }
        if (decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && Significant(json) == Significant(exact.ToString(CultureInfo.InvariantCulture)))
        {
            return exact;
        }
        return new BigNumber(json);
    }

    /// <summary>A number's sign, digits and exponent, however it is written: 1.50, 15e-1 and 0.15E1 are the same.</summary>
    private static (bool IsNegative, string Digits, long Exponent) Significant(string text)
    {
        var end = text.IndexOfAny(['e', 'E']);
        var mantissa = end < 0 ? text : text.Substring(0, end);
        // An exponent that does not fit into a long is handled separately.
        if (end < 0
            || !long.TryParse(text.Substring(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            exponent = end < 0 ? 0 : long.MaxValue / 2;
        }
        var isNegative = mantissa.StartsWith("-", System.StringComparison.Ordinal);
        mantissa = mantissa.TrimStart('-', '+');
        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }
        var digits = mantissa.TrimStart('0').TrimEnd('0');
        if (digits.Length == 0) return (isNegative, "", 0);
        return (isNegative, digits, exponent + mantissa.Length - mantissa.TrimEnd('0').Length);
    }

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
    /// <summary>Null for text that is not a number, or where .NET Framework's shortest form does not read back.</summary>
    private static string? Digits(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number)) return null;
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read.Equals(number)
            ? digits
            : null;
    }
#endif
}
