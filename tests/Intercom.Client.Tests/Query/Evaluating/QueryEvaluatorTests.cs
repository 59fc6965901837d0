using System.Text.Json;
using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

/// <summary>Whether one item satisfies one condition. <see cref="QueryPropertyTests"/> compares many random ones.</summary>
public class QueryEvaluatorTests
{
    private static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    private static QueryFilter F(string field, QueryOperator @operator, object? value) => new(field, @operator, value);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static bool? Holds(SearchResource resource, SearchQuery query, object? actual, TimeZoneInfo? dayZone = null) =>
        new QueryEvaluator(resource, null, dayZone).Evaluate(query, _ => actual);

    [Theory]
    [InlineData("ada", Equal, "Ada", true)]
    [InlineData("ada", Equal, "Adam", false)]
    [InlineData("ada", NotEqual, "Ada", false)]
    [InlineData("ada", NotEqual, "Adam", true)]
    [InlineData("DA", Contains, "Adam", true)]
    [InlineData("dm", Contains, "Adam", false)]
    [InlineData("ad", Contains, "Adam", true)]
    [InlineData("DA", NotContains, "Adam", false)]
    [InlineData("dm", NotContains, "Adam", true)]
    [InlineData("AD", StartsWith, "Adam", true)]
    [InlineData("da", StartsWith, "Adam", false)]
    [InlineData("AM", EndsWith, "Adam", true)]
    [InlineData("Ad", EndsWith, "Adam", false)]
    [InlineData("5", Equal, 5, true)]
    [InlineData("true", Equal, true, true)]
    [InlineData("false", Equal, false, true)]
    [InlineData("false", Equal, true, false)]
    public void Text_is_compared_without_regard_to_case(string value, QueryOperator one, object actual, bool holds) =>
        Assert.Equal(holds, Holds(SearchResource.Contact, F("name", one, value), actual));

    [Theory]
    [InlineData(Equal, false, true, false)]
    [InlineData(NotEqual, true, false, true)]
    [InlineData(Less, true, false, false)]
    [InlineData(LessOrEqual, true, true, false)]
    [InlineData(Greater, false, false, true)]
    [InlineData(GreaterOrEqual, false, true, true)]
    public void An_order_is_decided_below_at_and_above_the_value(QueryOperator one, bool below, bool at, bool above)
    {
        Decides("owner_id", 10L, 9L, 10L, 11L);
        Decides("owner_id", 10L, "9", "10.0", "11");
        Decides("owner_id", 10L, Json("9"), Json("10"), Json("10.5"));
        Decides("custom_attributes.score", 2.5, 2.4, 2.5, 2.6);
        Decides("custom_attributes.grade", "b", "A", "B", "C");
        Decides("created_at", 1714557600L, 1714557599L, 1714557600L, 1714557601L);
        Decides("created_at", 1714557600L, 1714557599999L, 1714557600999L, 1714557601000L);
        var date = DateTimeOffset.FromUnixTimeSeconds(1714557600);
        Decides("created_at", date, date.AddSeconds(-1), date.ToOffset(TimeSpan.FromHours(5)), date.AddSeconds(1));
        Decides("created_at", date, date.AddSeconds(-1).LocalDateTime, date.LocalDateTime, date.AddSeconds(1).UtcDateTime);
        Decides("custom_attributes.day", date, 1714557599L, "1714557600", 1714557601.5);

        void Decides(string field, object value, params object[] actual) =>
            Assert.Equal([below, at, above], actual.Select(each => Holds(SearchResource.Contact, F(field, one, value), each)));
    }

