using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The export of workflows. No operation changes or lists them.</summary>
internal static class WorkflowRoutes
{
    private const long Day = 86400;

    public static void Add(Router router)
    {
        router.Add("GET", "export/workflows/{}", call => new JsonObject
        {
            ["export_version"] = "1.0", ["exported_at"] = IsoTime.Of(call.Data.Now), ["app_id"] = 12345,
            ["workflow"] = Workflows(call.Data).FirstOrDefault(workflow => workflow["id"]!.ToString() == call.Id)
                ?? throw SandboxError.NotFound("not_found", "Workflow"),
        }, since: "2.15");
    }

    private static IEnumerable<JsonObject> Workflows(Database data)
    {
        if (!data.Options.SampleData) yield break;
        yield return Shape.Of("workflow", new JsonObject
        {
            ["id"] = "1501", ["title"] = "Greet new visitors", ["description"] = "Says hello, and asks what they need.",
            ["trigger_type"] = "inbound_conversation", ["created_at"] = IsoTime.Of(data.Now - 300 * Day),
            ["updated_at"] = IsoTime.Of(data.Now - 20 * Day),
            ["targeting"] = new JsonObject { ["match"] = "all", ["rules"] = new JsonArray("new_visitor") },
            ["snapshot"] = new JsonObject
            {
                ["steps"] = new JsonArray(
                    new JsonObject { ["id"] = 1, ["type"] = "send_message", ["text"] = "Hello! What can we do for you?" },
                    new JsonObject { ["id"] = 2, ["type"] = "assign", ["team_id"] = 6001 }),
            },
        });
        yield return Shape.Of("workflow", new JsonObject
        {
            ["id"] = "1502", ["title"] = "Ask for a rating", ["trigger_type"] = "conversation_closed", ["state"] = "draft",
            ["created_at"] = IsoTime.Of(data.Now - 30 * Day), ["updated_at"] = IsoTime.Of(data.Now - 30 * Day),
        });
    }
}
