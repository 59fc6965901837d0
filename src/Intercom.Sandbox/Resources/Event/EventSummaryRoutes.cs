using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Event summaries: many events in one call.</summary>
internal static class EventSummaryRoutes
{
    public static void Add(Router router)
    {
        router.Add("POST", "events/summaries", Summarize);
    }

    /// <summary>A summary counts as the given number of events. The first and the last have the given dates.</summary>
    private static Reply Summarize(Call call)
    {
        var key = call.Body["user_id"]?.ToString() ?? throw SandboxError.Missing("user_id");
        var contact = call.Data.FindContact(null, key, null)
            ?? throw SandboxError.NotFound("not_found", "User");
        if (call.Body["event_summaries"] is not JsonObject summary) throw SandboxError.Missing("event_summaries");
        var name = summary["event_name"]?.ToString() ?? throw SandboxError.Missing("event_name");
        var count = Math.Min(summary["count"] is { } number ? number.GetValue<long>() : 1, 1000);
        var last = summary["last"] is { } end ? Changes.Seconds(end, "last") : call.Data.Now;
        var first = summary["first"] is { } start ? Changes.Seconds(start, "first") : last - count;
        for (var i = 0; i < count; i++) EventRoutes.Record(call.Data, contact, name, i == 0 ? first : last - (count - 1 - i), null);
        return Reply.Empty(200);
    }
}
