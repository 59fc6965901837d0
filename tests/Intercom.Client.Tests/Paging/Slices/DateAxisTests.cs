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
}
