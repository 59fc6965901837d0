using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The collections of help centers.</summary>
internal static class CollectionRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "help_center/collections", call =>
            Lists.Numbered(
                call,
                call.Data.Table("collections").All.OrderByDescending(collection => collection.Number("updated_at")).ToList(),
                20,
                150,
                Lists.Show));
        router.Add("GET", "help_center/collections/{}", call => Lists.Show(call.Data.Find("collections", call.Id)));
        router.Add("POST", "help_center/collections", Create);
        router.Add("PUT", "help_center/collections/{}", Update);
        router.Add("DELETE", "help_center/collections/{}", Delete);
    }

    /// <summary>A collection of the default help center.</summary>
    public static Entity Make(Database data, string name, long at)
    {
        var id = data.NextNumber("collections", 8101);
        return data.Create("collections", id, Shape.Of("collection", new JsonObject
        {
            ["id"] = id, ["workspace_id"] = data.WorkspaceId, ["name"] = name,
            ["url"] = $"https://help.sandbox.invalid/en/collections/{id}", ["order"] = data.Table("collections").Count,
            ["help_center_id"] = long.Parse(data.Table("help_centers").All.First().Id, CultureInfo.InvariantCulture),
            ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    private static Reply Create(Call call)
    {
        var name = call.Body["name"]?.ToString();
        if (string.IsNullOrEmpty(name)) throw new SandboxError(400, "parameter_not_found", "Name is a required parameter.");
        Check(call, null);
        if (call.Body["help_center_id"] is { } center && call.Data.Table("help_centers").Find(center.ToString()) is null)
        {
            throw SandboxError.Invalid("help_center_id is not a help center", "help_center_id");
        }
        var collection = Make(call.Data, name!, call.Data.Now);
        if (call.Body["help_center_id"] is not null) Changes.Take(collection.Fields, call.Body, "help_center_id");
        return Take(call, collection);
    }

    private static Reply Update(Call call)
    {
        var collection = call.Data.Find("collections", call.Id);
        Check(call, collection);
        return Take(call, collection);
    }

    private static void Check(Call call, Entity? self)
    {
        if (call.Body["parent_id"]?.ToString() is not { Length: > 0 } parent) return;
        if (call.Data.Table("collections").Find(parent) is null) throw SandboxError.Invalid("parent_id is not a collection", "parent_id");
        for (var above = parent; above is not null; above = call.Data.Table("collections").Find(above)?.Text("parent_id"))
        {
            if (above == self?.Id) throw SandboxError.Invalid("A collection cannot be inside itself", "parent_id");
        }
    }

    private static Reply Take(Call call, Entity collection)
    {
        Changes.Take(collection.Fields, call.Body, "name", "description");
        if (call.Body.ContainsKey("parent_id"))
        {
            collection.Fields["parent_id"] = call.Body["parent_id"]?.ToString() is { Length: > 0 } parent ? parent : null;
        }
        if (call.Body["translated_content"] is JsonObject translations) collection.Fields["translated_content"] = translations.DeepClone();
        collection.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(collection);
    }

    private static Reply Delete(Call call)
    {
        var gone = call.Data.Delete("collections", call.Id, "collection");
        foreach (var article in call.Data.Articles.All.Where(article => article.Text("parent_id") == call.Id))
        {
            article.Fields["parent_id"] = article.Fields["parent_type"] = null;
            article.Fields["parent_ids"] = new JsonArray();
        }
        foreach (var inner in call.Data.Table("collections").All.Where(inner => inner.Text("parent_id") == call.Id))
        {
            inner.Fields["parent_id"] = null;
        }
        return gone;
    }
}
