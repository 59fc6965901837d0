using System.Collections;
using System.Text;
using System.Text.Json;
using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

public class QueryTreeTests
{
    private static QueryFilter F(string field, QueryOperator @operator, object? value) => new(field, @operator, value);

    public static TheoryData<string, SearchQuery, string> SourceDocument => new()
    {
        {
            "Section 6, by e-mail",
            F("email", Equal, "user@example.com"),
            """{"field":"email","operator":"=","value":"user@example.com"}"""
        },
        {
            "Section 6, several filters",
            SearchQuery.All(F("role", Equal, "user"), F("custom_attributes.plan", Equal, "premium")),
            """{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},"""
                + """{"field":"custom_attributes.plan","operator":"=","value":"premium"}]}"""
        },
        {
            "Section 9, open conversations",
            SearchQuery.All(F("state", Equal, "open")),
            """{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"}]}"""
        },
        {
            "Section 9, by assignee",
            F("admin_assignee_id", Equal, "<your-admin-id>"),
            """{"field":"admin_assignee_id","operator":"=","value":"<your-admin-id>"}"""
        },
        { "Workflow, open conversations", F("state", Equal, "open"), """{"field":"state","operator":"=","value":"open"}""" },
        {
            "Example Complex Search",
            SearchQuery.All(
                F("role", Equal, "user"),
                F("created_at", Greater, 1609459200),
                F("custom_attributes.plan", In, new[] { "premium", "enterprise" })),
            """{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},"""
                + """{"field":"created_at","operator":">","value":1609459200},"""
                + """{"field":"custom_attributes.plan","operator":"IN","value":["premium","enterprise"]}]}"""
        },
    };

