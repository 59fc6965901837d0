using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Content sources, which Fin learns from.</summary>
internal static class ContentSourceRoutes
{
    public const string Sources = "content_sources";

    public static void Add(Router router)
    {
        router.Add("GET", "ai/content_import_sources", call =>
            Lists.Numbered(call, call.Data.Table(Sources).All.ToList(), 50, 150, Lists.Show));
        router.Add("GET", "ai/content_import_sources/{}", call => Lists.Show(call.Data.Find(Sources, call.Id)));
        router.Add("POST", "ai/content_import_sources", CreateSource);
        router.Add("PUT", "ai/content_import_sources/{}", UpdateSource);
        router.Add("DELETE", "ai/content_import_sources/{}", DeleteSource);
    }

    public static Entity MakeSource(Database data, string url, string behavior, long at)
    {
        var id = data.NextNumber(Sources, 7001);
        return data.Create(Sources, id, Shape.Of("content_source", new JsonObject
        {
            ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["url"] = url, ["sync_behavior"] = behavior,
            ["last_synced_at"] = at, ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    private static Reply CreateSource(Call call)
    {
        if (call.Body["sync_behavior"]?.ToString() != "api") throw SandboxError.Invalid("sync_behavior must be api", "sync_behavior");
        var url = call.Body["url"]?.ToString();
        if (string.IsNullOrEmpty(url)) throw SandboxError.Missing("url");
        CheckStatus(call);
        var source = MakeSource(call.Data, url!, "api", call.Data.Now);
        Changes.Take(source.Fields, call.Body, "status");
        TakeAudience(call, source);
        return Lists.Show(source);
    }

    private static Reply UpdateSource(Call call)
    {
        var source = call.Data.Find(Sources, call.Id);
        var behavior = call.Body["sync_behavior"]?.ToString() ?? throw SandboxError.Missing("sync_behavior");
        var url = call.Body["url"]?.ToString() ?? throw SandboxError.Missing("url");
        CheckStatus(call);
        if (behavior is not ("api" or "automated" or "manual"))
        {
            throw SandboxError.Invalid("sync_behavior must be api, automated or manual", "sync_behavior");
        }
        var isApi = source.Text("sync_behavior") == "api";
        if (isApi != (behavior == "api")) throw SandboxError.Invalid("sync_behavior cannot be changed to or from api", "sync_behavior");
        if (!isApi && url != source.Text("url")) throw SandboxError.Invalid("url can only be changed when sync_behavior is api", "url");
        source.Fields["sync_behavior"] = behavior == "automated" ? "automatic" : behavior;
        source.Fields["url"] = url;
        Changes.Take(source.Fields, call.Body, "status");
        TakeAudience(call, source);
        source.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(source);
    }

    /// <summary>One audience or several. Null or an empty list clears them.</summary>
    private static void TakeAudience(Call call, Entity source)
    {
        if (!call.IsAtLeast("2.15") || !call.Body.TryGetPropertyValue("audience_ids", out var given)) return;
        source.Fields["audience_ids"] = given switch
        {
            null or JsonArray { Count: 0 } => null,
            JsonArray several => several.DeepClone(),
            _ => new JsonArray(given.DeepClone()),
        };
    }

    private static void CheckStatus(Call call)
    {
        if (call.Body["status"]?.ToString() is { } status && status is not ("active" or "deactivated"))
        {
            throw SandboxError.Invalid("status must be active or deactivated", "status");
        }
    }

    private static Reply DeleteSource(Call call)
    {
        call.Data.Delete(Sources, call.Id, "content_import_source");
        foreach (var page in call.Data.Table(ExternalPageRoutes.Pages).All.Where(page => page.Text("source_id") == call.Id).ToList())
        {
            call.Data.Table(ExternalPageRoutes.Pages).Remove(page);
        }
        return Reply.Empty(204);
    }
}
