using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>When teammates paused and resumed the handling of conversations. No operation changes it.</summary>
internal static class HandlingEventRoutes
{
    private const string Kind = "handling_events";

    public static void Add(Router router)
    {
        router.Add("GET", "conversations/{}/handling_events", call => new JsonObject
        {
            [Kind] = Lists.Array(call.Data.Conversation(call.Id).Links(Kind).Select(id =>
                (JsonNode)Lists.Show(call.Data.Table(Kind).Find(id)!))),
        }, since: "2.15");
    }

    /// <summary>Adds an event. Only pauses have a reason.</summary>
    public static void Make(Database data, Entity conversation, string admin, string type, long at)
    {
        var id = data.NextNumber(Kind, 1);
        var by = data.Admins.Find(admin)!;
        data.Create(Kind, id, Shape.Of("handling_event", new JsonObject
        {
            ["type"] = type, ["timestamp"] = IsoTime.Of(at), ["reason"] = type == "paused" ? "Paused" : null,
            ["teammate"] = new JsonObject
            {
                ["type"] = "admin", ["id"] = long.Parse(by.Id, CultureInfo.InvariantCulture), ["name"] = by.Text("name"),
                ["email"] = by.Text("email"),
            },
        }));
        conversation.Linked(Kind).Add(id);
    }
}
