namespace Intercom.Dates;

/// <summary>What a clock shows and the point in time that it means.</summary>
internal static class DateClock
{
    /// <summary>
    /// A DateTime of any kind as a point in time. One without a kind is of the given zone. A local one of the hour that comes twice
    /// keeps the half that it was made with (.NET notes it beside the ticks, and SpecifyKind would drop the note).
    /// </summary>
    public static DateTimeOffset From(DateTime date, TimeZoneInfo zone)
    {
        if (date.Kind == DateTimeKind.Unspecified) return At(date, zone);
        var utc = date.ToUniversalTime();
        // The first and last hours of the calendar have no UTC time in every zone, and .NET substitutes its minimum or maximum.
        if (utc <= DateTime.MinValue.AddDays(1) || utc >= DateTime.MaxValue.AddDays(-1))
        {
            return At(
                DateTime.SpecifyKind(date, DateTimeKind.Unspecified),
                date.Kind == DateTimeKind.Utc ? TimeZoneInfo.Utc : TimeZoneInfo.Local);
        }
        return date.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(utc)
            : TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), TimeZoneInfo.Local);
    }

    /// <summary>
    /// A clock time of a zone as a point in time. A time that a clock change skips moves past it. Of a repeated time, .NET uses the second.
    /// </summary>
    public static DateTimeOffset At(DateTime clock, TimeZoneInfo zone)
    {
        clock = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        try
        {
            return zone.IsInvalidTime(clock)
                ? TimeZoneInfo.ConvertTime(new DateTimeOffset(clock, zone.GetUtcOffset(clock.AddDays(-1))), zone)
                : new DateTimeOffset(clock, zone.GetUtcOffset(clock));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first and the last hours of the calendar have no UTC time in every zone.
            return new DateTimeOffset(clock, TimeSpan.Zero);
        }
    }
}
