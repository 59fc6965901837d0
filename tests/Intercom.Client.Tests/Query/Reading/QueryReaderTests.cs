using System.Collections;
using System.Collections.Specialized;
using Intercom.Query;

namespace Intercom.Client.Tests.Query;

public class QueryReaderTests
{
    [Theory]
    [InlineData("", "invalid_json")]
    [InlineData("{\"field\":", "invalid_json")]
    [InlineData("[]", "not_a_filter", "$ is an empty array,")]
    [InlineData("[1]", "not_a_filter", "$ is an array,")]
    [InlineData("null", "not_a_filter", "$ is null,")]
    [InlineData("true", "not_a_filter", "$ is true,")]
    [InlineData("\"role\"", "not_a_filter", "$")]
    [InlineData("{\"filed\":\"role\",\"operator\":\"=\",\"value\":1}", "unknown_member")]
    [InlineData("{\"field\":\"role\",\"value\":1}", "missing_operator")]
    [InlineData("{\"operator\":5,\"value\":1}", "missing_operator")]
    [InlineData("{\"field\":\"role\",\"operator\":\"=\"}", "missing_value")]
    [InlineData("{\"field\":\"role\",\"operator\":\"AND\",\"value\":1}", "unknown_operator")]
    [InlineData("{\"field\":\"role\",\"operator\":\"like\",\"value\":1}", "unknown_operator", "$.operator of 'role' is 'like'")]
    [InlineData("{\"field\":7,\"operator\":\"=\",\"value\":1}", "missing_field", "$.field")]
    [InlineData("{\"operator\":\"=\",\"value\":1}", "missing_field")]
    [InlineData("{\"operator\":\"AND\",\"value\":{}}", "empty_group", "$.value of the AND group is an object.")]
    [InlineData("{\"operator\":\"AND\",\"value\":[]}", "empty_group", "$.value")]
    [InlineData("{\"operator\":\"AND\",\"value\":[{\"operator\":\"OR\",\"value\":[3]}]}", "not_a_filter", "$.value[0].value[0]")]
    [InlineData("{\"query\":{\"operator\":\"AND\",\"value\":[null]}}", "not_a_filter", "$.query.value[0]")]
    [InlineData("{\"field\":\"role\",\"operator\":\"=\",\"value\":{\"a\":1}}", "unsupported_value")]
    public void Says_what_is_wrong_with_JSON_and_where(string json, string code, string place = "")
    {
        var error = Assert.Throws<QueryException>(() => SearchQuery.Parse(json));
        Assert.Equal(code, error.Code);
        Assert.StartsWith(place, error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_whole_search_body_and_keeps_the_properties_beside_the_query()
    {
        var body = SearchBody.Parse("""
            { "query": { "field": "role", "operator": "=", "value": "user" }, "pagination": { "per_page": 50, "starting_after": "abc" },
              "sort": { "field": "name", "order": "descending" } }
            """);
        Assert.Equal("role = user", body.Query.ToString());
        Assert.Equal((50, "abc", "name", true), (body.PerPage, body.StartingAfter, body.SortField, body.Descending));

        var bare = SearchBody.Parse("""{ "operator": "or", "value": [{ "field": "role", "operator": "nin", "value": ["user"] }] }""");
        Assert.Equal("role NIN user", bare.Query.ToString());
        Assert.Equal((null, null, null, false), (bare.PerPage, bare.StartingAfter, bare.SortField, bare.Descending));
    }

    [Fact]
    public void Reads_a_hashtable_of_fields_and_values()
    {
        Assert.Equal(new QueryFilter("role", QueryOperator.Equal, "user"), SearchQuery.FromDictionary(new Hashtable { ["role"] = "user" }));
        Assert.Equal(
            "custom_attributes.plan IN premium, enterprise AND owner_id = null AND role = user",
            SearchQuery.FromDictionary(
                new Hashtable
                {
                    ["role"] = "user", ["owner_id"] = null,
                    ["custom_attributes.plan"] = new[] { "premium", "enterprise" },
                }).ToString());
    }

    [Fact]
    public void Reads_a_hashtable_in_wire_form()
    {
        var role = new OrderedDictionary { ["Field"] = "role", ["Operator"] = "=", ["Value"] = "user" };
        Assert.Equal("role = user", SearchQuery.FromDictionary(role).ToString());
        var group = new Hashtable
        {
            ["operator"] = "OR",
            ["value"] = new object[] { role, new QueryFilter("name", QueryOperator.Contains, "x") },
        };
        Assert.Equal("role = user OR name ~ x", SearchQuery.FromDictionary(group).ToString());
        // Beside another name, these are fields.
        var named = new Hashtable { ["field"] = "a", ["role"] = "user" };
        Assert.Equal("field = a AND role = user", SearchQuery.FromDictionary(named).ToString());
    }

    [Fact]
    public void Says_what_is_wrong_with_a_hashtable()
    {
        Assert.Throws<ArgumentNullException>(() => SearchQuery.FromDictionary(null!));
        Wrong([], "empty_query");
        Wrong(new() { ["field"] = null, ["operator"] = "=", ["value"] = 1 }, "missing_field");
        Wrong(new() { ["field"] = "role", ["value"] = 1 }, "unknown_operator", "operator of 'role' is '', which");
        Wrong(new() { ["field"] = "role", ["operator"] = "=" }, "missing_value");
        Wrong(new() { ["field"] = "role" }, "missing_value", "The hashtable with the operator '' has");
        Wrong(new() { ["operator"] = "AND", ["value"] = "x" }, "missing_field");
        Wrong(new() { ["operator"] = "AND", ["value"] = new[] { 3 } }, "not_a_filter");
        Wrong(new() { ["role"] = new Hashtable() }, "unsupported_value");

        static void Wrong(Hashtable table, string code, string problem = "")
        {
            var error = Assert.Throws<QueryException>(() => SearchQuery.FromDictionary(table));
            Assert.Equal(code, error.Code);
            Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
        }
    }
}
