using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Search;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Tickets: made, at once or by a job, changed, answered, deleted.</summary>
internal static class TicketRoutes
{
    private const int ShownParts = 500;

    public static void Add(Router router)
    {
        router.Add("GET", "tickets/{}", call => Show(call.Data, Find(call.Data, call.Id)));
        router.Add("POST", "tickets/search", call => Searching.Answer(call, SearchTarget.Tickets, call.Data.Table("tickets"), ticket => Show(call.Data, ticket)));
        router.Add("POST", "tickets", call => Show(call.Data, Create(call.Data, call.Body)));
        router.Add("POST", "tickets/enqueue", Enqueue);
        router.Add("PUT", "tickets/{}", Update);
        router.Add("DELETE", "tickets/{}", Delete);
        router.Add("POST", "tickets/{}/reply", Reply);
        router.Add("POST", "conversations/{}/convert", Convert);
    }

    public static Entity Find(Database data, string id) => data.Table("tickets").Find(id) ?? throw SandboxError.NotFound("ticket_not_found", "Ticket");

    public static JsonObject Show(Database data, Entity ticket)
    {
        var shown = AdminRoutes.Show(ticket);
        shown.Remove("company_id");
        shown.Remove("ticket_type_id");
        shown.Remove("ticket_state_id");
        shown["ticket_type"] = TicketTypeRoutes.Show(data, TypeOf(data, ticket));
        shown["ticket_state"] = TicketTypeRoutes.ShowState(StateOf(data, ticket));
        shown["contacts"] = Lists.Whole("contact.list", "contacts", ticket.Linked("contacts").Select(id => new JsonObject { ["type"] = "contact", ["id"] = id, ["external_id"] = data.Contacts.Find(id)?.Text("external_id") }));
        var ids = ticket.Linked("parts");
        var parts = Lists.Whole("ticket_part.list", "ticket_parts", ids.Skip(Math.Max(0, ids.Count - ShownParts)).Select(id => AdminRoutes.Show(data.Table("ticket_parts").Find(id)!)));
        parts["total_count"] = ids.Count;
        shown["ticket_parts"] = parts;
        var linked = ticket.Linked("conversations");
        shown["linked_objects"] = new JsonObject { ["type"] = "list", ["data"] = Lists.Array(linked.Select(id => (JsonNode)new JsonObject { ["type"] = "conversation", ["id"] = id, ["category"] = null })), ["total_count"] = linked.Count, ["has_more"] = false };
        return shown;
    }

    public static Entity StateOf(Database data, Entity ticket) => data.Table("ticket_states").Find(ticket.Text("ticket_state_id"))!;

    /// <summary>Makes a ticket of a body as POST /tickets takes it; everything is checked before anything is changed.</summary>
    public static Entity Create(Database data, JsonObject body)
    {
        var type = CheckType(data, body);
        var values = TicketAttributes.Read(data, type, body);
        var contact = ContactOf(data, body, out var email);
        var company = body["company_id"]?.ToString() is { } companyId ? data.Company(companyId) : null;
        var conversation = body["conversation_to_link_id"]?.ToString() is { } conversationId ? data.Conversation(conversationId) : null;
        var (admin, team) = AssigneesOf(data, body["assignment"] as JsonObject);
        var at = body["created_at"] is { } given ? Changes.Seconds(given, "created_at") : data.Now;

        if (contact is null)
        {
            contact = ContactRoutes.Make(data, "lead");
            contact.Fields["email"] = email;
        }
        var ticket = Make(data, type, data.Table("ticket_states").Find(type.Linked("states")[0])!, values, contact, at);
        ticket.Fields["company_id"] = company?.Id;
        if (conversation is not null) ticket.Linked("conversations").Add(conversation.Id);
        var by = data.Admins.Find(Database.TokenAdmin)!;
        if (admin is not null) Assign(data, ticket, by, admin, isTeam: false);
        if (team is not null) Assign(data, ticket, by, team, isTeam: true);
        return ticket;
    }

