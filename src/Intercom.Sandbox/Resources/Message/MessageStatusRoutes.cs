using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The delivery of WhatsApp messages. Their errors have a form of their own.</summary>
internal static class MessageStatusRoutes
{
    private const string Kind = "message_statuses";

    public static void Add(Router router)
    {
        router.Add("GET", "messages/status", List, since: "2.16");
        router.Add("GET", "messages/whatsapp/status", One, since: "2.16");
    }

    /// <summary>Adds a message of a set.</summary>
    public static void Make(Database data, string ruleset, string conversation, string status, long at)
    {
        var id = "event-" + data.NextNumber(Kind, 1);
        var contact = data.Conversation(conversation).Links("contacts")[0];
        data.Create(Kind, id, Shape.Of("message_status", new JsonObject
        {
            ["id"] = id, ["conversation_id"] = conversation, ["user_id"] = contact, ["status"] = status, ["created_at"] = at,
            ["updated_at"] = at + 60, ["whatsapp_message_id"] = "wamid_" + id, ["template_name"] = "appointment_reminder",
        })).Linked("rulesets").Add(ruleset);
    }

    private static Reply List(Call call)
    {
        if (call.Parameter("ruleset_id") is not { } ruleset) return Missing("ruleset_id");
        var found = call.Data.Table(Kind).All.Where(status => status.Links("rulesets").Contains(ruleset));
        var page = Lists.Cursor(
            "list", "events", Lists.Sort(found, status => status.Number("created_at"), descending: true),
            status => status.Number("created_at"), true, call.Parameter("starting_after"), call.Number("per_page", 50), 100, Lists.Show);
        ((JsonObject)page["pages"]!).Remove("page");
        page["ruleset_id"] = ruleset;
        return page;
    }

    private static Reply One(Call call)
    {
        if (call.Parameter("message_id") is not { } id) return Missing("message_id");
        var status = call.Data.Table(Kind).All.FirstOrDefault(status => status.Text("whatsapp_message_id") == id)
            ?? throw new SandboxError(404, "whatsapp_message_not_found", "Whatsapp message not found");
        var shown = Lists.Show(status);
        foreach (var name in new[] { "id", "user_id", "whatsapp_message_id" }) shown.Remove(name);
        shown["message_id"] = id;
        if (status.Text("status") == "failed")
        {
            shown["error"] = new JsonObject
            {
                ["message"] = "Message delivery failed", ["details"] = "Recipient phone number not on WhatsApp",
            };
        }
        return shown;
    }

    private static Reply Missing(string parameter) => Reply.With(400, new JsonObject
    {
        ["type"] = "error", ["request_id"] = Guid.Empty.ToString(), ["message"] = $"{parameter} is required",
    });
}
