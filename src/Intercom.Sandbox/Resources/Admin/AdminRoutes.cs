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
        var admin = data.Admins.Find(Database.TokenAdmin)!;
        return Shape.From("me", admin, new JsonObject
        {
            // Shown here as an object, and everywhere else as an address.
            ["avatar"] = Shape.Of("avatar", new JsonObject { ["image_url"] = admin.Text("avatar") }),
            ["app"] = Shape.Of("app", new JsonObject
            {
                ["id_code"] = data.WorkspaceId, ["name"] = data.Options.WorkspaceName, ["timezone"] = data.Options.TimeZone.Id,
            }),
        });
    }
}