    /// <summary>A new ticket without an assignee.</summary>
    public static Entity Make(Database data, Entity type, Entity state, JsonObject values, Entity contact, long at)
    {
        var id = data.NextNumber("tickets", 300_001);
        var customer = type.Text("category") == "Customer";
        var ticket = data.Create("tickets", id, new JsonObject
        {
            ["type"] = "ticket", ["id"] = id, ["ticket_id"] = data.NextNumber("ticket_numbers", 1), ["category"] = type.Text("category"), ["ticket_attributes"] = values, ["ticket_type_id"] = type.Id, ["ticket_state_id"] = state.Id,
            ["admin_assignee_id"] = "0", ["team_assignee_id"] = "0", ["created_at"] = at, ["updated_at"] = at, ["open"] = true, ["snoozed_until"] = null, ["is_shared"] = customer,
        });
        ticket.Linked("contacts").Add(contact.Id);
        AddPart(data, ticket, "ticket_state_updated_by_admin", data.Admins.Find(Database.TokenAdmin)!, null, at, new JsonObject { ["ticket_state"] = state.Text("category"), ["previous_ticket_state"] = state.Text("category") });
        return ticket;
    }

    public static Entity AddPart(Database data, Entity ticket, string type, Entity author, string? html, long at, JsonObject? more = null)
    {
        var id = data.NextNumber("ticket_parts", 400_001);
        var part = new JsonObject
        {
            ["type"] = "ticket_part", ["id"] = id, ["part_type"] = type, ["body"] = html, ["created_at"] = at, ["updated_at"] = at, ["attachments"] = new JsonArray(), ["redacted"] = false,
            ["author"] = author.Text("type") == "admin" ? ConversationRoutes.Author(author) : new JsonObject { ["type"] = author.Text("role"), ["id"] = author.Id, ["name"] = author.Text("name"), ["email"] = author.Text("email") },
        };
        foreach (var pair in more ?? []) part[pair.Key] = pair.Value?.DeepClone();
        ticket.Linked("parts").Add(id);
        return data.Create("ticket_parts", id, part);
    }

    /// <summary>A customer ticket of a conversation, for its first contact.</summary>
    private static Reply Convert(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        var body = new JsonObject { ["ticket_type_id"] = call.Body["ticket_type_id"]?.DeepClone(), ["ticket_attributes"] = (call.Body["attributes"] as JsonObject ?? []).DeepClone() };
        // What the ticket is about stands in the conversation.
        if (body["ticket_attributes"]!["_default_title_"] is null) body["ticket_attributes"]!["_default_title_"] = conversation.Text("title") ?? conversation.Fields["source"]?["subject"]?.ToString() ?? "";
        var type = CheckType(call.Data, body);
        if (type.Text("category") != "Customer") throw SandboxError.Invalid("Ticket type is not a customer ticket type", "ticket_type_id");
        if (conversation.Fields["ticket"] is not null) throw SandboxError.Invalid("The conversation is a ticket already");
        var values = TicketAttributes.Read(call.Data, type, body);
        var ticket = Make(call.Data, type, call.Data.Table("ticket_states").Find(type.Linked("states")[0])!, values, call.Data.Contact(conversation.Linked("contacts")[0]), call.Data.Now);
        ticket.Linked("conversations").Add(conversation.Id);
        conversation.Fields["ticket"] = new JsonObject { ["type"] = "ticket", ["id"] = ticket.Id, ["ticket_id"] = ticket.Text("ticket_id") };
        return Show(call.Data, ticket);
    }

    private static Entity TypeOf(Database data, Entity ticket) => TicketTypeRoutes.Find(data, ticket.Text("ticket_type_id"));

    private static Entity CheckType(Database data, JsonObject body)
    {
        var type = TicketTypeRoutes.Find(data, body["ticket_type_id"]?.ToString() is { Length: > 0 } id ? id : throw SandboxError.Missing("ticket_type_id"));
        if (type.Fields["archived"]?.GetValue<bool>() == true) throw SandboxError.Invalid("The ticket type is archived", "ticket_type_id");
        if (TicketAttributes.Lacks(data, type, body["ticket_attributes"] as JsonObject ?? [])) throw SandboxError.Invalid("Missing required ticket attributes");
        return type;
    }

