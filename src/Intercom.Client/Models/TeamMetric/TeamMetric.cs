using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>The conversations of an admin of a team at this moment.</summary>
public sealed class TeamMetric : IntercomObject
{
    /// <summary>The id of the admin.</summary>
    public string? AdminId { get; set; }

    /// <summary>The id of the team. The API does not send it, so the cmdlet adds it.</summary>
    [JsonIgnore]
    public string? TeamId { get; set; }

    /// <summary>The number of open conversations.</summary>
    public long? Open { get; set; }

    /// <summary>The number of open conversations without activity for the time of -IdleThreshold.</summary>
    public long? Idle { get; set; }

    /// <summary>The number of snoozed conversations.</summary>
    public long? Snoozed { get; set; }

    /// <summary>The admin's id and the numbers.</summary>
    public override string ToString() => $"{AdminId}: {Open} open, {Idle} idle, {Snoozed} snoozed";
}
