using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Tags, and the tags on contacts, conversations and tickets.</summary>
internal static class TagRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "tags", call => Lists.Whole("list", "data", call.Data.Tags.All.Select(Lists.Show)));
        router.Add("GET", "tags/{}", call => Lists.Show(call.Data.Tag(call.Id)));
        router.Add("POST", "tags", Post);
        router.Add("DELETE", "tags/{}", Delete);
        router.Add("GET", "contacts/{}/tags", call =>
            Lists.Whole("list", "data", call.Data.Contact(call.Id).Links("tags").Select(id => Lists.Show(call.Data.Tag(id)))));
        router.Add("POST", "contacts/{}/tags", call => Attach(call, call.Data.Contact(call.Id)));
        router.Add("DELETE", "contacts/{}/tags/{}", call => Detach(call, call.Data.Contact(call.Id)));
        router.Add("POST", "conversations/{}/tags", call => Attach(call, Conversation(call), call.Data.ActingAdmin(call.Body)));
        router.Add("DELETE", "conversations/{}/tags/{}", call => Detach(call, Conversation(call), call.Data.ActingAdmin(call.Body)));
        router.Add(
            "POST", "tickets/{}/tags", call => Attach(call, TicketRoutes.Find(call.Data, call.Id), call.Data.ActingAdmin(call.Body)));
        router.Add(
            "DELETE", "tickets/{}/tags/{}", call => Detach(call, TicketRoutes.Find(call.Data, call.Id), call.Data.ActingAdmin(call.Body)));
        AddContent(router, "articles", "articles", "article_not_found", "Article");
        AddContent(router, "internal_articles", "internal_articles", "internal_article_not_found", "Internal article");
        AddContent(router, "content_snippets", ContentSnippetRoutes.Snippets, "content_snippet_not_found", "Content snippet");
    }

    private static void AddContent(Router router, string path, string table, string code, string name)
    {
        router.Add("POST", path + "/{}/tags", call =>
            Attach(call, Content(call), call.Data.ActingAdmin(call.Body, required: false)), "2.16");
        router.Add("DELETE", path + "/{}/tags/{}", call =>
        {
            Detach(call, Content(call), call.Data.Admins.Find(Database.TokenAdmin));
            var shown = Shape.From("applied_tag", call.Data.Tag(call.Ids[1]));
            shown["applied_by"] = null;
            return shown;
        }, "2.16");

        Entity Content(Call call) => call.Data.Table(table).Find(call.Id) ?? throw SandboxError.NotFound(code, name);
    }

    private static Entity Conversation(Call call) =>
        call.Data.Conversations.Find(call.Id) ?? throw new SandboxError(404, "not_found", "Conversation not found");

    public static Entity FindOrCreate(Database data, string name)
    {
        var known = data.Tags.All.FirstOrDefault(tag => string.Equals(tag.Text("name"), name, StringComparison.OrdinalIgnoreCase));
        if (known is not null) return known;
        var id = data.NextNumber("tags", 7001);
        return data.Create("tags", id, Shape.Of("tag", new JsonObject { ["id"] = id, ["name"] = name }));
    }

    /// <summary>One address, four bodies: make or find, rename, tag or untag companies, tag contacts.</summary>
    private static Reply Post(Call call)
    {
        var body = call.Body;
        if (body["id"]?.ToString() is { Length: > 0 } id)
        {
            var renamed = call.Data.Tag(id);
            renamed.Fields["name"] = body["name"]?.ToString() ?? throw SandboxError.Missing("name");
            return Shape.From("tag_result", renamed);
        }
        var name = body["name"]?.ToString();
        if (string.IsNullOrWhiteSpace(name)) throw SandboxError.Invalid("invalid tag parameters");
        var tag = FindOrCreate(call.Data, name!);
        // Since 2.16, what does not exist is left out, and the answer lists what was found.
        var skips = call.IsAtLeast("2.16");
        var (companies, users) = (new JsonArray(), new JsonArray());
        foreach (var entry in (body["companies"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var company = entry["id"]?.ToString() is { } key
                ? call.Data.Companies.Find(key)
                : CompanyRoutes.ByExternalId(call.Data, entry["company_id"]?.ToString());
            if (company is null && skips) continue;
            if (company is null) throw SandboxError.NotFound("company_not_found", "Company");
            companies.Add(Link(company, tag.Id, remove: entry["untag"]?.GetValue<bool>() == true));
        }
        foreach (var entry in (body["users"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (skips && call.Data.Contacts.Find(entry["id"]?.ToString()) is null) continue;
            users.Add(Link(call.Data.Contact(entry["id"]?.ToString()), tag.Id, remove: false));
        }
        return Shape.From("tag_result", tag, new JsonObject { ["users"] = users, ["companies"] = companies });
    }

    private static Reply Delete(Call call)
    {
        var tag = call.Data.Tag(call.Id);
        foreach (var table in new[] { call.Data.Contacts, call.Data.Conversations, call.Data.Companies, call.Data.Table("tickets"),
            call.Data.Articles, call.Data.Table("internal_articles"), call.Data.Table(ContentSnippetRoutes.Snippets),
            call.Data.Table(ExternalPageRoutes.Pages) })
        {
            foreach (var entity in table.Where(entity => entity.Links("tags").Contains(tag.Id))) entity.Linked("tags").Remove(tag.Id);
        }
        call.Data.Tags.Remove(tag);
        return Reply.Empty(200);
    }

    private static Reply Attach(Call call, Entity target, Entity? admin = null)
    {
        var tag = TagFor(call, admin, call.Body["id"]?.ToString() is { Length: > 0 } id ? id : throw SandboxError.Missing("id"));
        Link(target, tag.Id, remove: false);
        target.Fields["updated_at"] = call.Data.Now;
        var shown = Shape.From("applied_tag", tag, new JsonObject { ["applied_at"] = call.Data.Now });
        shown["applied_by"]!["id"] = admin?.Id ?? Database.TokenAdmin;
        return shown;
    }

    private static Reply Detach(Call call, Entity target, Entity? admin = null)
    {
        var tag = TagFor(call, admin, call.Ids[1]);
        if (!target.Links("tags").Contains(tag.Id)) throw NoTag(admin);
        Link(target, tag.Id, remove: true);
        target.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(tag);
    }

    private static Entity TagFor(Call call, Entity? admin, string id) => call.Data.Tags.Find(id) ?? throw NoTag(admin);

    /// <summary>A contact has another code for it than what an admin tags: conversations and tickets.</summary>
    private static SandboxError NoTag(Entity? admin) => admin is null
        ? SandboxError.NotFound("not_found", "Resource")
        : SandboxError.NotFound("tag_not_found", "Tag");

    private static JsonObject Link(Entity target, string tagId, bool remove)
    {
        var tags = target.Linked("tags");
        if (remove) tags.Remove(tagId);
        else if (!tags.Contains(tagId)) tags.Add(tagId);
        return Shape.Of("tagged_object", new JsonObject { ["id"] = target.Id, ["tagged"] = !remove });
    }
}
