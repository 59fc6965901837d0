namespace Intercom;

/// <summary>A piece of news for your people.</summary>
public sealed class NewsItem : IntercomObject
{
    /// <summary>Intercom's id of the news item.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the workspace that the news item belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The text, which may contain HTML.</summary>
    public string? Body { get; set; }

    /// <summary>The id of the admin who sends the news item.</summary>
    public string? SenderId { get; set; }

    /// <summary><c>draft</c> or <c>live</c>.</summary>
    public string? State { get; set; }

    /// <summary>The newsfeeds that the news item is in.</summary>
    public ItemList<NewsfeedAssignment>? NewsfeedAssignments { get; set; }

    /// <summary>The labels that people see.</summary>
    public ItemList<string>? Labels { get; set; }

    /// <summary>The address of the cover picture, .jpg or .png.</summary>
    public string? CoverImageUrl { get; set; }

    /// <summary>The emoji that people can react with.</summary>
    public ItemList<string>? Reactions { get; set; }

    /// <summary>True when the Messenger does not show a badge for it.</summary>
    public bool? DeliverSilently { get; set; }

    /// <summary>When the news item was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the news item was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The title.</summary>
    public override string ToString() => FirstOf(Title, Id);
}

/// <summary>A newsfeed that a news item is in.</summary>
public sealed class NewsfeedAssignment : IntercomObject
{
    /// <summary>The id of the newsfeed.</summary>
    public string? NewsfeedId { get; set; }

    /// <summary>When the news item is dated there.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>The newsfeed's id.</summary>
    public override string ToString() => FirstOf(NewsfeedId);
}
