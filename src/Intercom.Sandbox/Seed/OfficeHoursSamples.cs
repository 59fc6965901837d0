using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample office hours: of the support team, and of a schedule that is always open.</summary>
internal static class OfficeHoursSamples
{
    private const long Day = 86_400;
    private const long Minutes = 24 * 60;

    public static void Fill(Database data)
    {
        var at = data.Now - 200 * Day;
        var support = OfficeHoursRoutes.MakeSchedule(data, at);
        (support.Fields["name"], support.Fields["time_zone_name"]) = ("Support", "Europe/Dublin");
        support.Fields["time_intervals"] = Lists.Array(Enumerable.Range(0, 5)
            .Select(day => (JsonNode)OfficeHoursRoutes.Interval(day * Minutes + 540, day * Minutes + 1020, day)));
        var always = OfficeHoursRoutes.MakeSchedule(data, at);
        (always.Fields["name"], always.Fields["time_zone_name"], always.Fields["twenty_four_seven"]) = ("Always open", "UTC", true);
        always.Fields["time_intervals"] = new JsonArray(OfficeHoursRoutes.Interval(0, 7 * Minutes, 0));

        var christmas = OfficeHoursRoutes.MakeException(data, support, at);
        (christmas.Fields["exception_date"], christmas.Fields["name"], christmas.Fields["recurring_annually"]) =
            ("2026-12-25", "Christmas Day", true);
        var party = OfficeHoursRoutes.MakeException(data, support, at);
        (party.Fields["exception_date"], party.Fields["name"], party.Fields["exception_type"]) =
            ("2027-07-02", "Summer party", "custom_hours");
        party.Fields["time_intervals"] = new JsonArray(
            OfficeHoursRoutes.Interval(540, 750, OfficeHoursRoutes.DayOf(new DateTime(2027, 7, 2))));
    }
}
