using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Merging and blocking contacts.</summary>
internal static class ContactMergeRoutes
{
    public static void Add(Router router)
    {
        router.Add("POST", "contacts/merge", Merge);
        router.Add("POST", "contacts/{}/block", Block);
    }

    private static Reply Merge(Call call)
    {
        var from = call.Data.Contact(call.Body["from"]?.ToString() ?? throw SandboxError.Missing("from"));
        var into = call.Data.Contact(call.Body["into"]?.ToString() ?? throw SandboxError.Missing("into"));
        if (from.Text("role") != "lead" || into.Text("role") != "user")
        {
            throw SandboxError.Invalid("Only a lead can be merged into a user", "from");
        }
        if (call.IsAtLeast("2.16") && call.Body["skip_duplicate_validation"]?.ToString() != "true" && !Same("email") && !Same("phone"))
        {
            throw new SandboxError(400, "invalid_merge", "The contacts share neither an email address nor a phone number");
        }
        Absorb(call.Data, from, into);
        call.Data.Contacts.Remove(from);
        foreach (var name in new[] { from.Id, from.Text("external_id") })
        {
            if (!string.IsNullOrEmpty(name)) call.Data.Merged[name!] = into.Id;
        }
        MergeHistoryRoutes.Keep(call.Data, from.Id, from.Text("role")!, into, call.Data.Now);
        return ContactRoutes.Asked(call, into);

        bool Same(string field) => from.Text(field) is { Length: > 0 } one
            && string.Equals(one, into.Text(field), StringComparison.OrdinalIgnoreCase);
    }

    private static void Absorb(Database data, Entity from, Entity into)
    {
        foreach (var kind in new[] { "tags", "notes", "companies", "events", "segments", "subscriptions" })
        {
            foreach (var id in from.Links(kind).Where(id => !into.Links(kind).Contains(id)).ToList()) into.Linked(kind).Add(id);
        }
        foreach (var conversation in data.ConversationsOfContacts.Find(from.Id))
        {
            var people = conversation.Linked("contacts");
            if (people.Remove(from.Id) && !people.Contains(into.Id)) people.Add(into.Id);
        }
        foreach (var note in into.Links("notes")) data.Notes.Find(note)!.Fields["contact"]!["id"] = into.Id;
        into.Fields["updated_at"] = data.Now;
    }

    /// <summary>A blocked contact is out of the lists, and so are its conversations.</summary>
    private static Reply Block(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        contact.Fields["archived"] = true;
        foreach (var conversation in call.Data.ConversationsOfContacts.Find(contact.Id).ToList())
        {
            call.Data.Conversations.Remove(conversation);
        }
        return ContactRoutes.Removal(contact, "blocked", true);
    }
}
