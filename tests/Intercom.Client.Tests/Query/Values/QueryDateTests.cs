using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

public class QueryDateTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static QueryPlan Compile(QueryFilter filter, TimeZoneInfo? workspace = null) =>
        QueryCompiler.Compile(filter, SearchResource.Contact, new QueryOptions { TimeZone = Berlin, WorkspaceTimeZone = workspace });

    [Theory]
    [InlineData("2024-05-01T12:00:00", "2024-05-01T10:00:00Z")]
    [InlineData("2024-01-01T12:00:00", "2024-01-01T11:00:00Z")]
    // Skipped when clocks go forward: 02:30 is 03:30 summer time.
    [InlineData("2024-03-31T02:30:00", "2024-03-31T01:30:00Z")]
    // Twice when clocks go back: winter time, as .NET decides.
    [InlineData("2024-10-27T02:30:00", "2024-10-27T01:30:00Z")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59", "9999-12-31T22:59:59Z")]
    public void A_date_without_a_kind_is_of_the_zone_across_clock_changes(string clock, string utc)
    {
        var date = QueryDate.From(DateTime.Parse(clock, CultureInfo.InvariantCulture), Berlin);
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture).UtcDateTime, date.UtcDateTime);
    }

    [Fact]
    public void A_date_of_any_kind_is_the_same_point_in_time()
    {
        var utc = new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        long Sent(object value) => ((DateTimeOffset)new QueryFilter("created_at", Greater, value).Value!).ToUnixTimeSeconds();
        Assert.Equal(1714564800, Sent(utc));
        Assert.Equal(1714564800, Sent(utc.ToLocalTime()));
        Assert.Equal(1714564800, Sent(DateTime.SpecifyKind(utc.ToLocalTime(), DateTimeKind.Unspecified)));
        Assert.Equal(1714564800, Sent(new DateTimeOffset(utc).ToOffset(TimeSpan.FromHours(5))));
        Assert.Equal("""{"field":"created_at","operator":">","value":1714564800}""", new QueryFilter("created_at", Greater, utc).ToJson());
    }

    [Theory]
    [InlineData("2024-05-01T12:00:00", 1714557600)]
    [InlineData("2024-05-01 12:00", 1714557600)]
    [InlineData("2024-05-01T12:00:00Z", 1714564800)]
    [InlineData("2024-05-01T12:00:00.75Z", 1714564800)]
    [InlineData("2024-05-01T12:00:00-04:00", 1714579200)]
    [InlineData("1 May 2024, 12:00 PM", 1714557600)]
    [InlineData("May 1st, 2024 at 12:00 PM", 1714557600)]
    [InlineData("Wed, 01 May 2024 12:00:00 GMT", 1714564800)]
    public void Reads_date_texts_alike_under_every_culture(string text, long seconds)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "en-US", "en-GB", "de-DE", "tr-TR", "fa-IR", "ar-SA", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var plan = QueryCompiler.Compile(
                    new QueryFilter("updated_at", Greater, text), SearchResource.Ticket, new QueryOptions { TimeZone = Berlin });
                Assert.Equal($$"""{"field":"updated_at","operator":">","value":{{seconds}}}""", plan.ToJson());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(Greater, "> starts with the day after")]
    [InlineData(GreaterOrEqual, ">= starts with the whole day")]
    [InlineData(Less, "< ends before the day begins")]
    [InlineData(LessOrEqual, "<= ends with the whole day")]
    [InlineData(Equal, "= matches the whole day")]
    [InlineData(NotEqual, "!= leaves out the whole day")]
    public void Warns_of_a_time_of_day_on_a_contact_date(QueryOperator one, string reading)
    {
        foreach (var value in new object[] { "2024-05-01T13:00:00", new DateTimeOffset(2024, 5, 1, 13, 0, 0, TimeSpan.Zero), 1714568400 })
        {
            var filter = new QueryFilter("created_at", one, value);
            var warning = Assert.Single(Compile(filter).Notes, note => note.Kind == QueryNoteKind.Warning);
            Assert.Same(filter, warning.Filter);
            Assert.Contains($"created_at {one.ToWire()} ", warning.Message, StringComparison.Ordinal);
            Assert.Contains(reading, warning.Message, StringComparison.Ordinal);
            Assert.Contains("-Exact", warning.Remedy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Says_nothing_of_a_time_of_day_where_seconds_count()
    {
        var plan = QueryCompiler.Compile(new QueryFilter("created_at", Greater, "2024-05-01T13:00:00"), SearchResource.Conversation);
        Assert.Empty(plan.Notes);
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("UTC")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Chatham")]
    public void Sends_a_day_so_that_it_is_that_day_in_the_workspace_whatever_its_zone(string zone)
    {
        var workspace = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (var day in new[] { "2024-01-01", "2024-07-01", "2024-12-31" })
        {
            var filter = new QueryFilter("created_at", Equal, day);
            foreach (var plan in new[] { Compile(filter), Compile(filter, workspace) })
            {
                var seconds = ((DateTimeOffset)plan.Sent.Filters.Single().Value!).ToUnixTimeSeconds();
                var there = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), workspace);
                Assert.Equal(day, there.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                Assert.DoesNotContain(plan.Notes, note => note.Kind == QueryNoteKind.Warning);
            }
        }
    }

    [Fact]
    public void Sends_the_start_of_the_day_where_the_workspace_zone_is_known()
    {
        Assert.Equal(
            """{"field":"created_at","operator":">","value":1714536000}""",
            Compile(new QueryFilter("created_at", Greater, "2024-05-01"), NewYork).ToJson());
        // Seconds are a point in time: midnight in UTC is the evening before in New York.
        Assert.Contains(
            Compile(new QueryFilter("created_at", Greater, 1714521600), NewYork).Notes, note => note.Kind == QueryNoteKind.Warning);
        Assert.DoesNotContain(
            Compile(new QueryFilter("created_at", Greater, 1714536000), NewYork).Notes, note => note.Kind == QueryNoteKind.Warning);
    }

    [Fact]
    public void Sends_seconds_as_they_were_given_and_says_that_greater_starts_the_day_after()
    {
        var plan = Compile(new QueryFilter("created_at", Greater, 1609459200));
        Assert.Equal("""{"field":"created_at","operator":">","value":1609459200}""", plan.ToJson());
        var note = Assert.Single(plan.Notes);
        Assert.Equal(QueryNoteKind.Information, note.Kind);
        Assert.Contains("Use >= to begin with the day itself", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SearchResource.Conversation, LessOrEqual, "<", "2024-05-31T21:59:59Z")]
    [InlineData(SearchResource.Conversation, Greater, ">", "2024-05-31T21:59:59Z")]
    [InlineData(SearchResource.Conversation, Less, "<", "2024-05-30T22:00:00Z")]
    [InlineData(SearchResource.Ticket, LessOrEqual, "<=", "2024-05-31T21:59:59Z")]
    public void A_day_that_is_an_end_counts_in_whole_where_seconds_count(
        SearchResource resource, QueryOperator one, string sent, string utc)
    {
#if NET
        object[] days = ["2024-05-31", new DateOnly(2024, 5, 31)];
#else
        object[] days = ["2024-05-31"];
#endif
        foreach (var day in days)
        {
            var plan = QueryCompiler.Compile(new QueryFilter("CreatedAt", one, day), resource, new QueryOptions { TimeZone = Berlin });
            var filter = plan.Sent.Filters.First();
            Assert.Equal(sent, filter.Operator.ToWire());
            Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), (DateTimeOffset)filter.Value!);
        }
    }

    [Fact]
    public void A_point_in_time_at_midnight_stays_what_it_is_where_seconds_count()
    {
        foreach (var midnight in new object[] { new DateTime(2024, 5, 30, 22, 0, 0, DateTimeKind.Utc), "2024-05-31T00:00" })
        {
            var plan = QueryCompiler.Compile(
                new QueryFilter("created_at", Greater, midnight), SearchResource.Conversation, new QueryOptions { TimeZone = Berlin });
            Assert.Equal("""{"field":"created_at","operator":">","value":1717106400}""", plan.ToJson());
        }
    }

    [Fact]
    public void Says_that_a_day_compared_to_the_second_is_its_first_second()
    {
        var plan = QueryCompiler.Compile(new QueryFilter("created_at", Equal, "2024-05-31"), SearchResource.Conversation);
        Assert.Contains(
            "first second of the day",
            Assert.Single(plan.Notes, note => note.Kind == QueryNoteKind.Warning).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_counted_from_the_first_of_year_1_on_the_clock_of_its_zone()
    {
        Assert.Equal(1, QueryDate.DayOf(new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc));
        Assert.Equal(QueryDate.DayOf(new DateTimeOffset(2024, 6, 2, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc),
            QueryDate.DayOf(new DateTimeOffset(2024, 6, 1, 22, 0, 0, TimeSpan.Zero), Berlin));
    }

    [Theory]
    [InlineData(-62135596801, false)]
    [InlineData(-62135596800, true)]
    [InlineData(253402300799, true)]
    [InlineData(253402300800, false)]
    public void Seconds_beyond_the_calendar_are_not_a_date(long seconds, bool isDate) =>
        Assert.Equal(isDate, QueryDate.FromUnix(seconds) is not null);

    [Fact]
    public void A_point_in_time_is_printed_with_its_zone_and_a_day_without_a_time()
    {
        Assert.Equal("2024-06-01", QueryDate.Print(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal("2024-06-01T10:00:00Z", QueryDate.Print(new DateTimeOffset(2024, 6, 1, 10, 0, 0, TimeSpan.Zero)));
        Assert.Equal("2024-06-01T10:00:00+02:00", QueryDate.Print(new DateTimeOffset(2024, 6, 1, 10, 0, 0, TimeSpan.FromHours(2))));
    }

    [Fact]
    public void The_last_day_of_the_calendar_is_not_rounded_past_its_end()
    {
        var last = DateTimeOffset.MaxValue;
        Assert.Equal(last.AddTicks(-(last.Ticks % TimeSpan.TicksPerSecond)), QueryDate.WholeSeconds(last, Less));
        var before = last - TimeSpan.FromDays(1);
        Assert.Equal(before.AddTicks(1), QueryDate.WholeSeconds(before, Less));
    }
}
