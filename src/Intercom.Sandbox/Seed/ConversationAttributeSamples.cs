using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample attributes of conversations, of which one is a list.</summary>
internal static class ConversationAttributeSamples
{
    private const long Day = 86400;

    public static void Fill(Database data)
    {
        ConversationAttributeRoutes.Make(data, "issue_type", "string", [], data.Now - 400 * Day);
        ConversationAttributeRoutes.Make(data, "Root cause", "list", ["Bug", "Question", "Outage"], data.Now - 200 * Day);
    }
}
