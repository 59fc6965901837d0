namespace Intercom.Client.Tests.Models;

public class FinAnswerTests
{
    [Fact]
    public void Reads_how_a_conversation_with_Fin_stands()
    {
        var answer = Wire.Read<FinAnswer>("""
            {"conversation_id": "mine-1", "user_id": "e1", "status": "thinking",
             "created_at_ms": "2025-01-24T10:00:00.123Z",
             "sse_subscription_url": "https://stream.example.org/?accessToken=secret",
             "errors": {"user": {"attributes": {"plan": "is not defined"}}, "conversation": null}}
            """);
        var rating = Wire.Read<FinRating>("""{"conversation_id": "mine-1", "rating": "amazing", "status": "rated"}""");

        Assert.Equal("mine-1", answer.FinConversationId);
        Assert.Equal(123, answer.CreatedAt!.Value.Millisecond);
        Assert.Equal("plan=is not defined", answer.Errors!.ToString());
        Assert.DoesNotContain("secret", answer.ToString());
        Assert.Equal("mine-1: amazing", rating.ToString());
    }
}
