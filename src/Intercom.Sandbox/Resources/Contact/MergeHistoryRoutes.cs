using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The contacts that were merged into a user. Its pages have a shape of their own: the cursor is at the root.</summary>
internal static class MergeHistoryRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "contacts/{}/merge_history", List, since: "2.16");
    }

    /// <summary>Keeps that a contact was merged into a user.</summary>
    public static void Keep(Database data, string from, string role, Entity into, long at)
    {
        var merge = data.NextNumber("merges", 1);
        data.Create("merges", merge, Shape.Of("merged_contact", new JsonObject
        {
            ["source_contact_id"] = from, ["source_contact_role"] = role, ["merged_at"] = at,
        }));
        into.Linked("merges").Add(merge);
    }

    private static Reply List(Call call)
    {
        var contact = call.Data.Contacts.Find(call.Id);
        if (contact?.Text("role") != "user") throw SandboxError.NotFound("not_found", "Contact");
        var descending = call.Parameter("order") switch
        {
            null or "desc" => true, "asc" => false, _ => throw SandboxError.Invalid("order must be asc or desc", "order"),
        };
        var found = Lists.Sort(
            contact.Links("merges").Select(id => call.Data.Table("merges").Find(id)!), merge => merge.Number("merged_at"), descending);
        var page = Lists.Cursor(
            "list", "data", found, merge => merge.Number("merged_at"), descending, call.Parameter("cursor"),
            call.Number("per_page", 50), 150, Lists.Show);
        var next = page["pages"]!["next"]?["starting_after"]?.ToString();
        page.Remove("pages");
        page.Remove("total_count");
        if (next is not null) page["next_cursor"] = next;
        page["has_more"] = next is not null;
        return page;
    }
}
