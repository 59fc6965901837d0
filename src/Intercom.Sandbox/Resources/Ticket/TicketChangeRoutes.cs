using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Changes of tickets: fields, replies, deletion.</summary>
internal static class TicketChangeRoutes
{
    public static void Add(Router router)
    {
        router.Add("PUT", "tickets/{}", Update);
        router.Add("DELETE", "tickets/{}", Delete);
        router.Add("POST", "tickets/{}/reply", Reply);
    }

    private static Reply Update(Call call)
    {
        var data = call.Data;
        var ticket = TicketRoutes.Find(data, call.Id);
        var body = call.Body;
        var type = TicketRoutes.TypeOf(data, ticket);
        var by = body["admin_id"]?.ToString() is { } admin
            ? data.Admins.Find(admin) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee")
            : data.Admins.Find(Database.TokenAdmin)!;
        if (!call.IsAtLeast("2.12")) TakeOldNames(data, type, body);
        var values = TicketAttributes.Read(data, type, body);
        var state = body["ticket_state_id"]?.ToString() is { } stateId
            ? type.Links("states").Contains(stateId)
                ? data.Table("ticket_states").Find(stateId)!
                : throw new SandboxError(
                    400,
                    "ticket_state_id_invalid",
                    "Ticket state id is not valid or is not associated with the ticket type",
                    "ticket_state_id")
                : null;
        var assignee = body["assignee_id"]?.ToString();
        var to = assignee is null or "0"
            ? null
            : data.Admins.Find(assignee) ?? data.Teams.Find(assignee) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee");
        var company = body["company_id"]?.ToString() is { } companyId ? data.Company(companyId) : null;
        var until = body["snoozed_until"] is { } given ? Changes.Seconds(given, "snoozed_until") : (long?)null;
        if (until <= data.Now) throw SandboxError.Invalid("snoozed_until must be in the future", "snoozed_until");
        var open = body["open"]?.GetValue<bool>();
        var shared = body["is_shared"]?.GetValue<bool>();

        foreach (var pair in values)
        {
            ((JsonObject)ticket.Fields["ticket_attributes"]!)[pair.Key] = pair.Value?.DeepClone();
            var change = TicketAttributes.Change(TicketTypeRoutes.AttributeOf(data, type, pair.Key)!, pair.Value);
            var more = new JsonObject { ["updated_attribute_data"] = change };
            TicketRoutes.AddPart(data, ticket, "ticket_attribute_updated_by_admin", by, null, data.Now, more);
        }
        if (state is not null)
        {
            TicketRoutes.AddPart(
                data, ticket, "ticket_state_updated_by_admin", by, null, data.Now,
                new JsonObject
                {
                    ["ticket_state"] = state.Text("category"),
                    ["previous_ticket_state"] = TicketRoutes.StateOf(data, ticket).Text("category"),
                });
            ticket.Fields["previous_ticket_state_id"] = ticket.Text("ticket_state_id");
            ticket.Fields["ticket_state_id"] = state.Id;
        }
        if (assignee is not null) TicketRoutes.Assign(data, ticket, by, to, to?.Text("type") == "team");
        if (body.ContainsKey("company_id")) ticket.Fields["company_id"] = company?.Id;
        if (body.ContainsKey("snoozed_until"))
        {
            if (until is null) ticket.Fields.Remove("snoozed_until");
            else
            {
                ticket.Fields["snoozed_until"] = until;
                TicketRoutes.AddPart(data, ticket, "snoozed", by, null, data.Now);
            }
        }
        if (open is not null)
        {
            ticket.Fields["open"] = open;
            if (open == false) ticket.Fields.Remove("snoozed_until");
            TicketRoutes.AddPart(data, ticket, open.Value ? "open" : "close", by, null, data.Now);
        }
        if (shared is not null) ticket.Fields["is_shared"] = shared;
        ticket.Fields["updated_at"] = data.Now;
        return TicketRoutes.Show(data, ticket);
    }

    /// <summary>Before 2.12, a ticket's state was the category of the state, and its assignee was an object.</summary>
    private static void TakeOldNames(Database data, Entity type, JsonObject body)
    {
        if (body["state"]?.ToString() is { } category)
        {
            body["ticket_state_id"] = type.Linked("states")
                .FirstOrDefault(id => data.Table("ticket_states").Find(id)!.Text("category") == category)
                ?? throw SandboxError.Invalid("state must be submitted, in_progress, waiting_on_customer or resolved", "state");
        }
        if (body["assignment"] is JsonObject assignment)
        {
            body["admin_id"] = assignment["admin_id"]?.DeepClone();
            body["assignee_id"] = assignment["assignee_id"]?.DeepClone();
        }
    }

    private static Reply Delete(Call call)
    {
        var ticket = TicketRoutes.Find(call.Data, call.Id);
        call.Data.Table("tickets").Remove(ticket);
        return Lists.Deleted(ticket, "ticket");
    }

    /// <summary>A comment, note or quick reply. The response is the new part.</summary>
    private static Reply Reply(Call call)
    {
        var data = call.Data;
        var body = call.Body;
        var ticket = data.Table("tickets").Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource");
        var kind = body["message_type"]?.ToString() ?? throw SandboxError.Missing("message_type");
        var text = body["body"]?.ToString();
        if (string.IsNullOrWhiteSpace(text) && kind != "quick_reply") throw SandboxError.Missing("body");
        var at = body["created_at"] is { } given ? Changes.Seconds(given, "created_at") : data.Now;
        if (body.ContainsKey("attachment_files") && !(call.IsAtLeast("2.16") && body["type"]?.ToString() == "admin"))
        {
            throw SandboxError.Invalid("this ticket reply accepts only attachment_urls", "attachment_files");
        }
        var more = ConversationReplyRoutes.Attachments(body);
        Entity author;
        switch (body["type"]?.ToString())
        {
            case "admin":
                if (kind is not ("comment" or "note" or "quick_reply"))
                {
                    throw SandboxError.Invalid("message_type must be comment, note or quick_reply", "message_type");
                }
                if (kind == "quick_reply" && body["reply_options"] is not JsonArray { Count: > 0 })
                {
                    throw SandboxError.Missing("reply_options");
                }
                author = data.ActingAdmin(body);
                break;
            case "user":
                if (kind != "comment") throw SandboxError.Invalid("message_type must be comment", "message_type");
                if (ticket.Text("category") != "Customer")
                {
                    throw new SandboxError(400, "parameter_mismatch", "User replies are not allowed on Backoffice tickets");
                }
                author = ConversationReplyRoutes.Speaker(data, body);
                break;
            default:
                throw SandboxError.Invalid("type must be admin or user", "type");
        }
        var part = TicketRoutes.AddPart(data, ticket, kind, author, ConversationReplyRoutes.Html(text), at, more);
        ticket.Fields["updated_at"] = at;
        // The answer to a reply has fewer fields than the same part in its ticket.
        return Shape.From("ticket_reply", part);
    }
}
