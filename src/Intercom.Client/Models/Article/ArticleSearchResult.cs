namespace Intercom;

/// <summary>What a search of the articles found: one page of it.</summary>
public sealed class ArticleSearchResult : IntercomObject
{
    /// <summary>The articles.</summary>
    public ItemList<Article>? Articles { get; set; }

    /// <summary>The matches in each article, when they were requested.</summary>
    public ItemList<ArticleHighlight>? Highlights { get; set; }

    /// <summary>The articles, each with its <see cref="Article.Highlight"/>.</summary>
    public IReadOnlyList<Article> ToArticles()
    {
        if (Articles is null) return [];
        foreach (var article in Articles)
        {
            article.Highlight = Highlights?.FirstOrDefault(highlight => highlight.ArticleId == article.Id);
        }
        return Articles;
    }

    /// <summary>The titles.</summary>
    public override string ToString() => $"{Articles}";
}

/// <summary>The matches of a search in an article.</summary>
public sealed class ArticleHighlight : IntercomObject
{
    /// <summary>The id of the article.</summary>
    public string? ArticleId { get; set; }

    /// <summary>The title, cut into found and plain pieces.</summary>
    public ItemList<HighlightedText>? HighlightedTitle { get; set; }

    /// <summary>The lines of text with matches, each divided into matching and plain pieces.</summary>
    public ItemList<ItemList<HighlightedText>>? HighlightedSummary { get; set; }

    /// <summary>The title, with the found words in brackets.</summary>
    public override string ToString() => string.Concat(HighlightedTitle?.Select(piece => piece.ToString()) ?? []);
}

/// <summary>
/// A piece of text. <c>Type</c> is <c>highlight</c> for a match and <c>plain</c> for the text between matches.
/// </summary>
public sealed class HighlightedText : IntercomObject
{
    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>The text, in brackets when it was searched for.</summary>
    public override string ToString() => Type == "highlight" ? $"[{Text}]" : Text ?? "";
}
