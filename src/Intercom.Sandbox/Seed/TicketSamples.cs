using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample tickets of two types, in all states.</summary>
internal static class TicketSamples
{
    private const int Tickets = 40;

    public static void Fill(Database data, Random random)
    {
        TicketTypeSamples.Types(data);
        var contacts = data.Contacts.All.ToList();
        var admins = data.Admins.All.ToList();
        var states = data.Table("ticket_states").All.ToList();
        var types = data.Table("ticket_types").All.ToList();
        for (var i = 0; i < Tickets; i++)
        {
            var state = states[i % states.Count];
            var (subject, question, answer) = SampleText.Questions[random.Next(SampleText.Questions.Length)];
            var type = types[i % 3 != 2 ? 0 : 1];
            var created = data.Now - (Tickets - i) * 20 * 3600L;
            var contact = contacts[random.Next(contacts.Count)];
            var values = new JsonObject { ["_default_title_"] = subject, ["_default_description_"] = question };
            var list = TicketTypeRoutes.Attributes(data, type).First(attribute => attribute.Text("data_type") == "list");
            var items = TicketTypeRoutes.Items(list).ToList();
            if (i % 2 == 0) values[list.Text("name")!] = items[i / 2 % items.Count].Id;
            var ticket = NewTicketRoutes.Make(data, type, states[0], values, contact, created);
            var admin = admins[i % admins.Count];
            ticket.Fields["admin_assignee_id"] = i % 4 == 0 ? "0" : admin.Id;
            ticket.Fields["team_assignee_id"] = i % 4 == 0 ? "6001" : "0";
            if (i % 4 != 0)
            {
                TicketRoutes.AddPart(
                    data, ticket, type.Text("category") == "Customer" ? "comment" : "note", admin, $"<p>{answer}</p>", created + 3600);
            }
            if (state != states[0])
            {
                TicketRoutes.AddPart(
                    data, ticket, "ticket_state_updated_by_admin", admin, null, created + 7200,
                    new JsonObject { ["ticket_state"] = state.Text("category"), ["previous_ticket_state"] = "submitted" });
            }
            ticket.Fields["ticket_state_id"] = state.Id;
            ticket.Fields["open"] = state.Text("category") != "resolved";
            ticket.Fields["updated_at"] = created + 7200;
        }
    }
}
