using System.Text.RegularExpressions;

namespace Intercom.Dates;

/// <summary>
/// Reads dates relative to the present: <c>+3d</c>, <c>tomorrow 9:00</c>, <c>monday</c>, <c>next week</c>, <c>3 days ago</c>. The words are
/// English in every culture. Days, weeks, months and years keep the time of day when the clocks change. Hours and minutes count elapsed
/// time.
/// </summary>
internal static class RelativeDate
{
    private const RegexOptions Ascii = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Time = @"(?<h>[0-9]{1,2})(?:(?::(?<min>[0-9]{2}))(?:\s*(?<half>[ap])\.?m\.?)?|\s*(?<half>[ap])\.?m\.?)";

    /// <summary>The hour that a day without a time means, for parameters that look ahead.</summary>
    internal const int Morning = 9;

    private static readonly Regex Step =
        new(@"^(?<sign>[+-])?(?<in>in\s+)?\s*(?<n>[0-9]{1,4})\s*(?<unit>[a-z]+)(?<ago>\s+ago)?$", Ascii);

    private static readonly Regex Day = new($@"^(?:(?<which>next|last|this)\s+)?(?<day>[a-z]+)(?:,?\s+(?:at\s+)?{Time})?$", Ascii);
    private static readonly Regex Clock = new($@"^(?:at\s+)?{Time}$", Ascii);

    /// <summary>True for a number with a unit, such as -3d, which PowerShell may read as a number of its own.</summary>
    public static bool IsStep(string text) => Step.IsMatch(text.Trim());

    /// <summary>Reads a text. Null when it is not relative to the present, or when the parameter does not accept that.</summary>
    /// <exception cref="DateException">The text could have two meanings, or means a time in the wrong direction.</exception>
    public static DateReading? Read(string given, DateOptions options)
    {
        if (options.Direction == DateDirection.None) return null;
        var now = TimeZoneInfo.ConvertTime(options.Now, options.Zone);
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        DateReading? read;
        try
        {
            read = ByStep(given.Trim(), now, options) ?? ByName(given.Trim(), now, options);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new DateException(Errors.NoSuchDay(given));
        }
        if (read is not { } reading) return null;
        var isAhead = options.Direction == DateDirection.Ahead;
        return isAhead == reading.Moment > now ? reading : throw new DateException(Errors.WrongDirection(given, reading.Moment, isAhead));
    }

    private static DateReading? ByStep(string text, DateTimeOffset now, DateOptions options)
    {
        var match = Step.Match(text);
        if (!match.Success) return null;
        bool Has(string group) => match.Groups[group].Success;
        var unit = Unit(match.Groups["unit"].Value, text);
        if (unit is null || (Has("sign") && (Has("in") || Has("ago"))) || (Has("in") && Has("ago"))) return null;
        if (!Has("sign") && !Has("in") && !Has("ago")) throw new DateException(Errors.StepWithoutSign(text, options.IsAhead == true));
        var count = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        if (Has("ago") || match.Groups["sign"].Value == "-") count = -count;
        var clock = now.DateTime;
        var moment = unit switch
        {
            "minute" => now.AddMinutes(count),
            "hour" => now.AddHours(count),
            "day" => DateClock.At(clock.AddDays(count), options.Zone),
            "week" => DateClock.At(clock.AddDays(7 * count), options.Zone),
            "month" => DateClock.At(clock.AddMonths(count), options.Zone),
            _ => DateClock.At(clock.AddYears(count), options.Zone),
        };
        return new DateReading(TimeZoneInfo.ConvertTime(moment, options.Zone), false, options.Zone);
    }

    private static string? Unit(string word, string text) => word.ToLowerInvariant() switch
    {
        "min" or "mins" or "minute" or "minutes" => "minute",
        "h" or "hr" or "hrs" or "hour" or "hours" => "hour",
        "d" or "day" or "days" => "day",
        "w" or "week" or "weeks" => "week",
        "mo" or "month" or "months" => "month",
        "y" or "year" or "years" => "year",
        "m" => throw new DateException(Errors.MinutesOrMonths(text)),
        _ => null,
    };

    private static DateReading? ByName(string text, DateTimeOffset now, DateOptions options)
    {
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase)) return new DateReading(now, false, options.Zone);
        var match = Clock.Match(text);
        if (match.Success) return At(now.Date, match, text, options);
        match = Day.Match(text);
        if (!match.Success) return null;
        var (word, which) = (match.Groups["day"].Value.ToLowerInvariant(), match.Groups["which"].Value.ToLowerInvariant());
        return DayOf(word, which, now.Date, options.Direction) is { } day ? At(day, match, text, options) : null;
    }

    /// <summary>A day with the time of day that the text contains.</summary>
    private static DateReading At(DateTime day, Match match, string text, DateOptions options)
    {
        var hasTime = match.Groups["h"].Success;
        if (!hasTime && options.IsAhead == false) return new DateReading(DateClock.At(day, options.Zone), true, options.Zone);
        var clock = day.Date + (hasTime ? TimeOfDay(match) : TimeSpan.FromHours(Morning));
        if (options.Zone.IsInvalidTime(clock)) throw new DateException(Errors.SkippedTime(text, options.Zone.Id, clock));
        return new DateReading(DateClock.At(clock, options.Zone), false, options.Zone);
    }

    private static TimeSpan TimeOfDay(Match match)
    {
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["min"].Success ? int.Parse(match.Groups["min"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(match));
            hour = (hour % 12) + (match.Groups["half"].Value is "p" or "P" ? 12 : 0);
        }
        // DateTime refuses values that are too large.
        return new DateTime(1, 1, 1, hour, minute, 0).TimeOfDay;
    }

    /// <summary>The day of a word. A day of the week is never today: monday on a Monday is a week away.</summary>
    private static DateTime? DayOf(string word, string which, DateTime today, DateDirection direction)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var sign = which switch { "next" => 1, "last" => -1, _ => 0 };
        switch (word)
        {
            case "week": return which.Length == 0 ? null : monday.AddDays(7 * sign);
            case "month": return which.Length == 0 ? null : new DateTime(today.Year, today.Month, 1).AddMonths(sign);
            case "year": return which.Length == 0 ? null : new DateTime(today.Year + sign, 1, 1);
            case "today": return which.Length == 0 ? today : null;
            case "tomorrow": return which.Length == 0 ? today.AddDays(1) : null;
            case "yesterday": return which.Length == 0 ? today.AddDays(-1) : null;
        }
        if (which == "this" || DayOfWeekOf(word) is not { } day) return null;
        var isAhead = which.Length == 0 ? direction == DateDirection.Ahead : sign > 0;
        var days = ((int)day - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(isAhead ? (days == 0 ? 7 : days) : days - 7);
    }

    private static DayOfWeek? DayOfWeekOf(string word)
    {
        foreach (var day in new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
            DayOfWeek.Saturday, DayOfWeek.Sunday })
        {
            if (MonthNames.IsDayOfWeek(word, day, CultureInfo.InvariantCulture)) return day;
        }
        return null;
    }
}
