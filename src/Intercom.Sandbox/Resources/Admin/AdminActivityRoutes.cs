using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The activity log of the admins.</summary>
internal static class AdminActivityRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "admins/activity_logs", Activities);
    }

    private static Reply Activities(Call call)
    {
        var after = Time(call, "created_at_after") ?? throw SandboxError.Missing("created_at_after");
        var before = Time(call, "created_at_before") ?? long.MaxValue;
        var found = call.Data.Table("activities").All
            .Where(activity => activity.Number("created_at") > after && activity.Number("created_at") < before)
            .OrderByDescending(activity => activity.Number("created_at")).ToList();
        var page = Lists.Numbered(call, found, 20, 150, Lists.Show);
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
