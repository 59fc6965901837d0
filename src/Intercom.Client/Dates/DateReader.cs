using System;
using System.Globalization;
using System.Linq;
using Intercom.Json;

namespace Intercom.Dates;

/// <summary>
/// The one reader of dates: parameters, cells of rows, values of queries and custom attributes. It reads the same date on every machine: ISO 8601, Unix seconds,
/// .NET's own types, and texts that name the month. Years are Gregorian. A text such as 01.02.2025 is refused, because it is two dates.
/// </summary>
internal static class DateReader
{
    /// <summary>March 1973: what is less is a year, a day or an id, not a date that anybody means.</summary>
    public const long LeastSeconds = 100_000_000;

    /// <summary>A DateTime of another calendar, or an empty one, shows by its year.</summary>
    private const int FirstYear = 1900, LastYear = 5137;

    /// <summary>Reads a date.</summary>
    /// <param name="value">Text, Unix seconds, DateTime, DateTimeOffset or DateOnly, without PowerShell's wrapping.</param>
    /// <param name="options">What it is read with; by default the machine's time zone and no formats.</param>
    /// <exception cref="DateException">It is not a date, or may be two.</exception>
    public static DateReading Read(object? value, DateOptions? options = null)
    {
        options ??= new DateOptions();
        switch (value)
        {
            case DateTime date: return Checked(new DateReading(DateClock.From(date, options.Zone), false, options.Zone), value);
            case DateTimeOffset moment: return Checked(new DateReading(moment, false, options.Zone), value);
            case IFormattable when DayValue.Is(value, out var day): return Checked(new DateReading(DateClock.At(day, options.Zone), true, options.Zone), value);
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal: return FromNumber(value, options.Zone);
            case string text when IsNumber(text.Trim()): return FromText(text.Trim(), options);
            case string text: return Checked(DateText.Read(text, options), value);
            default:
                throw new DateException($"A value of type {value?.GetType().Name ?? "null"} is not a date.", Examples);
        }
    }

    /// <summary>What a remedy names.</summary>
    public const string Examples = "Give a date such as 2024-05-01 or 2024-05-01T12:00:00Z, or Unix seconds.";

    /// <summary>True for digits with a sign or a fraction at most.</summary>
    public static bool IsNumber(string text)
    {
        var digits = text.TrimStart('-');
        return digits.Length > 0 && text.Length - digits.Length <= 1 && digits.All(letter => letter is (>= '0' and <= '9') or '.') && digits.Count(letter => letter == '.') <= 1 && digits[0] != '.';
    }

    /// <summary>Refuses a number of milliseconds, which Intercom would take for the year 50,000.</summary>
    /// <exception cref="DateException">It is one.</exception>
    public static void RefuseMilliseconds(double seconds)
    {
        if (!(Math.Abs(seconds) >= UnixTime.FirstMillisecond)) return;
        if (double.IsInfinity(seconds)) throw new DateException("The number is larger than any date.", Examples);
        var digits = seconds.ToString("F0", CultureInfo.InvariantCulture);
        throw new DateException($"{digits} is a number of milliseconds, and Intercom counts seconds.", $"Give {digits.Substring(0, digits.Length - 3)}, or a date such as '2026-05-31 09:30'.");
    }

    private static DateReading FromText(string text, DateOptions options)
    {
        // A format such as yyyyMMdd is all digits.
        if (DateText.ByFormat(text, options) is { } formatted) return Checked(formatted, text);
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) throw new DateException($"'{text}' is not a date.", Examples);
        if (seconds < LeastSeconds && DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw new DateException(
            $"'{text}' is not a date: digits alone are Unix seconds.", $"Give {day:yyyy-MM-dd}{(options.TakesFormat ? ", or -DateFormat yyyyMMdd" : "")}.");
        return FromNumber(seconds, options.Zone);
    }

    private static DateReading FromNumber(object number, TimeZoneInfo zone)
    {
        var value = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        if (double.IsNaN(value) || double.IsInfinity(value)) throw new DateException($"{value} is not a date.", Examples);
        RefuseMilliseconds(value);
        if (value < LeastSeconds) throw new DateException($"{Convert.ToString(number, CultureInfo.InvariantCulture)} is not a date: as Unix seconds it would be before March 1973.", "Give a date such as 2026-05-31 or '2026-05-31 09:30'.");
        var ticks = (long)(Convert.ToDecimal(number, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond);
        return new DateReading(DateTimeOffset.FromUnixTimeSeconds(0).AddTicks(ticks), false, zone);
    }

    private static DateReading Checked(DateReading reading, object value)
    {
        if (reading.Moment.Year is >= FirstYear and <= LastYear) return reading;
        var shown = value is string ? $"'{value}'" : ((IFormattable)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        throw new DateException($"{shown} is in the year {reading.Moment.Year}.", $"Give a date from {FirstYear} to {LastYear} in the Gregorian calendar, such as 2026-05-31.");
    }
}
