using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Intercom.Sandbox.Search;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Conversations: reading, replying, managing.</summary>
internal static class ConversationRoutes
{
    private const int LargestPage = 150;
    private const int ShownParts = 500;
    private const int MostAttachments = 10;

    public static void Add(Router router)
    {
        router.Add("GET", "conversations", List);
        router.Add("POST", "conversations/search", call => Searching.Answer(call, SearchTarget.Conversations, call.Data.Conversations, conversation => Show(call.Data, conversation)));
        router.Add("GET", "conversations/{}", call => Whole(call, call.Data.Conversation(call.Id)));
        router.Add("POST", "conversations/{}/reply", Reply);
        router.Add("POST", "conversations/{}/parts", Manage);
    }

    /// <summary>A conversation as lists show it: without its parts.</summary>
    public static JsonObject Show(Database data, Entity conversation)
    {
        var shown = (JsonObject)conversation.Fields.DeepClone();
        shown["tags"] = Lists.Whole("tag.list", "tags", conversation.Linked("tags").Select(id => TagRoutes.Show(data.Tag(id))));
        shown["contacts"] = Lists.Whole("contact.list", "contacts", conversation.Linked("contacts").Select(id => new JsonObject { ["type"] = "contact", ["id"] = id, ["external_id"] = data.Contacts.Find(id)?.Text("external_id") }));
        shown["teammates"] = Lists.Whole("admin.list", "teammates", conversation.Linked("teammates").Select(id => new JsonObject { ["type"] = "admin", ["id"] = id }));
        shown["linked_objects"] = new JsonObject { ["type"] = "list", ["data"] = new JsonArray(), ["total_count"] = 0, ["has_more"] = false };
        return shown;
    }

    /// <summary>A conversation with its parts.</summary>
    public static JsonObject Whole(Call call, Entity conversation)
    {
        var shown = Show(call.Data, conversation);
        var ids = conversation.Linked("parts");
        var parts = ids.Skip(Math.Max(0, ids.Count - ShownParts)).Select(id => AdminRoutes.Show(call.Data.Table("parts").Find(id)!)).ToList();
        if (call.Parameter("display_as") == "plaintext")
        {
            foreach (var part in parts) part["body"] = Plain(part["body"]);
            if (shown["source"] is JsonObject source) source["body"] = Plain(source["body"]);
        }
        var list = Lists.Whole("conversation_part.list", "conversation_parts", parts);
        list["total_count"] = ids.Count;
        shown["conversation_parts"] = list;
        return shown;
    }

    /// <summary>A new conversation, opened by a contact.</summary>
    public static Entity Make(Database data, Entity contact, string channel, string subject, string html, long at)
    {
        var id = data.NextNumber("conversations", 100_001);
        var conversation = data.Create("conversations", id, new JsonObject
        {
            ["type"] = "conversation", ["id"] = id, ["title"] = null, ["created_at"] = at, ["updated_at"] = at, ["waiting_since"] = at, ["snoozed_until"] = null, ["open"] = true, ["state"] = "open", ["read"] = false,
            ["priority"] = "not_priority", ["admin_assignee_id"] = null, ["team_assignee_id"] = null, ["custom_attributes"] = new JsonObject(), ["conversation_rating"] = null, ["sla_applied"] = null, ["ai_agent_participated"] = false, ["ai_agent"] = null,
            ["source"] = new JsonObject
            {
                ["type"] = channel, ["id"] = data.NextNumber("messages", 40_001), ["delivered_as"] = "customer_initiated", ["subject"] = subject, ["body"] = html,
                ["author"] = new JsonObject { ["type"] = contact.Text("role"), ["id"] = contact.Id, ["name"] = contact.Text("name"), ["email"] = contact.Text("email") }, ["attachments"] = new JsonArray(), ["url"] = null, ["redacted"] = false,
            },
            ["first_contact_reply"] = new JsonObject { ["type"] = channel, ["created_at"] = at, ["url"] = null },
            ["statistics"] = new JsonObject
            {
                ["type"] = "conversation_statistics", ["time_to_assignment"] = null, ["time_to_admin_reply"] = null, ["time_to_first_close"] = null, ["time_to_last_close"] = null, ["median_time_to_reply"] = null, ["first_contact_reply_at"] = at, ["first_assignment_at"] = null,
                ["first_admin_reply_at"] = null, ["first_close_at"] = null, ["last_assignment_at"] = null, ["last_assignment_admin_reply_at"] = null, ["last_contact_reply_at"] = at, ["last_admin_reply_at"] = null, ["last_close_at"] = null, ["last_closed_by_id"] = null,
                ["count_reopens"] = 0, ["count_assignments"] = 0, ["count_conversation_parts"] = 0,
            },
        });
        conversation.Linked("contacts").Add(contact.Id);
        return conversation;
    }