    [Theory, MemberData(nameof(SourceDocument))]
    public void Sends_each_query_of_the_source_document_to_the_letter(string name, SearchQuery query, string json)
    {
        Assert.NotEmpty(name);
        Assert.Equal(json, query.ToJson());
        Assert.Equal(query, SearchQuery.Parse(json));
        Assert.Equal(query.GetHashCode(), SearchQuery.Parse(json).GetHashCode());

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) query.WriteTo(writer);
        Assert.Equal(query, SearchQuery.Parse(Encoding.UTF8.GetString(stream.ToArray())));
        Assert.Equal(query, SearchQuery.Parse(query.ToJson(indented: true)));
        Assert.StartsWith($"{{{Environment.NewLine}  \"", query.ToJson(indented: true), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SourceDocument))]
    public void Sends_what_the_source_document_sends_after_checking_it(string name, SearchQuery query, string json)
    {
        if (name.Contains("assignee", StringComparison.Ordinal))
        {
            (query, json) = (F("admin_assignee_id", Equal, "123"), """{"field":"admin_assignee_id","operator":"=","value":123}""");
        }
        var resource = json.Contains("state", StringComparison.Ordinal) || json.Contains("assignee", StringComparison.Ordinal)
            ? SearchResource.Conversation
            : SearchResource.Contact;
        Assert.Equal(json, QueryCompiler.Compile(query, resource).ToJson());
    }

    [Fact]
    public void Prints_as_a_readable_line()
    {
        var query = SearchQuery.All(
            F("role", Equal, "user"),
            SearchQuery.Any(F("plan", In, new[] { "premium", "enterprise" }), F("created_at", Greater, new DateTime(2024, 5, 1))));
        Assert.Equal("role = user AND (plan IN premium, enterprise OR created_at > 2024-05-01)", query.ToString());
    }

    [Theory]
    [InlineData("user", "x = user")]
    [InlineData("a@b.io", "x = a@b.io")]
    [InlineData("Jane Doe", "x = \"Jane Doe\"")]
    [InlineData("", "x = \"\"")]
    [InlineData("null", "x = \"null\"")]
    [InlineData("true", "x = \"true\"")]
    [InlineData("false", "x = \"false\"")]
    [InlineData("AND", "x = \"AND\"")]
    [InlineData("OR", "x = \"OR\"")]
    [InlineData("a_b-c.d+e/f:g", "x = a_b-c.d+e/f:g")]
    [InlineData("a\\b c", "x = \"a\\\\b c\"")]
    [InlineData("42", "x = \"42\"")]
    [InlineData("say \"hi\"", "x = \"say \\\"hi\\\"\"")]
    [InlineData(42, "x = 42")]
    [InlineData(4.5, "x = 4.5")]
    [InlineData(true, "x = true")]
    [InlineData(null, "x = null")]
    public void Prints_values_so_that_their_type_shows(object? value, string line) => Assert.Equal(line, F("x", Equal, value).ToString());

    [Fact]
    public void Prints_seconds_of_a_time_field_as_a_date() =>
        Assert.Equal(
            "created_at > 2021-01-01T00:00:00Z; created_at > 1970-01-02T00:00:00Z; created_at > 86399",
            string.Join("; ", new[] { 1609459200, 86400, 86399 }.Select(seconds => F("created_at", Greater, seconds).ToString())));

    [Fact]
    public void Compares_by_what_is_sent()
    {
        Assert.Equal(F("x", Equal, 4), F("x", Equal, 4.0m));
        Assert.Equal(F("x", Greater, DateTimeOffset.FromUnixTimeSeconds(1714521600)), F("x", Greater, 1714521600L));
        Assert.Equal(F("x", In, new[] { 1, 2 }), F("x", In, new List<object> { 1L, 2.0 }));
        Assert.NotEqual(F("x", Equal, "4"), F("x", Equal, 4));
        Assert.NotEqual(F("x", Equal, null), F("x", Equal, ""));
        Assert.NotEqual(F("x", Equal, 1), F("x", Equal, true));
        Assert.NotEqual(F("x", In, new[] { 1, 2 }), F("x", In, new[] { 2, 1 }));
        Assert.NotEqual(F("x", In, new[] { 1, 2 }), F("x", In, new[] { 1, 3 }));
        Assert.NotEqual<SearchQuery>(SearchQuery.All(F("x", Equal, 1)), SearchQuery.Any(F("x", Equal, 1)));
        Assert.NotEqual<SearchQuery>(SearchQuery.All(F("x", Equal, 1)), F("x", Equal, 1));
    }

    [Fact]
    public void Other_values_keep_the_form_of_the_first()
    {
        Assert.Equal(F("x", In, new[] { 3, 4 }), F("x", In, new[] { 1, 2 }).WithValues([3, 4]));
        Assert.Equal(F("x", In, new[] { 3 }), F("x", In, new[] { 1 }).WithValues([3]));
        Assert.Equal(F("x", Equal, 3), F("x", Equal, 1).WithValues([3]));
        Assert.Throws<InvalidOperationException>(() => F("x", Equal, 1).WithValues([]));
    }

    [Fact]
    public void Different_queries_have_different_hash_codes()
    {
        var filters = new[] { "x", "y" }.SelectMany(_ => QueryOperators.All, (field, one) => F(field, one, 7)).ToArray();
        AllDiffer(filters);
        AllDiffer([.. Enumerable.Range(0, 50).Select(value => F("x", Equal, value))]);
        AllDiffer([F("x", In, new[] { 1, 2 }), F("x", In, new[] { 2, 1 }), F("x", In, new[] { 1 }), F("x", In, Array.Empty<int>())]);
        AllDiffer(
            [SearchQuery.All(filters), SearchQuery.Any(filters), SearchQuery.All([.. filters.Reverse()]), SearchQuery.All(filters[1])]);

        static void AllDiffer(SearchQuery[] queries) =>
            Assert.Equal(queries.Length, queries.Select(query => query.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Keeps_whole_seconds_without_moving_the_limit()
    {
        var half = DateTimeOffset.FromUnixTimeMilliseconds(1714521600500);
        Assert.Equal("""{"field":"x","operator":">","value":1714521600}""", F("x", Greater, half).ToJson());
        Assert.Equal("""{"field":"x","operator":"<=","value":1714521600}""", F("x", LessOrEqual, half).ToJson());
        Assert.Equal("""{"field":"x","operator":"<","value":1714521601}""", F("x", Less, half).ToJson());
        Assert.Equal("""{"field":"x","operator":">=","value":1714521601}""", F("x", GreaterOrEqual, half).ToJson());
        Assert.Equal(
            """{"field":"x","operator":">","value":-1}""", F("x", Greater, DateTimeOffset.FromUnixTimeMilliseconds(-500)).ToJson());
    }

    [Fact]
    public void Takes_values_of_every_plain_type()
    {
        Assert.Equal("""{"field":"x","operator":"=","value":90}""", F("x", Equal, TimeSpan.FromSeconds(90)).ToJson());
        Assert.Equal("""{"field":"x","operator":"=","value":"Friday"}""", F("x", Equal, DayOfWeek.Friday).ToJson());
        Assert.Equal("""{"field":"x","operator":"=","value":"c"}""", F("x", Equal, 'c').ToJson());
        foreach (var seven in new object[] { (sbyte)7, (byte)7, (short)7, (ushort)7, 7, 7U, 7L, 7UL, 7F, 7D, 7M })
        {
            Assert.Equal("""{"field":"x","operator":"=","value":7}""", F("x", Equal, seven).ToJson());
        }
        Assert.IsType<double>(F("x", Equal, 9.2e18).Value);
        foreach (var truth in new[] { "true", "false" })
        {
            Assert.Equal($"x = {truth}", SearchQuery.Parse($$"""{"field":"x","operator":"=","value":{{truth}}}""").ToString());
        }
        Assert.Equal("""{"field":"x","operator":"=","value":null}""", F("x", Equal, DBNull.Value).ToJson());
#if NET
        Assert.Equal(F("x", Equal, new DateTime(2024, 5, 1)), F("x", Equal, new DateOnly(2024, 5, 1)));
#endif
        Assert.Equal(F("x", Equal, DateTime.UnixEpoch.AddSeconds(5)), F("x", Equal, 5));
        var long_ = F("x", Equal, "9007199254740993123");
        Assert.Equal("9007199254740993123", SearchQuery.Parse(long_.ToJson()) is QueryFilter { Value: string id } ? id : null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Refuses_a_filter_without_a_field(string? field) =>
        Assert.Equal("missing_field", Assert.Throws<QueryException>(() => F(field!, Equal, 1)).Code);

    [Fact]
    public void Refuses_a_set_of_operators_a_nested_list_an_object_and_an_endless_number()
    {
        Assert.Equal("missing_operator", Assert.Throws<QueryException>(() => F("x", QueryOperators.Set, 1)).Code);
        foreach (var value in new object[] { new[] { new[] { 1 } }, new Hashtable(), new object(), double.NaN, double.PositiveInfinity })
        {
            var error = Assert.Throws<QueryException>(() => F("plan", In, value));
            Assert.Contains("'plan IN'", error.Message, StringComparison.Ordinal);
            Assert.Equal("unsupported_value", error.Code);
        }
    }

    [Fact]
    public void Refuses_an_empty_group_and_an_empty_condition()
    {
        Refused(() => SearchQuery.Any(), "An OR group has no condition.");
        Refused(() => SearchQuery.All(F("x", Equal, 1), null!), "An AND group has an empty condition.");
        Assert.Equal("conditions", Assert.Throws<ArgumentNullException>(() => new QueryGroup(GroupOperator.And, null!)).ParamName);

        static void Refused(Action make, string problem)
        {
            var error = Assert.Throws<QueryException>(make);
            Assert.Equal("empty_group", error.Code);
            Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_value_list_cannot_be_changed_from_outside()
    {
        var values = new List<string> { "a" };
        var filter = F("plan", In, values);
        values.Add("b");
        Assert.Equal("plan IN a", filter.ToString());
        Assert.Throws<NotSupportedException>(() => ((IList)filter.Values)[0] = "c");
    }

    [Theory]
    [InlineData("x = 1", "x != 1")]
    [InlineData("x IN 1, 2", "x NIN 1, 2")]
    [InlineData("x ~ a", "x !~ a")]
    [InlineData("x < 1", "x >= 1 OR x = null")]
    [InlineData("x >= 1", "x < 1 OR x = null")]
    public void Negates_a_filter_into_its_exact_opposite_and_back(string line, string opposite)
    {
        var parts = line.Split(' ', 3);
        Assert.True(QueryOperators.TryParse(parts[1], out var @operator));
        object value = @operator == In ? new[] { 1, 2 } : parts[2] == "1" ? 1 : parts[2];
        var filter = F("x", @operator, value);
        Assert.Equal(opposite, filter.Negate().ToString());
        Assert.Equal(filter, filter.Negate().Negate());
    }

    [Fact]
    public void Negates_groups_by_De_Morgan_and_leaves_null_out_where_a_field_is_always_set()
    {
        var query = SearchQuery.All(F("role", Equal, "user"), SearchQuery.Any(F("created_at", Greater, 5), F("owner_id", Less, 3)));
        Assert.Equal("role != user OR (created_at <= 5 AND (owner_id >= 3 OR owner_id = null))", query.Negate().ToString());
        Assert.Equal(query, query.Negate().Negate());
        Assert.Equal("CreatedAt <= 5", F("CreatedAt", Greater, 5).Negate(SearchResource.Ticket).ToString());
    }

    [Theory]
    [InlineData(StartsWith, "does not start with a value, the opposite of '^'")]
    [InlineData(EndsWith, "does not end with a value, the opposite of '$'")]
    public void Refuses_to_negate_what_Intercom_has_no_opposite_of(QueryOperator @operator, string wire)
    {
        var filter = F("name", @operator, "J");
        var error = Assert.Throws<QueryException>(() => SearchQuery.All(filter).Negate());
        Assert.Same(filter, error.Filter);
        Assert.Contains("'name ", error.Message, StringComparison.Ordinal);
        Assert.Contains(wire, error.Message, StringComparison.Ordinal);
        Assert.Equal("no_opposite", error.Code);
    }
}
