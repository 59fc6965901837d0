using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The versions of articles. One is kept whenever the published text of an article changes.</summary>
internal static class ArticleVersionRoutes
{
    private const string Versions = "article_versions";

    public static void Add(Router router)
    {
        router.Add("GET", "articles/{}/versions", call =>
        {
            var versions = Of(call.Data, Article(call)).Reverse().ToList();
            CheckLocale(call);
            return Lists.Numbered(call, versions, 25, 150, version => Shape.From("listed_article_version", version));
        }, "2.16");
        router.Add("GET", "articles/{}/versions/{}", call =>
        {
            var version = Of(call.Data, Article(call)).FirstOrDefault(one => one.Id == call.Ids[1]) ?? throw NotFound();
            CheckLocale(call);
            return Lists.Show(version);
        }, "2.16");
    }

    /// <summary>Keeps the text of an article as its newest version.</summary>
    public static Entity Keep(Database data, Entity article, string via, long at)
    {
        var last = Of(data, article).LastOrDefault();
        if (last is not null && article.Text("state") == "published") last.Fields["state"] = "draft";
        var id = data.NextNumber(Versions, 30_001);
        return data.Create(Versions, id, Shape.Of("article_version", new JsonObject
        {
            ["id"] = id, ["article_id"] = article.Id, ["title"] = article.Text("title"), ["description"] = article.Text("description"),
            ["body"] = article.Text("body"), ["body_markdown"] = MarkdownText.OfHtml(article.Text("body")),
            ["author_id"] = article.Text("author_id"), ["created_by_id"] = Database.TokenAdmin, ["created_via"] = via,
            ["from_version_id"] = last?.Id, ["state"] = article.Text("state"), ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    /// <summary>Keeps the text of an article when it is not that of the newest version.</summary>
    public static void KeepChange(Database data, Entity article)
    {
        var last = Of(data, article).LastOrDefault();
        var fields = new[] { "title", "description", "body", "state" };
        if (last is null || Array.Exists(fields, field => last.Text(field) != article.Text(field))) Keep(data, article, "api", data.Now);
    }

    /// <summary>Removes the versions of an article that is deleted.</summary>
    public static void Forget(Database data, string article)
    {
        foreach (var version in data.Table(Versions).All.Where(one => one.Text("article_id") == article).ToList())
        {
            data.Table(Versions).Remove(version);
        }
    }

    private static IEnumerable<Entity> Of(Database data, Entity article) =>
        data.Table(Versions).All.Where(version => version.Text("article_id") == article.Id);

    private static Entity Article(Call call) => call.Data.Articles.Find(call.Id) ?? throw NotFound();

    private static void CheckLocale(Call call)
    {
        if (call.Parameter("locale") is { } locale && locale is not ("en" or "fr" or "de")) throw SandboxError.Invalid("Unknown locale");
    }

    private static SandboxError NotFound() => new(404, "not_found", "Object not found");
}
