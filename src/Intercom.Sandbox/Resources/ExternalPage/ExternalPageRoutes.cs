using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The pages of content sources.</summary>
internal static class ExternalPageRoutes
{
    public const string Pages = "external_pages";

    public static void Add(Router router)
    {
        router.Add("GET", "ai/external_pages", call =>
            Lists.Numbered(call, call.Data.Table(Pages).All.ToList(), 50, 150, Lists.Show));
        router.Add("GET", "ai/external_pages/{}", call => Lists.Show(call.Data.Find(Pages, call.Id)));
        router.Add("POST", "ai/external_pages", CreatePage);
        router.Add("PUT", "ai/external_pages/{}", UpdatePage);
        router.Add("DELETE", "ai/external_pages/{}", call =>
        {
            var page = Lists.Show(call.Data.Find(Pages, call.Id));
            call.Data.Delete(Pages, call.Id, "external_page");
            return page;
        });
    }

    public static Entity MakePage(Database data, Entity source, string externalId, long at)
    {
        var id = data.NextNumber(Pages, 7501);
        return data.Create(Pages, id, Shape.Of("external_page", new JsonObject
        {
            ["id"] = id, ["source_id"] = long.Parse(source.Id, CultureInfo.InvariantCulture), ["external_id"] = externalId,
            ["created_at"] = at, ["updated_at"] = at, ["last_ingested_at"] = at,
        }));
    }

    private static Reply CreatePage(Call call)
    {
        var source = Check(call, "title", "html", "locale", "source_id", "external_id");
        var externalId = call.Body["external_id"]!.ToString();
        // The source and the external id identify a page: an existing page is replaced.
        var page = call.Data.Table(Pages).All.FirstOrDefault(known =>
            known.Text("source_id") == source.Id && known.Text("external_id") == externalId)
            ?? MakePage(call.Data, source, externalId, call.Data.Now);
        return Take(call, page);
    }

    private static Reply UpdatePage(Call call)
    {
        var page = call.Data.Find(Pages, call.Id);
        Check(call, "title", "html", "url", "locale", "source_id");
        return Take(call, page);
    }

    private static Entity Check(Call call, params string[] wanted)
    {
        foreach (var field in wanted)
        {
            if (!call.Body.ContainsKey(field)) throw SandboxError.Missing(field);
        }
        if (call.Body["locale"]?.ToString() != "en") throw SandboxError.Invalid("locale must be en", "locale");
        return call.Data.Table(ContentSourceRoutes.Sources).Find(call.Body["source_id"]?.ToString())
            ?? throw SandboxError.Invalid("source_id is not a content source", "source_id");
    }

    private static Reply Take(Call call, Entity page)
    {
        Changes.Take(
            page.Fields, call.Body, "title", "html", "url", "ai_agent_availability", "ai_copilot_availability",
            "ai_sales_agent_availability", "fin_availability", "locale", "source_id", "external_id");
        page.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(page);
    }
}
