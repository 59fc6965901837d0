namespace Intercom.Dates;

/// <summary>A date that was read: a point in time, or a whole day of a time zone.</summary>
/// <param name="Moment">The point in time. For a day, its first moment.</param>
/// <param name="IsDay">True for a date without a time of day: a text such as 2024-05-31, or a DateOnly.</param>
/// <param name="Zone">The time zone that the day belongs to.</param>
internal readonly record struct DateReading(DateTimeOffset Moment, bool IsDay, TimeZoneInfo Zone)
{
    /// <summary>The last second that belongs to it: of a day, the one before the next day. Intercom counts whole seconds.</summary>
    public DateTimeOffset LastSecond => IsDay ? DateClock.At(Moment.DateTime.Date.AddDays(1), Zone).AddSeconds(-1) : Moment;
}
