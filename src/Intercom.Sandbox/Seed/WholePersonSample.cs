using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>
/// Ada Rossi (user-123) is the sample person who has everything: companies, tags, notes, conversations, tickets, events, segments,
/// subscriptions, custom attributes. No draw of chance, and no new contact, conversation or ticket, so that the other samples keep
/// their ids and counts.
/// </summary>
internal static class WholePersonSample
{
    public const string ExternalId = "user-123";
    private const long Day = 86400;

    /// <summary>
    /// Adds what Ada Rossi does not have yet; her tag, her segment, her company and her latest conversation come from the other
    /// samples.
    /// </summary>
    public static void Fill(Database data)
    {
        var ada = data.Contacts.All.First(contact => contact.Text("external_id") == ExternalId);
        ada.Fields["phone"] = "+44 20 7946 0123";
        ada.Fields["owner_id"] = 5005;
        ada.Fields["custom_attributes"]!["score"] = 87.5;
        ada.Linked("companies").Add(data.Companies.All.First(company => company.Text("company_id") == "juniper-bank").Id);
        ada.Linked("subscriptions").AddRange(["301", "303"]);

        NoteRoutes.MakeNote(data, ada, data.Admins.Find("5005")!, "Wants an invoice for each department.", data.Now - 60 * Day);
        NoteRoutes.MakeNote(data, ada, data.Admins.Find("5002")!, "Tests the dark mode for us.", data.Now - 5 * Day);

        MergeHistoryRoutes.Keep(data, "65c0a1000000000000000a01", "lead", ada, data.Now - 200 * Day);
        MergeHistoryRoutes.Keep(data, "65c0a1000000000000000a02", "lead", ada, data.Now - 90 * Day);

        foreach (var (name, days, metadata) in new (string, int, JsonObject)[]
        {
            ("signed-in", 40, new() { ["source"] = "web" }), ("placed-order", 33, new() { ["order_number"] = "A-1" }),
            ("signed-in", 12, new() { ["source"] = "mobile" }),
            ("placed-order", 11, new() { ["order_number"] = "A-2" }), ("signed-in", 2, new() { ["source"] = "web" }),
        })
        {
            EventRoutes.Record(data, ada, name, data.Now - days * Day, metadata);
        }

        foreach (var ticket in new[] { 300_022, 300_037 }.Select(
            id => data.Table("tickets").Find(id.ToString(CultureInfo.InvariantCulture))!))
        {
            ticket.Linked("contacts").Clear();
            ticket.Linked("contacts").Add(ada.Id);
        }
    }
}
