namespace Intercom;

/// <summary>What Fin, Intercom's AI agent, did in a conversation.</summary>
public sealed class AiAgent : IntercomObject
{
    /// <summary>
    /// What brought Fin in: <c>essentials_plan_setup</c>, <c>profile</c>, <c>workflow</c>, <c>workflow_preview</c> or
    /// <c>fin_preview</c>.
    /// </summary>
    public string? SourceType { get; set; }

    /// <summary>The title of what brought Fin in.</summary>
    public string? SourceTitle { get; set; }

    /// <summary><c>ai_answer</c> or <c>custom_answer</c>. Null when there was no answer.</summary>
    public string? LastAnswerType { get; set; }

    /// <summary>
    /// <c>assumed_resolution</c>, <c>confirmed_resolution</c>, <c>routed_to_team</c> or <c>abandoned</c>; null when there was no
    /// answer.
    /// </summary>
    public string? ResolutionState { get; set; }

    /// <summary>How the contact rated Fin, from 1 (bad) to 5 (good).</summary>
    public long? Rating { get; set; }

    /// <summary>What the contact added in words.</summary>
    public string? RatingRemark { get; set; }

    /// <summary>When the rating was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the rating was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>What Fin's answers were drawn from.</summary>
    public ItemList<AiContentSource>? ContentSources { get; set; }

    /// <summary>The result.</summary>
    public override string ToString() => FirstOf(ResolutionState, LastAnswerType, SourceTitle, SourceType);
}

/// <summary>Something that Fin's answer was drawn from.</summary>
public sealed class AiContentSource : IntercomObject
{
    /// <summary><c>file</c>, <c>article</c>, <c>external_content</c>, <c>content_snippet</c> or <c>workflow_connector_action</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where teammates find it.</summary>
    public string? Url { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The language, such as <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The title.</summary>
    public override string ToString() => FirstOf(Title, Url);
}
