using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>An article of the help center.</summary>
public sealed class Article : IntercomObject
{
    /// <summary>Intercom's id of the article.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the workspace that the article belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The title, in the default language.</summary>
    public string? Title { get; set; }

    /// <summary>The description, in the default language.</summary>
    public string? Description { get; set; }

    /// <summary>The text as HTML, in the default language.</summary>
    public string? Body { get; set; }

    /// <summary>The id of the admin who wrote the article.</summary>
    public string? AuthorId { get; set; }

    /// <summary><c>published</c> or <c>draft</c>.</summary>
    public string? State { get; set; }

    /// <summary>The address of the article in the help center. Null for drafts.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// The id of the collection or section that contains the article. Since version 2.16 of the API, this is the first of
    /// <see cref="ParentIds"/>. Null when the article is in no collection.
    /// </summary>
    public string? ParentId
    {
        get => field ?? ParentIds?.FirstOrDefault();
        set;
    }

    /// <summary>The ids of all collections and sections that the article is in.</summary>
    public ItemList<string>? ParentIds { get; set; }

    /// <summary><c>collection</c> or <c>section</c>.</summary>
    public string? ParentType { get; set; }

    /// <summary>The help center's default language, such as <c>en</c>. Only where it has several.</summary>
    public string? DefaultLocale { get; set; }

    /// <summary>
    /// The article in each of its languages: <c>$article.TranslatedContent.fr.Title</c>. Only where the help center has several.
    /// </summary>
    public Translations<ArticleContent>? TranslatedContent { get; set; }

    /// <summary>Statistics of the article's readers. Not in lists.</summary>
    public ArticleStatistics? Statistics { get; set; }

    /// <summary>The article's tags.</summary>
    public ItemList<Tag>? Tags { get; set; }

    /// <summary>When the article was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the article was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The matches of a search in the article. Only when the search requested them.</summary>
    [JsonIgnore]
    public ArticleHighlight? Highlight { get; set; }

    /// <summary>The text as Markdown. Since version 2.16 of the API.</summary>
    public string? BodyMarkdown { get; set; }

    /// <summary>True when changes wait to be published. Since version 2.16 of the API.</summary>
    public bool? HasUnpublishedChanges { get; set; }

    /// <summary>When the unpublished changes were last edited. Since version 2.16 of the API.</summary>
    public DateTime? DraftUpdatedAt { get; set; }

    /// <summary>True when Fin answers customers from it. Since version 2.16 of the API.</summary>
    public bool? AiChatbotAvailability { get; set; }

    /// <summary>True when Copilot answers teammates from it. Since version 2.16 of the API.</summary>
    public bool? AiCopilotAvailability { get; set; }

    /// <summary>True when the sales agent answers from it. Since version 2.16 of the API.</summary>
    public bool? AiSalesAgentAvailability { get; set; }

    /// <summary>The id of the admin who created it. Since version 2.16 of the API.</summary>
    public string? CreatedById { get; set; }

    /// <summary>The id of the admin who changed it last. Since version 2.16 of the API.</summary>
    public string? UpdatedById { get; set; }

    /// <summary>True when the article is not suggested to customers. Since version 2.16 of the API.</summary>
    public bool? ExcludeFromArticleSuggestions { get; set; }

    /// <summary>Who sees the article, such as <c>everyone</c> or <c>restricted</c>. Since version 2.16 of the API.</summary>
    public string? HelpCenterAudience { get; set; }

    /// <summary>When the article will be published. Since version 2.16 of the API.</summary>
    public DateTime? ScheduledPublishAt { get; set; }

    /// <summary>When the article will be unpublished. Since version 2.16 of the API.</summary>
    public DateTime? ScheduledUnpublishAt { get; set; }

    /// <summary>The article's title or id.</summary>
    public override string ToString() => FirstOf(Title, Id);
}

/// <summary>An article in one language.</summary>
public sealed class ArticleContent : IntercomObject
{
    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The text, as HTML.</summary>
    public string? Body { get; set; }

    /// <summary>The id of the admin who wrote it.</summary>
    public string? AuthorId { get; set; }

    /// <summary><c>published</c> or <c>draft</c>.</summary>
    public string? State { get; set; }

    /// <summary>The address in the help center.</summary>
    public string? Url { get; set; }

    /// <summary>When it was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The text as Markdown. Since version 2.16 of the API.</summary>
    public string? BodyMarkdown { get; set; }

    /// <summary>True when changes wait to be published. Since version 2.16 of the API.</summary>
    public bool? HasUnpublishedChanges { get; set; }

    /// <summary>When the unpublished changes were last edited. Since version 2.16 of the API.</summary>
    public DateTime? DraftUpdatedAt { get; set; }

    /// <summary>True when Fin answers customers from it. Since version 2.16 of the API.</summary>
    public bool? AiChatbotAvailability { get; set; }

    /// <summary>True when Copilot answers teammates from it. Since version 2.16 of the API.</summary>
    public bool? AiCopilotAvailability { get; set; }

    /// <summary>True when the sales agent answers from it. Since version 2.16 of the API.</summary>
    public bool? AiSalesAgentAvailability { get; set; }

    /// <summary>The id of the admin who created it. Since version 2.16 of the API.</summary>
    public string? CreatedById { get; set; }

    /// <summary>The id of the admin who changed it last. Since version 2.16 of the API.</summary>
    public string? UpdatedById { get; set; }

    /// <summary>The ids of the audiences that it is for. Since version 2.16 of the API.</summary>
    public ItemList<string>? AudienceIds { get; set; }

    /// <summary>The title.</summary>
    public override string ToString() => FirstOf(Title, Description);
}

/// <summary>How an article is read.</summary>
public sealed class ArticleStatistics : IntercomObject
{
    /// <summary>How many times the article was opened.</summary>
    public long? Views { get; set; }

    /// <summary>How many conversations began at the article.</summary>
    public long? Conversions { get; set; }

    /// <summary>The number of conversations that started at the article. Intercom uses either name.</summary>
    public long? Conversations { get; set; }

    /// <summary>How many readers reacted.</summary>
    public long? Reactions { get; set; }

    /// <summary>How many of 100 reactions were happy.</summary>
    public double? HappyReactionPercentage { get; set; }

    /// <summary>How many of 100 reactions were neutral.</summary>
    public double? NeutralReactionPercentage { get; set; }

    /// <summary>How many of 100 reactions were sad.</summary>
    public double? SadReactionPercentage { get; set; }

    /// <summary>How many conversations Fin answered with it. Since version 2.16 of the API.</summary>
    public long? FinInvolvements { get; set; }

    /// <summary>How many of these conversations Fin resolved. Since version 2.16 of the API.</summary>
    public long? FinResolutions { get; set; }

    /// <summary>How many of 100 of these conversations Fin resolved. Since version 2.16 of the API.</summary>
    public double? FinResolutionRate { get; set; }

    /// <summary>Views and reactions.</summary>
    public override string ToString() => $"{Views ?? 0} views, {Reactions ?? 0} reactions";
}
