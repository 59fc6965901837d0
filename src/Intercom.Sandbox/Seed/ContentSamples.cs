using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample help centers and collections, content sources with pages, and news.</summary>
internal static class ContentSamples
{
    private const long Day = 86_400;
    private static readonly string[] Collections = ["Getting started", "Billing", "Integrations"];
    private static readonly (string Name, string Text)[] Pages = [
        ("Install the agent", "Download the package and run it."),
        ("Supported systems", "Linux, macOS and Windows."),
        ("Release notes", "What is new in each version.")];
    private static readonly (string Title, bool Live)[] News = [
        ("A faster inbox", true), ("Dark mode is here", true), ("What comes next", false)];

    public static void Fill(Database data)
    {
        var start = data.Now - 300 * Day;
        foreach (var (name, identifier) in new[] { ("Sandbox Help", "sandbox-help"), ("Partner Help", "partner-help") })
        {
            var id = data.NextNumber("help_centers", 8001);
            data.Create("help_centers", id, Shape.Of("help_center", new JsonObject
            {
                ["id"] = id, ["workspace_id"] = data.WorkspaceId, ["identifier"] = identifier, ["display_name"] = name,
                ["url"] = $"https://help.sandbox.invalid/{identifier}", ["created_at"] = start, ["updated_at"] = start,
                ["default"] = data.Table("help_centers").Count == 0,
            }));
        }
        foreach (var name in Collections)
        {
            CollectionRoutes.Make(data, name, start).Fields["description"] = $"All about {name.ToLowerInvariant()}.";
        }
        var first = data.Table("collections").All.First();
        var inner = CollectionRoutes.Make(data, "Your first week", start);
        inner.Fields["parent_id"] = first.Id;
        foreach (var article in data.Articles.All.Take(4))
        {
            article.Fields["parent_id"] = long.Parse(first.Id, System.Globalization.CultureInfo.InvariantCulture);
            article.Fields["parent_ids"] = new JsonArray(article.Fields["parent_id"]!.DeepClone());
            article.Fields["parent_type"] = "collection";
        }

        Versions(data);

        var wiki = ContentSourceRoutes.MakeSource(data, "https://wiki.sandbox.invalid", "api", start);
        ContentSourceRoutes.MakeSource(data, "https://www.sandbox.invalid", "automatic", start);
        foreach (var (name, text) in Pages)
        {
            var word = name.Split(' ')[0].ToLowerInvariant();
            var page = ExternalPageRoutes.MakePage(data, wiki, word, start + Day);
            (page.Fields["title"], page.Fields["html"], page.Fields["url"]) = (
                name, $"<p>{text}</p>", $"https://wiki.sandbox.invalid/{word}");
        }

        foreach (var name in new[] { "Visitors", "Customers" })
        {
            var id = data.NextNumber("newsfeeds", 7801);
            data.Create("newsfeeds", id, Shape.Of("newsfeed", new JsonObject
            {
                ["id"] = id, ["name"] = name, ["created_at"] = start, ["updated_at"] = start,
            }));
        }
        foreach (var (title, live) in News)
        {
            var item = NewsRoutes.Make(data, title, data.Now - 20 * Day);
            (item.Fields["body"], item.Fields["state"]) = ($"<p>{title}.</p>", live ? "live" : "draft");
            if (live)
            {
                item.Fields["newsfeed_assignments"] = new JsonArray(
                    new JsonObject { ["newsfeed_id"] = 7801, ["published_at"] = data.Now - 19 * Day });
            }
        }
    }

    /// <summary>A version of each article, and an earlier one of an article that was renamed.</summary>
    private static void Versions(Database data)
    {
        foreach (var article in data.Articles.All)
        {
            if (article.Id == "9007")
            {
                var now = Shape.From("article", article);
                (article.Fields["title"], article.Fields["body"]) = ($"{now["title"]} (beta)", $"<h2>{now["title"]} (beta)</h2>");
                ArticleVersionRoutes.Keep(data, article, "web", article.Number("created_at"));
                (article.Fields["title"], article.Fields["body"]) = ($"{now["title"]}", $"{now["body"]}");
            }
            ArticleVersionRoutes.Keep(data, article, "web", article.Number("updated_at"));
        }
    }
}
