using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Redirects of help centers.</summary>
internal static class HelpCenterRedirectRoutes
{
    private const string Redirects = "help_center_redirects";
    private const string Since = "2.16";

    public static void Add(Router router)
    {
        router.Add("GET", "help_center/help_centers/{}/redirects", call => Lists.Numbered(
            call, Of(call.Data, Center(call)).OrderByDescending(one => one.Number("updated_at")).ToList(), 50, 250, Lists.Show), Since);
        router.Add("GET", "help_center/help_centers/{}/redirects/{}", call => Lists.Show(Find(call)), Since);
        router.Add("POST", "help_center/help_centers/{}/redirects", Create, Since);
        router.Add("DELETE", "help_center/help_centers/{}/redirects/{}", call =>
            call.Data.Delete(Redirects, Find(call).Id, "help_center_redirect"), Since);
    }

    public static Entity Make(Database data, Entity center, string url, string type, string target, long at)
    {
        var id = data.NextNumber(Redirects, 6801);
        return data.Create(Redirects, id, Shape.Of("help_center_redirect", new JsonObject
        {
            ["id"] = id, ["help_center_id"] = center.Id, ["from_url"] = url, ["target_type"] = type, ["target_id"] = target,
            ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    private static Reply Create(Call call)
    {
        var center = Center(call);
        foreach (var field in new[] { "from_url", "locale", "target_type", "target_id" })
        {
            if (string.IsNullOrEmpty(call.Body[field]?.ToString()))
            {
                throw new SandboxError(400, "parameter_not_found", $"{field} is required");
            }
        }
        var (url, type, target) = (call.Body["from_url"]!.ToString(), call.Body["target_type"]!.ToString(),
            call.Body["target_id"]!.ToString());
        if (type is not ("article" or "collection")) throw SandboxError.Invalid("target_type must be 'article' or 'collection'");
        if (!url.StartsWith(center.Text("url") + "/", StringComparison.Ordinal))
        {
            throw new SandboxError(422, "data_invalid", "from_url must be an absolute URL within this help center's URL space");
        }
        if (call.Data.Table(type + "s").Find(target) is null) throw new SandboxError(422, "data_invalid", $"{type} not found");
        if (Of(call.Data, center).Any(one => one.Text("from_url") == url))
        {
            throw new SandboxError(409, "resource_conflict", "A redirect with that URL already exists");
        }
        var made = Make(call.Data, center, url, type, target, call.Data.Now);
        // Without a translation, the article is shown in its own language.
        made.Fields["locale"] = type == "collection" ? call.Body["locale"]!.DeepClone() : "en";
        return Lists.Show(made);
    }

    private static IEnumerable<Entity> Of(Database data, Entity center) =>
        data.Table(Redirects).All.Where(one => one.Text("help_center_id") == center.Id);

    private static Entity Center(Call call) => call.Data.Table("help_centers").Find(call.Id) ?? throw NotFound();

    private static Entity Find(Call call) => Of(call.Data, Center(call)).FirstOrDefault(one => one.Id == call.Ids[1]) ?? throw NotFound();

    private static SandboxError NotFound() => new(404, "not_found", "Resource not found");
}
