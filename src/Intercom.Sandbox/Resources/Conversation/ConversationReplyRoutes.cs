using System.Net;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Replies to conversations, and their state and assignee.</summary>
internal static class ConversationReplyRoutes
{
    private const int MostAttachments = 10;

    public static void Add(Router router)
    {
        router.Add("POST", "conversations/{}/reply", Reply);
        router.Add("POST", "conversations/{}/parts", Manage);
    }

    private static Reply Reply(Call call)
    {
        // Guides and old SDKs close, open, snooze and assign here as well.
        if (call.Body["message_type"]?.ToString() is "close" or "open" or "snoozed" or "assignment") return Manage(call);
        var conversation = call.Data.Conversation(call.Id);
        Answer(call, conversation);
        return ConversationRoutes.Whole(call, conversation);
    }

    /// <summary>A comment, note or quick reply, by an admin or a contact.</summary>
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
            if (options.OfType<JsonObject>().Any(option => option["text"] is null || option["uuid"] is null))
            {
                throw SandboxError.Invalid("reply_options need text and uuid", "reply_options");
            }
            (more ??= [])["metadata"] = body["type"]?.ToString() == "admin"
                ? new JsonObject { ["quick_reply_options"] = options.DeepClone() }
                : new JsonObject { ["quick_reply_uuid"] = options[0]?["uuid"]?.DeepClone() };
        }
        else if (kind == "quick_reply")
        {
            throw SandboxError.Missing("reply_options");
        }
        switch (body["type"]?.ToString())
        {
            case "admin":
                var admin = call.Data.ActingAdmin(body);
                if (kind == "note")
                {
                    ConversationActions.AddPart(call.Data, conversation, "note", ConversationActions.Author(admin), html, at, more);
                }
                else if (kind is "comment" or "quick_reply")
                {
                    ConversationActions.AdminComment(call.Data, conversation, admin, html, at, more, kind);
                }
                else throw SandboxError.Invalid("message_type must be comment, note or quick_reply", "message_type");
                break;
            case "user":
                if (kind != "comment" && kind != "quick_reply") throw SandboxError.Invalid("message_type must be comment", "message_type");
                ConversationActions.ContactComment(call.Data, conversation, Speaker(call.Data, body), html, at, more);
                break;
            default:
                throw SandboxError.Invalid("type must be admin or user", "type");
        }
    }

    public static Entity Speaker(Database data, JsonObject body)
    {
        var (id, externalId) = (body["intercom_user_id"]?.ToString(), body["user_id"]?.ToString());
        var email = body["email"]?.ToString();
        if ((id ?? externalId ?? email) is null)
        {
            throw new SandboxError(400, "parameter_not_found", "One of intercom_user_id, user_id or email is required");
        }
        return data.FindContact(id, externalId, email) ?? throw SandboxError.NotFound("not_found", "User");
    }

    public static JsonObject? Attachments(JsonObject body)
    {
        var urls = body["attachment_urls"] as JsonArray ?? [];
        var files = body["attachment_files"] as JsonArray ?? [];
        if (urls.Count > MostAttachments || files.Count > MostAttachments)
        {
            throw SandboxError.Invalid($"at most {MostAttachments} attachments are allowed", "attachment_urls");
        }
        if (urls.Count + files.Count == 0) return null;
        var shown = urls.Select(url =>
            (JsonNode)Shape.Of("attachment", new JsonObject
            {
                ["name"] = url!.ToString().Split('/').Last(), ["url"] = url.ToString(), ["content_type"] = "image/png",
            }))
            .Concat(files.OfType<JsonObject>().Select(file =>
                (JsonNode)Shape.Of("attachment", new JsonObject
                {
                    ["name"] = file["name"]?.ToString(),
                    ["url"] = "https://downloads.sandbox.invalid/" + file["name"],
                    ["content_type"] = file["content_type"]?.ToString(),
                    ["filesize"] = (file["data"]?.ToString().Length ?? 0) * 3 / 4,
                })));
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
                ConversationActions.Close(call.Data, conversation, call.Data.ActingAdmin(body), Html(body["body"]?.ToString()), now);
                break;
            case "open":
                var opener = call.Data.ActingAdmin(body);
                ConversationActions.AddPart(
                    call.Data, conversation, "open", ConversationActions.Author(opener), null, now, new JsonObject { ["state"] = "open" });
                ConversationActions.SetState(conversation, "open");
                break;
            case "snoozed":
                var until = Changes.Seconds(body["snoozed_until"] ?? throw SandboxError.Missing("snoozed_until"), "snoozed_until");
                if (until <= now) throw SandboxError.Invalid("snoozed_until must be in the future", "snoozed_until");
                ConversationActions.Snooze(call.Data, conversation, call.Data.ActingAdmin(body), until, now);
                break;
            case "assignment":
                var by = call.Data.ActingAdmin(body);
                var assignee = body["assignee_id"]?.ToString() ?? throw SandboxError.Missing("assignee_id");
                var isTeam = body["type"]?.ToString() == "team";
                var admin = isTeam || assignee == "0"
                    ? null
                    : call.Data.Admins.Find(assignee) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee");
                var team = isTeam && assignee != "0"
                    ? call.Data.Teams.Find(assignee) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee")
                    : null;
                ConversationActions.Assign(call.Data, conversation, by, admin, team, Html(body["body"]?.ToString()), now);
                break;
            case "comment" or "note":
                // Not in the description, but older guides post comments here, and a Rails application accepts them.
                Answer(call, conversation);
                break;
            default:
                throw SandboxError.Invalid("message_type must be close, open, snoozed or assignment", "message_type");
        }
        return ConversationRoutes.Whole(call, conversation);
    }

    public static string? Html(string? text) =>
        string.IsNullOrEmpty(text)
            ? null
            : text!.StartsWith("<", StringComparison.Ordinal)
            ? text
            : $"<p>{WebUtility.HtmlEncode(text)}</p>";
}
