using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample tickets of two types, in all states.</summary>
internal static class TicketSamples
{
    private const int Tickets = 40;
    private static readonly (string Id, string Category, string Label)[] States = [("1101", "submitted", "Submitted"), ("1102", "in_progress", "In progress"), ("1103", "waiting_on_customer", "Waiting on customer"), ("1104", "resolved", "Resolved")];

    public static void Fill(Database data, Random random)
    {
        var contacts = data.Contacts.All.ToList();
        for (var i = 0; i < Tickets; i++)
        {
            var id = data.NextNumber("tickets", 300_001);
            var (stateId, category, label) = States[i % States.Length];
            var (subject, question, _) = SampleText.Questions[random.Next(SampleText.Questions.Length)];
            var customer = i % 3 != 2;
            var created = data.Now - (Tickets - i) * 20 * 3600L;
            var ticket = data.Create("tickets", id, new JsonObject
            {
                ["type"] = "ticket", ["id"] = id, ["ticket_id"] = (i + 1).ToString(CultureInfo.InvariantCulture), ["category"] = customer ? "Customer" : "Back-office",
                ["ticket_attributes"] = new JsonObject { ["_default_title_"] = subject, ["_default_description_"] = question },
                ["ticket_state"] = new JsonObject { ["type"] = "ticket_state", ["id"] = stateId, ["category"] = category, ["internal_label"] = label, ["external_label"] = label },
                ["ticket_type"] = new JsonObject { ["type"] = "ticket_type", ["id"] = customer ? "1201" : "1202", ["name"] = customer ? "Customer request" : "Bug", ["category"] = customer ? "Customer" : "Back-office", ["icon"] = "🎟️", ["is_internal"] = !customer, ["archived"] = false },
                ["admin_assignee_id"] = i % 4 == 0 ? "0" : (5001 + i % 6).ToString(CultureInfo.InvariantCulture), ["team_assignee_id"] = i % 4 == 0 ? "6001" : "0", ["created_at"] = created, ["updated_at"] = created + 7200,
                ["open"] = category != "resolved", ["snoozed_until"] = null, ["is_shared"] = customer,
            });
            ticket.Linked("contacts").Add(contacts[random.Next(contacts.Count)].Id);
        }
    }
}
