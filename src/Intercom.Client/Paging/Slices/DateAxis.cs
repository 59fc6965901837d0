using Intercom.Http;
using Intercom.Query;

namespace Intercom.Paging;

/// <summary>
/// The line on which a list is cut: whole days of the workspace for contacts, which Intercom matches by day, and seconds for everything
/// else. Positions ascend in the order of reading, so that the code that cuts slices works for both directions.
/// </summary>
internal sealed class DateAxis(
    SearchResource resource, bool descending, TimeZoneInfo? zone, string version = ApiVersions.Default)
{
    /// <summary>The field. It is set on every item and does not change, so no item wanders from one slice into another.</summary>
    public const string Field = "created_at";

    private const long SecondsOfDay = 86400;
    private const long Epoch = 719162;
    private const long LastDay = 2932896;
    private const long LastSecond = 253402300799;

    private readonly bool _days = FieldCatalog.Find(resource, Field)!.In(version).DayGrained;

    /// <summary>True when the list starts with the latest item.</summary>
    public bool Descending { get; } = descending;

    /// <summary>The positions of a point in time: one, unless the time zone of the days is unknown.</summary>
    public (long Low, long High) Of(long seconds)
    {
        var (low, high) = Units(Math.Max(-LastSecond, Math.Min(LastSecond, seconds)));
        return Descending ? (-high, -low) : (low, high);
    }

    /// <summary>The filters for the items between two positions, both included. Null is an open end.</summary>
    public IReadOnlyList<QueryFilter> Between(long? from, long? to)
    {
        var (first, last) = Descending ? (-to, -from) : (from, to);
        var filters = new List<QueryFilter>(2);
        if (first is { } low) filters.Add(new QueryFilter(Field, QueryOperator.Greater, Point(low - 1)));
        if (last is { } high) filters.Add(new QueryFilter(Field, QueryOperator.Less, Point(high + 1)));
        return filters;
    }

    /// <summary>A position as a date, for people.</summary>
    public string Print(long? position) => position is { } place && QueryDate.FromUnix(Point(Descending ? -place : place)) is { } date
        ? _days
            ? (zone is null ? date : TimeZoneInfo.ConvertTime(date, zone)).ToString(
                "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : QueryDate.Print(date)
        : "open";

    private (long Low, long High) Units(long seconds)
    {
        if (!_days) return (seconds, seconds);
        if (zone is not null && QueryDate.FromUnix(seconds) is { } date)
        {
            var day = QueryDate.DayOf(date, zone) - Epoch;
            return (day, day);
        }
        // The day that contains ten o'clock UTC, in any zone from -12 to +14.
        return (Floor(seconds - QueryDate.SameDayEverywhere), Floor(seconds + SecondsOfDay - QueryDate.SameDayEverywhere));
    }

    /// <summary>A second within the unit: of a day, one far from its ends.</summary>
    private long Point(long unit)
    {
        if (!_days) return unit;
        var day = Math.Max(-Epoch, Math.Min(LastDay, unit));
        return zone is null
            ? (day * SecondsOfDay) + QueryDate.SameDayEverywhere
            : QueryDate.From(new DateTime(1970, 1, 1, 12, 0, 0, DateTimeKind.Unspecified).AddDays(day), zone).ToUnixTimeSeconds();
    }

    private static long Floor(long seconds) => seconds >= 0 ? seconds / SecondsOfDay : ((seconds + 1) / SecondsOfDay) - 1;
}
