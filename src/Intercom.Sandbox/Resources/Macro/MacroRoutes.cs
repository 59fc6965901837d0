using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Macros, the saved replies. The admin of the token sees those of their teams only.</summary>
internal static class MacroRoutes
{
    private const int LargestPage = 150;

    public static void Add(Router router)
    {
        router.Add("GET", "macros", List, since: "2.16");
        router.Add("GET", "macros/{}", call => Show(
            Visible(call.Data).FirstOrDefault(macro => macro.Id == call.Id) ?? throw SandboxError.NotFound("not_found", "Macro")),
            since: "2.16");
    }

    /// <summary>Adds a macro. Its text has placeholders such as <c>{{user.name|fallback:"there"}}</c>.</summary>
    public static void Make(Database data, string name, string text, string? team, long created, long updated)
    {
        var id = data.NextNumber("macros", 7701);
        data.Create("macros", id, Shape.Of("macro", new JsonObject
        {
            ["id"] = id, ["name"] = name, ["body"] = $"<p>{Html(text)}</p>", ["body_text"] = text, ["created_at"] = created,
            ["updated_at"] = updated, ["visible_to"] = team is null ? "everyone" : "specific_teams",
            ["visible_to_team_ids"] = team is null ? new JsonArray() : new JsonArray(team),
            ["available_on"] = new JsonArray("inbox", "messenger"),
        }));
    }

    private static IEnumerable<Entity> Visible(Database data)
    {
        var teams = ((JsonArray)data.Admins.Find(Database.TokenAdmin)!.Fields["team_ids"]!).Select(id => id!.ToString()).ToList();
        return data.Table("macros").All.Where(macro => macro.Text("visible_to") == "everyone"
            || ((JsonArray)macro.Fields["visible_to_team_ids"]!).Any(id => teams.Contains(id!.ToString())));
    }

    private static Reply List(Call call)
    {
        var since = call.Parameter("updated_since") is { } text
            ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
                ? time : throw SandboxError.Invalid("Invalid updated_since timestamp")
            : 0;
        var found = Visible(call.Data).Where(macro => macro.Number("updated_at") > since);
        var page = Lists.Cursor("list", "data", Lists.Sort(found, macro => macro.Number("updated_at"), descending: true),
            macro => macro.Number("updated_at"), true, call.Parameter("starting_after"), call.Number("per_page", 50), LargestPage, Show);
        // A list of macros says how long its pages are, and where the next one starts.
        page.Remove("total_count");
        var pages = (JsonObject)page["pages"]!;
        foreach (var name in new[] { "page", "total_pages" }) pages.Remove(name);
        (pages["next"] as JsonObject)?.Remove("page");
        (pages["next"] as JsonObject)?.Remove("per_page");
        if (!pages.ContainsKey("next")) pages["next"] = null;
        return page;
    }

    private static JsonObject Show(Entity macro)
    {
        var shown = Lists.Show(macro);
        foreach (var name in new[] { "created_at", "updated_at" }) shown[name] = IsoTime.Of(macro.Number(name));
        return shown;
    }

    /// <summary>The placeholders of a text as elements.</summary>
    private static string Html(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, """\{\{([\w.]+)(?:\|fallback:"([^"]*)")?\}\}""",
        place => $"<attribute key=\"{place.Groups[1].Value}\"{(place.Groups[2].Success ? $" default=\"{place.Groups[2].Value}\"" : "")}/>");
}
