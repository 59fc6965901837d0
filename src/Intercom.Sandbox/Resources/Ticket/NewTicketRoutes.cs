using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>New tickets: at once, by a job, or from a conversation.</summary>
internal static class NewTicketRoutes
{
    public static void Add(Router router)
    {
        router.Add("POST", "tickets", call => TicketRoutes.Show(call.Data, Create(call.Data, call.Body)));
        router.Add("POST", "tickets/enqueue", Enqueue);
        router.Add("POST", "conversations/{}/convert", Convert);
    }

    /// <summary>Creates a ticket from a body of POST /tickets. The whole body is checked before anything changes.</summary>
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
            ContactRoutes.SetEmail(contact, email);
        }
        var ticket = Make(data, type, data.Table("ticket_states").Find(type.Links("states")[0])!, values, contact, at);
        ticket.Fields["company_id"] = company?.Id;
        if (conversation is not null) ticket.Linked("conversations").Add(conversation.Id);
        var by = data.Admins.Find(Database.TokenAdmin)!;
        if (admin is not null) TicketRoutes.Assign(data, ticket, by, admin, isTeam: false);
        if (team is not null) TicketRoutes.Assign(data, ticket, by, team, isTeam: true);
        return ticket;
    }

    /// <summary>A new ticket without an assignee.</summary>
    public static Entity Make(Database data, Entity type, Entity state, JsonObject values, Entity contact, long at)
    {
        var id = data.NextNumber("tickets", 300_001);
        var customer = type.Text("category") == "Customer";
        var ticket = data.Create("tickets", id, Shape.Of("ticket", new JsonObject
        {
            ["id"] = id, ["ticket_id"] = data.NextNumber("ticket_numbers", 1), ["category"] = type.Text("category"),
            ["ticket_attributes"] = values, ["created_at"] = at, ["updated_at"] = at, ["is_shared"] = customer,
        }));
        // Not shown by themselves: the type and the state are shown whole.
        (ticket.Fields["ticket_type_id"], ticket.Fields["ticket_state_id"]) = (type.Id, state.Id);
        ticket.Linked("contacts").Add(contact.Id);
        TicketRoutes.AddPart(
            data, ticket, "ticket_state_updated_by_admin", data.Admins.Find(Database.TokenAdmin)!, null, at,
            new JsonObject { ["ticket_state"] = state.Text("category"), ["previous_ticket_state"] = state.Text("category") });
        return ticket;
    }

    /// <summary>A customer ticket of a conversation, for its first contact.</summary>
    private static Reply Convert(Call call)
    {
        var conversation = call.Data.Conversation(call.Id);
        var body = new JsonObject
        {
            ["ticket_type_id"] = call.Body["ticket_type_id"]?.DeepClone(),
            ["ticket_attributes"] = (call.Body["attributes"] as JsonObject ?? []).DeepClone(),
        };
        // The title of the ticket is taken from the conversation.
        if (body["ticket_attributes"]!["_default_title_"] is null)
        {
            body["ticket_attributes"]!["_default_title_"] = conversation.Text("title")
                ?? conversation.Fields["source"]?["subject"]?.ToString()
                ?? "";
        }
        var type = CheckType(call.Data, body);
        if (type.Text("category") != "Customer") throw SandboxError.Invalid("Ticket type is not a customer ticket type", "ticket_type_id");
        if (conversation.Fields["ticket"] is not null) throw SandboxError.Invalid("The conversation is a ticket already");
        var values = TicketAttributes.Read(call.Data, type, body);
        var state = call.Body["ticket_state_id"]?.ToString() is { } stateId && call.IsAtLeast("2.16") ? stateId : type.Links("states")[0];
        if (!type.Links("states").Contains(state))
        {
            throw new SandboxError(
                400,
                "ticket_state_id_invalid",
                "Ticket state id is not valid or is not associated with the ticket type",
                "ticket_state_id");
        }
        var ticket = Make(
            call.Data, type, call.Data.Table("ticket_states").Find(state)!, values,
            call.Data.Contact(conversation.Links("contacts")[0]), call.Data.Now);
        ticket.Linked("conversations").Add(conversation.Id);
        conversation.Fields["ticket"] = Shape.From("ticket_reference", ticket);
        return TicketRoutes.Show(call.Data, ticket);
    }

    private static Entity CheckType(Database data, JsonObject body)
    {
        var type = TicketTypeRoutes.Find(
            data, body["ticket_type_id"]?.ToString() is { Length: > 0 } id ? id : throw SandboxError.Missing("ticket_type_id"));
        if (type.Fields["archived"]?.GetValue<bool>() == true) throw SandboxError.Invalid("The ticket type is archived", "ticket_type_id");
        if (TicketAttributes.Lacks(data, type, body["ticket_attributes"] as JsonObject ?? []))
        {
            throw SandboxError.Invalid("Missing required ticket attributes");
        }
        return type;
    }

    /// <summary>The contact of a new ticket. Null with an email address means that the contact must be created.</summary>
    private static Entity? ContactOf(Database data, JsonObject body, out string? email)
    {
        email = null;
        if (body["contacts"] is not JsonArray { Count: > 0 } contacts) throw SandboxError.Missing("contacts");
        if (contacts.Count > 1) throw SandboxError.Invalid("only one contact is allowed", "contacts");
        var (id, externalId) = (contacts[0]?["id"]?.ToString(), contacts[0]?["external_id"]?.ToString());
        email = contacts[0]?["email"]?.ToString();
        if ((id ?? externalId ?? email) is null) throw SandboxError.Invalid("a contact needs id, external_id or email", "contacts");
        var known = data.FindContact(id, externalId, email);
        return known is null && (id ?? externalId) is not null ? throw SandboxError.NotFound("not_found", "User") : known;
    }

    private static (Entity? Admin, Entity? Team) AssigneesOf(Database data, JsonObject? assignment)
    {
        var admin = assignment?["admin_assignee_id"]?.ToString() is { } adminId and not "0"
            ? data.Admins.Find(adminId) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee")
            : null;
        var team = assignment?["team_assignee_id"]?.ToString() is { } teamId and not "0"
            ? data.Teams.Find(teamId) ?? throw SandboxError.NotFound("assignee_not_found", "Assignee")
            : null;
        return (admin, team);
    }

    /// <summary>
    /// A job that creates a ticket. The type and attributes are checked at once, as by Intercom. The job checks the rest, and fails
    /// then. It is done when it is read for the first time.
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
        var job = call.Data.Create("jobs", id, Shape.Of("job", new JsonObject
        {
            ["id"] = id, ["status"] = ticket is null ? "failed" : "success", ["url"] = $"{call.Origin}/jobs/status/{id}",
            ["resource_id"] = ticket, ["resource_url"] = ticket is null ? null : $"{call.Origin}/tickets/{ticket}",
        }));
        return Shape.Of("job", new JsonObject { ["id"] = id, ["url"] = job.Text("url") });
    }
}
