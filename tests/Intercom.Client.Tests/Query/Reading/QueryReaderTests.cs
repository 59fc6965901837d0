using System.Collections;
using System.Collections.Specialized;
using Intercom.Query;
using Xunit;

namespace Intercom.Client.Tests.Query;

public class QueryReaderTests
{
    [Theory]
    [InlineData("", "not valid JSON", "Give Intercom's filter JSON")]
    [InlineData("{\"field\":", "not valid JSON", "Give Intercom's filter JSON")]
    [InlineData("[]", "$ is an empty array", "A filter is")]
    [InlineData("\"role\"", "$ is \"role\"", "A filter is")]
    [InlineData("{\"filed\":\"role\",\"operator\":\"=\",\"value\":1}", "'filed'", "Write 'field' instead")]
    [InlineData("{\"field\":\"role\",\"value\":1}", "no operator", "= != IN NIN < > <= >= ~ !~ ^ $")]
    [InlineData("{\"field\":\"role\",\"operator\":\"=\"}", "no value", "null is a value too")]
    [InlineData("{\"field\":\"role\",\"operator\":\"AND\",\"value\":1}", "'role' is 'AND', which compares nothing", "AND and OR combine")]
    [InlineData("{\"field\":\"role\",\"operator\":\"like\",\"value\":1}", "'role' is 'like'", "Use one of = != IN")]
    [InlineData("{\"field\":7,\"operator\":\"=\",\"value\":1}", "$.field is 7", "A filter is")]
    [InlineData("{\"operator\":\"=\",\"value\":1}", "operator '=' but no field", "Add the field")]
    [InlineData("{\"operator\":\"AND\",\"value\":{}}", "$.value of the AND group is an object", "Give an array")]
    [InlineData("{\"operator\":\"AND\",\"value\":[]}", "$.value of the AND group is an empty array", "Give an array")]
    [InlineData("{\"operator\":\"AND\",\"value\":[{\"operator\":\"OR\",\"value\":[3]}]}", "$.value[0].value[0] is 3", "A filter is")]
    [InlineData("{\"query\":{\"operator\":\"AND\",\"value\":[null]}}", "$.query.value[0] is null", "A filter is")]
    [InlineData("{\"field\":\"role\",\"operator\":\"=\",\"value\":{\"a\":1}}", "'role =' is a JSON object", "Give text")]
    public void Says_where_JSON_is_wrong_and_what_to_write(string json, string problem, string remedy)
    {
        var error = Assert.Throws<QueryException>(() => SearchQuery.Parse(json));
        Assert.Contains(problem, error.Message, System.StringComparison.Ordinal);
        Assert.Contains(remedy, error.Remedy, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_whole_search_body_and_keeps_what_stands_beside_the_query()
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
        Assert.Equal("role = user", SearchQuery.FromDictionary(new Hashtable { ["role"] = "user" }).ToString());
        Assert.Equal(
            "custom_attributes.plan IN premium, enterprise AND owner_id = null AND role = user",
            SearchQuery.FromDictionary(new Hashtable { ["role"] = "user", ["owner_id"] = null, ["custom_attributes.plan"] = new[] { "premium", "enterprise" } }).ToString());
    }

    [Fact]
    public void Reads_a_hashtable_in_wire_form()
    {
        var role = new OrderedDictionary { ["Field"] = "role", ["Operator"] = "=", ["Value"] = "user" };
        Assert.Equal("role = user", SearchQuery.FromDictionary(role).ToString());
        var group = new Hashtable { ["operator"] = "OR", ["value"] = new object[] { role, new QueryFilter("name", QueryOperator.Contains, "x") } };
        Assert.Equal("role = user OR name ~ x", SearchQuery.FromDictionary(group).ToString());
    }

    [Fact]
    public void Says_what_is_wrong_with_a_hashtable()
    {
        Wrong([], "empty", "@{ role = 'user' }");
        Wrong(new() { ["field"] = "role", ["value"] = 1 }, "'role' is ''", "Use one of =");
        Wrong(new() { ["field"] = "role", ["operator"] = "=" }, "has no value", "$null is a value too");
        Wrong(new() { ["operator"] = "AND", ["value"] = "x" }, "operator 'AND' but no field", "array of hashtables");
        Wrong(new() { ["operator"] = "AND", ["value"] = new[] { 3 } }, "holds '3'", "a hashtable or a query");
        Wrong(new() { ["role"] = new Hashtable() }, "'role ='", "Give text");

        static void Wrong(Hashtable table, string problem, string remedy)
        {
            var error = Assert.Throws<QueryException>(() => SearchQuery.FromDictionary(table));
            Assert.Contains(problem, error.Message, System.StringComparison.Ordinal);
            Assert.Contains(remedy, error.Remedy, System.StringComparison.Ordinal);
        }
    }
}
