using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Conversations with Fin, and their ratings.</summary>
internal static class FinRoutes
{
    private const int MostAttachments = 10;
    private const int MostAttributes = 10;
    private const string Conversations = "fin_conversations";

    public static void Add(Router router)
    {
        router.Add("POST", "fin/start", call => Say(call, starts: true));
        router.Add("POST", "fin/reply", call => Say(call, starts: false));
        router.Add("POST", "fin/csat", Rate);
    }

    private static Reply Say(Call call, bool starts)
    {
        var id = call.Body["conversation_id"]?.ToString();
        if (string.IsNullOrEmpty(id)) throw SandboxError.Invalid("conversation_id is required", "conversation_id");
        var message = call.Body["message"] as JsonObject ?? throw SandboxError.Invalid("message is required", "message");
        foreach (var field in new[] { "author", "body", "timestamp" })
        {
            if (string.IsNullOrEmpty(message[field]?.ToString())) throw SandboxError.Invalid($"message.{field} is required", "message");
        }
        if (message["author"]!.ToString() is not ("user" or "agent" or "fin"))
        {
            throw SandboxError.Invalid("message.author must be user, agent or fin", "message");
        }
        if (
            !System.DateTimeOffset.TryParse(
                message["timestamp"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            throw SandboxError.Invalid("message.timestamp must be an ISO 8601 time", "message");
        }
        var user = call.Body["user"]?["id"]?.ToString() ?? throw SandboxError.Invalid("user.id is required", "user");
        if (call.Body["attachments"] is JsonArray { Count: > MostAttachments })
        {
            throw SandboxError.Invalid($"at most {MostAttachments} attachments are allowed", "attachments");
        }
        var known = call.Data.Table(Conversations).Find(id);
        if (!starts && known is null) throw SandboxError.Invalid("conversation_id is not known: start it first", "conversation_id");

        known ??= call.Data.Create(
            Conversations, id!, new JsonObject { ["messages"] = new JsonArray(), ["rating"] = null, ["remark"] = null });
        var messages = (JsonArray)known.Fields["messages"]!;
        // The same time is the same message.
        if (!messages.Any(said => said?["timestamp"]?.ToString() == message["timestamp"]!.ToString())) messages.Add(message.DeepClone());
        var answer = Shape.Of("fin_answer", new JsonObject
        {
            ["conversation_id"] = id, ["user_id"] = user,
            ["created_at_ms"] = call.Data.Options.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["sse_subscription_url"] = $"https://realtime.sandbox.invalid/event-stream?channels=fin:{id}&accessToken=sandbox",
        });
        if (call.Body["user"]?["attributes"] is JsonObject { Count: > MostAttributes } attributes)
        {
            var refused = new JsonObject();
            foreach (var name in attributes.Select(pair => pair.Key).Skip(MostAttributes)) refused[name] = "Too many attributes";
            answer["errors"] = new JsonObject { ["user"] = new JsonObject { ["attributes"] = refused } };
        }
        return answer;
    }

    private static Reply Rate(Call call)
    {
        var known = call.Data.Table(Conversations).Find(call.Body["conversation_id"]?.ToString());
        if (known is null) return Refused("external_conversation_id", "Conversation not found for the given external_conversation_id");
        var rating = call.Body["rating"]?.ToString();
        if (rating is not ("terrible" or "bad" or "ok" or "good" or "amazing")) return Refused("rating", "is not one of the options");
        var remark = call.Body["remark"]?.ToString();
        if (known.Text("remark") is not null && (rating != known.Text("rating") || remark is not null))
        {
            return Refused("base", "This rating can no longer be changed because a remark has already been recorded");
        }
        known.Fields["rating"] = rating;
        if (remark is not null) known.Fields["remark"] = remark;
        return Shape.Of("fin_rating", new JsonObject { ["conversation_id"] = known.Id, ["rating"] = rating });
    }

    /// <summary>The errors of a rating are an object, by field.</summary>
    private static Reply Refused(string field, string words) =>
        Reply.With(422, new JsonObject { ["errors"] = new JsonObject { [field] = words } });
}
