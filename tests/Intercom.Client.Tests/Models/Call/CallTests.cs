namespace Intercom.Client.Tests.Models;

public class CallTests
{
    [Theory]
    [InlineData("1704164645")]
    [InlineData("\"2024-01-02T03:04:05Z\"")]
    public void Reads_a_call_with_either_kind_of_date(string initiated)
    {
        var call = Wire.Read<Call>($$"""
            {"type": "call", "id": 123, "conversation_id": 64619700005694, "admin_id": 9001, "contact_id": "c1",
             "state": "completed", "call_type": "phone", "direction": "inbound", "phone": "+3531", "ended_reason": null,
             "initiated_at": {{initiated}}, "answered_at": "2024-01-02T03:05:00Z", "ended_at": 1704165000,
              "recording_url": "/calls/123/recording", "transcript": [{"speaker": "admin", "text": "Hello"}],
              "transcript_status": "completed"}
            """);

        Assert.Equal("64619700005694", call.ConversationId);
        Assert.Equal("9001", call.AdminId);
        Assert.Equal("c1", call.ContactId);
        Assert.Equal(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), call.InitiatedAt!.Value.ToUniversalTime());
        Assert.Equal(TimeSpan.FromSeconds(300), call.Duration);
        Assert.Equal("Hello", Assert.IsType<AttributeBag>(call.Transcript![0])["text"]);
        Assert.Equal("inbound +3531", call.ToString());
    }

    [Fact]
    public void An_unanswered_call_has_no_duration() =>
        Assert.Null(Wire.Read<Call>("""{"ended_at": 1704165000, "answered_at": null}""").Duration);
}
