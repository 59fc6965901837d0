using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The end of snoozes, when their time has come.</summary>
internal static class Snoozes
{
    /// <summary>Opens what was snoozed until now. At most once a second, because it looks at everything.</summary>
    public static void End(Database data)
    {
        var now = data.Now;
        if (now == data.SnoozesEndedAt) return;
        data.SnoozesEndedAt = now;
        foreach (var conversation in data.Conversations.Made)
        {
            if (conversation.Text("state") != "snoozed" || conversation.Number("snoozed_until") > now) continue;
            ConversationActions.SetState(conversation, "open");
            conversation.Fields["updated_at"] = now;
        }
        foreach (var ticket in data.Table("tickets").All)
        {
            if (ticket.Text("snoozed_until") is null || ticket.Number("snoozed_until") > now) continue;
            ticket.Fields.Remove("snoozed_until");
            ticket.Fields["updated_at"] = now;
        }
    }
}
