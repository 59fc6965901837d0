using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample telephone calls, on some of the conversations.</summary>
internal static class CallSamples
{
    private const int EveryConversation = 9;

    public static void Fill(Database data)
    {
        var number = 0;
        foreach (var conversation in data.Conversations.All.Where((_, place) => place % EveryConversation == 4).ToList())
        {
            CallRoutes.Make(
                data, conversation, (5001 + number % 6).ToString(System.Globalization.CultureInfo.InvariantCulture),
                conversation.Links("contacts")[0], answered: number % 4 != 3, conversation.Number("created_at") + 1800);
            number++;
        }
    }
}
