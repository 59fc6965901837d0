namespace Intercom;

/// <summary>A date on which other hours apply than those of the schedule, such as a public holiday.</summary>
public sealed class OfficeHoursException : IntercomObject
{
    /// <summary>Intercom's id of the exception.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the schedule that the exception belongs to.</summary>
    public string? OfficeHoursScheduleId { get; set; }

    /// <summary>The date, as year, month and day: <c>2026-12-25</c>. It has no time zone of its own.</summary>
    public string? ExceptionDate { get; set; }

    /// <summary><c>closed</c>, or <c>custom_hours</c> with time intervals.</summary>
    public string? ExceptionType { get; set; }

    /// <summary>The exception's name, such as <c>Christmas Day</c>. Null without a name.</summary>
    public string? Name { get; set; }

    /// <summary>The hours during which the workspace is open on that date. Null when it is closed.</summary>
    public ItemList<OfficeHoursInterval>? TimeIntervals { get; set; }

    /// <summary>True when the exception applies every year.</summary>
    public bool? RecurringAnnually { get; set; }

    /// <summary>When the exception was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the exception was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The exception's name or date.</summary>
    public override string ToString() => FirstOf(Name, ExceptionDate, Id);
}
