using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Admins, and the admin of the token.</summary>
internal static class AdminRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "me", call => Me(call.Data));
        router.Add("GET", "admins", call => Lists.Whole("admin.list", "admins", call.Data.Admins.All.Select(Lists.Show)));
        router.Add(
            "GET", "admins/{}", call =>
                Lists.Show(call.Data.Admins.Find(call.Id) ?? throw SandboxError.NotFound("admin_not_found", "Admin")));
    }

    private static JsonObject Me(Database data)
    {
        var me = Lists.Show(data.Admins.Find(Database.TokenAdmin)!);
        // Shown here as an object, and everywhere else as an address.
        me["avatar"] = new JsonObject { ["type"] = "avatar", ["image_url"] = me["avatar"]?.DeepClone() };
        foreach (var elsewhere in new[] { "away_status_reason_id", "team_priority_level" }) me.Remove(elsewhere);
        me["email_verified"] = true;
        me["app"] = new JsonObject
        {
            ["type"] = "app", ["id_code"] = data.WorkspaceId, ["name"] = "Sandbox Workspace", ["region"] = "US",
            ["timezone"] = data.Options.TimeZone.Id,
            ["created_at"] = 1577836800, ["secure"] = false, ["identity_verification"] = false,
        };
        return me;
    }
}
