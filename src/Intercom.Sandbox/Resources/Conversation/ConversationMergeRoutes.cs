using System.Text.Json;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Merging conversations, and the list of the deleted ones.</summary>
internal static class ConversationMergeRoutes
{
    private const string Gone = "deleted_conversations";

    public static void Add(Router router)
    {
        router.Add("GET", "conversations/deleted", Deleted, since: "2.16");
        router.Add("POST", "conversations/{}/merge", Merge, since: "2.16");
    }

    /// <summary>Keeps the id of a deleted conversation.</summary>
    public static void Keep(Database data, string conversation, bool retainsMetrics, long at) =>
        data.Create(Gone, conversation, new JsonObject
        {
            ["type"] = "conversation", ["id"] = conversation, ["metrics_retained"] = retainsMetrics, ["deleted_at"] = at,
        });

    private static Reply Deleted(Call call)
    {
        var descending = call.Parameter("order") switch
        {
            null or "desc" => true, "asc" => false, _ => throw SandboxError.Invalid("order must be asc or desc", "order"),
        };
        var page = Lists.Numbered(
            call, Lists.Sort(call.Data.Table(Gone).All, gone => gone.Number("deleted_at"), descending), 20, 60, Lists.Show);
        var items = page["data"]!;
        page.Remove("data");
        (page["type"], page["conversations"]) = ("conversations.list", items);
        return page;
    }

    /// <summary>The conversation of the path is closed and linked to the one of the body, which is the answer.</summary>
    private static Reply Merge(Call call)
    {
        var data = call.Data;
        if (call.Body["merge_into_conversation_id"] is not JsonValue into || into.GetValueKind() != JsonValueKind.Number)
        {
            throw SandboxError.Invalid("merge_into_conversation_id must be a valid integer conversation ID");
        }
        var secondary = data.Conversation(call.Id);
        var primary = data.Conversations.Find(into.ToString()) ?? throw Failed("Primary conversation not found");
        if (primary == secondary) throw Failed("Cannot merge a conversation into itself");
        if (secondary.Links("merged").Count > 0) throw Failed("Secondary conversation has already been merged");
        var admin = data.Admins.Find(Database.TokenAdmin)!;
        ConversationActions.Close(data, secondary, admin, null, data.Now);
        secondary.Linked("merged").Add(primary.Id);
        foreach (var contact in secondary.Links("contacts").Where(id => !primary.Links("contacts").Contains(id)).ToList())
        {
            primary.Linked("contacts").Add(contact);
        }
        ConversationActions.AddPart(
            data, primary, "merged_primary_conversation", ConversationActions.Author("bot", "0", "Operator", "operator@sandbox.example"),
            null, data.Now);
        return ConversationRoutes.Whole(call, primary);
    }

    private static SandboxError Failed(string why) => new(422, "merge_failed", why);
}
