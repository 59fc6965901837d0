using System;
using Xunit;

namespace Intercom.Client.Tests.Models;

public class ContentTests
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
    public void Translations_that_are_no_map_are_empty() =>
        Assert.Empty(Wire.Read<Article>("""{"translated_content": [1]}""").TranslatedContent!);

    [Fact]
    public void A_search_gives_each_article_its_highlights()
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

    [Fact]
    public void Reads_internal_articles()
    {
        var article = Assert.Single(
            Wire.Read<InternalArticleSearchResult>(
                """
                {"internal_articles": [{"id": 55, "title": "Refunds", "body": "<p>Ask.</p>", "owner_id": 9001,
                 "author_id": 9002, "locale": "en"}]}
                """).InternalArticles!);

        Assert.Equal("55", article.Id);
        Assert.Equal("9001", article.OwnerId);
        Assert.Equal("9002", article.AuthorId);
        Assert.Equal("Refunds", article.ToString());
    }

    [Fact]
    public void Reads_a_collection_and_a_help_center()
    {
        var collection = Wire.Read<Collection>("""
            {"id": 170, "workspace_id": "abc123", "name": "Doors", "url": "https://help.example.org/c/170", "order": 22,
             "icon": "bookmark", "parent_id": null, "help_center_id": 84,
             "translated_content": {"type": "group_translated_content", "de": {"type": "group_content", "name": "Türen",
              "description": "Alles"}}}
            """);
        var center = Wire.Read<HelpCenter>(
            """
            {"id": 84, "workspace_id": "abc123", "identifier": "acme", "display_name": "Acme help",
             "website_turned_on": true, "custom_domain": "help.example.org", "created_at": 1704164645}
            """);

        Assert.Equal("84", collection.HelpCenterId);
        Assert.Equal(22, collection.Order);
        Assert.Null(collection.ParentId);
        Assert.Equal("Türen", collection.TranslatedContent!["de"].Name);
        Assert.Equal("84", center.Id);
        Assert.True(center.WebsiteTurnedOn);
        Assert.Equal("Acme help", center.ToString());
    }

    [Fact]
    public void Reads_what_Fin_learns_from()
    {
        var source = Wire.Read<ContentSource>(
            """
            {"type": "content_import_source", "id": 33, "url": "https://docs.example.org", "sync_behavior": "api",
             "status": "active", "last_synced_at": 1704164645}
            """);
        var page = Wire.Read<ExternalPage>(
            """
            {"type": "external_page", "id": 19, "title": "Keys", "html": "<h1>Keys</h1>",
             "url": "https://docs.example.org/keys", "ai_agent_availability": true, "ai_copilot_availability": false,
             "ai_sales_agent_availability": true, "fin_availability": true, "locale": "en", "source_id": 33,
             "external_id": 3, "last_ingested_at": 1704164645}
            """);

        Assert.Equal("33", source.Id);
        Assert.Equal("api", source.SyncBehavior);
        Assert.NotNull(source.LastSyncedAt);
        Assert.Equal("33", page.ContentSourceId);
        Assert.Equal("3", page.ExternalId);
        Assert.True(page.AiAgentAvailability);
        Assert.False(page.AiCopilotAvailability);
        Assert.True(page.AiSalesAgentAvailability);
        Assert.Contains("\"source_id\":\"33\"", Wire.Write(page));
    }

    [Fact]
    public void Reads_news()
    {
        var item = Wire.Read<NewsItem>("""
            {"type": "news-item", "id": 29, "title": "New keys", "body": "<p>Now in blue</p>", "sender_id": 9001,
             "state": "live", "labels": ["New", "Keys"], "reactions": ["😆", null], "deliver_silently": true,
             "cover_image_url": null, "newsfeed_assignments": [{"newsfeed_id": 53, "published_at": 1704164645}]}
            """);
        var feed = Wire.Read<Newsfeed>("""{"type": "newsfeed", "id": 53, "name": "Everybody", "created_at": 1704164645}""");

        Assert.Equal("9001", item.SenderId);
        Assert.Equal("New, Keys", item.Labels!.ToString());
        Assert.Equal(["😆"], item.Reactions!);
        Assert.True(item.DeliverSilently);
        Assert.Equal("53", item.NewsfeedAssignments!.ToString());
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704164645).LocalDateTime, item.NewsfeedAssignments[0].PublishedAt);
        Assert.Equal("Everybody", feed.ToString());
    }
}
