using System.Text.RegularExpressions;

namespace Intercom.Dates;

/// <summary>Reads text as dates: ISO 8601, the given formats, and text that names the month.</summary>
internal static class DateText
{
    private const RegexOptions Ascii = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Time = @"(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?"
        + @"(?:\s*(?<half>[ap])\.?m\.?)?(?:\s*(?<zone>Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?";

    private const string DayOfWeek = @"(?:(?<w>[^\W0-9_]+)\.?,?\s+)?";
    private const string Month = @"(?<name>[^\W0-9_]+)\.?";
    private const string YearAndTime = $@"(?<y>[0-9]{{4}})(?:(?:,|\s+at)?\s+{Time})?$";

    // A date that begins with the year is the same everywhere, whatever the separator.
    private static readonly Regex YearFirst = new(
        $@"^(?<y>[0-9]{{4}})(?<sep>[-/.])(?<m>[0-9]{{1,2}})\k<sep>(?<d>[0-9]{{1,2}})(?:(?:T|\s+){Time})?$", Ascii);

    private static readonly Regex DayFirst = new(
        $@"^{DayOfWeek}(?<d>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+|-)(?:(?:of|de)\s+)?{Month},?(?:\s+|-)(?:de\s+)?{YearAndTime}", Ascii);

    private static readonly Regex MonthFirst = new(
        $@"^{DayOfWeek}{Month}\s+(?<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+{YearAndTime}", Ascii);

    private static readonly Regex InDoubt = new(
        @"^(?<a>[0-9]{1,2})(?<sep>[-/. ])\s*(?<b>[0-9]{1,2})\k<sep>\s*(?<y>[0-9]{4}|[0-9]{2})(?![0-9])", Ascii);

    /// <summary>Reads a text that is not a number.</summary>
    /// <exception cref="DateException">The text is not a date, or could be two dates.</exception>
    public static DateReading Read(string given, DateOptions options)
    {
        var text = given.Trim();
        if (ByFormat(text, options) is { } formatted) return formatted;
        var match = YearFirst.Match(text);
        if (match.Success) return Of(match, Number(match, "m"), given, options);
        if (options.Formats.Count > 0) throw new DateException(Errors.OtherDateFormat(given, options.Formats));
        match = DayFirst.Match(text);
        if (!match.Success) match = MonthFirst.Match(text);
        if (match.Success && MonthNames.MonthOf(match.Groups["name"].Value, options.Culture) is { } month)
        {
            return Of(match, month, given, options);
        }
        if (InDoubt.Match(text) is { Success: true } numbers) throw Doubt(given, numbers, options);
        throw new DateException(Errors.NotADate(given, options.TakesFormat ? DateFormatGuess.Of(text) : null, options.IsAhead));
    }

    /// <summary>Reads a text in one of the given formats. Returns null when the text has none of them.</summary>
    public static DateReading? ByFormat(string text, DateOptions options)
    {
        if (options.Formats.Count > 0) text = DateFormats.WithPlainSpaces(text);
        foreach (var given in options.Formats)
        {
            var format = DateFormats.WithPlainSpaces(given);
            if (DateFormats.HasOffset(format))
            {
                if (DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
                {
                    return new DateReading(moment, false, options.Zone);
                }
            }
            else if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var clock))
            {
                var isDay = !DateFormats.HasTime(format);
                return new DateReading(OnClock(clock, isDay, text, options.Zone), isDay, options.Zone);
            }
        }
        return null;
    }

    private static DateReading Of(Match match, int month, string given, DateOptions options)
    {
        var isDay = !match.Groups["h"].Success;
        DateTime clock;
        try
        {
            clock = new DateTime(Number(match, "y"), month, Number(match, "d")) + (isDay ? TimeSpan.Zero : TimeOfDay(match));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new DateException(Errors.NoSuchDay(given));
        }
        var dayOfWeek = match.Groups["w"];
        if (dayOfWeek.Success && !MonthNames.IsDayOfWeek(dayOfWeek.Value, clock.DayOfWeek, options.Culture))
        {
            throw new DateException(Errors.WrongDayOfWeek(given, clock));
        }
        if (!match.Groups["zone"].Success) return new DateReading(OnClock(clock, isDay, given, options.Zone), isDay, options.Zone);
        try
        {
            return new DateReading(new DateTimeOffset(clock, Offset(match.Groups["zone"].Value)), false, options.Zone);
        }
        catch (ArgumentException)
        {
            throw new DateException(Errors.InvalidOffset(given));
        }
    }

    private static TimeSpan TimeOfDay(Match match)
    {
        var hour = Number(match, "h");
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(match));
            hour = (hour % 12) + (match.Groups["half"].Value is "p" or "P" ? 12 : 0);
        }
        var second = match.Groups["s"].Success ? Number(match, "s") : 0;
        // DateTime refuses values that are too large.
        var time = new DateTime(1, 1, 1, hour, Number(match, "min"), second).TimeOfDay;
        if (!match.Groups["f"].Success) return time;
        var fraction = match.Groups["f"].Value.PadRight(7, '0').Substring(0, 7);
        return time + TimeSpan.FromTicks(int.Parse(fraction, CultureInfo.InvariantCulture));
    }

    private static TimeSpan Offset(string zone)
    {
        if (zone[0] is not ('+' or '-')) return TimeSpan.Zero;
        var digits = zone.Substring(1).Replace(":", "").PadRight(4, '0');
        var minutes = int.Parse(digits.Substring(2), CultureInfo.InvariantCulture);
        if (minutes > 59) throw new ArgumentOutOfRangeException(nameof(zone));
        var offset = new TimeSpan(int.Parse(digits.Substring(0, 2), CultureInfo.InvariantCulture), minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    /// <summary>
    /// A day begins with its first moment, even where the clocks change at midnight. A time that the clocks skip is an error.
    /// </summary>
    private static DateTimeOffset OnClock(DateTime clock, bool isDay, string given, TimeZoneInfo zone)
    {
        if (!isDay && zone.IsInvalidTime(clock)) throw new DateException(Errors.SkippedTime(given, zone.Id, clock));
        return DateClock.At(clock, zone);
    }

    private static DateException Doubt(string given, Match match, DateOptions options)
    {
        int a = Number(match, "a"), b = Number(match, "b"), year = Number(match, "y");
        var days = year < 100 ? [] : new[] { Possible(year, b, a), Possible(year, a, b) }.OfType<string>().Distinct().ToArray();
        return new DateException(Errors.TwoDates(given, days, options.TakesFormat ? DateFormatGuess.Of(given) ?? "dd.MM.yyyy" : null));
    }

    private static string? Possible(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? $"{year:0000}-{month:00}-{day:00}" : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
