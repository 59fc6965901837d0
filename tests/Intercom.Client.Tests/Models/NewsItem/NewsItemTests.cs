namespace Intercom.Client.Tests.Models;

public class NewsItemTests
{
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
