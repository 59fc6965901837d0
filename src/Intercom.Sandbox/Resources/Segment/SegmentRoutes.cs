using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Segments, and the segments of contacts and companies.</summary>
internal static class SegmentRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "segments", List);
        router.Add("GET", "segments/{}", call => ShowSegment(call.Data, Segment(call), call.Parameter("include_count") == "true"));
        router.Add("GET", "contacts/{}/segments", call =>
            Lists.Whole("list", "data", call.Data.Contact(call.Id).Links("segments").Select(id =>
                Lists.Show(call.Data.Segments.Find(id)!))));
        router.Add("GET", "companies/{}/segments", call =>
            Lists.Whole("list", "data", call.Data.Company(call.Id).Links("segments").Select(id =>
                Lists.Show(call.Data.Segments.Find(id)!))));
    }

    private static Reply List(Call call)
    {
        var list = Lists.Whole("segment.list", "segments", call.Data.Segments.All.Select(segment =>
            ShowSegment(call.Data, segment, call.Parameter("include_count") == "true")));
        // All segments are one page, and the object for the next page is empty.
        list["pages"] = new JsonObject();
        return list;
    }

    private static Entity Segment(Call call) => call.Data.Find("segments", call.Id);

    private static JsonObject ShowSegment(Database data, Entity segment, bool count)
    {
        var shown = Lists.Show(segment);
        if (count) shown["count"] = data.ContactsOfSegments.CountOf(segment.Id);
        return shown;
    }
}
