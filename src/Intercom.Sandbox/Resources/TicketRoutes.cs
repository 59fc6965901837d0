using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Search;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Tickets.</summary>
internal static class TicketRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "tickets/{}", call => Show(call.Data, call.Data.Table("tickets").Find(call.Id) ?? throw SandboxError.NotFound("ticket_not_found", "Ticket")));
        router.Add("POST", "tickets/search", call => Searching.Answer(call, SearchTarget.Tickets, call.Data.Table("tickets"), ticket => Show(call.Data, ticket)));
    }

    public static JsonObject Show(Database data, Entity ticket)
    {
        var shown = AdminRoutes.Show(ticket);
        shown["contacts"] = Lists.Whole("contact.list", "contacts", ticket.Linked("contacts").Select(id => new JsonObject { ["type"] = "contact", ["id"] = id, ["external_id"] = data.Contacts.Find(id)?.Text("external_id") }));
        shown["ticket_parts"] = new JsonObject { ["type"] = "ticket_part.list", ["ticket_parts"] = new JsonArray(), ["total_count"] = 0 };
        shown["linked_objects"] = new JsonObject { ["type"] = "list", ["data"] = new JsonArray(), ["total_count"] = 0, ["has_more"] = false };
        return shown;
    }
}
