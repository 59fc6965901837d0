using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The activity log of the admins.</summary>
internal static class AdminActivityRoutes
{
    private static readonly string[] Types =
    [
        "admin_away_mode_change", "admin_deletion", "admin_invite_creation", "admin_login_failure", "admin_login_success", "admin_logout",
        "admin_permission_change", "app_data_export", "app_name_change", "app_team_creation", "app_team_membership_modification",
        "bulk_export", "conversation_part_deletion", "office_hours_change", "role_change", "seat_change", "security_settings_change",
    ];

    public static void Add(Router router)
    {
        router.Add("GET", "admins/activity_logs", call =>
            Activities(call, Time(call, "created_at_after"), Time(call, "created_at_before"), [], 150));
        router.Add("POST", "admins/activity_logs/search", Search, since: "2.16");
        router.Add("GET", "admins/activity_log_event_types", _ => new JsonObject
        {
            ["type"] = "activity_log_event_type.list", ["event_types"] = Lists.Array(Types.Select(type => (JsonNode)type)),
        }, since: "2.16");
    }

    /// <summary>A search has in its body what the list has in its query, and the page too.</summary>
    private static Reply Search(Call call)
    {
        var body = call.Body;
        foreach (var name in new[] { "page", "per_page" })
        {
            if (body[name] is { } number) call.Query[name] = number.ToString();
        }
        var page = Activities(
            call, body["created_at_after"] is { } after ? Changes.Seconds(after, "created_at_after") : null,
            body["created_at_before"] is { } before ? Changes.Seconds(before, "created_at_before") : null,
            (body["event_types"] as JsonArray ?? []).Select(type => type!.ToString()).ToList(), 250);
        // An address has no body, so the next page is a number.
        if (page["pages"]!["next"] is not null)
        {
            page["pages"]!["next"] = new JsonObject { ["page"] = page["pages"]!["page"]!.GetValue<int>() + 1 };
        }
        return page;
    }

    private static JsonObject Activities(Call call, long? after, long? before, IReadOnlyCollection<string> types, int largest)
    {
        if (after is null) throw SandboxError.Missing("created_at_after");
        var found = call.Data.Table("activities").All
            .Where(activity => activity.Number("created_at") > after && activity.Number("created_at") < (before ?? long.MaxValue)
                && (types.Count == 0 || types.Contains(activity.Text("activity_type")!)))
            .OrderByDescending(activity => activity.Number("created_at")).ToList();
        var page = Lists.Numbered(call, found, 20, largest, Lists.Show);
        var items = page["data"];
        page.Remove("data");
        page.Remove("total_count");
        (page["type"], page["activity_logs"]) = ("activity_log.list", items);
        return page;
    }

    private static long? Time(Call call, string name) =>
        call.Parameter(name) is { } text
            ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw SandboxError.Invalid($"{name} must be a Unix timestamp", name)
            : null;

    public static void Log(Database data, Entity admin, string kind, string words, long at)
    {
        var id = "act-" + data.NextNumber("activities", 1001);
        var by = data.Create("activities", id, Shape.Of("activity", new JsonObject
        {
            ["id"] = id, ["created_at"] = at, ["activity_type"] = kind, ["activity_description"] = words,
        })).Fields["performed_by"]!;
        (by["id"], by["email"]) = (admin.Id, admin.Text("email"));
    }
}
