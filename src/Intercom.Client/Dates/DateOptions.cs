namespace Intercom.Dates;

/// <summary>What a date is read with.</summary>
internal sealed class DateOptions
{
    /// <summary>The time zone of texts without an offset. The default is the machine's.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Exact formats to try first. If there are any, only ISO 8601 and Unix seconds are read besides.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The culture whose month names are read besides the English ones.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    /// <summary>The direction of the date. It decides whether words relative to the present are read, and what they mean.</summary>
    public DateDirection Direction { get; init; }

    /// <summary>True or false for the future and the past; null where the direction is not known.</summary>
    public bool? IsAhead => Direction == DateDirection.None ? null : Direction == DateDirection.Ahead;

    /// <summary>The present, for words relative to it.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>True where the remedy can be -DateFormat.</summary>
    public bool TakesFormat { get; init; }
}
