namespace Intercom.PowerShell;

/// <content>Office hours.</content>
internal static partial class CommandErrors
{
    public static ParameterConversionException NotATimeInterval(string given, bool isWeek) => Refused(
        "not_a_time_interval",
        $"'{given}' is not a time interval.",
        $"Specify a table such as {SampleInterval(isWeek)}.");

    public static ParameterConversionException UnknownIntervalField(string name, bool isWeek) => Refused(
        "unknown_interval_field",
        $"'{name}' is not a field of a time interval.",
        $"Specify a table such as {SampleInterval(isWeek)}.");

    public static ParameterConversionException MissingIntervalField(string name, bool isWeek) => Refused(
        "missing_interval_field",
        $"A time interval does not have {name}.",
        $"Specify a table such as {SampleInterval(isWeek)}.");

    public static ParameterConversionException NotADayOfTheWeek(string given) => Refused(
        "not_a_day_of_the_week",
        $"'{given}' is not a day of the week.",
        "Specify a day from Monday to Sunday, in English.");

    public static ParameterConversionException NotATimeOfDay(string given) => Refused(
        "not_a_time_of_day",
        $"'{given}' is not a time of day.",
        "Specify hours and minutes from '00:00' to '24:00', such as '09:30'.");

    public static ParameterConversionException NotAQuarterHour(string given) => Refused(
        "not_a_quarter_hour",
        $"{given} is not on a quarter of an hour, which Intercom requires for a schedule.",
        "Specify minutes of 00, 15, 30 or 45.");

    public static ParameterConversionException ReversedInterval(string start, string end, bool isWeek) => Refused(
        "reversed_interval",
        $"A time interval starts at {start} and ends at {end}, which is not later.",
        isWeek ? "If it ends on another day, add the day, such as EndDay = 'Tuesday'. Split hours that end in the next week at "
            + "Sunday 24:00."
            : "Specify a later End, at most '24:00'.");

    public static ParameterConversionException MinutesOutOfRange(long start, long end, bool isWeek) => Refused(
        "minutes_out_of_range",
        $"The minutes {start} to {end} are not within {(isWeek ? "a week (0 to 10080)" : "a day (0 to 1440)")}.",
        isWeek ? "Count them from Monday 00:00, or specify Day, Start and End." : "Count them from midnight, or specify Start and End.");

    public static ParameterConversionException DayOfException() => Refused(
        "day_of_exception",
        "An exception applies to one date, so its time intervals do not have a day.",
        "Omit Day and EndDay.");

    public static ParameterConversionException IntervalOfException(string start) => Refused(
        "interval_of_exception",
        $"The time interval that starts at {start} belongs to the date of an exception, not to a week.",
        $"Specify a table such as {SampleInterval(true)}.");

    public static ArgumentException ScheduleWithoutHours() => Invalid(
        "schedule_without_hours",
        "A schedule requires the hours during which the workspace is open.",
        $"Specify -TimeInterval {SampleInterval(true)}.");

    public static ArgumentException HoursOfClosedDay() => Invalid(
        "hours_of_closed_day",
        "-TimeInterval is specified, but -ExceptionType is closed.",
        "Omit one of them.");

    public static ArgumentException CustomHoursWithoutHours() => Invalid(
        "custom_hours_without_hours",
        "-ExceptionType is custom_hours, which requires hours.",
        "Specify -TimeInterval @{ Start = '09:00'; End = '13:00' }.");

    /// <summary>Reports a time zone that is not a name of the IANA database.</summary>
    /// <param name="given">The text.</param>
    /// <param name="name">The name of the same time zone in the database; null when it is unknown.</param>
    public static ArgumentException NotATimeZone(string given, string? name) => Invalid(
        "not_a_time_zone",
        $"'{given}' is not the name of a time zone in the IANA database.",
        $"Specify a name such as {name ?? "Europe/Dublin"}.");

    private static string SampleInterval(bool isWeek) =>
        isWeek ? "@{ Day = 'Monday'; Start = '09:00'; End = '17:00' }" : "@{ Start = '09:00'; End = '13:00' }";
}
