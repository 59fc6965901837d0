using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample side conversations and pauses of two recent conversations, and conversations that were deleted.</summary>
internal static class SideConversationSamples
{
    private const long Day = 86400;

    public static void Fill(Database data)
    {
        SideConversationRoutes.Make(data, data.Conversation("100119"), ("5002", "Has anybody seen this before?", data.Now - 4 * 3600));
        SideConversationRoutes.Make(
            data, data.Conversation("100120"), ("5003", "Can billing look at the invoice?", data.Now - 2 * 3600),
            ("5004", "The amount is right, the address is not.", data.Now - 3600));
        HandlingEventRoutes.Make(data, data.Conversation("100119"), "5002", "paused", data.Now - 5 * 3600);
        HandlingEventRoutes.Make(data, data.Conversation("100120"), "5003", "paused", data.Now - 3 * 3600);
        HandlingEventRoutes.Make(data, data.Conversation("100120"), "5003", "resumed", data.Now - 2 * 3600);
        foreach (var (id, retains, days) in new[] { ("99912", true, 200), ("99931", false, 75), ("99978", true, 6) })
        {
            ConversationMergeRoutes.Keep(data, id, retains, data.Now - days * Day);
        }
    }
}