    /// <summary>The one contact of a new ticket; none with the e-mail address means that it is to be made.</summary>
    private static Entity? ContactOf(Database data, JsonObject body, out string? email)
    {
        email = null;
        if (body["contacts"] is not JsonArray { Count: > 0 } contacts) throw SandboxError.Missing("contacts");
        if (contacts.Count > 1) throw SandboxError.Invalid("only one contact is allowed", "contacts");
        if (contacts[0]?["id"]?.ToString() is { } id) return data.Contact(id);
        if (contacts[0]?["external_id"]?.ToString() is { } externalId) return data.Contacts.All.FirstOrDefault(contact => contact.Text("external_id") == externalId) ?? throw SandboxError.NotFound("not_found", "User");
        var address = email = contacts[0]?["email"]?.ToString() ?? throw SandboxError.Invalid("a contact needs id, external_id or email", "contacts");
        return data.Contacts.All.FirstOrDefault(contact => string.Equals(contact.Text("email"), address, StringComparison.OrdinalIgnoreCase));
    }

    private static (Entity? Admin, Entity? Team) AssigneesOf(Database data, JsonObject? assignment)
    {
        var admin = assignment?["admin_assignee_id"]?.ToString() is { } adminId and not "0" ? data.Admins.Find(adminId) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee") : null;
        var team = assignment?["team_assignee_id"]?.ToString() is { } teamId and not "0" ? data.Teams.Find(teamId) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee") : null;
        return (admin, team);
    }

    private static void Assign(Database data, Entity ticket, Entity by, Entity? to, bool isTeam)
    {
        if (to is null) (ticket.Fields["admin_assignee_id"], ticket.Fields["team_assignee_id"]) = ("0", "0");
        else ticket.Fields[isTeam ? "team_assignee_id" : "admin_assignee_id"] = to.Id;
        AddPart(data, ticket, "assignment", by, null, data.Now, new JsonObject { ["assigned_to"] = to is null ? null : new JsonObject { ["type"] = isTeam ? "team" : "admin", ["id"] = to.Id } });
    }

    /// <summary>
    /// A job that makes a ticket. Type and attributes are checked at once, as by Intercom; the rest is found out by the job, which fails then.
    /// The job is done by the time that somebody asks for it.
    /// </summary>
    private static Reply Enqueue(Call call)
    {
        TicketAttributes.Read(call.Data, CheckType(call.Data, call.Body), call.Body);
        var id = call.Data.NextNumber("jobs", 20);
        string? ticket = null;
        try
        {
            ticket = Create(call.Data, call.Body).Id;
        }
        catch (SandboxError)
        {
            // Told by the job's status.
        }
        var job = call.Data.Create("jobs", id, new JsonObject
        {
            ["type"] = "job", ["id"] = id, ["status"] = ticket is null ? "failed" : "success", ["url"] = "https://api.intercom.io/jobs/status/" + id, ["resource_type"] = "ticket",
            ["resource_id"] = ticket, ["resource_url"] = ticket is null ? null : "https://api.intercom.io/tickets/" + ticket,
        });
        var pending = AdminRoutes.Show(job);
        pending["status"] = "pending";
        pending["resource_id"] = pending["resource_url"] = null;
        return pending;
    }

