using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

public class QueryLayoutTests
{
    private static QueryFilter F(string field, object? value, QueryOperator @operator = Equal) => new(field, @operator, value);

    private static QueryFilter[] Many(int count, string prefix = "v") => [
        .. Enumerable.Range(0, count).Select(at => F($"custom_attributes.{prefix}{at}", 1))];

    private static QueryPlan Compile(SearchQuery query) => QueryCompiler.Compile(query, SearchResource.Contact);

    internal static void AssertFits(SearchQuery query, int level = 1)
    {
        if (query is not QueryGroup group) return;
        Assert.InRange(level, 1, 2);
        Assert.InRange(group.Conditions.Count, 1, 15);
        Assert.True(
            group.Conditions.All(condition => condition is QueryFilter) || group.Conditions.All(condition => condition is QueryGroup),
            $"{group} mixes");
        foreach (var condition in group.Conditions) AssertFits(condition, level + 1);
    }

    private static SearchQuery Sent(SearchQuery query)
    {
        var plan = Compile(query);
        AssertFits(plan.Sent);
        return plan.Sent;
    }

    [Fact]
    public void Leaves_a_query_as_it_is_that_fits()
    {
        foreach (var query in new SearchQuery[]
        {
            F("name", "x"),
            SearchQuery.All(F("name", "x")),
            SearchQuery.All(Many(15)),
            SearchQuery.All(SearchQuery.Any(Many(15)), SearchQuery.All(F("name", "x"), F("name", "x"))),
        })
        {
            var plan = Compile(query);
            Assert.Same(query.GetType(), plan.Sent.GetType());
            Assert.Equal(query, plan.Sent);
            Assert.Empty(plan.Notes);
        }
    }

