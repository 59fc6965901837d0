using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Events of contacts.</summary>
internal static class EventRoutes
{
    private const long NinetyDays = 90 * 86400;

    public static void Add(Router router)
    {
        router.Add("POST", "events", Track);
        router.Add("GET", "events", List);
    }

    private static Reply Track(Call call)
    {
        var body = call.Body;
        var name = body["event_name"]?.ToString();
        if (string.IsNullOrWhiteSpace(name)) throw SandboxError.Missing("event_name");
        if (body["created_at"] is not { } at) throw SandboxError.Missing("created_at");
        var time = Changes.Seconds(at, "created_at");
        var contact = Find(call.Data, body["id"]?.ToString(), body["user_id"]?.ToString(), body["email"]?.ToString());
        Record(call.Data, contact, name!, time, body["metadata"] as JsonObject);
        return Reply.Empty(202);
    }

    /// <summary>The same contact, name and second is the same event, where the contact has an id in the user's own system.</summary>
    public static void Record(Database data, Entity contact, string name, long at, JsonObject? metadata)
    {
        var events = contact.Linked("events");
        if (contact.Text("external_id") is not null
            && events.Any(id => data.Events.Find(id) is { } known && known.Text("event_name") == name && known.Number("created_at") == at))
        {
            return;
        }
        var kept = new JsonObject();
        foreach (var pair in (metadata ?? []).Take(10)) kept[pair.Key] = pair.Value?.DeepClone();
        var eventId = data.NextNumber("events", 90001);
        data.Create("events", eventId, Shape.Of("event", new JsonObject
        {
            ["id"] = eventId, ["event_name"] = name, ["created_at"] = at, ["user_id"] = contact.Text("external_id"),
            ["intercom_user_id"] = contact.Id, ["email"] = contact.Text("email"), ["metadata"] = kept,
        }));
        events.Add(eventId);
    }

    private static Entity Find(Database data, string? id, string? externalId, string? email) =>
        (id ?? externalId ?? email) is null
            ? throw new SandboxError(400, "parameter_not_found", "One of id, user_id or email is required")
            : data.FindContact(id, externalId, email) ?? throw SandboxError.NotFound("not_found", "User");

    private static Reply List(Call call)
    {
        if (call.Parameter("type") != "user") throw SandboxError.Invalid("type must be user", "type");
        var contact = Find(call.Data, call.Parameter("intercom_user_id"), call.Parameter("user_id"), call.Parameter("email"));
        var since = call.Data.Now - NinetyDays;
        var events = contact.Links("events")
            .Select(id => call.Data.Events.Find(id)!)
            .Where(entry => entry.Number("created_at") >= since)
            .OrderByDescending(entry => entry.Number("created_at"))
            .ThenByDescending(entry => entry.Sequence).ToList();
        if (call.Parameter("summary") == "true") return Summary(contact, events);

        var size = Math.Min(150, call.Number("per_page", 50));
        var start = call.Parameter("before") is { } before
            && long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? events.FindIndex(entry => entry.Sequence == place) + 1
            : 0;
        var page = events.Skip(start).Take(size).ToList();
        var next = start + page.Count < events.Count
            ? Lists.Link(call, ("before", page[page.Count - 1].Sequence.ToString(CultureInfo.InvariantCulture)))
            : null;
        return new JsonObject
        {
            ["type"] = "event.list", ["events"] = Lists.Array(page.Select(Lists.Show)),
            ["pages"] = new JsonObject { ["type"] = "pages", ["next"] = next, ["per_page"] = size },
        };
    }

    private static JsonObject Summary(Entity contact, List<Entity> events)
    {
        var lines = events.GroupBy(entry => entry.Text("event_name")).Select(group =>
            (JsonNode)Shape.Of("event_summary_item", new JsonObject
            {
                ["name"] = group.Key, ["first"] = Iso(group.Min(entry => entry.Number("created_at"))),
                ["last"] = Iso(group.Max(entry => entry.Number("created_at"))), ["count"] = group.Count(),
            }));
        return Shape.Of("event_summary", new JsonObject
        {
            ["email"] = contact.Text("email"), ["intercom_user_id"] = contact.Id, ["user_id"] = contact.Text("external_id"),
            ["events"] = Lists.Array(lines),
        });
    }

    private static string Iso(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