    private static Reply Update(Call call)
    {
        var data = call.Data;
        var ticket = Find(data, call.Id);
        var body = call.Body;
        var type = TypeOf(data, ticket);
        var by = body["admin_id"]?.ToString() is { } admin ? data.Admins.Find(admin) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee") : data.Admins.Find(Database.TokenAdmin)!;
        var values = TicketAttributes.Read(data, type, body);
        var state = body["ticket_state_id"]?.ToString() is { } stateId
            ? type.Linked("states").Contains(stateId) ? data.Table("ticket_states").Find(stateId)! : throw new SandboxError(400, "ticket_state_id_invalid", "Ticket state id is not valid or is not associated with the ticket type", "ticket_state_id") : null;
        var assignee = body["assignee_id"]?.ToString();
        var to = assignee is null or "0" ? null : data.Admins.Find(assignee) ?? data.Teams.Find(assignee) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee");
        var company = body["company_id"]?.ToString() is { } companyId ? data.Company(companyId) : null;
        var until = body["snoozed_until"] is { } given ? Changes.Seconds(given, "snoozed_until") : (long?)null;
        if (until <= data.Now) throw SandboxError.Invalid("snoozed_until must be in the future", "snoozed_until");
        var open = body["open"]?.GetValue<bool>();
        var shared = body["is_shared"]?.GetValue<bool>();

        foreach (var pair in values)
        {
            ((JsonObject)ticket.Fields["ticket_attributes"]!)[pair.Key] = pair.Value?.DeepClone();
            AddPart(data, ticket, "ticket_attribute_updated_by_admin", by, null, data.Now, new JsonObject { ["updated_attribute_data"] = TicketAttributes.Change(TicketTypeRoutes.AttributeOf(data, type, pair.Key)!, pair.Value) });
        }
        if (state is not null)
        {
            AddPart(data, ticket, "ticket_state_updated_by_admin", by, null, data.Now, new JsonObject { ["ticket_state"] = state.Text("category"), ["previous_ticket_state"] = StateOf(data, ticket).Text("category") });
            ticket.Fields["ticket_state_id"] = state.Id;
        }
        if (assignee is not null) Assign(data, ticket, by, to, to?.Text("type") == "team");
        if (body.ContainsKey("company_id")) ticket.Fields["company_id"] = company?.Id;
        if (body.ContainsKey("snoozed_until"))
        {
            ticket.Fields["snoozed_until"] = until;
            if (until is not null) AddPart(data, ticket, "snoozed", by, null, data.Now);
        }
        if (open is not null)
        {
            ticket.Fields["open"] = open;
            if (open == false) ticket.Fields["snoozed_until"] = null;
            AddPart(data, ticket, open.Value ? "open" : "close", by, null, data.Now);
        }
        if (shared is not null) ticket.Fields["is_shared"] = shared;
        ticket.Fields["updated_at"] = data.Now;
        return Show(data, ticket);
    }

    private static Reply Delete(Call call)
    {
        var ticket = Find(call.Data, call.Id);
        call.Data.Table("tickets").Remove(ticket);
        return new JsonObject { ["id"] = ticket.Id, ["object"] = "ticket", ["deleted"] = true };
    }

    /// <summary>A comment, note or quick reply; the answer is the new part.</summary>
    private static Reply Reply(Call call)
    {
        var data = call.Data;
        var body = call.Body;
        var ticket = data.Table("tickets").Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource");
        var kind = body["message_type"]?.ToString() ?? throw SandboxError.Missing("message_type");
        var text = body["body"]?.ToString();
        if (string.IsNullOrWhiteSpace(text) && kind != "quick_reply") throw SandboxError.Missing("body");
        var at = body["created_at"] is { } given ? Changes.Seconds(given, "created_at") : data.Now;
        if (body.ContainsKey("attachment_files")) throw SandboxError.Invalid("a ticket reply takes attachment_urls only", "attachment_files");
        var more = ConversationRoutes.Attachments(body);
        Entity author;
        switch (body["type"]?.ToString())
        {
            case "admin":
                if (kind is not ("comment" or "note" or "quick_reply")) throw SandboxError.Invalid("message_type must be comment, note or quick_reply", "message_type");
                if (kind == "quick_reply" && body["reply_options"] is not JsonArray { Count: > 0 }) throw SandboxError.Missing("reply_options");
                author = data.ActingAdmin(body);
                break;
            case "user":
                if (kind != "comment") throw SandboxError.Invalid("message_type must be comment", "message_type");
                if (ticket.Text("category") != "Customer") throw new SandboxError(400, "parameter_mismatch", "User replies are not allowed on Backoffice tickets");
                author = ConversationRoutes.Speaker(data, body);
                break;
            default:
                throw SandboxError.Invalid("type must be admin or user", "type");
        }
        var part = AddPart(data, ticket, kind, author, ConversationRoutes.Html(text), at, more);
        ticket.Fields["updated_at"] = at;
        return AdminRoutes.Show(part);
    }
}
