namespace Intercom;

/// <summary>The hours of a week during which the workspace is open.</summary>
public sealed class OfficeHoursSchedule : IntercomObject
{
    /// <summary>Intercom's id of the schedule.</summary>
    public string? Id { get; set; }

    /// <summary>The schedule's name.</summary>
    public string? Name { get; set; }

    /// <summary>The time zone of the hours, such as <c>Europe/Dublin</c>.</summary>
    public string? TimeZoneName { get; set; }

    /// <summary>The hours during which the workspace is open.</summary>
    public ItemList<OfficeHoursInterval>? TimeIntervals { get; set; }

    /// <summary>True when the workspace is always open.</summary>
    public bool? TwentyFourSeven { get; set; }

    /// <summary>When the schedule was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the schedule was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The schedule's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
