using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Help centers.</summary>
internal static class HelpCenterRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "help_center/help_centers", call =>
            Lists.Numbered(call, call.Data.Table("help_centers").All.ToList(), 20, 150, Lists.Show));
        router.Add("GET", "help_center/help_centers/{}", call => Lists.Show(call.Data.Find("help_centers", call.Id)));
    }
}
