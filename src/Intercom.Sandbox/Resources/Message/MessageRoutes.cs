using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The messages that start a conversation: a contact's message, or an admin's.</summary>
internal static class MessageRoutes
{
    public static void Add(Router router)
    {
        router.Add("POST", "conversations", FromContact);
        router.Add("POST", "messages", call =>
            (call.Body["from"] as JsonObject)?["type"]?.ToString() is "user" or "lead" or "contact" ? FromContact(call) : FromAdmin(call));
    }

    private static Reply FromContact(Call call)
    {
        var body = call.Body;
        var from = body["from"] as JsonObject ?? throw SandboxError.Missing("from");
        if (from["type"]?.ToString() is not ("user" or "lead" or "contact"))
        {
            throw SandboxError.Invalid("from.type must be lead, user or contact", "from");
        }
        var text = Text(body);
        var at = body["created_at"] is { } given ? Changes.Seconds(given, "created_at") : call.Data.Now;
        var attachments = ConversationReplyRoutes.Attachments(body);
        var contact = Person(call.Data, from);
        var conversation = ConversationRoutes.Make(
            call.Data, contact, "conversation", body["subject"]?.ToString() ?? "", ConversationReplyRoutes.Html(text)!, at);
        if (attachments is not null) conversation.Fields["source"]!["attachments"] = attachments["attachments"]!.DeepClone();
        return Shape.Of("message", new JsonObject
        {
            ["type"] = "user_message", ["id"] = conversation.Fields["source"]!["id"]!.ToString(), ["created_at"] = at, ["body"] = text,
            ["conversation_id"] = conversation.Id, ["subject"] = body["subject"]?.ToString() is { Length: > 0 } subject ? subject : null,
        });
    }

    private static Reply FromAdmin(Call call)
    {
        var body = call.Body;
        var data = call.Data;
        var kind = body["message_type"]?.ToString();
        // The description says in_app, its examples and every SDK send inapp.
        if (kind is not ("in_app" or "inapp" or "email"))
        {
            throw SandboxError.Invalid("message_type must be in_app or email", "message_type");
        }
        var text = Text(body);
        if (kind == "email" && string.IsNullOrEmpty(body["subject"]?.ToString()))
        {
            throw new SandboxError(422, "parameter_not_found", "No subject supplied for email message");
        }
        if (kind == "email" && body["template"]?.ToString() is not ("plain" or "personal"))
        {
            throw SandboxError.Invalid("template must be plain or personal", "template");
        }
        var from = body["from"] as JsonObject ?? throw SandboxError.Missing("from");
        if (from["type"]?.ToString() != "admin") throw SandboxError.Invalid("from.type must be admin", "from");
        var admin = data.Admins.Find(from["id"]?.ToString()) ?? throw SandboxError.NotFound("admin_not_found", "Admin");
        var to = Recipients(data, body, "to");
        if (to.Count == 0) throw SandboxError.Missing("to");
        Recipients(data, body, "cc");
        Recipients(data, body, "bcc");
        var at = body["created_at"] is { } given ? Changes.Seconds(given, "created_at") : data.Now;

        string? conversationId = null;
        if (body["create_conversation_without_contact_reply"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
        {
            var conversation = ConversationRoutes.Make(
                data, to[0], kind == "email" ? "email" : "conversation", body["subject"]?.ToString() ?? "",
                ConversationReplyRoutes.Html(text)!, at);
            foreach (var more in to.Skip(1)) conversation.Linked("contacts").Add(more.Id);
            conversation.Fields["source"]!["delivered_as"] = "admin_initiated";
            conversation.Fields["source"]!["author"] = ConversationActions.Author(admin);
            conversation.Fields["waiting_since"] = null;
            conversationId = conversation.Id;
        }
        foreach (var contact in to) contact.Fields["last_contacted_at"] = at;
        return Shape.Of("message", new JsonObject
        {
            ["type"] = "admin_message", ["id"] = data.NextNumber("messages", 40_001), ["created_at"] = at, ["body"] = text,
            ["message_type"] = kind == "email" ? "email" : "inapp", ["conversation_id"] = conversationId,
            ["subject"] = kind == "email" ? body["subject"]!.ToString() : null, ["owner"] = Lists.Show(admin),
        });
    }

    private static string Text(JsonObject body) =>
        body["body"]?.ToString() is { Length: > 0 } text ? text : throw SandboxError.Invalid("Body is required", "body");

    private static List<Entity> Recipients(Database data, JsonObject body, string place) => (body[place] switch
    {
        JsonArray several => several.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    }).Select(recipient => recipient["type"]?.ToString() is "user" or "lead"
        ? Person(data, recipient) : throw SandboxError.Invalid($"{place}.type must be user or lead", place)).ToList();

    /// <summary>A contact, named by Intercom's id, by the id of the user's own system, or by an email address.</summary>
    private static Entity Person(Database data, JsonObject person) =>
        data.FindContact(person["id"]?.ToString(), person["user_id"]?.ToString(), person["email"]?.ToString())
            ?? throw SandboxError.NotFound("not_found", "User");
}
