using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Internal articles.</summary>
internal static class InternalArticleRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "internal_articles", call =>
            Lists.Numbered(call, call.Data.Table("internal_articles").All.ToList(), 25, 150, Lists.Show));
        router.Add("GET", "internal_articles/search", SearchInternal);
        router.Add("GET", "internal_articles/{}", call => Lists.Show(call.Data.Find("internal_articles", call.Id)));
        router.Add("POST", "internal_articles", CreateInternal);
        router.Add("PUT", "internal_articles/{}", UpdateInternal);
        router.Add("DELETE", "internal_articles/{}", call => call.Data.Delete("internal_articles", call.Id, "internal_article"));
    }

    private static Reply CreateInternal(Call call)
    {
        foreach (var field in new[] { "title", "owner_id" })
        {
            if (string.IsNullOrEmpty(call.Body[field]?.ToString())) throw SandboxError.Missing(field);
        }
        if (call.Body["author_id"] is null) throw ArticleRoutes.NoAuthor();
        CheckInternal(call);
        var id = call.Data.NextNumber("internal_articles", 9501);
        var article = call.Data.Create("internal_articles", id, Shape.Of("internal_article", new JsonObject
        {
            ["id"] = id, ["created_at"] = call.Data.Now, ["updated_at"] = call.Data.Now,
        }));
        Changes.Take(article.Fields, call.Body, "title", "body", "owner_id", "author_id");
        KnowledgeFields.Take(call, article.Fields);
        Changes.Take(article.Fields, call.Body, "audience_ids");
        return Lists.Show(article);
    }

    private static Reply UpdateInternal(Call call)
    {
        var article = call.Data.Find("internal_articles", call.Id);
        CheckInternal(call);
        Changes.Take(article.Fields, call.Body, "title", "body", "owner_id", "author_id");
        KnowledgeFields.Take(call, article.Fields);
        Changes.Take(article.Fields, call.Body, "audience_ids");
        article.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(article);
    }

    private static void CheckInternal(Call call)
    {
        foreach (var field in new[] { "owner_id", "author_id" })
        {
            if (call.Body[field] is { } admin && call.Data.Admins.Find(admin.ToString()) is null)
            {
                throw field == "author_id"
                    ? ArticleRoutes.NoAuthor()
                    : SandboxError.Invalid($"{field} must be a teammate of the workspace", field);
            }
        }
    }

    private static Reply SearchInternal(Call call)
    {
        var folder = call.Parameter("folder_id");
        var found = call.Data.Table("internal_articles").All
            .Where(article => folder is null || article.Text("folder_id") == folder).ToList();
        var list = Lists.Numbered(call, found, 10, 150, Lists.Show);
        list["data"] = new JsonObject { ["internal_articles"] = list["data"]!.DeepClone() };
        return list;
    }
}
