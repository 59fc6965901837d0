using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>What happens to a conversation: parts, replies, assignment, snoozing and closing, with its times and counts.</summary>
internal static class ConversationActions
{
    /// <summary>Adds a part and keeps the conversation's times and counts.</summary>
    public static Entity AddPart(
        Database data, Entity conversation, string type, JsonObject author, string? html, long at, JsonObject? more = null)
    {
        var id = data.NextNumber("parts", 200_001);
        var fields = Shape.Of("conversation_part", new JsonObject
        {
            ["id"] = id, ["part_type"] = type, ["body"] = html, ["created_at"] = at, ["updated_at"] = at, ["notified_at"] = at,
            ["author"] = PartAuthor(author), ["state"] = conversation.Text("state"),
        });
        foreach (var pair in more ?? []) fields[pair.Key] = pair.Value?.DeepClone();
        var part = data.Create("parts", id, fields);
        conversation.Linked("parts").Add(id);
        conversation.Fields["updated_at"] = at;
        Statistic(conversation, "count_conversation_parts", conversation.Links("parts").Count);
        return part;
    }

    /// <summary>An admin's answer: the customer no longer waits.</summary>
    public static void AdminComment(
        Database data, Entity conversation, Entity admin, string? html, long at, JsonObject? more = null, string kind = "comment")
    {
        AddPart(data, conversation, kind, Author(admin), html, at, more);
        var started = conversation.Number("created_at");
        if (conversation.Fields["statistics"]!["first_admin_reply_at"] is null)
        {
            Statistic(conversation, "first_admin_reply_at", at);
            Statistic(conversation, "time_to_admin_reply", at - started);
            Statistic(conversation, "median_time_to_reply", at - started);
        }
        Statistic(conversation, "last_admin_reply_at", at);
        conversation.Fields["waiting_since"] = null;
        Join(conversation, admin);
        if (conversation.Text("state") == "snoozed") SetState(conversation, "open");
    }

    public static void ContactComment(Database data, Entity conversation, Entity contact, string? html, long at, JsonObject? more = null)
    {
        AddPart(
            data, conversation, "comment", Speaker(contact), html, at, more);
        Statistic(conversation, "last_contact_reply_at", at);
        if (conversation.Fields["waiting_since"] is null) conversation.Fields["waiting_since"] = at;
        contact.Fields["last_replied_at"] = at;
        if (conversation.Text("state") != "open")
        {
            if (conversation.Text("state") == "closed")
            {
                Statistic(conversation, "count_reopens", Statistic(conversation, "count_reopens") + 1);
            }
            SetState(conversation, "open");
        }
    }

    public static void Close(Database data, Entity conversation, Entity admin, string? html, long at)
    {
        AddPart(data, conversation, "close", Author(admin), html, at, new JsonObject { ["state"] = "closed" });
        if (conversation.Fields["statistics"]!["first_close_at"] is null)
        {
            Statistic(conversation, "first_close_at", at);
            Statistic(conversation, "time_to_first_close", at - conversation.Number("created_at"));
        }
        Statistic(conversation, "last_close_at", at);
        Statistic(conversation, "time_to_last_close", at - conversation.Number("created_at"));
        conversation.Fields["statistics"]!["last_closed_by_id"] = admin.Id;
        conversation.Fields["waiting_since"] = null;
        SetState(conversation, "closed");
    }

    public static void Snooze(Database data, Entity conversation, Entity admin, long until, long at)
    {
        AddPart(data, conversation, "snoozed", Author(admin), null, at, new JsonObject { ["state"] = "snoozed" });
        SetState(conversation, "snoozed");
        conversation.Fields["snoozed_until"] = until;
    }

    public static void Assign(Database data, Entity conversation, Entity by, Entity? admin, Entity? team, string? html, long at)
    {
        var to = Lists.Reference(admin is not null ? "admin" : team is not null ? "team" : "nobody_admin", (admin ?? team)?.Id);
        AddPart(data, conversation, "assignment", Author(by), html, at, new JsonObject { ["assigned_to"] = to });
        if (admin is not null || team is null)
        {
            conversation.Fields["admin_assignee_id"] = admin is null
                ? null
                : long.Parse(admin.Id, System.Globalization.CultureInfo.InvariantCulture);
        }
        if (team is not null || admin is null)
        {
            conversation.Fields["team_assignee_id"] = team is null
                ? null
                : long.Parse(team.Id, System.Globalization.CultureInfo.InvariantCulture);
        }
        if (admin is not null) Join(conversation, admin);
        if (conversation.Fields["statistics"]!["first_assignment_at"] is null)
        {
            Statistic(conversation, "first_assignment_at", at);
            Statistic(conversation, "time_to_assignment", at - conversation.Number("created_at"));
        }
        Statistic(conversation, "last_assignment_at", at);
        Statistic(conversation, "count_assignments", Statistic(conversation, "count_assignments") + 1);
    }

    /// <summary>An admin as the author of a part.</summary>
    public static JsonObject Author(Entity admin) => Author(admin, "admin");

    /// <summary>A contact as the author of a part.</summary>
    public static JsonObject Speaker(Entity contact) => Author(contact, contact.Text("role")!);

    /// <summary>The author of a part, who has more fields than that of a message.</summary>
    public static JsonObject PartAuthor(JsonObject author)
    {
        (author["from_ai_agent"], author["is_ai_answer"]) = (false, false);
        return author;
    }

    public static JsonObject Author(string type, string id, string? name, string? email) => Shape.Of("author", new JsonObject
    {
        ["type"] = type, ["id"] = id, ["name"] = name, ["email"] = email,
    });

    private static JsonObject Author(Entity person, string type) => Author(type, person.Id, person.Text("name"), person.Text("email"));

    public static void SetState(Entity conversation, string state)
    {
        conversation.Fields["state"] = state;
        conversation.Fields["open"] = state != "closed";
        if (state != "snoozed") conversation.Fields["snoozed_until"] = null;
    }

    private static void Join(Entity conversation, Entity admin)
    {
        if (!conversation.Links("teammates").Contains(admin.Id)) conversation.Linked("teammates").Add(admin.Id);
    }

    private static void Statistic(Entity conversation, string name, long value) => conversation.Fields["statistics"]![name] = value;

    private static long Statistic(Entity conversation, string name) => (long)(conversation.Fields["statistics"]![name].Number() ?? 0);
}
