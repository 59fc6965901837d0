using Intercom.Sandbox.Search;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Contacts.</summary>
internal static class ContactRoutes
{
    private const int ShownLinks = 10;

    public static void Add(Router router)
    {
        router.Add("GET", "contacts", List);
        router.Add("POST", "contacts", Create);
        router.Add("POST", "contacts/search", call =>
            Searching.Answer(call, SearchTarget.Contacts, call.Data.Contacts, contact => Asked(call, contact)));
        router.Add("GET", "contacts/{}", call => Asked(call, Unmerged(call, call.Data.Contacts.Find(call.Id))));
        router.Add("GET", "contacts/find_by_external_id/{}", call =>
            Asked(call, Unmerged(call, call.Data.People.ByExternalId(call.Id)
                .FirstOrDefault(contact => contact.Text("archived") is null))));
        router.Add("PUT", "contacts/{}", Update);
        // Rails accepts PATCH where the description says PUT.
        router.Add("PATCH", "contacts/{}", Update);
        router.Add("DELETE", "contacts/{}", Delete);
        router.Add("POST", "contacts/{}/archive", call => Archive(call, true));
        router.Add("POST", "contacts/{}/unarchive", call => Archive(call, false));
    }

    /// <summary>A contact, with the contacts that were merged into it if the call asks for them.</summary>
    public static JsonObject Asked(Call call, Entity contact)
    {
        var shown = Show(call.Data, contact);
        if (call.Parameter("include_merge_history") == "true" && contact.Text("role") == "user")
        {
            shown["merge_history"] = Lists.Array(contact.Links("merges").Select(id =>
                (JsonNode)Lists.Show(call.Data.Table("merges").Find(id)!)));
        }
        return shown;
    }

    public static JsonObject Show(Database data, Entity contact)
    {
        var shown = (JsonObject)contact.Fields.DeepClone();
        shown["tags"] = References(contact, "tags", "tag", contact.Links("tags"));
        shown["notes"] = References(contact, "notes", "note", contact.Links("notes"));
        shown["companies"] = References(contact, "companies", "company", contact.Links("companies"));
        foreach (var consent in new[] { "opt_out", "opt_in" })
        {
            var chosen = contact.Links("subscriptions")
                .Where(id => data.Table("subscription_types").Find(id)?.Text("consent_type") == consent).ToList();
            shown[consent == "opt_out" ? "opted_out_subscription_types" : "opted_in_subscription_types"] = References(
                contact, "subscriptions", "subscription", chosen);
        }
        return shown;
    }

    /// <summary>Nested lists show at most ten entries and name the path of the rest.</summary>
    private static JsonObject References(Entity contact, string path, string type, IReadOnlyList<string> ids)
    {
        var entries = ids.Take(ShownLinks)
            .Select(id => (JsonNode)Shape.Of(
                "nested_reference", new JsonObject { ["id"] = id, ["type"] = type, ["url"] = $"/{path}/{id}" }));
        return Shape.Of("nested_list", new JsonObject
        {
            ["data"] = Lists.Array(entries), ["url"] = $"/contacts/{contact.Id}/{path}", ["total_count"] = ids.Count,
            ["has_more"] = ids.Count > ShownLinks,
        });
    }

    /// <summary>
    /// A merged contact is not found. From API 2.16 on it is gone, and the response names the contact that it was merged into.
    /// </summary>
    private static Entity Unmerged(Call call, Entity? contact)
    {
        if (contact is not null) return contact;
        if (!call.IsAtLeast("2.16") || !call.Data.Merged.TryGetValue(call.Id, out var into))
        {
            throw SandboxError.NotFound("not_found", "User");
        }
        // Ids can be chosen so that merges lead in a circle.
        var passed = new HashSet<string>(StringComparer.Ordinal) { call.Id };
        while (passed.Add(into) && call.Data.Merged.TryGetValue(into, out var next)) into = next;
        if (call.Data.Contacts.Find(into) is null) throw SandboxError.NotFound("not_found", "User");
        throw new SandboxError(
            410,
            "contact_merged",
            "This contact has been merged. See the 'Link' header for the canonical contact.") { Link =
                $"</contacts/{into}>; rel=\"canonical\"" };
    }

    private static Reply List(Call call) =>
        Lists.Cursor(
            "list", "data", call.Data.People.Living,
            contact => contact.Sequence, true, call.Parameter("starting_after"), call.Number("per_page", 10), 150,
            contact => Asked(call, contact));

    private static Reply Create(Call call)
    {
        var body = call.Body;
        RequireRole(body);
        var role = body["role"]?.ToString() ?? "user";
        if (body["email"] is null && body["external_id"] is null && body["role"] is null)
        {
            throw new SandboxError(400, "parameter_not_found", "One of email, external_id or role is required");
        }
        if (role == "user") Refuse(call.Data, null, body["email"]?.ToString(), body["external_id"]?.ToString());
        var contact = Make(call.Data, role);
        try
        {
            Change(call.Data, contact, body);
        }
        catch
        {
            call.Data.Contacts.Remove(contact);
            throw;
        }
        contact.SearchableFrom = call.Data.Options.Time.GetUtcNow() + call.Data.Options.SearchDelay;
        return Show(call.Data, contact);
    }

