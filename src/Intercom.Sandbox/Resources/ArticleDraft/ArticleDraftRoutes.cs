using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Drafts of published articles: texts that wait until somebody publishes them.</summary>
internal static class ArticleDraftRoutes
{
    private const string Drafts = "article_drafts";
    private const string DefaultLocale = "en";
    private static readonly string[] Texts = ["title", "description", "body"];

    public static void Add(Router router)
    {
        router.Add("GET", "articles/{}/draft", call => Shown(Article(call), Draft(call) ?? throw NotFound()), "2.16");
        router.Add("PUT", "articles/{}/draft", Stage, "2.16");
        router.Add("POST", "articles/{}/draft/publish", Publish, "2.16");
    }

    private static Reply Stage(Call call)
    {
        var article = Article(call);
        if (article.Text("state") != "published")
        {
            throw new SandboxError(422, "parameter_invalid", "Article must be published before a draft can be staged");
        }
        var draft = Draft(call) ?? call.Data.Create(Drafts, article.Id, []);
        Changes.Take(draft.Fields, call.Body, Texts);
        if (call.Body["body_markdown"]?.ToString() is { } markdown) draft.Fields["body"] = MarkdownText.ToHtml(markdown);
        foreach (var (locale, content) in Translations(call.Body))
        {
            var known = draft.Fields["translated_content"] as JsonObject ?? [];
            known[locale] = content.DeepClone();
            draft.Fields["translated_content"] = known.DeepClone();
        }
        draft.Fields["draft_updated_at"] = call.Data.Now;
        return Shown(article, draft);
    }

    private static Reply Publish(Call call)
    {
        var article = Article(call);
        if (Draft(call) is not { } draft) throw new SandboxError(422, "parameter_invalid", "Article has no draft to publish");
        var pending = Translations(draft.Fields).Select(pair => pair.Locale).ToList();
        if (Texts.Any(draft.Fields.ContainsKey)) pending.Add(DefaultLocale);
        var isMultilingual = Translations(draft.Fields).Concat(Translations(article.Fields)).Any(pair => pair.Locale != DefaultLocale);
        if (call.Body["locales"] is not JsonArray given)
        {
            if (isMultilingual)
            {
                throw new SandboxError(
                    422, "parameter_not_found", "locales must be specified to publish a draft on a multilingual workspace");
            }
            given = [DefaultLocale];
        }
        var locales = given.Select(locale => $"{locale}").ToList();
        if (locales.Except(pending).ToList() is { Count: > 0 } without)
        {
            throw new SandboxError(
                422, "parameter_invalid", $"Cannot publish a draft for locale(s) without pending changes: {string.Join(", ", without)}");
        }
        Apply(article, draft, locales);
        if (!pending.Except(locales).Any()) call.Data.Table(Drafts).Remove(draft);
        article.Fields["updated_at"] = call.Data.Now;
        ArticleVersionRoutes.KeepChange(call.Data, article);
        return Shown(article, null);
    }

    private static void Apply(Entity article, Entity draft, List<string> locales)
    {
        if (locales.Contains(DefaultLocale))
        {
            Changes.Take(article.Fields, draft.Fields, Texts);
            foreach (var text in Texts) draft.Fields.Remove(text);
        }
        var known = article.Fields["translated_content"]?.DeepClone() as JsonObject
            ?? new JsonObject { ["type"] = "article_translated_content" };
        var staged = draft.Fields["translated_content"]?.DeepClone() as JsonObject ?? [];
        var published = Translations(draft.Fields).Where(pair => locales.Contains(pair.Locale)).ToList();
        foreach (var (locale, content) in published)
        {
            known[locale] = content.DeepClone();
            staged.Remove(locale);
        }
        if (published.Count == 0) return;
        article.Fields["translated_content"] = known;
        draft.Fields["translated_content"] = staged;
    }

    /// <summary>The article in the form that it would have with its draft, or has without one.</summary>
    private static JsonObject Shown(Entity article, Entity? draft)
    {
        var overlay = new JsonObject();
        foreach (var text in Texts.Where(text => draft?.Fields.ContainsKey(text) == true)) overlay[text] = draft!.Text(text);
        overlay["body_markdown"] = MarkdownText.OfHtml((overlay["body"] ?? article.Fields["body"])?.ToString());
        overlay["has_unpublished_changes"] = draft is not null;
        overlay["draft_updated_at"] = draft?.Fields["draft_updated_at"]?.DeepClone();
        if (draft is not null && Translations(draft.Fields).ToList() is { Count: > 0 } translations)
        {
            var all = article.Fields["translated_content"]?.DeepClone() as JsonObject
                ?? new JsonObject { ["type"] = "article_translated_content" };
            foreach (var (locale, content) in translations) all[locale] = content.DeepClone();
            overlay["translated_content"] = all;
        }
        return Shape.From("article_draft", article, overlay);
    }

    private static IEnumerable<(string Locale, JsonObject Content)> Translations(JsonObject fields) =>
        (fields["translated_content"] as JsonObject ?? []).Where(pair => pair.Value is JsonObject)
            .Select(pair => (pair.Key, (JsonObject)pair.Value!)).ToList();

    private static Entity? Draft(Call call) => call.Data.Table(Drafts).Find(call.Id);

    private static Entity Article(Call call) => call.Data.Articles.Find(call.Id) ?? throw NotFound();

    private static SandboxError NotFound() => new(404, "not_found", "Object not found");
}
