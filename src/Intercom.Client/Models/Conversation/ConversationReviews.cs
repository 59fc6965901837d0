namespace Intercom;

/// <summary>What the sales agent achieved in a conversation.</summary>
public sealed class SalesAgent : IntercomObject
{
    /// <summary>Such as <c>qualified</c> or <c>disqualified</c>.</summary>
    public string? Outcome { get; set; }

    /// <summary>Where the conversation was routed.</summary>
    public string? RoutingOutcome { get; set; }

    /// <summary>The values that were collected, by name.</summary>
    public AttributeBag? CollectedData { get; set; }

    /// <summary>The outcome.</summary>
    public override string ToString() => FirstOf(Outcome, RoutingOutcome);
}

/// <summary>The channels of a conversation.</summary>
public sealed class ConversationChannel : IntercomObject
{
    /// <summary>The channel in which it began, such as <c>messenger</c>.</summary>
    public string? Initial { get; set; }

    /// <summary>The channel of the latest message.</summary>
    public string? Current { get; set; }

    /// <summary>The current channel.</summary>
    public override string ToString() => FirstOf(Current, Initial);
}

/// <summary>An object in another system. <c>Type</c> is its kind, such as <c>zendesk_ticket</c>.</summary>
public sealed class ExternalReference : IntercomObject
{
    /// <summary>The id in the other system.</summary>
    public string? Id { get; set; }

    /// <summary>The kind and id.</summary>
    public override string ToString() => $"{Type} {Id}".Trim();
}

/// <summary>The result of a monitor for a conversation.</summary>
public sealed class MonitorEvaluation : IntercomObject
{
    /// <summary>The id of the monitor.</summary>
    public string? MonitorId { get; set; }

    /// <summary>The name of the monitor.</summary>
    public string? MonitorName { get; set; }

    /// <summary>How the monitor decides, such as <c>prompt</c>.</summary>
    public string? MonitorType { get; set; }

    /// <summary>Such as <c>flagged</c>.</summary>
    public string? Result { get; set; }

    /// <summary>The reason.</summary>
    public string? Explanation { get; set; }

    /// <summary>When the conversation was evaluated.</summary>
    public DateTime? EvaluatedAt { get; set; }

    /// <summary>The monitor and its result.</summary>
    public override string ToString() => $"{FirstOf(MonitorName, MonitorId)}: {Result}";
}

/// <summary>A review of a conversation.</summary>
public sealed class Scorecard : IntercomObject
{
    /// <summary>The id of the scorecard.</summary>
    public string? ScorecardId { get; set; }

    /// <summary>The id of the version of the scorecard.</summary>
    public string? ScorecardVersionId { get; set; }

    /// <summary>The name of the scorecard.</summary>
    public string? Name { get; set; }

    /// <summary>Who reviewed, such as <c>human</c>.</summary>
    public string? ScorecardType { get; set; }

    /// <summary>True when the conversation passed.</summary>
    public bool? Passed { get; set; }

    /// <summary>The score, from 0 to 1.</summary>
    public double? Score { get; set; }

    /// <summary>The score that AI gave, from 0 to 1.</summary>
    public double? AiScore { get; set; }

    /// <summary>When the conversation was reviewed.</summary>
    public DateTime? EvaluatedAt { get; set; }

    /// <summary>The reviewed teammate.</summary>
    public AttributeBag? ReviewedTeammate { get; set; }

    /// <summary>The scorecard and the score.</summary>
    public override string ToString() => $"{FirstOf(Name, ScorecardId)}: {Score}";
}
