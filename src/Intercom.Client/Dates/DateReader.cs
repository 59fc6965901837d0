namespace Intercom.Dates;

/// <summary>
/// The one reader of dates: parameters, cells of rows, values of queries and custom attributes. It reads the same date on every machine:
/// ISO 8601, Unix seconds, .NET's own types, and texts that name the month. Years are Gregorian. A text such as 01.02.2025 is refused,
/// because it could be two dates. Where the direction is known, words relative to the present are read too
/// (<see cref="RelativeDate"/>).
/// </summary>
internal static class DateReader
{
    /// <summary>March 1973. A smaller number is a year, a day or an id, not a date that anybody means.</summary>
    public const long LeastSeconds = 100_000_000;

    /// <summary>The year reveals a DateTime of another calendar, or an empty one.</summary>
    private const int FirstYear = 1900, LastYear = 5137;

    /// <summary>Reads a date.</summary>
    /// <param name="value">Text, Unix seconds, DateTime, DateTimeOffset or DateOnly, without PowerShell's wrapping.</param>
    /// <param name="options">How to read it. By default, the machine's time zone and no formats.</param>
    /// <exception cref="DateException">The value is not a date, or could be two dates.</exception>
    public static DateReading Read(object? value, DateOptions? options = null)
    {
        options ??= new DateOptions();
        switch (value)
        {
            case DateTime date:
                return Checked(new DateReading(DateClock.From(date, options.Zone), false, options.Zone), value);
            case DateTimeOffset moment:
                return Checked(new DateReading(moment, false, options.Zone), value);
            case IFormattable when DayValue.Is(value, out var day):
                return Checked(new DateReading(DateClock.At(day, options.Zone), true, options.Zone), value);
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                return FromNumber(value, options.Zone);
            case string text when IsNumber(text.Trim()):
                return FromText(text.Trim(), options);
            case string text:
                return Checked(RelativeDate.Read(text, options) ?? DateText.Read(text, options), value);
            default:
                throw new DateException(Errors.NotADateType(value?.GetType().Name ?? "null"));
        }
    }

    /// <summary>True for digits, with or without a sign and a fraction.</summary>
    public static bool IsNumber(string text)
    {
        var digits = text.TrimStart('-');
        var isShape = digits.Length > 0 && text.Length - digits.Length <= 1 && digits[0] != '.';
        return isShape && digits.All(letter => letter is (>= '0' and <= '9') or '.') && digits.Count(letter => letter == '.') <= 1;
    }

    /// <summary>Refuses a number of milliseconds, which Intercom would read as a date around the year 50,000.</summary>
    /// <exception cref="DateException">The number counts milliseconds.</exception>
    public static void RefuseMilliseconds(double seconds)
    {
        if (!(Math.Abs(seconds) >= UnixTime.FirstMillisecond)) return;
        if (double.IsInfinity(seconds)) throw new DateException(Errors.NotFinite("Infinity"));
        throw new DateException(Errors.Milliseconds(seconds.ToString("F0", CultureInfo.InvariantCulture)));
    }

    private static DateReading FromText(string text, DateOptions options)
    {
        // A format such as yyyyMMdd is all digits.
        if (DateText.ByFormat(text, options) is { } formatted) return Checked(formatted, text);
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var seconds)) throw new DateException(Errors.NotADate(text));
        if (seconds < LeastSeconds
            && DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new DateException(Errors.DigitsAlone(text, day, options.TakesFormat));
        }
        return FromNumber(seconds, options.Zone);
    }

    private static DateReading FromNumber(object number, TimeZoneInfo zone)
    {
        var value = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw new DateException(Errors.NotFinite(value.ToString(CultureInfo.InvariantCulture)));
        }
        RefuseMilliseconds(value);
        if (value < LeastSeconds) throw new DateException(Errors.TooFewSeconds(Convert.ToString(number, CultureInfo.InvariantCulture)!));
        var ticks = (long)(Convert.ToDecimal(number, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond);
        return new DateReading(DateTimeOffset.FromUnixTimeSeconds(0).AddTicks(ticks), false, zone);
    }

    private static DateReading Checked(DateReading reading, object value)
    {
        if (reading.Moment.Year is >= FirstYear and <= LastYear) return reading;
        var shown = value is string ? $"'{value}'" : ((IFormattable)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        throw new DateException(Errors.DateOutOfRange(shown, reading.Moment.Year, FirstYear, LastYear));
    }
}
