namespace Intercom.Client.Tests.Models;

public class ArticleTests
{
    [Fact]
    public void Reads_an_article_in_all_its_languages()
    {
        var article = Wire.Read<Article>("""
            {"type": "article", "id": 39, "workspace_id": "abc123", "title": "Getting in", "description": "Keys",
             "body": "<p>Turn it.</p>", "author_id": 9001, "state": "published", "url": "https://help.example.org/39",
             "parent_id": 143, "parent_ids": [143, 9], "parent_type": "collection", "default_locale": "en",
              "created_at": 1704164645, "updated_at": 1704164645,
             "tags": {"type": "tag.list", "tags": [{"id": 3, "name": "doors"}]},
             "statistics": {"type": "article_statistics", "views": 10, "conversions": 2, "reactions": 4,
              "happy_reaction_percentage": 75.5, "neutral_reaction_percentage": 0, "sad_reaction_percentage": 24.5},
             "translated_content": {"type": "article_translated_content", "en": {"type": "article_content",
              "title": "Getting in", "author_id": 9001, "state": "published", "created_at": 1704164645},
                                    "pt-BR": {"type": "article_content", "title": "Entrando", "state": "draft"}, "fr": null}}
            """);

        Assert.Equal("39", article.Id);
        Assert.Equal("9001", article.AuthorId);
        Assert.Equal("143", article.ParentId);
        Assert.Equal(["143", "9"], article.ParentIds!);
        Assert.Equal("doors", article.Tags!.ToString());
        Assert.Equal(75.5, article.Statistics!.HappyReactionPercentage);
        Assert.Equal("10 views, 4 reactions", article.Statistics.ToString());
        Assert.Equal("Entrando", article.TranslatedContent!["PT-br"].Title);
        Assert.Equal("9001", article.TranslatedContent["en"].AuthorId);
        Assert.NotNull(article.TranslatedContent["en"].CreatedAt);
        Assert.Equal("en, pt-BR", article.TranslatedContent.ToString());
        Assert.Equal("Getting in", article.ToString());
        Assert.Null(article.Highlight);
        Assert.Null(article.AdditionalFields);
    }

    [Fact]
    public void Translations_are_written_as_they_were_read()
    {
        const string Json =
            """{"translated_content":{"type":"article_translated_content","en":{"title":"In","type":"article_content"}"""
                + ""","pt-BR":{"title":"Entrando"}}}""";

        Assert.Equal(Json, Wire.Write(Wire.Read<Article>(Json)));
    }

    [Fact]
    public void Translations_that_are_not_a_map_are_empty() =>
        Assert.Empty(Wire.Read<Article>("""{"translated_content": [1]}""").TranslatedContent!);

    [Fact]
    public void A_search_returns_each_article_with_its_highlights()
    {
        var result = Wire.Read<ArticleSearchResult>("""
            {"articles": [{"id": 1, "title": "Keys"}, {"id": 2, "title": "Doors"}],
             "highlights": [{"article_id": 2, "highlighted_title": [{"type": "highlight", "text": "Door"}, {"type": "plain", "text": "s"}],
                             "highlighted_summary": [[{"type": "plain", "text": "Open the "}, {"type": "highlight",
                              "text": "door"}], [{"type": "plain", "text": "Shut it"}]]}]}
            """);

        var articles = result.ToArticles();

        Assert.Null(articles[0].Highlight);
        Assert.Equal("[Door]s", articles[1].Highlight!.ToString());
        Assert.Equal(2, articles[1].Highlight!.HighlightedSummary!.Count);
        Assert.Equal("highlight", articles[1].Highlight!.HighlightedSummary![0][1].Type);
        Assert.Equal("Keys, Doors", result.ToString());
        Assert.Empty(Wire.Read<ArticleSearchResult>("{}").ToArticles());
    }
}
