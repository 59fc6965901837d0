using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>The states of tickets, and three ticket types with attributes of all kinds. No draw of chance.</summary>
internal static class TicketTypeSamples
{
    private const long Day = 86400;

    /// <summary>The four states that every workspace has.</summary>
    public static void States(Database data)
    {
        foreach (var (category, label, shown) in new[]
        {
            ("submitted", "Submitted", "Submitted"), ("in_progress", "In progress", "In progress"),
            ("waiting_on_customer", "Waiting on customer", "Waiting on you"), ("resolved", "Resolved", "Resolved")
        })
        {
            var id = data.NextNumber("ticket_states", 1101);
            data.Create("ticket_states", id, Shape.Of("ticket_state", new JsonObject
            {
                ["id"] = id, ["category"] = category, ["internal_label"] = label, ["external_label"] = shown, ["archived"] = false,
            }));
        }
    }

    public static void Types(Database data)
    {
        var born = data.Now - 400 * Day;
        var request = TicketTypeRoutes.Make(
            data, "Customer request", "Something that a customer asks for", "Customer", "🎟️", isInternal: false, born);
        Attribute(data, request, "Priority", "How soon it is needed", "list", born, items: "Low,Medium,High");
        Attribute(data, request, "Due date", "When the customer needs it", "datetime", born);

        var bug = TicketTypeRoutes.Make(data, "Bug", "A fault in the product", "Back-office", "🐞", isInternal: true, born);
        TicketTypeRoutes.AttributeOf(data, bug, "_default_title_")!.Fields["required_to_create"] = true;
        Attribute(data, bug, "Severity", "How bad it is", "list", born, items: "Minor,Major,Critical");
        Attribute(data, bug, "Version", "The version that has the fault", "string", born);
        Attribute(data, bug, "Reproducible", "Whether it can be seen at will", "boolean", born);
        Attribute(data, bug, "Customers affected", "How many customers reported it", "integer", born);
        Attribute(data, bug, "Screenshots", "What it looks like", "files", born);

        var incident = TicketTypeRoutes.Make(
            data, "Incident", "An outage that many conversations are about", "Tracker", "🚨", isInternal: true, born);
        Attribute(data, incident, "Downtime hours", "How long it lasted", "decimal", born);
    }

    private static void Attribute(Database data, Entity type, string name, string description, string kind, long at, string? items = null)
    {
        var body = new JsonObject { ["name"] = name, ["description"] = description, ["data_type"] = kind };
        if (items is not null) body["list_items"] = items;
        TicketTypeRoutes.MakeAttribute(data, type, body, at);
    }
}
