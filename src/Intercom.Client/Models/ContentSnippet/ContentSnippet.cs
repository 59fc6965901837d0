namespace Intercom;

/// <summary>A text that Fin and Copilot answer from, and that nobody reads as an article.</summary>
public sealed class ContentSnippet : IntercomObject
{
    /// <summary>Intercom's id of the snippet.</summary>
    public string? Id { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The language, such as <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The text as blocks, such as paragraphs.</summary>
    public ItemList<object>? JsonBlocks { get; set; }

    /// <summary>The text as Markdown.</summary>
    public string? BodyMarkdown { get; set; }

    /// <summary>True when Fin may use the snippet.</summary>
    public bool? AiChatbotAvailability { get; set; }

    /// <summary>True when Copilot may use the snippet.</summary>
    public bool? AiCopilotAvailability { get; set; }

    /// <summary>True when the sales agent may use the snippet.</summary>
    public bool? AiSalesAgentAvailability { get; set; }

    /// <summary>1 when Fin may use the snippet. Intercom replaced it with <c>AiChatbotAvailability</c>.</summary>
    public long? ChatbotAvailability { get; set; }

    /// <summary>1 when Copilot may use the snippet. Intercom replaced it with <c>AiCopilotAvailability</c>.</summary>
    public long? CopilotAvailability { get; set; }

    /// <summary>The ids of the audiences for which Fin may use the snippet. Empty without a restriction.</summary>
    public ItemList<string>? AudienceIds { get; set; }

    /// <summary>When the snippet was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the snippet was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The title or id.</summary>
    public override string ToString() => FirstOf(Title, Id);
}
