using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The notes of contacts and companies.</summary>
internal static class NoteRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "contacts/{}/notes", call => Notes(call, call.Data.Contact(call.Id)));
        router.Add("POST", "contacts/{}/notes", call => AddNote(call, call.Data.Contact(call.Id)));
        router.Add("GET", "companies/{}/notes", call => Notes(call, call.Data.Company(call.Id)), since: "2.15");
        router.Add("POST", "companies/{}/notes", call => AddNote(call, call.Data.Company(call.Id)), since: "2.16");
        router.Add(
            "GET", "notes/{}", call => ShowNote(call.Data.Notes.Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource")));
    }

    private static Reply Notes(Call call, Entity about) =>
        Lists.Numbered(
            call,
            about.Links("notes")
                .Select(id => call.Data.Notes.Find(id)!)
                .OrderByDescending(note => note.Sequence).ToList(),
            50,
            150,
            ShowNote);

    private static Reply AddNote(Call call, Entity about)
    {
        var text = call.Body["body"]?.ToString();
        if (string.IsNullOrWhiteSpace(text)) throw SandboxError.Missing("body");
        var admin = call.Body["admin_id"]?.ToString() is { Length: > 0 } id
            ? call.Data.Find("admins", id)
            : call.Data.Admins.Find(Database.TokenAdmin)!;
        return ShowNote(MakeNote(call.Data, about, admin, text!, call.Data.Now));
    }

    /// <summary>Adds a note about a contact or a company.</summary>
    public static Entity MakeNote(Database data, Entity about, Entity admin, string text, long at)
    {
        var id = data.NextNumber("notes", 31);
        var note = data.Create("notes", id, Shape.Of("note", new JsonObject
        {
            ["id"] = id, ["created_at"] = at,
            [about.Text("type")!] = Lists.Reference(about.Text("type")!, about.Id),
            ["author"] = admin.Fields.DeepClone(),
            ["body"] = text.StartsWith("<", StringComparison.Ordinal) ? text : $"<p>{text}</p>",
        }));
        about.Linked("notes").Add(id);
        return note;
    }

    private static JsonObject ShowNote(Entity note) => Lists.Show(note);
}
