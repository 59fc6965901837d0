using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Side conversations: threads of teammates inside a conversation. No operation changes them.</summary>
internal static class SideConversationRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "conversations/{}/side_conversations", List, since: "2.16");
    }

    /// <summary>Adds a side conversation with its messages, each by an admin.</summary>
    public static void Make(Database data, Entity conversation, params (string Admin, string Text, long At)[] messages)
    {
        var id = data.NextNumber("side_conversations", 150_001);
        data.Create("side_conversations", id, Shape.Of("side_conversation", new JsonObject
        {
            ["side_conversation_id"] = id, ["total_count"] = messages.Length,
            ["conversation_parts"] = Lists.Array(messages.Select(message => (JsonNode)Shape.Of("conversation_part", new JsonObject
            {
                ["id"] = data.NextNumber("side_parts", 250_001), ["part_type"] = "comment", ["body"] = $"<p>{message.Text}</p>",
                ["created_at"] = message.At, ["updated_at"] = message.At, ["notified_at"] = message.At,
                ["author"] = ConversationActions.PartAuthor(ConversationActions.Author(data.Admins.Find(message.Admin)!)),
            }))),
        }));
        conversation.Linked("side_conversations").Add(id);
    }

    private static Reply List(Call call)
    {
        var found = call.Data.Conversation(call.Id).Links("side_conversations")
            .Select(id => call.Data.Table("side_conversations").Find(id)!).ToList();
        var page = Lists.Numbered(call, found, 25, 50, Lists.Show);
        var items = page["data"]!;
        page.Remove("data");
        ((JsonObject)page["pages"]!).Remove("next");
        (page["type"], page["side_conversations"]) = ("side_conversation.list", items);
        return page;
    }
}
