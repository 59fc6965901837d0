namespace Intercom;

/// <summary>Times and counts of a conversation, for reporting. Durations are in seconds.</summary>
public sealed class ConversationStatistics : IntercomObject
{
    /// <summary>Seconds until the last assignment before the first admin's reply.</summary>
    public long? TimeToAssignment { get; set; }

    /// <summary>Seconds until the first admin's reply, without the time outside office hours.</summary>
    public long? TimeToAdminReply { get; set; }

    /// <summary>Seconds until the first close, without the time outside office hours.</summary>
    public long? TimeToFirstClose { get; set; }

    /// <summary>Seconds until the last close, without the time outside office hours.</summary>
    public long? TimeToLastClose { get; set; }

    /// <summary>The median of seconds until an admin answered a contact, without the time outside office hours.</summary>
    public long? MedianTimeToReply { get; set; }

    /// <summary>When a contact first wrote.</summary>
    public DateTime? FirstContactReplyAt { get; set; }

    /// <summary>When the conversation was first assigned after that.</summary>
    public DateTime? FirstAssignmentAt { get; set; }

    /// <summary>When an admin first replied after that.</summary>
    public DateTime? FirstAdminReplyAt { get; set; }

    /// <summary>When the conversation was first closed after that.</summary>
    public DateTime? FirstCloseAt { get; set; }

    /// <summary>When the conversation was last assigned.</summary>
    public DateTime? LastAssignmentAt { get; set; }

    /// <summary>When an admin first replied after the last assignment.</summary>
    public DateTime? LastAssignmentAdminReplyAt { get; set; }

    /// <summary>When a contact last wrote.</summary>
    public DateTime? LastContactReplyAt { get; set; }

    /// <summary>When an admin last wrote.</summary>
    public DateTime? LastAdminReplyAt { get; set; }

    /// <summary>When the conversation was last closed.</summary>
    public DateTime? LastCloseAt { get; set; }

    /// <summary>The id of the admin who closed it last.</summary>
    public string? LastClosedById { get; set; }

    /// <summary>How often it was opened again.</summary>
    public long? CountReopens { get; set; }

    /// <summary>How often it was assigned.</summary>
    public long? CountAssignments { get; set; }

    /// <summary>The total number of parts, of which Intercom sends at most 500.</summary>
    public long? CountConversationParts { get; set; }

    /// <summary>How long each assigned team took to answer first.</summary>
    public ItemList<TeamResponseTime>? AssignedTeamFirstResponseTime { get; set; }

    /// <summary>The same, counting office hours only.</summary>
    public ItemList<TeamResponseTime>? AssignedTeamFirstResponseTimeInOfficeHours { get; set; }

    /// <summary>Seconds from assignment to close.</summary>
    public long? HandlingTime { get; set; }

    /// <summary>Seconds of handling, without idle time.</summary>
    public long? AdjustedHandlingTime { get; set; }

    /// <summary>The counts.</summary>
    public override string ToString() =>
        $"{CountConversationParts ?? 0} parts, {CountReopens ?? 0} reopens, {CountAssignments ?? 0} assignments";
}

/// <summary>How long a team took to answer first.</summary>
public sealed class TeamResponseTime : IntercomObject
{
    /// <summary>The id of the team.</summary>
    public string? TeamId { get; set; }

    /// <summary>The team's name. <c>Unassigned</c> when there was none, null when the team was deleted.</summary>
    public string? TeamName { get; set; }

    /// <summary>Seconds until the first answer.</summary>
    public long? ResponseTime { get; set; }

    /// <summary>The team and its seconds.</summary>
    public override string ToString() => $"{FirstOf(TeamName, TeamId)}: {ResponseTime} s";
}
