using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The banners that contacts see. Every banner of an answer counts as shown.</summary>
internal static class BannerRoutes
{
    private const string Views = "banner_views";

    public static void Add(Router router)
    {
        router.Add("GET", "contacts/{}/banners", List, since: "2.16");
        router.Add("POST", "contacts/{}/banners/{}/dismiss", Dismiss, since: "2.16");
    }

    private static Reply List(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var seen = Banners(call.Data).Select(banner => (Banner: banner, View: ViewOf(call.Data, contact, banner["id"]!.ToString())))
            .Where(one => !IsHidden(one.View)).ToList();
        foreach (var (banner, view) in seen)
        {
            view.Fields["impressions"] = view.Number("impressions") + 1;
            (banner["view_id"], banner["created_at"]) = (view.Id, view.Number("created_at"));
        }
        return Lists.Whole("list", "data", seen.Select(one => one.Banner));
    }

    private static Reply Dismiss(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        if (!contact.Links(Views).Contains(call.Ids[1])) throw SandboxError.NotFound("not_found", "Resource");
        var view = call.Data.Table(Views).Find(call.Ids[1])!;
        view.Fields["dismissed"] = true;
        return new JsonObject { ["type"] = "banner_dismiss", ["view_id"] = view.Id, ["dismissed"] = true };
    }

    private static bool IsHidden(Entity view) => view.Fields["dismissed"]!.GetValue<bool>();

    /// <summary>The contact's view of a banner, which begins when the banner is shown first.</summary>
    private static Entity ViewOf(Database data, Entity contact, string banner)
    {
        var known = contact.Links(Views).Select(id => data.Table(Views).Find(id)!).FirstOrDefault(view => view.Text("banner") == banner);
        if (known is not null) return known;
        var id = data.NextNumber(Views, 645_001);
        contact.Linked(Views).Add(id);
        return data.Create(Views, id, new JsonObject
        {
            ["banner"] = banner, ["dismissed"] = false, ["impressions"] = 0, ["created_at"] = data.Now,
        });
    }

    private static IEnumerable<JsonObject> Banners(Database data)
    {
        if (!data.Options.SampleData) yield break;
        yield return Shape.Of("banner", new JsonObject
        {
            ["id"] = "4861", ["title"] = "Planned maintenance", ["body"] = "<p>We are updating our servers on Saturday.</p>",
            ["action"] = new JsonObject
            {
                ["type"] = "url", ["label"] = "Read more", ["target"] = "https://status.sandbox.invalid/maintenance",
            },
        });
        yield return Shape.Of("banner", new JsonObject
        {
            ["id"] = "4862", ["body"] = "<p>The dark mode is here.</p>", ["style"] = "floating", ["position"] = "bottom",
        });
    }
}
