namespace Intercom.Client.Tests.Models;

public class EventTests
{
    [Fact]
    public void Reads_an_event()
    {
        var happened = Wire.Read<Event>("""
            {"type": "event", "id": "ev-1", "event_name": "ordered-item", "created_at": 1704164645,
             "intercom_user_id": "c1", "user_id": "e1", "email": "ada@example.org",
             "metadata": {"price": {"amount": 1250, "currency": "eur"}, "order_date": 1704164645, "count": 2, "gift": true}}
            """);

        Assert.Equal("ev-1", happened.Id);
        Assert.Equal("ordered-item", happened.ToString());
        Assert.Equal("c1", happened.IntercomUserId);
        Assert.Equal("e1", happened.UserId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704164645).LocalDateTime, happened.CreatedAt);
        Assert.Equal(1250L, Assert.IsType<AttributeBag>(happened.Metadata!["price"])["amount"]);
        Assert.Equal(true, happened.Metadata["gift"]);
    }

    [Fact]
    public void Reads_how_often_things_happened()
    {
        var summary = Wire.Read<EventSummary>("""
            {"type": "event.summary", "email": "ada@example.org", "intercom_user_id": "c1", "user_id": "e1",
             "events": [{"name": "ordered-item", "first": "2024-01-02T03:04:05.000+00:00",
              "last": "2024-02-02T03:04:05Z", "count": 3, "description": "An order"}]}
            """);

        var count = Assert.Single(summary.Events!);
        Assert.Equal(3, count.Count);
        Assert.Equal(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), count.First!.Value.ToUniversalTime());
        Assert.Equal(new DateTime(2024, 2, 2, 3, 4, 5, DateTimeKind.Utc), count.Last!.Value.ToUniversalTime());
        Assert.Equal("ada@example.org: ordered-item (3)", summary.ToString());
    }
}
