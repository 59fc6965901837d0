using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A page from which Fin learns.</summary>
public sealed class ExternalPage : IntercomObject
{
    /// <summary>Intercom's id of the page.</summary>
    public string? Id { get; set; }

    /// <summary>The page's title.</summary>
    public string? Title { get; set; }

    /// <summary>The page's text, as HTML.</summary>
    public string? Html { get; set; }

    /// <summary>The address that Fin shows to people.</summary>
    public string? Url { get; set; }

    /// <summary>True when Fin may answer people from the page.</summary>
    public bool? AiAgentAvailability { get; set; }

    /// <summary>True when Copilot may answer teammates from the page.</summary>
    public bool? AiCopilotAvailability { get; set; }

    /// <summary>True when the sales agent may answer from the page.</summary>
    public bool? AiSalesAgentAvailability { get; set; }

    /// <summary>Intercom's older word for the two before.</summary>
    public bool? FinAvailability { get; set; }

    /// <summary>The page's language, such as <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The id of the source that the page belongs to, which the API calls <c>source_id</c>.</summary>
    [JsonPropertyName("source_id")]
    public string? ContentSourceId { get; set; }

    /// <summary>The page's id at the source.</summary>
    public string? ExternalId { get; set; }

    /// <summary>When the page was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the page was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When Fin last read the page.</summary>
    public DateTime? LastIngestedAt { get; set; }

    /// <summary>The page's title.</summary>
    public override string ToString() => FirstOf(Title, Url, Id);
}
