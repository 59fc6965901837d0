using Intercom.Sandbox.Search;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Tickets: reading them, their parts and their assignee.</summary>
internal static class TicketRoutes
{
    private const int ShownParts = 500;

    public static void Add(Router router)
    {
        router.Add("GET", "tickets/{}", call => Show(call.Data, Find(call.Data, call.Id)));
        router.Add("POST", "tickets/search", call =>
            Searching.Answer(call, SearchTarget.Tickets, call.Data.Table("tickets"), ticket => Show(call.Data, ticket)));
    }

    public static Entity Find(Database data, string id) =>
        data.Table("tickets").Find(id) ?? throw SandboxError.NotFound("ticket_not_found", "Ticket");

    public static JsonObject Show(Database data, Entity ticket)
    {
        var shown = Lists.Show(ticket);
        shown.Remove("company_id");
        shown.Remove("ticket_type_id");
        shown.Remove("ticket_state_id");
        shown["ticket_type"] = TicketTypeRoutes.Show(data, TypeOf(data, ticket));
        shown["ticket_state"] = TicketTypeRoutes.ShowState(StateOf(data, ticket));
        shown["contacts"] = Lists.Whole("contact.list", "contacts", ticket.Links("contacts").Select(id =>
            ContactRoutes.Reference(data, id)));
        var ids = ticket.Links("parts");
        var parts = Lists.Whole("ticket_part.list", "ticket_parts", ids.Skip(Math.Max(0, ids.Count - ShownParts)).Select(id =>
            Lists.Show(data.Table("ticket_parts").Find(id)!)));
        parts["total_count"] = ids.Count;
        shown["ticket_parts"] = parts;
        var linked = ticket.Links("conversations");
        shown["linked_objects"] = Shape.Of("linked_objects", new JsonObject
        {
            ["data"] = Lists.Array(linked.Select(id => (JsonNode)Shape.Of("linked_object", new JsonObject { ["id"] = id }))),
            ["total_count"] = linked.Count,
        });
        return shown;
    }

    public static Entity StateOf(Database data, Entity ticket) => data.Table("ticket_states").Find(ticket.Text("ticket_state_id"))!;

    public static Entity AddPart(Database data, Entity ticket, string type, Entity author, string? html, long at, JsonObject? more = null)
    {
        var id = data.NextNumber("ticket_parts", 400_001);
        var part = Shape.Of("ticket_part", new JsonObject
        {
            ["id"] = id, ["part_type"] = type, ["body"] = html, ["created_at"] = at, ["updated_at"] = at,
            ["author"] = author.Text("type") == "admin" ? ConversationActions.Author(author) : ConversationActions.Speaker(author),
        });
        foreach (var pair in more ?? []) part[pair.Key] = pair.Value?.DeepClone();
        ticket.Linked("parts").Add(id);
        return data.Create("ticket_parts", id, part);
    }

    public static Entity TypeOf(Database data, Entity ticket) => TicketTypeRoutes.Find(data, ticket.Text("ticket_type_id"));

    public static void Assign(Database data, Entity ticket, Entity by, Entity? to, bool isTeam)
    {
        if (to is null) (ticket.Fields["admin_assignee_id"], ticket.Fields["team_assignee_id"]) = ("0", "0");
        else ticket.Fields[isTeam ? "team_assignee_id" : "admin_assignee_id"] = to.Id;
        var assignee = to is null ? null : Lists.Reference(isTeam ? "team" : "admin", to.Id);
        AddPart(data, ticket, "assignment", by, null, data.Now, new JsonObject { ["assigned_to"] = assignee });
    }
}
