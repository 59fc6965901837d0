using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>News and the newsfeeds that carry them.</summary>
internal static class NewsRoutes
{
    private const string Items = "news_items";
    private const string Feeds = "newsfeeds";

    public static void Add(Router router)
    {
        router.Add("GET", "news/news_items", call => Lists.Numbered(call, call.Data.Table(Items).All.ToList(), 10, 150, Lists.Show));
        router.Add("GET", "news/news_items/{}", call => Lists.Show(call.Data.Find(Items, call.Id)));
        router.Add("POST", "news/news_items", Create);
        router.Add("PUT", "news/news_items/{}", Update);
        router.Add("DELETE", "news/news_items/{}", call => call.Data.Delete(Items, call.Id, "news-item"));
        router.Add("GET", "news/newsfeeds", call => Lists.Numbered(call, call.Data.Table(Feeds).All.ToList(), 10, 150, Lists.Show));
        router.Add("GET", "news/newsfeeds/{}", call => Lists.Show(call.Data.Find(Feeds, call.Id)));
        router.Add("GET", "news/newsfeeds/{}/items", call =>
        {
            var feed = call.Data.Find(Feeds, call.Id);
            return Lists.Numbered(
                call,
                call.Data.Table(Items).All.Where(item => item.Text("state") == "live" && IsIn(item, feed)).ToList(),
                20,
                150,
                Lists.Show);
        });
    }

    public static Entity Make(Database data, string title, long at)
    {
        var id = data.NextNumber(Items, 7901);
        return data.Create(Items, id, Shape.Of("news_item", new JsonObject
        {
            ["id"] = id, ["workspace_id"] = data.WorkspaceId, ["title"] = title, ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    private static bool IsIn(Entity item, Entity feed) =>
        ((JsonArray)item.Fields["newsfeed_assignments"]!).Any(assignment => assignment!["newsfeed_id"]?.ToString() == feed.Id);

    private static Reply Create(Call call)
    {
        Check(call);
        return Take(call, Make(call.Data, "", call.Data.Now));
    }

    private static Reply Update(Call call)
    {
        var item = call.Data.Find(Items, call.Id);
        Check(call);
        return Take(call, item);
    }

    private static void Check(Call call)
    {
        if (string.IsNullOrEmpty(call.Body["title"]?.ToString())) throw SandboxError.Missing("title");
        var sender = call.Body["sender_id"]?.ToString() ?? throw SandboxError.Missing("sender_id");
        if (call.Data.Admins.Find(sender) is null) throw SandboxError.Invalid("sender_id must be a teammate of the workspace", "sender_id");
        if (call.Body["state"]?.ToString() is { } state && state is not ("draft" or "live"))
        {
            throw SandboxError.Invalid("state must be draft or live", "state");
        }
        foreach (var assignment in call.Body["newsfeed_assignments"] as JsonArray ?? [])
        {
            if (call.Data.Table(Feeds).Find(assignment?["newsfeed_id"]?.ToString()) is null)
            {
                throw SandboxError.Invalid("newsfeed_id is not a newsfeed", "newsfeed_assignments");
            }
        }
    }

    private static Reply Take(Call call, Entity item)
    {
        Changes.Take(
            item.Fields, call.Body, "title", "body", "sender_id", "state", "deliver_silently", "labels", "reactions",
            "newsfeed_assignments");
        item.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(item);
    }
}
