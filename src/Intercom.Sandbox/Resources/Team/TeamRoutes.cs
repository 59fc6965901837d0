using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Teams.</summary>
internal static class TeamRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "teams", call => Lists.Whole("team.list", "teams", call.Data.Teams.All.Select(Lists.Show)));
        router.Add(
            "GET", "teams/{}", call => Lists.Show(call.Data.Teams.Find(call.Id) ?? throw SandboxError.NotFound("team_not_found", "Team")));
    }
}