    [Fact]
    public void Puts_filters_beside_a_group_into_a_group_of_their_own()
    {
        var query = SearchQuery.All(F("role", "user"), SearchQuery.Any(F("name", "x"), F("name", "y")), F("os", "z"));
        Assert.Equal(
            """{"operator":"AND","value":[{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},"""
                + """{"field":"os","operator":"=","value":"z"}]},{"operator":"OR","value":["""
                + """{"field":"name","operator":"=","value":"x"},{"field":"name","operator":"=","value":"y"}]}]}""",
            Sent(query).ToJson());
        Assert.Contains(
            "either filters or groups",
            Assert.Single(Compile(query).Notes, note => note.Kind == QueryNoteKind.Rewritten).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_a_group_of_more_than_fifteen()
    {
        var sent = (QueryGroup)Sent(SearchQuery.Any(Many(40)));
        Assert.Equal([15, 15, 10], sent.Conditions.Select(part => ((QueryGroup)part).Conditions.Count));
        Assert.All(sent.Conditions, part => Assert.Equal(GroupOperator.Or, ((QueryGroup)part).Operator));
        Assert.Equal(Many(225), Sent(SearchQuery.All(Many(225))).Filters);
    }

    [Fact]
    public void Flattens_groups_of_the_same_operator()
    {
        var query = SearchQuery.All(F("os", 1), SearchQuery.All(F("name", 2), SearchQuery.All(F("phone", 3), F("email", 4))));
        Assert.Equal("os = \"1\" AND name = \"2\" AND phone = \"3\" AND email = \"4\"", Sent(query).ToString());
    }

    [Fact]
    public void Multiplies_three_levels_out_and_takes_the_shorter_of_the_two_forms()
    {
        var query = SearchQuery.All(F("role", "user"), SearchQuery.Any(F("os", "a"), SearchQuery.All(F("name", "b"), F("phone", "c"))));
        Assert.Equal("(role = user) AND (os = a OR name = b) AND (os = a OR phone = c)", Sent(query).ToString());
        var other = SearchQuery.Any(F("role", "user"), SearchQuery.All(F("os", "a"), SearchQuery.Any(F("name", "b"), F("phone", "c"))));
        Assert.Equal("(role = user) OR (os = a AND name = b) OR (os = a AND phone = c)", Sent(other).ToString());
        Assert.Contains("2 levels", Compile(other).Notes.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Drops_what_another_condition_makes_superfluous_when_it_multiplies()
    {
        var query = SearchQuery.All(F("os", "a"), SearchQuery.Any(F("os", "a"), SearchQuery.All(F("name", "b"), F("phone", "c"))));
        Assert.Equal(F("os", "a"), Sent(query));
        Assert.Equal(F("os", "a"), Sent(SearchQuery.All(SearchQuery.Any(F("os", "a"), F("name", "b")), F("os", "a"))));
        Assert.Equal(F("os", "a"), Sent(SearchQuery.All(SearchQuery.Any(F("name", "b"), F("os", "a")), F("os", "a"))));
        var twice = SearchQuery.All(F("os", "a"), F("name", "b"), SearchQuery.Any(F("phone", "c"), F("email", "d"), F("phone", "c")));
        Assert.Equal("(os = a AND name = b) AND (phone = c OR email = d)", Sent(twice).ToString());
    }

    [Fact]
    public void Joins_as_many_alternatives_as_are_counted()
    {
        var names = Enumerable.Range(0, 999).Select(at => F("name", $"n{at}"));
        var sent = Sent(SearchQuery.Any([.. names, SearchQuery.All(F("os", "a"), F("phone", "c"))]));
        Assert.Equal([999, 1, 1], sent.Filters.Select(filter => filter.Values.Count));
    }

    [Fact]
    public void Fills_a_group_to_the_limit()
    {
        var flat = SearchQuery.All(F("os", "a"), SearchQuery.All(Many(14)));
        Assert.Equal([F("os", "a"), .. Many(14)], ((QueryGroup)Sent(flat)).Conditions);
        var inner = (QueryGroup)Sent(SearchQuery.All(F("os", "a"), SearchQuery.Any(Many(15))));
        Assert.Equal([1, 15], inner.Conditions.Select(part => ((QueryGroup)part).Conditions.Count));
    }

    [Fact]
    public void Joins_equalities_of_one_field_where_nothing_else_fits()
    {
        var names = SearchQuery.Any([.. Enumerable.Range(0, 40).Select(at => F("name", $"n{at}"))]);
        Assert.Equal(3, ((QueryGroup)Sent(names)).Conditions.Count);
        var sent = Sent(SearchQuery.All(F("role", "user"), names));
        Assert.Equal(2, sent.Filters.Count());
        Assert.Equal(40, sent.Filters.Single(filter => filter.Operator == In).Values.Count);

        SearchQuery[] others = [F("name", "z", Contains), F("name", null), F("name", new[] { "x", "y" }, In)];
        var mixed = Sent(SearchQuery.All(F("role", "user"), SearchQuery.Any([.. ((QueryGroup)names).Conditions, .. others])));
        Assert.Equal(4, mixed.Filters.Count());
        Assert.Equal(42, mixed.Filters.Single(filter => filter.Operator == In).Values.Count);
        Assert.Contains(others[0], mixed.Filters);
        Assert.Contains(others[1], mixed.Filters);

        var none = SearchQuery.Any(
            F("role", "user"), SearchQuery.All([.. Enumerable.Range(0, 40).Select(at => F("name", $"n{at}", NotEqual))]));
        Assert.Equal(40, Sent(none).Filters.Single(filter => filter.Operator == NotIn).Values.Count);
    }

    [Fact]
    public void Refuses_what_cannot_be_laid_out_and_says_what_to_do()
    {
        foreach (var query in new[]
        {
            SearchQuery.All(Many(226)),
            SearchQuery.All(F("role", "user"), SearchQuery.Any(Many(16))),
            SearchQuery.All([.. Enumerable.Range(0, 16).Select(at => SearchQuery.Any(Many(2, $"g{at}_")))]),
            SearchQuery.All(F("role", "user"), SearchQuery.Any([.. Enumerable.Range(0, 20).Select(at => F("tag_id", $"{at}"))])),
        })
        {
            var error = Assert.Single(Compile(query).Errors);
            Assert.Null(error.Filter);
            Assert.Contains("2 levels of at most 15 conditions", error.Message, StringComparison.Ordinal);
            Assert.Contains("Use IN or NIN", error.Remedy, StringComparison.Ordinal);
        }
        var both = Assert.Single(Compile(SearchQuery.All(F("role", "user"), SearchQuery.Any(Many(16)))).Errors).Message;
        Assert.Contains(
            "into a group of their own, and Intercom accepts at most 15 conditions in a group.", both, StringComparison.Ordinal);
    }

    [Fact]
    public void Lays_out_what_the_operators_were_rewritten_into()
    {
        var range = SearchQuery.All(
            F("created_at", 1714557600, GreaterOrEqual), F("created_at", 1717236000, LessOrEqual), F("role", "user"));
        var sent = (QueryGroup)Sent(range);
        Assert.Equal(3, sent.Conditions.Count);
        Assert.Equal("role = user", sent.Conditions[0].ToString());
        Assert.Equal("created_at > 2024-05-01T10:00:00Z OR created_at = 2024-05-01T10:00:00Z", sent.Conditions[1].ToString());
    }
}
