using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Brands and their sender addresses. No operation changes them.</summary>
internal static class BrandRoutes
{
    private const long Day = 86400;

    public static void Add(Router router)
    {
        router.Add("GET", "brands", call => Lists.Whole("list", "data", Brands(call.Data)), since: "2.15");
        router.Add("GET", "brands/{}", call => One(Brands(call.Data), call.Id, "Brand"), since: "2.15");
        router.Add("GET", "emails", call => Lists.Whole("list", "data", Addresses(call.Data)), since: "2.15");
        router.Add("GET", "emails/{}", call => One(Addresses(call.Data), call.Id, "Email setting"), since: "2.15");
    }

    private static Reply One(IEnumerable<JsonObject> all, string id, string what) =>
        all.FirstOrDefault(item => item["id"]!.ToString() == id) ?? throw SandboxError.NotFound("not_found", what);

    private static IEnumerable<JsonObject> Brands(Database data)
    {
        // The default brand has the id of the workspace.
        yield return Brand(data, data.WorkspaceId, "Sandbox", isDefault: true, "901");
        if (data.Options.SampleData) yield return Brand(data, "701", "Fernway", isDefault: false, "902");
    }

    private static JsonObject Brand(Database data, string id, string name, bool isDefault, string address) =>
        Shape.Of("brand", new JsonObject
        {
            ["id"] = id, ["name"] = name, ["is_default"] = isDefault, ["default_address_settings_id"] = address,
            ["help_center_id"] = data.Table("help_centers").All.FirstOrDefault()?.Id,
            ["created_at"] = data.Now - 400 * Day, ["updated_at"] = data.Now - 30 * Day,
        });

    private static IEnumerable<JsonObject> Addresses(Database data)
    {
        yield return Address(data, "901", "support@sandbox.example", data.WorkspaceId, isVerified: true, data.Now - 3600);
        if (!data.Options.SampleData) yield break;
        yield return Address(data, "902", "hello@fernway.example", "701", isVerified: true, data.Now - 2 * Day);
        yield return Address(data, "903", "news@fernway.example", "701", isVerified: false, null);
    }

    private static JsonObject Address(Database data, string id, string email, string brand, bool isVerified, long? received) =>
        Shape.Of("email_setting", new JsonObject
        {
            ["id"] = id, ["email"] = email, ["domain"] = email.Split('@')[1], ["brand_id"] = brand, ["verified"] = isVerified,
            ["forwarding_enabled"] = received is not null, ["forwarded_email_last_received_at"] = received,
            ["created_at"] = data.Now - 400 * Day, ["updated_at"] = data.Now - 30 * Day,
        });
}
