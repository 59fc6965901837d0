namespace Intercom;

/// <summary>An earlier or the current text of an article.</summary>
public sealed class ArticleVersion : IntercomObject
{
    /// <summary>Intercom's id of the version.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the article.</summary>
    public string? ArticleId { get; set; }

    /// <summary>The title of the article in this version.</summary>
    public string? Title { get; set; }

    /// <summary>The description of the article in this version.</summary>
    public string? Description { get; set; }

    /// <summary>The text of the article in this version, as HTML. Not in lists.</summary>
    public string? Body { get; set; }

    /// <summary>The text of the article in this version, as Markdown. Not in lists.</summary>
    public string? BodyMarkdown { get; set; }

    /// <summary>The id of the admin who was the author of the article.</summary>
    public string? AuthorId { get; set; }

    /// <summary>The id of the admin who created the version.</summary>
    public string? CreatedById { get; set; }

    /// <summary>How the version was created, such as <c>web</c> or <c>api</c>.</summary>
    public string? CreatedVia { get; set; }

    /// <summary>The id of the version that this one was created from. Null for the first version.</summary>
    public string? FromVersionId { get; set; }

    /// <summary><c>published</c> for the version that customers read, and <c>draft</c> for all others.</summary>
    public string? State { get; set; }

    /// <summary>When the version was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the version was last changed. Not in lists.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The title or id.</summary>
    public override string ToString() => FirstOf(Title, Id);
}
