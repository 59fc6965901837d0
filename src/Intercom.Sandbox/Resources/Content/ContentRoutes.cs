using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The search of all content, and actions for many items. The sandbox performs an action at once.</summary>
internal static class ContentRoutes
{
    private const string Since = "2.16";
    private const int MostItems = 1000;
    private const int MostTags = 100;
    private const string Texts = "article_content";

    /// <summary>Where the items of a type are kept, and the word of the filter for it.</summary>
    private static readonly (string Type, string Table, string Filter)[] Kinds =
    [
        ("article", "articles", "article"), ("internal_article", "internal_articles", "internal_article"),
        ("content_snippet", ContentSnippetRoutes.Snippets, "snippet"),
        ("external_content", ExternalPageRoutes.Pages, "external_content"),
    ];

    private static readonly string[] Others = ["content_snippet", "external_content", "file_source_content", "internal_article"];

    private static readonly Dictionary<string, string[]> Accepted = new(StringComparer.Ordinal)
    {
        ["publish"] = [Texts], ["unpublish"] = [Texts],
        ["delete"] = [Texts, "content_snippet", "file_source_content", "internal_article"],
        ["set_availability"] = [Texts, .. Others], ["set_audience"] = [Texts, .. Others], ["update_tags"] = ["article", .. Others],
    };

    public static void Add(Router router)
    {
        router.Add("GET", "content/search", Search, Since);
        router.Add("POST", "content/bulk_actions", Act, Since);
    }

    private static Reply Search(Call call)
    {
        var types = List(call, "content_types");
        var found = Kinds.Where(kind => types.Count == 0 || types.Contains(kind.Filter))
            .SelectMany(kind => call.Data.Table(kind.Table).All.Where(item => IsWanted(call, item, kind.Type)).Select(item => (kind, item)))
            .OrderByDescending(pair => pair.item.Number("updated_at")).ThenByDescending(pair => pair.item.Sequence).ToList();
        var shown = found.ToDictionary(pair => pair.item, pair => Item(pair.item, pair.kind.Type));
        return Lists.Numbered(call, found.ConvertAll(pair => pair.item), 10, 50, item => shown[item]);
    }

    private static bool IsWanted(Call call, Entity item, string type)
    {
        var phrase = call.Parameter("query");
        if (phrase is not null && !Array.Exists(["title", "body", "body_markdown", "html"], field =>
            item.Text(field)?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0)) return false;
        var states = List(call, "states");
        if (states.Count > 0 && !states.Contains(type == "article" ? item.Text("state")! : "published")) return false;
        var locales = List(call, "locales");
        if (locales.Count > 0 && !locales.Contains(item.Text("locale") ?? "en")) return false;
        var tags = item.Links("tags");
        if (List(call, "any_tag_ids") is { Count: > 0 } any && !any.Exists(tags.Contains)) return false;
        var isExcluding = call.Parameter("tag_operator") == "NIN";
        if (List(call, "tag_ids") is { Count: > 0 } given && given.Exists(tags.Contains) == isExcluding) return false;
        return Is(call, item, "fin_service_state", "ai_chatbot_availability") && Is(call, item, "copilot_state", "ai_copilot_availability")
            && Is(call, item, "fin_sales_state", "ai_sales_agent_availability") && IsAt(call, item, "created_at")
            && IsAt(call, item, "updated_at");
    }

    private static bool Is(Call call, Entity item, string filter, string field) =>
        call.Parameter(filter) is not { } state || (state == "on") == (Availability(item, field) == "true");

    private static string? Availability(Entity item, string field) =>
        item.Text(field) ?? item.Text(field.Replace("chatbot", "agent"));

    private static bool IsAt(Call call, Entity item, string field) =>
        (call.Parameter(field + "_after") is not { } after || item.Number(field) >= long.Parse(after, CultureInfo.InvariantCulture))
        && (call.Parameter(field + "_before") is not { } before || item.Number(field) <= long.Parse(before, CultureInfo.InvariantCulture));

