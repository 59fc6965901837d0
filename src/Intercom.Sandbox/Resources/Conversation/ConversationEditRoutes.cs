using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Conversations: changing, deleting and redacting them, and their participants.</summary>
internal static class ConversationEditRoutes
{
    public static void Add(Router router)
    {
        router.Add("PUT", "conversations/{}", Update);
        router.Add("DELETE", "conversations/{}", Delete);
        router.Add("POST", "conversations/{}/customers", Attach);
        router.Add("DELETE", "conversations/{}/customers/{}", Detach);
        router.Add("POST", "conversations/redact", Redact);
    }

    private static Reply Update(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        var body = call.Body;
        var company = body["company_id"] is { } id ? call.Data.Company(id.ToString()) : null;
        Changes.TakeAttributes(call.Data, conversation.Fields, body, "conversation");
        Changes.Take(conversation.Fields, body, "title", "read");
        if (body.ContainsKey("company_id"))
        {
            conversation.Fields["company"] = company is null
                ? null
                : Shape.From("company_reference", company);
        }
        conversation.Fields["updated_at"] = call.Data.Now;
        return ConversationRoutes.Whole(call, conversation);
    }

    private static Reply Delete(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        foreach (var part in conversation.Linked("parts")) call.Data.Table("parts").Remove(call.Data.Table("parts").Find(part)!);
        call.Data.Conversations.Remove(conversation);
        ConversationMergeRoutes.Keep(call.Data, conversation.Id, call.Parameter("retain_metrics") != "false", call.Data.Now);
        return Lists.Deleted(conversation, "conversation");
    }

    private static Reply Attach(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        if (call.Body["admin_id"] is not null) call.Data.ActingAdmin(call.Body);
        var customer = call.Body["customer"] as JsonObject ?? throw SandboxError.Missing("customer");
        var contact = Participant(call.Data, customer);
        if (!conversation.Links("contacts").Contains(contact.Id)) conversation.Linked("contacts").Add(contact.Id);
        conversation.Fields["updated_at"] = call.Data.Now;
        return Customers(call, conversation);
    }

    private static Entity Participant(Database data, JsonObject customer)
    {
        var (id, externalId) = (customer["intercom_user_id"]?.ToString(), customer["user_id"]?.ToString());
        var email = customer["email"]?.ToString();
        if ((id ?? externalId ?? email) is null)
        {
            throw new SandboxError(400, "parameter_not_found", "One of intercom_user_id, user_id or email is required", "customer");
        }
        if (data.FindContact(id, externalId, email) is { } known) return known;
        if ((id ?? externalId) is not null) throw SandboxError.NotFound("not_found", "User");
        var lead = ContactRoutes.Make(data, "lead");
        ContactRoutes.SetEmail(lead, email);
        return lead;
    }

    private static Reply Detach(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        call.Data.ActingAdmin(call.Body);
        var contacts = conversation.Linked("contacts");
        if (!contacts.Contains(call.Ids[1])) throw SandboxError.NotFound("not_found", "User");
        if (contacts.Count == 1) throw new SandboxError(422, "parameter_invalid", "Removing the last customer is not allowed");
        contacts.Remove(call.Ids[1]);
        conversation.Fields["updated_at"] = call.Data.Now;
        return Customers(call, conversation);
    }

    /// <summary>
    /// The description says the conversation, and its recorded example says the customers. An answer with both suits every client.
    /// </summary>
    private static JsonObject Customers(Call call, Entity conversation)
    {
        var shown = ConversationRoutes.Whole(call, conversation);
        shown["customers"] = Lists.Array(conversation.Links("contacts").Select(id => Customer(call.Data, id)));
        return shown;
    }

    private static JsonNode Customer(Database data, string id) =>
        Lists.Reference(data.Contacts.Find(id)?.Text("role") ?? "user", id);

    private static Reply Redact(Call call)
    {
        var body = call.Body;
        var conversation = call.Data.Conversations.Find(body["conversation_id"]?.ToString())
            ?? throw SandboxError.NotFound("conversation_part_or_message_not_found", "Conversation part or message");
        switch (body["type"]?.ToString())
        {
            case "conversation_part":
                var id = body["conversation_part_id"]?.ToString() ?? throw SandboxError.Missing("conversation_part_id");
                if (!conversation.Links("parts").Contains(id)) throw NoSuchPart();
                var part = call.Data.Table("parts").Find(id)!;
                if (part.Fields["body"] is null) throw NotRedactable("The conversation part has no body");
                part.Fields["body"] = "<p><i>This message was deleted</i></p>";
                part.Fields["attachments"] = new JsonArray();
                part.Fields["redacted"] = true;
                break;
            case "source":
                var source = (JsonObject)conversation.Fields["source"]!;
                if (source["id"]?.ToString() != (body["source_id"]?.ToString() ?? throw SandboxError.Missing("source_id")))
                {
                    throw NoSuchPart();
                }
                if (source["author"]?["type"]?.ToString() is not ("user" or "lead" or "contact"))
                {
                    throw NotRedactable("The message was not created by a contact");
                }
                source["body"] = "<p><i>This message was deleted</i></p>";
                source["attachments"] = new JsonArray();
                source["redacted"] = true;
                break;
            default:
                throw SandboxError.Invalid("type must be conversation_part or source", "type");
        }
        conversation.Fields["updated_at"] = call.Data.Now;
        return ConversationRoutes.Whole(call, conversation);
    }

    private static SandboxError NoSuchPart() =>
        SandboxError.NotFound("conversation_part_or_message_not_found", "Conversation part or message");

    private static SandboxError NotRedactable(string why) => new(400, "conversation_part_not_redactable", why);
}
