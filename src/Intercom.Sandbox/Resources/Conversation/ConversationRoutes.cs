using System.Net;
using System.Text.RegularExpressions;
using Intercom.Sandbox.Search;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Conversations: reading them, and making new ones.</summary>
internal static class ConversationRoutes
{
    private const int LargestPage = 150;
    private const int ShownParts = 500;

    public static void Add(Router router)
    {
        router.Add("GET", "conversations", List);
        router.Add("POST", "conversations/search", call =>
            Searching.Answer(call, SearchTarget.Conversations, call.Data.Conversations, conversation => Asked(call, conversation)));
        router.Add("GET", "conversations/{}", call => Whole(call, call.Data.Conversation(call.Id)));
    }

    /// <summary>A conversation as a search shows it, with the reviews that the call asks for.</summary>
    private static JsonObject Asked(Call call, Entity conversation)
    {
        var shown = Show(call.Data, conversation);
        var isReviewed = conversation.Text("state") == "closed";
        if (call.Parameter("include_monitors") == "true")
        {
            shown["monitor_evaluations"] = !isReviewed ? [] : new JsonArray(Shape.Of("monitor_evaluation", new JsonObject
            {
                ["monitor_id"] = "611", ["monitor_name"] = "Tone of voice", ["evaluated_at"] = conversation.Number("updated_at"),
            }));
        }
        if (call.Parameter("include_scorecards") == "true")
        {
            shown["scorecards"] = !isReviewed ? [] : new JsonArray(Shape.Of("scorecard", new JsonObject
            {
                ["scorecard_id"] = "621", ["scorecard_version_id"] = "622", ["name"] = "Quality of answers", ["score"] = 0.85,
                ["evaluated_at"] = conversation.Number("updated_at"), ["reviewed_teammate"] = Shape.Of(
                    "reviewed_teammate", new JsonObject { ["admin_id"] = Database.TokenAdmin }),
            }));
        }
        return shown;
    }

    /// <summary>A conversation as lists show it: without its parts.</summary>
    public static JsonObject Show(Database data, Entity conversation)
    {
        var shown = (JsonObject)conversation.Fields.DeepClone();
        shown["tags"] = Lists.Whole("tag.list", "tags", conversation.Links("tags").Select(id => Lists.Show(data.Tag(id))));
        shown["contacts"] = Lists.Whole("contact.list", "contacts", conversation.Links("contacts").Select(id =>
            ContactRoutes.Reference(data, id)));
        shown["teammates"] = Lists.Whole(
            "admin.list", "teammates", conversation.Links("teammates").Select(id => Lists.Reference("admin", id)));
        var trackers = TicketLinkRoutes.TrackersOf(data, conversation.Id).ToList();
        shown["linked_objects"] = Shape.Of("linked_objects", new JsonObject
        {
            ["data"] = Lists.Array(trackers.Select(ticket => (JsonNode)Shape.Of("linked_object", new JsonObject
            {
                ["type"] = "ticket", ["id"] = ticket.Id, ["category"] = "Tracker",
            }))),
            ["total_count"] = trackers.Count,
        });
        return shown;
    }

    /// <summary>A conversation with its parts.</summary>
    public static JsonObject Whole(Call call, Entity conversation)
    {
        var shown = Show(call.Data, conversation);
        var ids = conversation.Links("parts");
        var parts = ids
            .Skip(Math.Max(0, ids.Count - ShownParts))
            .Select(id => Lists.Show(call.Data.Table("parts").Find(id)!)).ToList();
        if (call.Parameter("display_as") == "plaintext")
        {
            foreach (var part in parts) part["body"] = Plain(part["body"]);
            if (shown["source"] is JsonObject source) source["body"] = Plain(source["body"]);
        }
        var list = Lists.Whole("conversation_part.list", "conversation_parts", parts);
        list["total_count"] = ids.Count;
        shown["conversation_parts"] = list;
        return shown;
    }

    /// <summary>A new conversation, opened by a contact.</summary>
    public static Entity Make(Database data, Entity contact, string channel, string subject, string html, long at)
    {
        var id = data.NextNumber("conversations", 100_001);
        var conversation = data.Create("conversations", id, Shape.Of("conversation", new JsonObject
        {
            ["id"] = id, ["created_at"] = at, ["updated_at"] = at, ["waiting_since"] = at,
            ["source"] = Shape.Of("conversation_source", new JsonObject
            {
                ["type"] = channel, ["id"] = data.NextNumber("messages", 40_001), ["subject"] = subject, ["body"] = html,
                ["author"] = ConversationActions.Speaker(contact),
            }),
            ["first_contact_reply"] = Shape.Of("first_contact_reply", new JsonObject { ["type"] = channel, ["created_at"] = at }),
        }));
        conversation.Fields["statistics"]!["first_contact_reply_at"] = at;
        conversation.Fields["statistics"]!["last_contact_reply_at"] = at;
        conversation.Linked("contacts").Add(contact.Id);
        return conversation;
    }

    private static Reply List(Call call) =>
        Lists.Cursor(
            "conversation.list", "conversations", call.Data.LatestConversations, conversation => conversation.Number("updated_at"), true,
            call.Parameter("starting_after"), call.Number("per_page", 20), LargestPage, conversation => Show(call.Data, conversation));

    private static JsonNode? Plain(JsonNode? html) =>
        html is null ? null : JsonValue.Create(WebUtility.HtmlDecode(Regex.Replace(html.ToString(), "<[^>]+>", "")));
}
