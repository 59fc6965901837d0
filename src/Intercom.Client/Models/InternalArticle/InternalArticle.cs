namespace Intercom;

/// <summary>An article that only teammates see.</summary>
public sealed class InternalArticle : IntercomObject
{
    /// <summary>Intercom's id of the article.</summary>
    public string? Id { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The text, as HTML.</summary>
    public string? Body { get; set; }

    /// <summary>The id of the admin who owns the article.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The id of the admin who wrote the article.</summary>
    public string? AuthorId { get; set; }

    /// <summary>The language, such as <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>When the article was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the article was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The text as Markdown. Since version 2.16 of the API.</summary>
    public string? BodyMarkdown { get; set; }

    /// <summary>The ids of the audiences that it is for. Since version 2.16 of the API.</summary>
    public ItemList<string>? AudienceIds { get; set; }

    /// <summary>True when Fin answers customers from it. Since version 2.16 of the API.</summary>
    public bool? AiChatbotAvailability { get; set; }

    /// <summary>True when Copilot answers teammates from it. Since version 2.16 of the API.</summary>
    public bool? AiCopilotAvailability { get; set; }

    /// <summary>True when the sales agent answers from it. Since version 2.16 of the API.</summary>
    public bool? AiSalesAgentAvailability { get; set; }

    /// <summary>The article's title.</summary>
    public override string ToString() => FirstOf(Title, HtmlText.FirstWords(Body), Id);
}

/// <summary>What a search of the internal articles found: one page of it.</summary>
public sealed class InternalArticleSearchResult : IntercomObject
{
    /// <summary>The articles.</summary>
    public ItemList<InternalArticle>? InternalArticles { get; set; }

    /// <summary>The titles.</summary>
    public override string ToString() => $"{InternalArticles}";
}