    /// <summary>Adds a part and keeps the conversation's times and counts.</summary>
    public static Entity AddPart(Database data, Entity conversation, string type, JsonObject author, string? html, long at, JsonObject? more = null)
    {
        var id = data.NextNumber("parts", 200_001);
        var fields = new JsonObject
        {
            ["type"] = "conversation_part", ["id"] = id, ["part_type"] = type, ["body"] = html, ["created_at"] = at, ["updated_at"] = at, ["notified_at"] = at, ["assigned_to"] = null, ["author"] = author,
            ["attachments"] = new JsonArray(), ["external_id"] = null, ["redacted"] = false, ["state"] = null, ["tags"] = new JsonArray(),
        };
        foreach (var pair in more ?? []) fields[pair.Key] = pair.Value?.DeepClone();
        var part = data.Create("parts", id, fields);
        conversation.Linked("parts").Add(id);
        conversation.Fields["updated_at"] = at;
        Statistic(conversation, "count_conversation_parts", conversation.Linked("parts").Count);
        return part;
    }

    /// <summary>An admin's answer: the customer no longer waits.</summary>
    public static void AdminComment(Database data, Entity conversation, Entity admin, string html, long at, JsonObject? more = null)
    {
        AddPart(data, conversation, "comment", Author(admin), html, at, more);
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

    public static void ContactComment(Database data, Entity conversation, Entity contact, string html, long at, JsonObject? more = null)
    {
        AddPart(data, conversation, "comment", new JsonObject { ["type"] = contact.Text("role"), ["id"] = contact.Id, ["name"] = contact.Text("name"), ["email"] = contact.Text("email") }, html, at, more);
        Statistic(conversation, "last_contact_reply_at", at);
        if (conversation.Fields["waiting_since"] is null) conversation.Fields["waiting_since"] = at;
        contact.Fields["last_replied_at"] = at;
        if (conversation.Text("state") != "open")
        {
            if (conversation.Text("state") == "closed") Statistic(conversation, "count_reopens", Statistic(conversation, "count_reopens") + 1);
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
        var to = (admin ?? team) is { } assignee ? new JsonObject { ["type"] = admin is null ? "team" : "admin", ["id"] = assignee.Id } : new JsonObject { ["type"] = "nobody_admin", ["id"] = null };
        AddPart(data, conversation, "assignment", Author(by), html, at, new JsonObject { ["assigned_to"] = to });
        if (admin is not null || team is null) conversation.Fields["admin_assignee_id"] = admin is null ? null : long.Parse(admin.Id, System.Globalization.CultureInfo.InvariantCulture);
        if (team is not null || admin is null) conversation.Fields["team_assignee_id"] = team is null ? null : long.Parse(team.Id, System.Globalization.CultureInfo.InvariantCulture);
        if (admin is not null) Join(conversation, admin);
        if (conversation.Fields["statistics"]!["first_assignment_at"] is null)
        {
            Statistic(conversation, "first_assignment_at", at);
            Statistic(conversation, "time_to_assignment", at - conversation.Number("created_at"));
        }
        Statistic(conversation, "last_assignment_at", at);
        Statistic(conversation, "count_assignments", Statistic(conversation, "count_assignments") + 1);
    }

    public static JsonObject Author(Entity admin) => new() { ["type"] = "admin", ["id"] = admin.Id, ["name"] = admin.Text("name"), ["email"] = admin.Text("email") };

    private static Reply List(Call call) =>
        Lists.Cursor("conversation.list", "conversations", Lists.Sort(call.Data.Conversations.All, conversation => conversation.Number("updated_at"), descending: true), conversation => conversation.Number("updated_at"), true,
            call.Parameter("starting_after"), call.Number("per_page", 20), LargestPage, conversation => Show(call.Data, conversation));

    private static Reply Reply(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        Answer(call, conversation);
        return Whole(call, conversation);
    }

    /// <summary>A comment, note or quick reply; by an admin or a contact.</summary>
    private static void Answer(Call call, Entity conversation)
    {
        var body = call.Body;
        var kind = body["message_type"]?.ToString() ?? throw SandboxError.Missing("message_type");
        var text = body["body"]?.ToString();
        var at = body["created_at"] is { } given ? Changes.Seconds(given, "created_at") : call.Data.Now;
        if (string.IsNullOrWhiteSpace(text) && kind != "quick_reply") throw SandboxError.Missing("body");
        var html = Html(text);
        var more = Attachments(body);
        if (body["reply_options"] is JsonArray options)
        {
            if (options.OfType<JsonObject>().Any(option => option["text"] is null || option["uuid"] is null)) throw SandboxError.Invalid("reply_options need text and uuid", "reply_options");
            (more ??= [])["metadata"] = kind == "quick_reply" ? new JsonObject { ["quick_reply_options"] = options.DeepClone() } : new JsonObject { ["quick_reply_uuid"] = options[0]?["uuid"]?.DeepClone() };
        }
        else if (kind == "quick_reply")
        {
            throw SandboxError.Missing("reply_options");
        }
        switch (body["type"]?.ToString())
        {
            case "admin":
                var admin = call.Data.ActingAdmin(body);
                if (kind == "note") AddPart(call.Data, conversation, "note", Author(admin), html, at, more);
                else if (kind is "comment" or "quick_reply") AdminComment(call.Data, conversation, admin, html ?? "", at, more);
                else throw SandboxError.Invalid("message_type must be comment, note or quick_reply", "message_type");
                break;
            case "user":
                if (kind != "comment" && kind != "quick_reply") throw SandboxError.Invalid("message_type must be comment", "message_type");
                ContactComment(call.Data, conversation, Speaker(call.Data, body), html ?? "", at, more);
                break;
            default:
                throw SandboxError.Invalid("type must be admin or user", "type");
        }
    }

    private static Entity Speaker(Database data, JsonObject body)
    {
        if (body["intercom_user_id"]?.ToString() is { } id) return data.Contact(id);
        if (body["user_id"]?.ToString() is { } externalId) return data.Contacts.All.FirstOrDefault(contact => contact.Text("external_id") == externalId) ?? throw SandboxError.NotFound("not_found", "User");
        var email = body["email"]?.ToString() ?? throw new SandboxError(400, "parameter_not_found", "One of intercom_user_id, user_id or email is required");
        return data.Contacts.All.FirstOrDefault(contact => string.Equals(contact.Text("email"), email, StringComparison.OrdinalIgnoreCase)) ?? throw SandboxError.NotFound("not_found", "User");
    }

    public static JsonObject? Attachments(JsonObject body)
    {
        var urls = body["attachment_urls"] as JsonArray ?? [];
        var files = body["attachment_files"] as JsonArray ?? [];
        if (urls.Count > MostAttachments || files.Count > MostAttachments) throw SandboxError.Invalid($"at most {MostAttachments} attachments are allowed", "attachment_urls");
        if (urls.Count + files.Count == 0) return null;
        var shown = urls.Select(url => (JsonNode)new JsonObject { ["type"] = "upload", ["name"] = url!.ToString().Split('/').Last(), ["url"] = url.ToString(), ["content_type"] = "image/png", ["filesize"] = 0, ["width"] = null, ["height"] = null })
            .Concat(files.OfType<JsonObject>().Select(file => (JsonNode)new JsonObject { ["type"] = "upload", ["name"] = file["name"]?.ToString(), ["url"] = "https://downloads.sandbox.invalid/" + file["name"], ["content_type"] = file["content_type"]?.ToString(), ["filesize"] = (file["data"]?.ToString().Length ?? 0) * 3 / 4 }));
        return new JsonObject { ["attachments"] = Lists.Array(shown) };
    }

    private static Reply Manage(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        var body = call.Body;
        var now = call.Data.Now;
        switch (body["message_type"]?.ToString())
        {
            case "close":
                Close(call.Data, conversation, call.Data.ActingAdmin(body), Html(body["body"]?.ToString()), now);
                break;
            case "open":
                var opener = call.Data.ActingAdmin(body);
                AddPart(call.Data, conversation, "open", Author(opener), null, now, new JsonObject { ["state"] = "open" });
                SetState(conversation, "open");
                break;
            case "snoozed":
                var until = Changes.Seconds(body["snoozed_until"] ?? throw SandboxError.Missing("snoozed_until"), "snoozed_until");
                if (until <= now) throw SandboxError.Invalid("snoozed_until must be in the future", "snoozed_until");
                Snooze(call.Data, conversation, call.Data.ActingAdmin(body), until, now);
                break;
            case "assignment":
                var by = call.Data.ActingAdmin(body);
                var assignee = body["assignee_id"]?.ToString() ?? throw SandboxError.Missing("assignee_id");
                var isTeam = body["type"]?.ToString() == "team";
                var admin = isTeam || assignee == "0" ? null : call.Data.Admins.Find(assignee) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee");
                var team = isTeam && assignee != "0" ? call.Data.Teams.Find(assignee) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee") : null;
                Assign(call.Data, conversation, by, admin, team, Html(body["body"]?.ToString()), now);
                break;
            case "comment" or "note":
                // Not in the description, but older guides post comments here, and a Rails application takes them.
                Answer(call, conversation);
                break;
            default:
                throw SandboxError.Invalid("message_type must be close, open, snoozed or assignment", "message_type");
        }
        return Whole(call, conversation);
    }

    private static void SetState(Entity conversation, string state)
    {
        conversation.Fields["state"] = state;
        conversation.Fields["open"] = state != "closed";
        if (state != "snoozed") conversation.Fields["snoozed_until"] = null;
    }

    private static void Join(Entity conversation, Entity admin)
    {
        if (!conversation.Linked("teammates").Contains(admin.Id)) conversation.Linked("teammates").Add(admin.Id);
    }

    private static void Statistic(Entity conversation, string name, long value) => conversation.Fields["statistics"]![name] = value;

    private static long Statistic(Entity conversation, string name) => (long)(conversation.Fields["statistics"]![name].Number() ?? 0);

    public static string? Html(string? text) => string.IsNullOrEmpty(text) ? null : text!.StartsWith("<", StringComparison.Ordinal) ? text : $"<p>{WebUtility.HtmlEncode(text)}</p>";

    private static JsonNode? Plain(JsonNode? html) => html is null ? null : JsonValue.Create(WebUtility.HtmlDecode(Regex.Replace(html.ToString(), "<[^>]+>", "")));
}
