using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample macros, of which one belongs to a team of other admins.</summary>
internal static class MacroSamples
{
    private const long Day = 86400;

    public static void Fill(Database data)
    {
        foreach (var (name, text, team, created, updated) in new (string, string, string?, int, int)[]
        {
            ("Welcome", "Hi {{user.first_name|fallback:\"there\"}}, welcome! How can we help you today?", null, 320, 200),
            ("Thanks for waiting", "Hi {{user.first_name|fallback:\"there\"}}, thanks for waiting. We are looking into it.", null, 320, 12),
            ("Reset a password", "Open the sign-in page, select Forgot password, and follow the link in the email.", null, 280, 90),
            ("Incident update", "Hi {{user.first_name|fallback:\"there\"}}, we have found the cause and are working on it.", "6001", 60, 4),
            ("Refund policy", "We refund annual plans within 30 days.", "6002", 300, 20),
        })
        {
            MacroRoutes.Make(data, name, text, team, data.Now - created * Day, data.Now - updated * Day);
        }
    }
}
