using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Segments, and the segments of contacts and companies.</summary>
internal static class SegmentRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "segments", call =>
            Lists.Whole("segment.list", "segments", call.Data.Segments.All.Select(segment =>
                ShowSegment(call.Data, segment, call.Parameter("include_count") == "true"))));
        router.Add("GET", "segments/{}", call => ShowSegment(call.Data, Segment(call), call.Parameter("include_count") == "true"));
        router.Add("GET", "contacts/{}/segments", call =>
            Lists.Whole("list", "data", call.Data.Contact(call.Id).Linked("segments").Select(id =>
                Lists.Show(call.Data.Segments.Find(id)!))));
        router.Add("GET", "companies/{}/segments", call =>
            Lists.Whole("list", "data", call.Data.Company(call.Id).Linked("segments").Select(id =>
                Lists.Show(call.Data.Segments.Find(id)!))));
    }

    private static Entity Segment(Call call) => call.Data.Segments.Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Segment");

    private static JsonObject ShowSegment(Database data, Entity segment, bool count)
    {
        var shown = Lists.Show(segment);
        if (count) shown["count"] = data.Contacts.All.Count(contact => contact.Linked("segments").Contains(segment.Id));
        return shown;
    }
}
