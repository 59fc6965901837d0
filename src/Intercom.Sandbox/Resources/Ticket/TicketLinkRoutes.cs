using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The links between tracker tickets and conversations, and changes of a ticket's type.</summary>
internal static class TicketLinkRoutes
{
    private const int MostLinks = 2500;
    private const string Links = "conversations";

    public static void Add(Router router)
    {
        router.Add("POST", "tickets/{}/linked_conversations", Link, since: "2.16");
        router.Add("DELETE", "tickets/{}/linked_conversations/{}", Unlink, since: "2.16");
        router.Add("POST", "tickets/{}/change_type", ChangeType, since: "2.16");
    }

    private static Reply Link(Call call)
    {
        var ticket = Tracker(call, "linking");
        var id = call.Body["conversation_id"]?.ToString()
            ?? throw new SandboxError(400, "parameter_not_found", "conversation_id not specified");
        var conversation = Conversation(call, id, "Conversation not found");
        if (TrackersOf(call.Data, id).Any())
        {
            throw new SandboxError(400, "already_linked_to_tracker", "A conversation can only have one tracker ticket");
        }
        if (ticket.Links(Links).Count >= MostLinks)
        {
            throw new SandboxError(400, "linked_conversation_limit_exceeded",
                "Ticket has reached the maximum number of conversations that can be linked");
        }
        ticket.Linked(Links).Add(id);
        return ConversationRoutes.Whole(call, conversation);
    }

    private static Reply Unlink(Call call)
    {
        var ticket = Tracker(call, "unlinking");
        if (!ticket.Linked(Links).Remove(call.Ids[1]))
        {
            throw new SandboxError(404, "conversation_not_found", "Conversation is not linked to this ticket");
        }
        return ConversationRoutes.Whole(call, Conversation(call, call.Ids[1], "Conversation not found"));
    }

    /// <summary>The tracker tickets that a conversation is linked to.</summary>
    public static IEnumerable<Entity> TrackersOf(Database data, string conversation) => data.Table("tickets").All.Where(ticket =>
        ticket.Text("category") == "Tracker" && ticket.Links(Links).Contains(conversation));

    private static Entity Tracker(Call call, string what)
    {
        var ticket = TicketRoutes.Find(call.Data, call.Id);
        return ticket.Text("category") == "Tracker"
            ? ticket : throw new SandboxError(400, "invalid_ticket_type", $"Only tracker tickets support {what} conversations");
    }

    private static Entity Conversation(Call call, string id, string message) =>
        call.Data.Conversations.Find(id) ?? throw new SandboxError(404, "conversation_not_found", message);

    /// <summary>Attributes of the same name and type keep their values. The items of a list are known by their labels.</summary>
    private static Reply ChangeType(Call call)
    {
        var data = call.Data;
        var ticket = data.Table("tickets").Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource");
        var former = TicketRoutes.TypeOf(data, ticket);
        var type = TicketTypeRoutes.Find(data, call.Body["ticket_type_id"]?.ToString() ?? throw SandboxError.Missing("ticket_type_id"));
        var state = call.Body["ticket_state_id"]?.ToString() ?? throw SandboxError.Missing("ticket_state_id");
        if (type == former) throw SandboxError.Invalid("Cannot change to the same ticket type");
        if (type.Text("category") != former.Text("category"))
        {
            throw SandboxError.Invalid("The new ticket type must be in the same category");
        }
        if (!type.Links("states").Contains(state))
        {
            throw SandboxError.Invalid("Ticket custom state doesn't belong to the new ticket type");
        }
        var extra = (call.Body["ticket_attributes"] as JsonObject ?? []).Select(pair => pair.Key)
            .Where(name => TicketTypeRoutes.AttributeOf(data, type, name) is null).ToList();
        if (extra.Count > 0)
        {
            throw SandboxError.Invalid($"Extra attributes provided that are not found on ticket type: {string.Join(", ", extra)}");
        }
        var given = TicketAttributes.Read(data, type, call.Body);
        var values = new JsonObject();
        foreach (var (name, value) in ((JsonObject)ticket.Fields["ticket_attributes"]!).Select(pair => (pair.Key, pair.Value)))
        {
            var (one, other) = (TicketTypeRoutes.AttributeOf(data, former, name), TicketTypeRoutes.AttributeOf(data, type, name));
            if (one is null || other is null || one.Text("data_type") != other.Text("data_type")) continue;
            var kept = one.Text("data_type") == "list" ? Item(one, other, value) : value?.DeepClone();
            if (kept is not null) values[name] = kept;
        }
        foreach (var pair in given) values[pair.Key] = pair.Value?.DeepClone();
        ticket.Fields["ticket_attributes"] = values;
        ticket.Fields["ticket_type_id"] = type.Id;
        ticket.Fields["ticket_state_id"] = state;
        ticket.Fields["updated_at"] = data.Now;
        return TicketRoutes.Show(data, ticket);
    }

    private static JsonNode? Item(Entity one, Entity other, JsonNode? value)
    {
        var label = TicketTypeRoutes.Items(one).FirstOrDefault(item => item.Id == value?.ToString()).Label;
        return TicketTypeRoutes.Items(other).FirstOrDefault(item => item.Label == label).Id;
    }
}
