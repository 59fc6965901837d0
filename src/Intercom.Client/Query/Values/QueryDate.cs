using Intercom.Dates;

namespace Intercom.Query;

/// <summary>Dates on their way to whole Unix seconds and calendar days.</summary>
internal static class QueryDate
{
    /// <summary>
    /// Ten o'clock UTC, in seconds of the day: it falls on the same calendar day in every time zone from UTC-10 to UTC+13:59.
    /// </summary>
    internal const long SameDayEverywhere = 10 * 3600;

    /// <summary>
    /// A date of any kind as a point in time. A date without a kind is in the given zone. A time that a clock change skips moves past it.
    /// </summary>
    internal static DateTimeOffset From(DateTime date, TimeZoneInfo zone) => DateClock.From(date, zone);

    /// <summary>
    /// Whole seconds, as Intercom counts, without changing what is asked: before 12:00:00.5 is before 12:00:01,
    /// and after 12:00:00.5 is after 12:00:00.
    /// </summary>
    internal static DateTimeOffset WholeSeconds(DateTimeOffset date, QueryOperator @operator)
    {
        var rest = date.Ticks % TimeSpan.TicksPerSecond;
        if (rest == 0) return date;
        var up = @operator is QueryOperator.Less or QueryOperator.GreaterOrEqual;
        var past = DateTimeOffset.MaxValue - date < TimeSpan.FromDays(1);
        return date.AddTicks(up && !past ? TimeSpan.TicksPerSecond - rest : -rest);
    }

    /// <summary>True for a date without a time of day on its own clock.</summary>
    internal static bool IsWholeDay(DateTimeOffset date) => date.TimeOfDay == TimeSpan.Zero;

    /// <summary>The calendar day of a point in time, counted from year 1.</summary>
    internal static long DayOf(DateTimeOffset date, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(date, zone).Date.Ticks / TimeSpan.TicksPerDay;

    /// <summary>The point in time of a number of seconds. Null beyond the calendar.</summary>
    internal static DateTimeOffset? FromUnix(long seconds) =>
        seconds is < -62135596800 or > 253402300799 ? null : DateTimeOffset.FromUnixTimeSeconds(seconds);

    /// <summary>The day alone where there is no time of day. Otherwise ISO 8601 to the second.</summary>
    internal static string Print(DateTimeOffset date) => date.ToString(
        IsWholeDay(date) ? "yyyy-MM-dd" : date.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
        CultureInfo.InvariantCulture);
}
