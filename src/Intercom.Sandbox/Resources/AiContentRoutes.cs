using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>What Fin learns from: content sources and their pages.</summary>
internal static class AiContentRoutes
{
    private const string Sources = "content_sources";
    private const string Pages = "external_pages";

    public static void Add(Router router)
    {
        router.Add("GET", "ai/content_import_sources", call => Lists.Numbered(call, call.Data.Table(Sources).All.ToList(), 50, 150, AdminRoutes.Show, withUrl: true));
        router.Add("GET", "ai/content_import_sources/{}", call => AdminRoutes.Show(call.Data.Find(Sources, call.Id)));
        router.Add("POST", "ai/content_import_sources", CreateSource);
        router.Add("PUT", "ai/content_import_sources/{}", UpdateSource);
        router.Add("DELETE", "ai/content_import_sources/{}", DeleteSource);
        router.Add("GET", "ai/external_pages", call => Lists.Numbered(call, call.Data.Table(Pages).All.ToList(), 50, 150, AdminRoutes.Show, withUrl: true));
        router.Add("GET", "ai/external_pages/{}", call => AdminRoutes.Show(call.Data.Find(Pages, call.Id)));
        router.Add("POST", "ai/external_pages", CreatePage);
        router.Add("PUT", "ai/external_pages/{}", UpdatePage);
        router.Add("DELETE", "ai/external_pages/{}", call =>
        {
            var page = AdminRoutes.Show(call.Data.Find(Pages, call.Id));
            call.Data.Delete(Pages, call.Id, "external_page");
            return page;
        });
    }

    public static Entity MakeSource(Database data, string url, string behavior, long at)
    {
        var id = data.NextNumber(Sources, 7001);
        return data.Create(Sources, id, new JsonObject
        {
            ["type"] = "content_import_source", ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["url"] = url, ["sync_behavior"] = behavior, ["status"] = "active", ["last_synced_at"] = at, ["created_at"] = at, ["updated_at"] = at,
        });
    }

    public static Entity MakePage(Database data, Entity source, string externalId, long at)
    {
        var id = data.NextNumber(Pages, 7501);
        return data.Create(Pages, id, new JsonObject
        {
            ["type"] = "external_page", ["id"] = id, ["title"] = "", ["html"] = "", ["url"] = null, ["ai_agent_availability"] = true, ["ai_copilot_availability"] = true, ["fin_availability"] = true, ["locale"] = "en",
            ["source_id"] = long.Parse(source.Id, CultureInfo.InvariantCulture), ["external_id"] = externalId, ["created_at"] = at, ["updated_at"] = at, ["last_ingested_at"] = at,
        });
    }

    private static Reply CreateSource(Call call)
    {
        if (call.Body["sync_behavior"]?.ToString() != "api") throw SandboxError.Invalid("sync_behavior must be api", "sync_behavior");
        var url = call.Body["url"]?.ToString();
        if (string.IsNullOrEmpty(url)) throw SandboxError.Missing("url");
        CheckStatus(call);
        var source = MakeSource(call.Data, url!, "api", call.Data.Now);
        Changes.Take(source.Fields, call.Body, "status");
        return AdminRoutes.Show(source);
    }

    private static Reply UpdateSource(Call call)
    {
        var source = call.Data.Find(Sources, call.Id);
        var behavior = call.Body["sync_behavior"]?.ToString() ?? throw SandboxError.Missing("sync_behavior");
        var url = call.Body["url"]?.ToString() ?? throw SandboxError.Missing("url");
        CheckStatus(call);
        if (behavior is not ("api" or "automated" or "manual")) throw SandboxError.Invalid("sync_behavior must be api, automated or manual", "sync_behavior");
        var isApi = source.Text("sync_behavior") == "api";
        if (isApi != (behavior == "api")) throw SandboxError.Invalid("sync_behavior cannot be changed to or from api", "sync_behavior");
        if (!isApi && url != source.Text("url")) throw SandboxError.Invalid("url can only be changed when sync_behavior is api", "url");
        source.Fields["sync_behavior"] = behavior == "automated" ? "automatic" : behavior;
        source.Fields["url"] = url;
        Changes.Take(source.Fields, call.Body, "status");
        source.Fields["updated_at"] = call.Data.Now;
        return AdminRoutes.Show(source);
    }

    private static void CheckStatus(Call call)
    {
        if (call.Body["status"]?.ToString() is { } status && status is not ("active" or "deactivated")) throw SandboxError.Invalid("status must be active or deactivated", "status");
    }

    private static Reply DeleteSource(Call call)
    {
        call.Data.Delete(Sources, call.Id, "content_import_source");
        foreach (var page in call.Data.Table(Pages).All.Where(page => page.Text("source_id") == call.Id).ToList()) call.Data.Table(Pages).Remove(page);
        return Reply.Empty(204);
    }

    private static Reply CreatePage(Call call)
    {
        var source = Check(call, "title", "html", "locale", "source_id", "external_id");
        var externalId = call.Body["external_id"]!.ToString();
        // The source and the external id decide: a page that is there is replaced.
        var page = call.Data.Table(Pages).All.FirstOrDefault(known => known.Text("source_id") == source.Id && known.Text("external_id") == externalId) ?? MakePage(call.Data, source, externalId, call.Data.Now);
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
        return call.Data.Table(Sources).Find(call.Body["source_id"]?.ToString()) ?? throw SandboxError.Invalid("source_id is no content source", "source_id");
    }

    private static Reply Take(Call call, Entity page)
    {
        Changes.Take(page.Fields, call.Body, "title", "html", "url", "ai_agent_availability", "ai_copilot_availability", "fin_availability", "locale", "source_id", "external_id");
        page.Fields["updated_at"] = call.Data.Now;
        return AdminRoutes.Show(page);
    }
}
