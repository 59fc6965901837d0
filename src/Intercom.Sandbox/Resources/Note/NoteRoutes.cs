using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The notes of contacts.</summary>
internal static class NoteRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "contacts/{}/notes", Notes);
        router.Add("POST", "contacts/{}/notes", AddNote);
        router.Add(
            "GET", "notes/{}", call => ShowNote(call.Data.Notes.Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource")));
    }

    private static Reply Notes(Call call) =>
        Lists.Numbered(
            call,
            call.Data.Contact(call.Id).Links("notes")
                .Select(id => call.Data.Notes.Find(id)!)
                .OrderByDescending(note => note.Sequence).ToList(),
            50,
            150,
            ShowNote);

    private static Reply AddNote(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var text = call.Body["body"]?.ToString();
        if (string.IsNullOrWhiteSpace(text)) throw SandboxError.Missing("body");
        var admin = call.Body["admin_id"]?.ToString() is { Length: > 0 } id
            ? call.Data.Find("admins", id)
            : call.Data.Admins.Find(Database.TokenAdmin)!;
        return ShowNote(MakeNote(call.Data, contact, admin, text!, call.Data.Now));
    }

    public static Entity MakeNote(Database data, Entity contact, Entity admin, string text, long at)
    {
        var id = data.NextNumber("notes", 31);
        var note = data.Create("notes", id, Shape.Of("note", new JsonObject
        {
            ["id"] = id, ["created_at"] = at,
            ["contact"] = Lists.Reference("contact", contact.Id),
            ["author"] = admin.Fields.DeepClone(),
            ["body"] = text.StartsWith("<", StringComparison.Ordinal) ? text : $"<p>{text}</p>",
        }));
        contact.Linked("notes").Add(id);
        return note;
    }

    private static JsonObject ShowNote(Entity note) => Lists.Show(note);
}