    [Theory]
    [InlineData("owner_id", 10L, "ten")]
    [InlineData("owner_id", 1L, true)]
    [InlineData("created_at", 1714557600L, "soon")]
    [InlineData("created_at", 1714557600L, true)]
    [InlineData("has_hard_bounced", true, "maybe")]
    public void What_cannot_be_compared_satisfies_nothing_but_the_opposite(string field, object value, object actual)
    {
        Assert.False(Holds(SearchResource.Contact, F(field, Equal, value), actual));
        Assert.True(Holds(SearchResource.Contact, F(field, NotEqual, value), actual));
        if (value is bool) return;
        foreach (var one in new[] { Less, Greater, LessOrEqual, GreaterOrEqual })
        {
            Assert.False(Holds(SearchResource.Contact, F(field, one, value), actual));
        }
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    [InlineData(true, "True", true)]
    [InlineData(false, "true", false)]
    public void A_boolean_is_compared_also_as_text(bool value, object actual, bool holds)
    {
        Assert.Equal(holds, Holds(SearchResource.Contact, F("has_hard_bounced", Equal, value), actual));
        var json = Json(actual.ToString()!.ToLowerInvariant());
        Assert.Equal(holds, Holds(SearchResource.Contact, F("has_hard_bounced", Equal, value), json));
    }

    [Fact]
    public void A_list_satisfies_a_comparison_with_one_element_and_an_opposite_with_all()
    {
        foreach (var tags in new object[] { new[] { "1", null, "2" }, Json("""["1",null,"2"]"""), new object[] { new[] { "1" }, "2" } })
        {
            Assert.True(Tags(In, new[] { "2", "3" }, tags));
            Assert.False(Tags(In, new[] { "3", "4" }, tags));
            Assert.False(Tags(NotIn, new[] { "2", "3" }, tags));
            Assert.True(Tags(NotIn, new[] { "3", "4" }, tags));
            Assert.True(Tags(Equal, "2", tags));
            Assert.False(Tags(NotEqual, "2", tags));
            Assert.True(Tags(NotEqual, "3", tags));
            Assert.False(Tags(Equal, null, tags));
            Assert.True(Tags(NotEqual, null, tags));
        }
    }

    [Fact]
    public void An_item_without_a_value_satisfies_null_and_the_opposites()
    {
        foreach (var nothing in new object?[] { null, Array.Empty<string>(), new object?[] { null }, Json("null"), default(JsonElement) })
        {
            Assert.True(Tags(Equal, null, nothing));
            Assert.False(Tags(NotEqual, null, nothing));
            Assert.True(Tags(In, new[] { "1", null }, nothing));
            Assert.False(Tags(NotIn, new[] { "1", null }, nothing));
            Assert.False(Tags(Equal, "1", nothing));
            Assert.True(Tags(NotEqual, "1", nothing));
            Assert.False(Holds(SearchResource.Contact, F("name", Contains, "a"), nothing));
            Assert.True(Holds(SearchResource.Contact, F("name", NotContains, "a"), nothing));
            Assert.False(Holds(SearchResource.Contact, F("owner_id", Less, 5), nothing));
            Assert.False(Holds(SearchResource.Contact, F("owner_id", GreaterOrEqual, 5), nothing));
        }
    }

    private static bool? Tags(QueryOperator one, object? value, object? tags) =>
        Holds(SearchResource.Contact, F("tag_id", one, value), tags);

    [Theory]
    [InlineData("hello", true)]
    [InlineData("WORLD", true)]
    [InlineData("don't", true)]
    [InlineData("first", true)]
    [InlineData("well-known", true)]
    [InlineData("order_7", true)]
    [InlineData("end", true)]
    [InlineData("p", false)]
    [InlineData("class", false)]
    [InlineData("hello world", false)]
    [InlineData("don", false)]
    [InlineData("known", false)]
    public void The_first_message_is_compared_word_by_word_without_its_tags(string word, bool holds)
    {
        const string body = "first <p class=\"x\">Hello, world!</p>don't <b>well-known</b> order_7 end";
        Assert.Equal(holds, Holds(SearchResource.Conversation, F("source.body", Equal, word), body));
        // A title is compared as a whole.
        Assert.False(Holds(SearchResource.Conversation, F("source.subject", Equal, word), body));
    }

    [Fact]
    public void The_words_of_an_answer_are_those_of_the_search()
    {
        Assert.True(Holds(SearchResource.Ticket, F("category", Equal, "task"), "Back-office"));
        Assert.False(Holds(SearchResource.Ticket, F("category", Equal, "request"), "Back-office"));
    }

    [Theory]
    // In Auckland, 1 May begins at 12:00 UTC of the day before.
    [InlineData("2024-04-30T11:59:59Z", false)]
    [InlineData("2024-04-30T12:00:00Z", true)]
    [InlineData("2024-05-01T11:59:59Z", true)]
    [InlineData("2024-05-01T12:00:00Z", false)]
    public void Dates_of_contacts_are_matched_by_the_days_of_a_zone(string actual, bool holds)
    {
        var seconds = DateTimeOffset.Parse(actual, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        var named = F("created_at", Equal, new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.FromHours(-9)));
        Assert.Equal(holds, Holds(SearchResource.Contact, named, seconds, Auckland));
        var second = F("created_at", Equal, new DateTimeOffset(2024, 4, 30, 23, 15, 0, TimeSpan.Zero));
        Assert.Equal(holds, Holds(SearchResource.Contact, second, seconds, Auckland));
        // To the second without a zone, and for every other resource.
        Assert.False(Holds(SearchResource.Contact, second, seconds));
        Assert.False(Holds(SearchResource.Conversation, second, seconds, Auckland));
    }

    [Fact]
    public void A_number_that_is_too_large_for_seconds_is_in_milliseconds()
    {
        var before2000 = F("created_at", Less, 946_684_800);
        Assert.True(Holds(SearchResource.Ticket, before2000, 100_000_000_000));
        Assert.False(Holds(SearchResource.Ticket, before2000, 99_999_999_999));
    }

    [Fact]
    public void Seconds_beyond_the_calendar_are_compared_as_numbers()
    {
        var far = F("created_at", Greater, 0);
        Assert.True(Holds(SearchResource.Contact, far, 99_999_999_999L, Auckland));
        Assert.False(Holds(SearchResource.Contact, far, -99_999_999_999L, Auckland));
    }

    [Fact]
    public void An_unknown_value_decides_only_where_no_other_condition_does()
    {
        var unknown = F("name", Equal, "x");
        var (yes, no) = (F("owner_id", Equal, 5), F("owner_id", Equal, 6));
        Assert.Null(Decide(unknown));
        Assert.Null(Decide(unknown.Negate()));
        Assert.Null(Decide(SearchQuery.All(yes, unknown)));
        Assert.Null(Decide(SearchQuery.All(unknown, yes)));
        Assert.False(Decide(SearchQuery.All(unknown, no)));
        Assert.Null(Decide(SearchQuery.Any(no, unknown)));
        Assert.True(Decide(SearchQuery.Any(unknown, yes)));
        Assert.True(Decide(SearchQuery.All(yes, yes)));
        Assert.False(Decide(SearchQuery.Any(no, no)));

        bool? Decide(SearchQuery query)
        {
            var evaluator = new QueryEvaluator(SearchResource.Contact);
            var result = evaluator.Evaluate(query, name => name == "name" ? QueryTarget.Unknown : 5L);
            Assert.Equal(result != false, evaluator.Undisputed(query)(name => name == "name" ? QueryTarget.Unknown : 5L));
            return result;
        }
    }

    [Theory]
    [InlineData(5L, true)]
    [InlineData(0L, false)]
    [InlineData(null, false)]
    public void A_field_alone_holds_with_a_value(object? actual, bool holds)
    {
        var alone = QueryFilter.Standing("admin_assignee_id");
        Assert.Equal(holds, Holds(SearchResource.Conversation, alone, actual));
        Assert.Equal(!holds, Holds(SearchResource.Conversation, alone.Negate(), actual));
    }

    [Fact]
    public void Types_of_attributes_decide_how_they_are_compared()
    {
        var types = new Dictionary<string, FieldType> { ["seats"] = FieldType.Integer };
        var query = F("custom_attributes.seats", Less, "9");
        Assert.True(new QueryEvaluator(SearchResource.Contact).Evaluate(query, _ => 10L));
        Assert.False(new QueryEvaluator(SearchResource.Contact, types).Evaluate(query, _ => 10L));
        Assert.Throws<QueryException>(() => new QueryEvaluator(SearchResource.Contact, types).Compile(F("owner_id", Equal, "x")));
        Assert.Throws<ArgumentNullException>(() => new QueryEvaluator(SearchResource.Contact).Compile(null!));
    }
}
