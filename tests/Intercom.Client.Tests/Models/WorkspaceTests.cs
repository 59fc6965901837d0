using System;
using Xunit;

namespace Intercom.Client.Tests.Models;

public class WorkspaceTests
{
    [Fact]
    public void Reads_what_an_admin_did()
    {
        var activity = Wire.Read<AdminActivity>("""
            {"id": "a-1", "performed_by": {"type": "admin", "id": 9001, "email": "grace@example.org",
             "ip": "192.0.2.1"}, "activity_type": "app_name_change", "activity_description": "Grace renamed the app",
             "metadata": {"before": "Old", "after": "New", "message": {"id": 12}, "team_assignment_limit": null}, "created_at": 1704164645}
            """);

        Assert.Equal("Grace renamed the app", activity.ToString());
        Assert.Equal("9001", activity.PerformedBy!.Id);
        Assert.Equal("192.0.2.1", activity.PerformedBy.Ip);
        Assert.Equal("New", activity.Metadata!["after"]);
        Assert.Equal(12L, Assert.IsType<AttributeBag>(activity.Metadata["message"])["id"]);
    }

    [Fact]
    public void Reads_a_reason_for_being_away()
    {
        var reason = Wire.Read<AwayReason>(
            """
            {"type": "away_status_reason", "id": 12, "label": "Lunch", "emoji": "🥪", "order": 1, "deleted": false,
             "created_at": 1704164645}
            """);

        Assert.Equal("12", reason.Id);
        Assert.Equal("Lunch", reason.ToString());
        Assert.Equal(1, reason.Order);
        Assert.False(reason.Deleted);
    }

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

    [Fact]
    public void Reads_exports()
    {
        var data = Wire.Read<DataExport>(
            """
            {"job_identifier": "j-1", "status": "completed", "download_url": "https://api.example.org/d",
             "download_expires_at": "1704164645"}
            """);
        var pending = Wire.Read<ReportingExport>(
            """{"job_identifier": "j-2", "status": "pending", "download_url": "", "download_expires_at": ""}""");
        var dataset = Wire.Read<ReportingDataset>(
            """
            {"id": "conversation", "name": "Conversations", "default_time_attribute_id": "started_at",
             "attributes": [{"id": "state", "name": "State"}]}
            """);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704164645).LocalDateTime, data.DownloadExpiresAt);
        Assert.Equal("j-1: completed", data.ToString());
        Assert.Null(pending.DownloadExpiresAt);
        Assert.Equal("started_at", dataset.DefaultTimeAttributeId);
        Assert.Equal("State", dataset.Attributes!.ToString());
    }

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

    [Fact]
    public void Reads_the_allowlist()
    {
        var list = Wire.Read<IPAllowlist>(
            """{"type": "ip_allowlist", "enabled": true, "ip_allowlist": ["192.0.2.0/24", "198.51.100.7"]}""");

        Assert.True(list.Enabled);
        Assert.Equal(["192.0.2.0/24", "198.51.100.7"], list.Addresses!);
        Assert.Equal("enabled: 192.0.2.0/24, 198.51.100.7", list.ToString());
        Assert.Equal("""{"enabled":true,"ip_allowlist":["192.0.2.0/24","198.51.100.7"],"type":"ip_allowlist"}""", Wire.Write(list));
    }

    [Fact]
    public void Reads_messages_and_phone_switches()
    {
        var message = Wire.Read<Message>(
            """
            {"type": "admin_message", "id": 403, "created_at": 1704164645, "subject": "<b>Hi</b>",
             "body": "<p>There</p>", "message_type": "email", "conversation_id": null, "owner": {"type": "admin",
             "id": 9001, "name": "Grace"}}
            """);
        var started = Wire.Read<Message>(
            """{"type": "user_message", "id": 404, "body": "Where is it?", "message_type": "inapp", "conversation_id": 499}""");
        var phone = Wire.Read<PhoneSwitch>("""{"type": "phone_call_redirect", "url": "https://msg.example.org/1", "phone": "+3531"}""");

        Assert.Equal("Hi", message.ToString());
        Assert.Null(message.ConversationId);
        Assert.Equal("Grace", message.Owner!.ToString());
        Assert.Equal("499", started.ConversationId);
        Assert.Equal("Where is it?", started.ToString());
        Assert.Equal("+3531", phone.ToString());
    }

    [Theory]
    [InlineData("""{"id": 42, "object": "article", "deleted": true}""", "article 42")]
    [InlineData("""{"type": "contact", "id": "c1", "external_id": null, "deleted": true}""", "contact c1")]
    public void Reads_what_was_deleted(string json, string words)
    {
        var deleted = Wire.Read<DeletedObject>(json);

        Assert.True(deleted.Deleted);
        Assert.Equal(words, deleted.ToString());
    }
}