    /// <summary>A new contact with every field that Intercom shows.</summary>
    public static Entity Make(Database data, string role)
    {
        var now = data.Now;
        var id = data.NextHex("contacts");
        return data.Create("contacts", id, Shape.Of("contact", new JsonObject
        {
            ["id"] = id, ["workspace_id"] = data.WorkspaceId, ["role"] = role, ["created_at"] = now, ["updated_at"] = now,
        }));
    }

    private static Reply Update(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var body = call.Body;
        RequireRole(body);
        if ((body["role"]?.ToString() ?? contact.Text("role")) == "user")
        {
            string? After(string field) => body.TryGetPropertyValue(field, out var given) ? given?.ToString() : contact.Text(field);
            Refuse(call.Data, contact, After("email"), After("external_id"));
        }
        Change(call.Data, contact, body);
        return Asked(call, contact);
    }

    private static void RequireRole(JsonObject body)
    {
        if (body.TryGetPropertyValue("role", out var role) && role?.ToString() is not ("user" or "lead"))
        {
            throw SandboxError.Invalid("role must be user or lead", "role");
        }
    }

    private static void Change(Database data, Entity contact, JsonObject body)
    {
        foreach (var field in new[] { "email", "external_id", "phone", "name" })
        {
            if (body[field] is JsonObject or JsonArray) throw SandboxError.Invalid($"{field} must be a string", field);
        }
        if (body["owner_id"] is { } owner && data.Admins.Find(owner.ToString()) is null)
        {
            throw SandboxError.NotFound("admin_not_found", "Owner");
        }
        if (body["email_verified"] is not null && body["email"] is null)
        {
            throw SandboxError.Invalid("email_verified requires an email in the same request", "email_verified");
        }
        if (body["email"]?.ToString() is { Length: > 0 } email && !email.Contains('@'))
        {
            throw SandboxError.Invalid("email is invalid", "email");
        }
        Changes.TakeTimes(contact.Fields, body, "signed_up_at", "last_seen_at");
        Changes.TakeAttributes(data, contact.Fields, body, "contact");
        Changes.Take(
            contact.Fields, body, "role", "external_id", "email", "phone", "name", "unsubscribed_from_emails",
            "language_override");
        if (body.TryGetPropertyValue("avatar", out var avatar))
        {
            // Sent as an address, shown as an object.
            contact.Fields["avatar"] = avatar is null
                ? null
                : Shape.Of(
                    "avatar", new JsonObject { ["image_url"] = ((avatar as JsonObject)?["image_url"] ?? avatar).ToString() });
        }
        if (body.TryGetPropertyValue("owner_id", out var ownerId))
        {
            contact.Fields["owner_id"] = ownerId is null
                ? null
                : long.Parse(ownerId.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        }
        SetEmail(contact, contact.Text("email"));
        contact.Fields["updated_at"] = data.Now;
    }

    /// <summary>An address, and the domain that searches find it by.</summary>
    public static void SetEmail(Entity contact, string? address)
    {
        if (address is "") address = null;
        contact.Fields["email"] = address;
        contact.Fields["email_domain"] = address?.Substring(address.IndexOf('@') + 1);
    }

    /// <summary>Two users never share an email address or external id, but leads may.</summary>
    private static void Refuse(Database data, Entity? self, string? email, string? externalId)
    {
        var other = data.People.ByEmail(email).Concat(data.People.ByExternalId(externalId))
            .Where(contact => !ReferenceEquals(contact, self) && contact.Text("role") == "user")
            .OrderBy(contact => contact.Sequence).FirstOrDefault();
        if (other is null) return;
        var article = other.Fields["archived"] is null ? "A" : "An archived";
        throw new SandboxError(409, "conflict", $"{article} contact matching those details already exists with id={other.Id}");
    }

    private static Reply Delete(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        call.Data.Contacts.Remove(contact);
        return Removal(contact, "deleted", true);
    }

    private static Reply Archive(Call call, bool archived)
    {
        var contact = call.Data.Contact(call.Id);
        if (archived) contact.Fields["archived"] = true;
        else contact.Fields.Remove("archived");
        return Removal(contact, "archived", archived);
    }

    /// <summary>The answer to a call that takes a contact out of the lists, or back.</summary>
    public static JsonObject Removal(Entity contact, string how, bool isSo) => Shape.Of("contact_removal", new JsonObject
    {
        ["id"] = contact.Id, ["external_id"] = contact.Text("external_id"), [how] = isSo,
    });

    /// <summary>A contact as conversations and tickets refer to it.</summary>
    public static JsonObject Reference(Database data, string id) => Shape.Of("contact_reference", new JsonObject
    {
        ["id"] = id, ["external_id"] = data.Contacts.Find(id)?.Text("external_id"),
    });
}
