namespace Intercom;

/// <summary>An item that a search of the content found: an article, an internal article, a snippet, an external page or a file.</summary>
public sealed class ContentItem : IntercomObject
{
    /// <summary>Intercom's id of the item, which is unique among the items of its type.</summary>
    public string? Id { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The language of an article's text, such as <c>en</c>. Only of the texts in <c>Contents</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The texts of an article, one for each language. Null for other items.</summary>
    public ItemList<ContentItem>? Contents { get; set; }

    /// <summary>The title, with the language of an article's text.</summary>
    public override string ToString() => string.IsNullOrEmpty(Locale) ? FirstOf(Title, Id) : $"{FirstOf(Title, Id)} ({Locale})";
}

/// <summary>An action for many items of content, which Intercom performs later without reporting its result.</summary>
public sealed class ContentBulkAction : IntercomObject
{
    /// <summary>The action, such as <c>publish</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Action { get; set; }

    /// <summary>The number of items.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long? Count { get; set; }

    /// <summary><c>queued</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The action and the number of items.</summary>
    public override string ToString() => $"{Action} {Count}: {Status}";
}
