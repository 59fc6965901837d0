namespace Intercom.Client.Tests.Models;

public class InternalArticleTests
{
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
}
