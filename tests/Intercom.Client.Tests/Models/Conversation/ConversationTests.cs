namespace Intercom.Client.Tests.Models;

public class ConversationTests
{
    private const string Sample = """
        {
          "type": "conversation", "id": 215470012345678, "title": null, "state": "snoozed", "open": true, "read": false,
           "priority": "priority",
          "created_at": 1704164645, "updated_at": 1704168245, "waiting_since": null, "snoozed_until": 1704250000,
          "admin_assignee_id": 9001, "team_assignee_id": "0",
          "source": {"type": "email", "id": 88, "delivered_as": "customer_initiated",
           "subject": "<p>Bill for <b>March</b></p>", "body": "<p>Hello,<br>where is it?</p>",
                     "author": {"type": "lead", "id": "c1", "name": "Ada Lovelace", "email": "ada@example.org"},
                     "attachments": [{"type": "upload", "name": "bill.pdf", "url": "https://files.example.org/1",
                      "content_type": "application/pdf", "filesize": 2048}],
                     "url": "https://shop.example.org/cart", "redacted": false},
          "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "c1", "external_id": "e1"},
           {"type": "contact", "id": "c2"}]},
          "teammates": {"type": "admin.list", "teammates": [{"type": "admin", "id": 9001}]},
          "tags": {"type": "tag.list", "tags": [{"type": "tag", "id": "t1", "name": "billing", "applied_at": 1704164700,
           "applied_by": {"type": "admin", "id": "9001"}}]},
          "custom_attributes": {"seats": 12, "plan": "gold", "due": 1704164645, "share": 0.5, "vip": true,
           "order": {"type": "Order.list", "instances": [{"id": "o1"}]}},
          "first_contact_reply": {"type": "email", "created_at": 1704164645, "url": null},
          "sla_applied": {"type": "conversation_sla_summary", "sla_name": "Two hours", "sla_status": "missed"},
          "statistics": {"type": "conversation_statistics", "time_to_admin_reply": 90,
           "first_contact_reply_at": 1704164645, "last_closed_by_id": 9001, "count_reopens": 2,
                         "count_assignments": 1, "count_conversation_parts": 612,
                          "assigned_team_first_response_time": [{"team_id": 7, "team_name": "Billing",
                          "response_time": 30}]},
          "conversation_rating": {"rating": 4, "remark": "Quick", "created_at": 1704164645,
           "contact": {"type": "contact", "id": "c1"}, "teammate": {"type": "admin", "id": 9001}},
          "linked_objects": {"type": "list", "total_count": 1, "has_more": false, "data": [{"type": "ticket",
           "id": "31", "category": "Back-office"}]},
          "ai_agent_participated": true,
          "ai_agent": {"source_type": "workflow", "last_answer_type": "ai_answer", "resolution_state": "routed_to_team",
           "rating": 3, "rating_remark": "fine",
                       "content_sources": {"type": "content_source.list", "total_count": 1,
                        "content_sources": [{"content_type": "article", "title": "Bills", "url": "/a/1",
                        "locale": "en"}]}},
          "mood": {"score": 3}
        }
        """;

