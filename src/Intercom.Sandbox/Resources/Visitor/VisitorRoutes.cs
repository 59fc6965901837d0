using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Visitors.</summary>
internal static class VisitorRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "visitors", call =>
            Lists.Show(Visitor(call.Data, null, call.Parameter("user_id") ?? throw SandboxError.Missing("user_id"), null)));
        router.Add("PUT", "visitors", UpdateVisitor);
        router.Add("POST", "visitors/convert", Convert);
    }

    private static Entity Visitor(Database data, string? id, string? userId, string? email) =>
        data.Table("visitors").All.FirstOrDefault(visitor =>
            id is not null
                ? visitor.Id == id
                : userId is not null
                ? visitor.Text("user_id") == userId
                : email is not null && visitor.Text("email") == email)
            ?? throw SandboxError.NotFound("not_found", "Visitor");

    private static Reply UpdateVisitor(Call call)
    {
        var visitor = Visitor(call.Data, call.Body["id"]?.ToString(), call.Body["user_id"]?.ToString(), null);
        Changes.TakeAttributes(call.Data, visitor.Fields, call.Body, "contact");
        Changes.Take(visitor.Fields, call.Body, "name");
        visitor.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(visitor);
    }

    private static Reply Convert(Call call)
    {
        var role = call.Body["type"]?.ToString() is { } type && type is "user" or "lead"
            ? call.Body["type"]!.ToString()
            : throw SandboxError.Invalid("type must be user or lead", "type");
        if (call.Body["visitor"] is not JsonObject from) throw SandboxError.Missing("visitor");
        if (call.Body["user"] is not JsonObject to) throw SandboxError.Missing("user");
        var visitor = Visitor(call.Data, from["id"]?.ToString(), from["user_id"]?.ToString(), from["email"]?.ToString());
        var (externalId, email) = (to["user_id"]?.ToString(), to["email"]?.ToString());
        var contact = to["id"]?.ToString() is { } id
            ? call.Data.Contact(id)
            : call.Data.People.ByExternalId(externalId).Concat(call.Data.People.ByEmail(email)).FirstOrDefault();
        if (contact is null)
        {
            contact = ContactRoutes.Make(call.Data, role);
            Changes.Take(contact.Fields, visitor.Fields, "name", "phone");
            contact.Fields["external_id"] = externalId;
            ContactRoutes.SetEmail(contact, email);
        }
        contact.Fields["last_seen_at"] = call.Data.Now;
        call.Data.Table("visitors").Remove(visitor);
        return ContactRoutes.Show(call.Data, contact);
    }
}
