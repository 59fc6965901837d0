using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A time during which the workspace is open: in a week, or on the day of an exception.</summary>
public sealed class OfficeHoursInterval : IntercomObject
{
    private const long Hour = 60;
    private const long OneDay = 24 * Hour;
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The day on which the interval begins, such as <c>Monday</c>.</summary>
    [JsonIgnore]
    public string? Day => DayOf(FirstDay);

    /// <summary>The time at which it begins, such as <c>09:00</c>.</summary>
    [JsonIgnore]
    public string? Start => StartMinute is { } minute ? Clock(Within(minute)) : null;

    /// <summary>The time at which it ends, such as <c>17:00</c>. The end of a day is <c>24:00</c>.</summary>
    [JsonIgnore]
    public string? End => EndMinute is { } minute ? Clock(minute - LastDay * OneDay) : null;

    /// <summary>The day on which it ends, such as <c>Tuesday</c>. Null when it ends on the day on which it begins.</summary>
    [JsonIgnore]
    public string? EndDay => StartMinute is { } start && LastDay is { } last && FirstDay is { } first && last != Whole(start)
        ? DayOf((first + last - Whole(start)) % Days.Length) : null;

    /// <summary>The minute at which it begins: from Monday 00:00 in a schedule, from midnight in an exception.</summary>
    public long? StartMinute { get; set; }

    /// <summary>The minute at which it ends, counted in the same way.</summary>
    public long? EndMinute { get; set; }

    /// <summary>The number of its first day: 0 is Monday, and 6 is Sunday. Intercom derives it, so it is never sent.</summary>
    public long? DayOfWeek { get; set; }

    /// <summary>The day and the times, such as <c>Monday 09:00-17:00</c>.</summary>
    public override string ToString() => StartMinute is null || EndMinute is null ? ""
        : $"{Day} {Start}-{(EndDay is null ? "" : EndDay + " ")}{End}".TrimStart();

    /// <summary>The number of a day of the week, by its name or the first three letters of it. Null for other words.</summary>
    internal static int? DayNumber(string name)
    {
        var place = Array.FindIndex(Days, day => day.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (name.Length == 3 && day.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return place < 0 ? null : place;
    }

    private long? FirstDay => DayOfWeek ?? (StartMinute is { } minute ? Whole(minute) : null);

    /// <summary>The last day that the interval reaches, as the number of days from the beginning of its count.</summary>
    private long? LastDay => EndMinute is { } end ? end % OneDay == 0 && end > (StartMinute ?? 0) ? end / OneDay - 1 : Whole(end) : null;

    private static string? DayOf(long? number) => number is >= 0 and < 7 ? Days[number.Value] : null;

    private static long Whole(long minute) => minute / OneDay;

    private static long Within(long minute) => minute % OneDay;

    private static string? Clock(long? minute) => minute is { } time
        ? string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", time / Hour, time % Hour) : null;
}