    private static List<string> List(Call call, string name) =>
        [.. (call.Parameter(name) ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries)];

    private static JsonObject Item(Entity item, string type)
    {
        var shown = Shape.Of("content_item", new JsonObject { ["type"] = type, ["id"] = item.Id, ["title"] = item.Text("title") });
        if (type == "article")
        {
            // The text of an article in its own language has another id than the article.
            shown["contents"] = new JsonArray(Shape.Of("content_item", new JsonObject
            {
                ["type"] = Texts, ["id"] = TextOf(item.Id), ["title"] = item.Text("title"), ["locale"] = "en",
            }));
        }
        return shown;
    }

    private static string TextOf(string article) => "5" + article;

    private static Reply Act(Call call)
    {
        var action = call.Body["action"]?.ToString() ?? "";
        if (!Accepted.TryGetValue(action, out var accepted)) throw Refused("action is not supported");
        if (call.Body["content_ids"] is not JsonArray { Count: > 0 } ids) throw Refused("content_ids must not be empty");
        if (ids.Count > MostItems) throw Refused("content_ids has more than 1000 items");
        var change = Change(call, action);
        // Items of other types are dropped silently.
        foreach (var id in ids.Where(id => accepted.Contains($"{id!["type"]}")))
        {
            var (type, key) = ($"{id!["type"]}", $"{id["id"]}");
            if (type == Texts) (type, key) = ("article", key.Length > 1 ? key.Substring(1) : "");
            var kind = Array.Find(Kinds, kind => kind.Type == type);
            if (kind.Table is not null && call.Data.Table(kind.Table).Find(key) is { } item) Apply(call, action, kind.Table, item, change);
        }
        return Reply.With(202, Shape.Of("content_bulk_action", new JsonObject()));
    }

    private static JsonObject Change(Call call, string action)
    {
        var field = action switch
        {
            "set_availability" => "availability", "set_audience" => "audience", "update_tags" => "tags", _ => null,
        };
        if (field is null) return [];
        if (call.Body[field] is not JsonObject change) throw Refused($"{field} is required");
        if (action == "update_tags")
        {
            var tags = new[] { "add_tag_ids", "remove_tag_ids" }.SelectMany(list => change[list] as JsonArray ?? []).Select(id => $"{id}")
                .Distinct().ToList();
            if (tags.Count is 0 or > MostTags) throw Refused("add_tag_ids or remove_tag_ids must have 1 to 100 tags");
            if (tags.Exists(id => call.Data.Tags.Find(id) is null)) throw Refused("add_tag_ids or remove_tag_ids has an unknown tag");
        }
        return change;
    }

    private static void Apply(Call call, string action, string table, Entity item, JsonObject change)
    {
        switch (action)
        {
            case "delete":
                call.Data.Table(table).Remove(item);
                return;
            case "publish" or "unpublish":
                item.Fields["state"] = action == "publish" ? "published" : "draft";
                item.Fields["url"] = action == "publish" ? $"https://help.sandbox.invalid/en/articles/{item.Id}" : null;
                break;
            case "set_availability":
                foreach (var (flag, field) in new[] { ("ai_agent", "ai_chatbot_availability"), ("copilot", "ai_copilot_availability"),
                    ("sales_agent", "ai_sales_agent_availability") })
                {
                    if (change[flag] is { } value) item.Fields[field] = value.DeepClone();
                }
                break;
            case "update_tags":
                foreach (var id in change["add_tag_ids"] as JsonArray ?? [])
                {
                    if (!item.Links("tags").Contains($"{id}")) item.Linked("tags").Add($"{id}");
                }
                foreach (var id in change["remove_tag_ids"] as JsonArray ?? []) item.Linked("tags").Remove($"{id}");
                break;
        }
        item.Fields["updated_at"] = call.Data.Now;
    }

    private static SandboxError Refused(string why) => new(422, "parameter_invalid", why);
}
