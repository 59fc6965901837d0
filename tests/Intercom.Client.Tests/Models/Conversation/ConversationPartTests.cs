namespace Intercom.Client.Tests.Models;

public class ConversationPartTests
{
    [Fact]
    public void Reads_a_comment_that_was_an_email()
    {
        var part = Wire.Read<ConversationPart>("""
            {"type": "conversation_part", "id": 44, "part_type": "comment", "body": "<p>It is on its way.</p>",
             "created_at": 1704164645, "notified_at": 1704164650,
             "assigned_to": {"type": "team", "id": 7}, "author": {"type": "bot", "id": 1, "name": "Fin",
              "from_ai_agent": true, "is_ai_answer": true},
             "attachments": [], "external_id": "x-1", "redacted": false, "state": "open", "tags": [{"type": "tag",
              "id": "3", "name": "sent"}],
             "email_message_metadata": {"subject": "Re: bill", "email_address_headers": [{"type": "from",
              "email_address": "ada@example.org", "name": "Ada"}, {"type": "cc", "email_address": "b@example.org"}]},
             "metadata": {"quick_reply_options": [{"text": "Yes", "uuid": "u-1"}], "quick_reply_uuid": "u-1"},
              "event_details": null, "app_package_code": "courier"}
            """);

        Assert.Equal("44", part.Id);
        Assert.Equal("comment", part.PartType);
        Assert.Equal("It is on its way.", part.ToString());
        Assert.True(part.Author!.FromAiAgent);
        Assert.True(part.Author.IsAiAnswer);
        Assert.Equal("team", part.AssignedTo!.Type);
        Assert.Equal("7", part.AssignedTo.Id);
        Assert.Empty(part.Attachments!);
        Assert.Equal("x-1", part.ExternalId);
        Assert.Equal("sent", part.Tags!.ToString());
        Assert.Equal("Re: bill", part.EmailMessageMetadata!.ToString());
        Assert.Equal("from: Ada <ada@example.org>, cc: b@example.org", part.EmailMessageMetadata.EmailAddressHeaders!.ToString());
        Assert.Equal("Yes", part.Metadata!.QuickReplyOptions!.ToString());
        Assert.Equal("u-1", part.Metadata.QuickReplyUuid);
        Assert.Null(part.EventDetails);
        Assert.Equal("courier", part.AppPackageCode);
    }

    [Theory]
    [InlineData("custom_action_started", """{"action": {"name": "Make issue"}}""", "Make issue")]
    [InlineData("custom_action_finished", """{"action": {"name": "Make issue", "result": "failed"}}""", "Make issue: failed")]
    [InlineData("conversation_attribute_updated_by_admin", """{"attribute": {"name": "plan"}, "value": {"name": "gold"}}""", "plan = gold")]
    [InlineData(
        "conversation_attribute_updated_by_workflow",
        """{"workflow": {"name": "Sorting"}, "attribute": {"name": "plan"}, "value": {"name": "gold"}}""",
        "Sorting: plan = gold")]
    [InlineData(
        "operator_workflow_event",
        """{"workflow": {"name": "Sorting"}, "event": {"type": "step_done", "result": "finished"}}""",
        "Sorting: step_done: finished")]
    public void Each_of_the_five_shapes_of_event_details_is_read_and_said(string partType, string details, string words)
    {
        var json = $$"""{"id":"1","part_type":"{{partType}}","event_details":{{details}}}""";

        var part = Wire.Read<ConversationPart>(json);

        Assert.Equal(words, part.EventDetails!.ToString());
        Assert.Equal(words, part.ToString());
        Assert.Null(part.EventDetails.AdditionalFields);
        Assert.Equal(words, Wire.Read<ConversationPart>(Wire.Write(part)).ToString());
    }

    [Fact]
    public void Event_details_of_an_unknown_shape_are_kept()
    {
        var part = Wire.Read<ConversationPart>(
            """{"part_type": "coffee_was_served", "event_details": {"cup": {"size": "large"}, "value": "black"}}""");

        Assert.Equal("coffee_was_served", part.PartType);
        Assert.Equal("large", Assert.IsType<AttributeBag>(part.EventDetails!.AdditionalFields!["cup"])["size"]);
        Assert.Equal("black", part.EventDetails.Value!.AdditionalFields!["value"]);
    }

    [Fact]
    public void A_part_of_an_unknown_kind_keeps_all_it_has()
    {
        var parts = Wire.Read<Conversation>("""
            {"conversation_parts": {"type": "conversation_part.list", "total_count": 640, "conversation_parts": [
              {"type": "conversation_part", "id": 1, "part_type": "tea_break", "body": null, "tea": {"sort": "green", "cups": 2}}]}}
            """).ConversationParts!;

        Assert.Equal(640, parts.TotalCount);
        Assert.Equal("tea_break", parts[0].ToString());
        Assert.Equal("{sort=green; cups=2}", "{" + parts[0].AdditionalFields!["tea"] + "}");
    }
}
