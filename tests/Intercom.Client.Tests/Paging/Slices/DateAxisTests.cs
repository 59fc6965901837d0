using Intercom.Paging;
using Intercom.Query;

namespace Intercom.Client.Tests.Paging;

/// <summary>Where an item lies, and which slices the server finds it in.</summary>
public class DateAxisTests
{
    private static readonly string[] Zones = [
        "UTC", "America/Los_Angeles", "Europe/Dublin", "Asia/Kolkata", "Pacific/Pago_Pago", "Pacific/Kiritimati",
        "Pacific/Chatham", "Pacific/Honolulu", "Australia/Lord_Howe", "America/Sao_Paulo"];

    /// <summary>The contacts' search: days in the workspace's zone.</summary>
    private static bool FoundByDay(IReadOnlyList<QueryFilter> filters, long seconds, TimeZoneInfo zone) =>
        filters.All(filter => Compare(filter, Day(seconds, zone), Day((long)filter.Value!, zone)));

    private static long Day(long seconds, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone).Date.Ticks / TimeSpan.TicksPerDay;

    private static bool Compare(QueryFilter filter, long held, long bound) =>
        filter.Operator == QueryOperator.Greater ? held > bound : held < bound;

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void A_contact_is_found_in_the_one_slice_that_holds_its_position(bool known, bool descending)
    {
        var random = new Random(8);
        foreach (var zone in Zones.Select(TimeZoneInfo.FindSystemTimeZoneById))
        {
            var axis = new DateAxis(SearchResource.Contact, descending, known ? zone : null);
            for (var i = 0; i < Runtime.Cases(400); i++)
            {
                // 2015 to 2030, often about midnight.
                var seconds = 1_420_000_000 + random.NextInt64(480_000_000);
                if (i % 2 == 0)
                {
                    seconds = DateTimeOffset.FromUnixTimeSeconds(seconds).Date is var date
                        ? new DateTimeOffset(date, zone.GetUtcOffset(date)).ToUnixTimeSeconds() + random.Next(-2, 3)
                        : 0;
                }
                var (low, high) = axis.Of(seconds);
                Assert.InRange(high - low, 0, known ? 0 : 1);
                var found = Enumerable.Range(-3, 8)
                    .Select(step => low + step)
                    .Where(place => FoundByDay(axis.Between(place, place), seconds, zone)).ToList();
                Assert.InRange(Assert.Single(found), low, high);
                Assert.True(FoundByDay(axis.Between(null, high), seconds, zone));
                Assert.True(FoundByDay(axis.Between(low, null), seconds, zone));
                Assert.False(FoundByDay(axis.Between(null, low - 1), seconds, zone));
                Assert.False(FoundByDay(axis.Between(high + 1, null), seconds, zone));
            }
        }
    }

    [Theory]
    [InlineData(SearchResource.Conversation, false)]
    [InlineData(SearchResource.Ticket, true)]
    public void Conversations_and_tickets_lie_at_their_second(SearchResource resource, bool descending)
    {
        var axis = new DateAxis(resource, descending, null);
        const long Second = 1_700_000_000;
        var (low, high) = axis.Of(Second);
        Assert.Equal(low, high);
        for (var step = -2; step <= 2; step++)
        {
            Assert.Equal(step == 0, axis.Between(low + step, low + step).All(filter => Compare(filter, Second, (long)filter.Value!)));
        }
        var later = axis.Of(Second + 1).Low;
        Assert.Equal(descending, later < low);
    }

    [Fact]
    public void An_open_end_has_no_filter()
    {
        var axis = new DateAxis(SearchResource.Conversation, true, null);
        Assert.Empty(axis.Between(null, null));
        Assert.Equal("created_at < 2023-11-14T22:13:21Z", Assert.Single(axis.Between(axis.Of(1_700_000_000).Low, null)).ToString());
    }

    [Fact]
    public void A_position_is_shown_as_its_day_or_its_second()
    {
        const long second = 1_700_000_000;
        var auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        foreach (var descending in new[] { false, true })
        {
            var seconds = new DateAxis(SearchResource.Ticket, descending, auckland);
            Assert.Equal("2023-11-14T22:13:20Z", seconds.Print(seconds.Of(second).Low));
            Assert.Equal("open", seconds.Print(null));
            var days = new DateAxis(SearchResource.Contact, descending, null);
            Assert.Equal("2023-11-14", days.Print(descending ? days.Of(second).High : days.Of(second).Low));
            var zoned = new DateAxis(SearchResource.Contact, descending, auckland);
            Assert.Equal("2023-11-15", zoned.Print(zoned.Of(second).Low));
        }
    }

    [Fact]
    public void Seconds_beyond_the_calendar_stay_on_the_line()
    {
        const long last = 253402300799;
        var ticket = new DateAxis(SearchResource.Ticket, false, null);
        Assert.Equal((last, last), ticket.Of(last + 1));
        Assert.Equal((-last, -last), ticket.Of(-last - 1));
        var contact = new DateAxis(SearchResource.Contact, false, TimeZoneInfo.Utc);
        Assert.Equal((2932896L, 2932896L), contact.Of(last));
        Assert.Equal((0L, 0L), contact.Of(86399));
        Assert.Equal((-1L, -1L), contact.Of(-1));
        Assert.Equal("created_at > 9999-12-31", Assert.Single(contact.Between(3_000_000, null)).ToString()[..23]);
        Assert.Equal("created_at < 0001-01-01", Assert.Single(contact.Between(null, -1_000_000)).ToString()[..23]);
        var unknown = new DateAxis(SearchResource.Contact, false, null);
        Assert.Equal((0L, 1L), unknown.Of(36_000));
        Assert.Equal((-1L, 0L), unknown.Of(35_999));
        Assert.Equal((-1L, 0L), unknown.Of(-50_400));
        Assert.Equal((-2L, -1L), unknown.Of(-50_401));
    }
}
