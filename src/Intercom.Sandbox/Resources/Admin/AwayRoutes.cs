using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The away mode of admins and its reasons.</summary>
internal static class AwayRoutes
{
    public static void Add(Router router)
    {
        router.Add("PUT", "admins/{}/away", Away);
        router.Add("GET", "away_status_reasons", call =>
            Lists.Whole("list", "data", call.Data.Table("away_reasons").All.Select(Lists.Show)));
    }

    private static Reply Away(Call call)
    {
        var admin = call.Data.Admins.Find(call.Id) ?? throw new SandboxError(404, "admin_not_found", "Admin for admin_id not found");
        foreach (var name in new[] { "away_mode_enabled", "away_mode_reassign" })
        {
            admin.Fields[name] = (call.Body[name] ?? throw SandboxError.Missing(name)).GetValue<bool>();
        }
        var reason = call.Body["away_status_reason_id"]?.ToString();
        if (reason is not null
            && (call.Data.Table("away_reasons").Find(reason)
                    ?? throw SandboxError.Invalid(
                        "Away status reason not found", "away_status_reason_id")).Fields["deleted"]!.GetValue<bool>())
        {
            throw SandboxError.Invalid("Away status reason is deleted", "away_status_reason_id");
        }
        admin.Fields["away_status_reason_id"] = reason is not null && call.Body["away_mode_enabled"]!.GetValue<bool>()
            ? long.Parse(reason, CultureInfo.InvariantCulture)
            : null;
        AdminActivityRoutes.Log(
            call.Data, admin, "admin_away_mode_change", $"{admin.Text("name")} changed their away mode.", call.Data.Now);
        return Lists.Show(admin);
    }
}
