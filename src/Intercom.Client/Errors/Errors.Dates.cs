namespace Intercom;

/// <content>Dates and their formats.</content>
internal static partial class Errors
{
    /// <summary>The remedy for a text that could be anything.</summary>
    public const string DateExamples = "Specify a date such as 2024-05-01 or 2024-05-01T12:00:00Z, or Unix seconds.";

    public static Fault NotADate(string given, string? format = null, bool? isAhead = null) => new(
        "not_a_date",
        $"'{given}' is not a date.",
        format is not null ? $"Specify -DateFormat '{format}', or ISO 8601 such as 2026-05-31."
            : isAhead is { } ahead ? $"Specify a date such as '2026-05-31 09:30', or {Words(ahead)}." : DateExamples);

    /// <summary>A number of days or another unit that could mean the future or the past.</summary>
    public static Fault StepWithoutSign(string given, bool isAhead) => new(
        "step_without_sign",
        $"'{given}' could be ahead or back.",
        isAhead ? $"Specify +{given.Trim()} for the future." : $"Specify -{given.Trim()} for the past.");

    public static Fault MinutesOrMonths(string given) => new(
        "minutes_or_months",
        $"'{given}' could be minutes or months.",
        "Write min for minutes, or mo for months.");

    public static Fault WrongDirection(string given, DateTimeOffset moment, bool isAhead) => new(
        "wrong_direction",
        $"'{given}' means {moment.ToString("ddd d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture)}, which is not in the "
            + (isAhead ? "future." : "past."),
        $"Specify {Words(isAhead)}.");

    private static string Words(bool isAhead) => isAhead
        ? "'tomorrow 9:00', monday, 'next week' or +3d" : "yesterday, 'last monday' or -3d";

    // In a text, {day:yyyy-MM-dd} would have the year of the user's calendar, such as 2569 in Thailand.
    private static string Iso(DateTime time, string form = "yyyy-MM-dd") => time.ToString(form, CultureInfo.InvariantCulture);

    public static Fault NotADateType(string type) => new("not_a_date", $"A value of type {type} is not a date.", DateExamples);

    public static Fault NoSuchDay(string given) =>
        new("no_such_day", $"'{given}' is not a date: the calendar has no such day or time.", DateExamples);

    public static Fault WrongDayOfWeek(string given, DateTime day) => new(
        "wrong_day_of_week",
        $"'{given}' is not a date: {Iso(day)} is a {day.DayOfWeek}.",
        "Correct the day of the week, or omit it.");

    public static Fault InvalidOffset(string given) => new(
        "invalid_offset",
        $"'{given}' is not a date: an offset is at most 14 hours.",
        DateExamples);

    public static Fault SkippedTime(string given, string zone, DateTime clock) => new(
        "skipped_time",
        $"'{given}' does not exist in the time zone {zone}, because the clocks skip it.",
        $"Specify a time with its offset, such as {Iso(clock, "yyyy-MM-dd'T'HH:mm")}Z for UTC.");

    /// <summary>A text of two small numbers and a year.</summary>
    /// <param name="given">The text.</param>
    /// <param name="days">The days that it could mean, in ISO 8601; empty where the year has two digits.</param>
    /// <param name="format">A format of the text, where -DateFormat can be given.</param>
    public static Fault TwoDates(string given, IReadOnlyCollection<string> days, string? format)
    {
        var iso = days.Count == 0 ? "2026-05-31" : string.Join(" or ", days);
        return new Fault(
            "two_dates",
            $"'{given}' is not read as a date, because the order of day and month differs between countries.",
            format is null
                ? $"Specify ISO 8601, such as {iso}."
                : $"Specify -DateFormat '{format}' or similar, or ISO 8601 such as {iso}.");
    }

    public static Fault OtherDateFormat(string given, IEnumerable<string> formats) => new(
        "other_date_format",
        $"'{given}' does not have the format {string.Join(" or ", formats)}, and is not ISO 8601.",
        "Correct the date, or add its format to -DateFormat.");

    public static Fault DigitsAlone(string given, DateTime day, bool takesFormat) => new(
        "digits_alone",
        $"'{given}' is not a date: digits alone are read as Unix seconds.",
        $"Specify {Iso(day)}{(takesFormat ? ", or -DateFormat yyyyMMdd" : "")}.");

    public static Fault TooFewSeconds(string given) => new(
        "too_few_seconds",
        $"{given} is not a date: as Unix seconds it would be before March 1973.",
        "Specify a date such as 2026-05-31 or '2026-05-31 09:30'.");

    public static Fault NotFinite(string given) => new("not_a_date", $"{given} is not a date.", DateExamples);

    public static Fault Milliseconds(string digits) => new(
        "milliseconds",
        $"{digits} is a number of milliseconds, and Intercom counts seconds.",
        $"Specify {WithoutMilliseconds(digits)}, or a date such as '2026-05-31 09:30'.");

    public static Fault DateOutOfRange(string given, int year, int first, int last) => new(
        "date_out_of_range",
        $"{given} is in the year {year}.",
        $"Specify a date from {first} to {last} in the Gregorian calendar, such as 2026-05-31.");

    public static Fault InvalidDateFormat(string format, string meant) => new(
        "invalid_date_format",
        $"'{format}' is not a date format: d stands for the day, M for the month (m for minutes) and y for the year.",
        $"Specify a format such as '{meant}'.");

    public static Fault AmbiguousHours(string format) => new(
        "ambiguous_hours",
        $"'{format}' reads hours from 1 to 12 without AM or PM.",
        "Write HH for 24 hours, or add tt for AM and PM.");

    private static string WithoutMilliseconds(string digits) => digits.Substring(0, digits.Length - 3);
}