    [Fact]
    public void Reads_what_it_is_and_how_it_stands()
    {
        var conversation = Wire.Read<Conversation>(Sample);

        Assert.Equal("215470012345678", conversation.Id);
        Assert.Equal("snoozed", conversation.State);
        Assert.True(conversation.Open);
        Assert.False(conversation.Read);
        Assert.Equal("priority", conversation.Priority);
        Assert.Equal("9001", conversation.AdminAssigneeId);
        Assert.Null(conversation.TeamAssigneeId);
        Assert.Null(conversation.WaitingSince);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704250000).LocalDateTime, conversation.SnoozedUntil);
        Assert.Equal(
            "seats=12; plan=gold; due=1704164645; share=0.5; vip=True; order={type=Order.list; instances={id=o1}}",
            conversation.CustomAttributes!.ToString());
        Assert.Equal("mood", Assert.Single(conversation.AdditionalFields!).Key);
    }

    [Fact]
    public void Reads_the_message_that_began_it()
    {
        var source = Wire.Read<Conversation>(Sample).Source!;

        Assert.Equal("email", source.Type);
        Assert.Equal("88", source.Id);
        Assert.Equal("customer_initiated", source.DeliveredAs);
        Assert.Equal("Ada Lovelace", source.Author!.ToString());
        Assert.Equal("lead", source.Author.Type);
        Assert.Equal("bill.pdf", source.Attachments!.ToString());
        Assert.Equal(2048, source.Attachments[0].Filesize);
        Assert.False(source.Redacted);
    }

    [Fact]
    public void Reads_who_takes_part()
    {
        var conversation = Wire.Read<Conversation>(Sample);

        Assert.Equal("c1", conversation.Contact!.Id);
        Assert.Equal("e1", conversation.Contact.ExternalId);
        Assert.Equal("c1, c2", conversation.Contacts!.ToString());
        Assert.Equal("9001", conversation.Teammates!.Single().Id);
        Assert.Equal("billing", conversation.Tags!.ToString());
        Assert.Equal("9001", conversation.Tags[0].AppliedBy!.Id);
        Assert.NotNull(conversation.Tags[0].AppliedAt);
    }

    [Fact]
    public void Reads_what_reports_want()
    {
        var conversation = Wire.Read<Conversation>(Sample);

        Assert.Equal(90, conversation.Statistics!.TimeToAdminReply);
        Assert.Equal("9001", conversation.Statistics.LastClosedById);
        Assert.Equal("612 parts, 2 reopens, 1 assignments", conversation.Statistics.ToString());
        Assert.Equal("Billing: 30 s", conversation.Statistics.AssignedTeamFirstResponseTime!.ToString());
        Assert.Equal("7", conversation.Statistics.AssignedTeamFirstResponseTime[0].TeamId);
        Assert.Equal("4: Quick", conversation.ConversationRating!.ToString());
        Assert.Equal("c1", conversation.ConversationRating.Contact!.Id);
        Assert.Equal("Two hours: missed", conversation.SlaApplied!.ToString());
        Assert.Equal("ticket 31", conversation.LinkedObjects!.ToString());
        Assert.Equal("Back-office", conversation.LinkedObjects[0].Category);
        Assert.True(conversation.AiAgentParticipated);
        Assert.Equal("routed_to_team", conversation.AiAgent!.ToString());
        Assert.Equal(3, conversation.AiAgent.Rating);
        Assert.Equal("Bills", conversation.AiAgent.ContentSources!.ToString());
        Assert.Equal("email", conversation.FirstContactReply!.ToString());
    }

    [Theory]
    [InlineData("""{"title": "Refund", "source": {"subject": "Bill"}}""", "Refund")]
    [InlineData("""{"title": "", "source": {"subject": "<p>Bill &amp; more</p>", "body": "text"}}""", "Bill & more")]
    [InlineData("""{"source": {"subject": "", "body": "<p>Hello,<br>where is it?</p>"}}""", "Hello, where is it?")]
    [InlineData("""{"source": {"body": "<p></p>"}}""", null)]
    [InlineData("""{}""", null)]
    public void Its_subject_is_the_title_or_what_was_said_first(string json, string? subject) =>
        Assert.Equal(subject, Wire.Read<Conversation>(json).Subject);

    [Fact]
    public void Subject_and_contact_are_not_sent()
    {
        var json = Wire.Write(Wire.Read<Conversation>(Sample));

        Assert.DoesNotContain("\"contact\":{\"type\":\"contact\",\"id\":\"c1\",\"external_id\"", json);
        Assert.Equal(json, Wire.Write(Wire.Read<Conversation>(json)));
        Assert.Equal("Bill for March", Wire.Read<Conversation>(json).Subject);
        Assert.Null(Wire.Read<Conversation>(json).AdditionalFields!.Keys.FirstOrDefault(name => name is "subject" or "contact"));
    }

    [Fact]
    public void A_conversation_that_became_a_ticket_carries_it()
    {
        var ticket = Wire.Read<Conversation>(
            """
            {"id": "1", "ticket": {"type": "ticket", "id": 5, "ticket_id": "12"}, "topics": {"type": "topic.list",
             "topics": [{"id": 3, "name": "Bills"}]}}
            """);

        Assert.Equal("5", ticket.Ticket!.Id);
        Assert.Equal("12", ticket.Ticket.TicketNumber);
        Assert.Equal("Bills", ticket.Topics!.ToString());
    }
}
