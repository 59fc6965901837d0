using System;
using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Articles of the help center.</summary>
internal static class ArticleRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "articles", call => Lists.Numbered(call, call.Data.Articles.All.OrderByDescending(article => article.Number("updated_at")).ToList(), 25, 150, AdminRoutes.Show));
        router.Add("GET", "articles/search", Search);
        router.Add("GET", "internal_articles/search", SearchInternal);
        router.Add("GET", "articles/{}", call => AdminRoutes.Show(call.Data.Articles.Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource")));
    }

    private static Reply Search(Call call)
    {
        var phrase = call.Parameter("phrase") ?? "";
        var state = call.Parameter("state") ?? "all";
        var found = call.Data.Articles.All.Where(article => (state == "all" || article.Text("state") == state) && (Has(article, "title", phrase) || Has(article, "body", phrase))).OrderBy(article => article.Sequence).ToList();
        var list = Lists.Numbered(call, found, 10, 150, AdminRoutes.Show);
        list["data"] = new JsonObject { ["articles"] = list["data"]!.DeepClone(), ["highlights"] = new JsonArray() };
        return list;
    }

    private static Reply SearchInternal(Call call)
    {
        var folder = call.Parameter("folder_id");
        var found = call.Data.Table("internal_articles").All.Where(article => folder is null || article.Text("folder_id") == folder).ToList();
        var list = Lists.Numbered(call, found, 10, 150, AdminRoutes.Show);
        list["data"] = new JsonObject { ["internal_articles"] = list["data"]!.DeepClone() };
        return list;
    }

    private static bool Has(Entity article, string field, string phrase) => article.Text(field)?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0;
}
