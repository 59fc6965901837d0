using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The conversations of a team's admins at this moment.</summary>
internal static class TeamMetricRoutes
{
    private const int Longest = 86400;

    public static void Add(Router router)
    {
        router.Add("GET", "teams/{}/metrics", Metrics, since: "2.16");
    }

    private static Reply Metrics(Call call)
    {
        var team = call.Data.Teams.Find(call.Id) ?? throw SandboxError.NotFound("team_not_found", "Team");
        var idleSince = call.Data.Now - Math.Min(Longest, call.Number("idle_threshold", 1800));
        var assigned = call.Data.Conversations.All.ToLookup(conversation => conversation.Text("admin_assignee_id"));
        return Lists.Whole("team_metric.list", "data", ((JsonArray)team.Fields["admin_ids"]!).Select(id =>
        {
            var open = assigned[id!.ToString()].Where(conversation => conversation.Text("state") == "open").ToList();
            return new JsonObject
            {
                ["type"] = "team_metric", ["admin_id"] = id.ToString(), ["open"] = open.Count,
                ["idle"] = open.Count(conversation => conversation.Number("updated_at") < idleSince),
                ["snoozed"] = assigned[id.ToString()].Count(conversation => conversation.Text("state") == "snoozed"),
            };
        }));
    }
}
