using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

/// <summary>An exact search asks for more days than it was asked for, and compares the seconds of the answer itself.</summary>
public class ExactDatesTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddDays(10);

    private static QueryFilter F(string field, QueryOperator @operator, object? value) => new(field, @operator, value);

    private static QueryPlan Compile(SearchQuery query, SearchResource resource = SearchResource.Contact) =>
        QueryCompiler.Compile(query, resource, new QueryOptions { Exact = true, TimeZone = TimeZoneInfo.Utc });

    [Fact]
    public void Asks_for_the_days_that_surely_hold_every_item()
    {
        Sent("created_at > 2024-04-30T10:00:00Z", F("created_at", Greater, Noon));
        Sent("created_at > 2024-04-30T10:00:00Z", F("created_at", GreaterOrEqual, Noon.ToUnixTimeSeconds()));
        Sent("created_at < 2024-05-02T14:00:00Z", F("created_at", Less, Noon));
        Sent("created_at < 2024-05-02T14:00:00Z", F("created_at", LessOrEqual, Noon));
        Sent("created_at = 2024-05-01T12:00:00Z", F("created_at", Equal, Noon));
        Sent("created_at < 2024-05-02T14:00:00Z OR created_at > 2024-04-30T10:00:00Z", F("created_at", NotEqual, Noon));
        Sent("created_at < 2024-05-12T14:00:00Z OR created_at > 2024-04-30T10:00:00Z", F("created_at", NotIn, new[] { Later, Noon }));
        Sent(
            "last_seen_at < 2024-05-12T14:00:00Z OR last_seen_at > 2024-04-30T10:00:00Z OR last_seen_at = null",
            F("last_seen_at", NotIn, new[] { Noon, Later }));
        Sent(
            "last_seen_at < 2024-05-02T14:00:00Z OR last_seen_at > 2024-04-30T10:00:00Z",
            F("last_seen_at", NotIn, new DateTimeOffset?[] { Noon, null }));

        static void Sent(string sent, SearchQuery query) => Assert.Equal(sent, Compile(query).ToString());
    }

    [Fact]
    public void Compares_the_seconds_of_what_the_server_does_not_decide()
    {
        var (after, name) = (F("created_at", Greater, Noon), F("name", Equal, "Ada"));
        Keeps(true, after, Noon.AddSeconds(1));
        Keeps(false, after, Noon);
        // The server has decided the name.
        Keeps(true, SearchQuery.All(name, after), Noon.AddSeconds(1), "Eve");
        Keeps(false, SearchQuery.All(name, after), Noon, "Ada");
        // An alternative is decided as a whole.
        Keeps(true, SearchQuery.Any(name, after), Noon, "Ada");
        Keeps(false, SearchQuery.Any(name, after), Noon, "Eve");
        var range = SearchQuery.All(name, after, F("created_at", Less, Later));
        Keeps(true, range, Noon.AddDays(1), "Eve");
        Keeps(false, range, Later, "Ada");
        Keeps(false, range, Noon, "Ada");
        Keeps(true, F("last_seen_at", In, new DateTimeOffset?[] { Noon, null }), Noon);
        Keeps(false, F("last_seen_at", In, new DateTimeOffset?[] { Noon, null }), Noon.AddSeconds(1));

        static void Keeps(bool keeps, SearchQuery query, DateTimeOffset date, string name = "") =>
            Assert.Equal(keeps, Compile(query).Filter!(field => field == "name" ? name : date));
    }

    [Fact]
    public void Compares_nothing_where_the_server_decides_all()
    {
        Assert.Null(Compile(F("name", Equal, "Ada")).Filter);
        Assert.Null(Compile(F("last_seen_at", Equal, null)).Filter);
        Assert.Null(Compile(SearchQuery.All(F("name", Equal, "Ada"), F("last_seen_at", NotEqual, null))).Filter);
        Assert.Null(Compile(F("created_at", Greater, Noon), SearchResource.Ticket).Filter);
        Assert.Null(QueryCompiler.Compile(F("created_at", Greater, Noon), SearchResource.Contact).Filter);
        Assert.Null(Compile(SearchQuery.All(F("created_at", Greater, Noon), F("owner_id", Equal, "x"))).Filter);
    }

    [Fact]
    public void Refuses_an_alternative_that_the_answer_does_not_contain()
    {
        var (name, segment) = (F("name", Equal, "Ada"), F("segment_id", Equal, "65e0c3000000000000000001"));
        var plan = Compile(SearchQuery.Any(name, segment, F("created_at", Greater, Noon)));
        var error = Assert.Single(plan.Errors);
        Assert.Equal("exact_date_alternative", error.Code);
        Assert.Same(segment, error.Filter);
        Assert.True(Compile(SearchQuery.All(segment, F("created_at", Greater, Noon))).IsValid);
    }
}
