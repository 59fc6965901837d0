using System.Net;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Articles of the help center.</summary>
internal static class ArticleRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "articles", call =>
            Lists.Numbered(
                call,
                call.Data.Articles.All.OrderByDescending(article => article.Number("updated_at")).ToList(),
                25,
                150,
                Listed));
        router.Add("GET", "articles/search", Search);
        router.Add("GET", "articles/{}", call =>
        {
            var article = call.Data.Find("articles", call.Id);
            var shown = Lists.Show(article);
            shown["tags"]!["tags"] = Lists.Array(article.Links("tags").Select(id => Lists.Show(call.Data.Tag(id))));
            return shown;
        });
        router.Add("POST", "articles", Create);
        router.Add("PUT", "articles/{}", Update);
        router.Add("DELETE", "articles/{}", call =>
        {
            ArticleVersionRoutes.Forget(call.Data, call.Id);
            return call.Data.Delete("articles", call.Id, "article");
        });
    }

    /// <summary>An article as the list shows it: without its statistics.</summary>
    private static JsonObject Listed(Entity article) => Shape.From("listed_article", article);

    private static Reply Create(Call call)
    {
        if (string.IsNullOrEmpty(call.Body["title"]?.ToString())) throw SandboxError.Missing("title");
        if (call.Body["author_id"] is null) throw NoAuthor();
        Check(call);
        var id = call.Data.NextNumber("articles", 9001);
        var article = call.Data.Create("articles", id, Shape.Of("article", new JsonObject
        {
            ["id"] = id, ["workspace_id"] = call.Data.WorkspaceId, ["created_at"] = call.Data.Now, ["updated_at"] = call.Data.Now,
        }));
        return Take(call, article);
    }

    private static Reply Update(Call call)
    {
        var article = call.Data.Find("articles", call.Id);
        Check(call);
        return Take(call, article);
    }

    private static void Check(Call call)
    {
        if (call.Body["author_id"] is { } author && call.Data.Admins.Find(author.ToString()) is null)
        {
            throw NoAuthor();
        }
        if (call.Body["state"]?.ToString() is { } state && state is not ("published" or "draft"))
        {
            throw SandboxError.Invalid("state must be published or draft", "state");
        }
        if (call.Body["parent_id"]?.ToString() is { } parent
            && call.Body["parent_type"]?.ToString() != "section"
            && call.Data.Table("collections").Find(parent) is null)
        {
            throw SandboxError.Invalid("parent_id is not a collection", "parent_id");
        }
    }

    /// <summary>The same for an author who is missing and for one who does not exist.</summary>
    public static SandboxError NoAuthor() => new(
        400, "parameter_not_found", "author_id must be in the main body or default locale translated_content object", "author_id");

    private static Reply Take(Call call, Entity article)
    {
        Changes.Take(article.Fields, call.Body, "title", "description", "body", "author_id", "state", "parent_type");
        KnowledgeFields.Take(call, article.Fields);
        KnowledgeFields.Schedule(call, article.Fields, "scheduled_publish_at", "scheduled_unpublish_at");
        article.Fields["created_by_id"] ??= call.Body["author_id"]?.DeepClone();
        article.Fields["updated_by_id"] = call.Body["author_id"]?.DeepClone() ?? article.Fields["created_by_id"]?.DeepClone();
        if (call.Body.ContainsKey("parent_id"))
        {
            var parent = (long?)call.Body["parent_id"].Number();
            article.Fields["parent_id"] = parent;
            article.Fields["parent_ids"] = parent is null ? new JsonArray() : new JsonArray(parent);
            if (parent is null) article.Fields["parent_type"] = null;
        }
        if (call.Body["translated_content"] is JsonObject translations)
        {
            var known = article.Fields["translated_content"] as JsonObject ?? new JsonObject { ["type"] = "article_translated_content" };
            foreach (var pair in translations) known[pair.Key] = pair.Value?.DeepClone();
            article.Fields["translated_content"] = known.DeepClone();
        }
        article.Fields["url"] = article.Text("state") == "published" ? $"https://help.sandbox.invalid/en/articles/{article.Id}" : null;
        article.Fields["updated_at"] = call.Data.Now;
        ArticleVersionRoutes.KeepChange(call.Data, article);
        return Lists.Show(article);
    }

    private static Reply Search(Call call)
    {
        var phrase = call.Parameter("phrase") ?? "";
        var state = call.Parameter("state") ?? "all";
        var found = call.Data.Articles.All
            .Where(article =>
                (state == "all" || article.Text("state") == state) && (Has(article, "title", phrase) || Has(article, "body", phrase)))
            .OrderBy(article => article.Sequence).ToList();
        var list = Lists.Numbered(call, found, 10, 150, Lists.Show);
        var shown = (JsonArray)list["data"]!.DeepClone();
        var highlights = call.Parameter("highlight") == "true"
            ? Lists.Array(shown.Select(article => (JsonNode)Highlight(article!, phrase)))
            : [];
        list["data"] = new JsonObject { ["articles"] = shown, ["highlights"] = highlights };
        return list;
    }

    private static JsonObject Highlight(JsonNode article, string phrase) => Shape.Of("highlight", new JsonObject
    {
        ["article_id"] = article["id"]!.ToString(), ["highlighted_title"] = Pieces(article["title"]?.ToString() ?? "", phrase),
        ["highlighted_summary"] = new JsonArray(
            Pieces(
                WebUtility.HtmlDecode(
                    System.Text.RegularExpressions.Regex.Replace(article["body"]?.ToString() ?? "", "<[^>]+>", " ").Trim()),
                phrase)),
    });

    private static JsonArray Pieces(string text, string phrase)
    {
        var pieces = new JsonArray();
        var at = 0;
        while (phrase.Length > 0 && text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
        {
            if (found > at) pieces.Add(Piece("plain", text.Substring(at, found - at)));
            pieces.Add(Piece("highlight", text.Substring(found, phrase.Length)));
            at = found + phrase.Length;
        }
        if (at < text.Length) pieces.Add(Piece("plain", text.Substring(at)));
        return pieces;
    }

    private static JsonObject Piece(string type, string text) =>
        Shape.Of("highlighted_text", new JsonObject { ["type"] = type, ["text"] = text });

    private static bool Has(Entity article, string field, string phrase) =>
        article.Text(field)?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0;
}
