using System.Collections;
using Intercom.Query;

namespace Intercom.Client.Tests.Query;

/// <summary>The paging and sorting of a search body, and the errors that name the wrong part.</summary>
public class SearchBodyTests
{
    private const string Role = """{"field":"role","operator":"=","value":"user"}""";

    private static SearchBody Parse(string beside) => SearchBody.Parse($$"""{"query":{{Role}},{{beside}}}""");

    private static Hashtable Table(string name, object? value) => new() { ["query"] = new Hashtable { ["role"] = "user" }, [name] = value };

    [Theory]
    [InlineData("\"sort\":{\"order\":\"ascending\"}", false)]
    [InlineData("\"sort\":{\"order\":\"Descending\"}", true)]
    [InlineData("\"sort\":{\"order\":null}", false)]
    [InlineData("\"sort\":{}", false)]
    [InlineData("\"sort\":null", false)]
    public void Reads_the_order(string sort, bool isDescending) => Assert.Equal(isDescending, Parse(sort).Descending);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"150\"", 150)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public void Reads_the_size_of_a_page(string given, int? size) =>
        Assert.Equal(size, Parse($"\"pagination\":{{\"per_page\":{given}}}").PerPage);

    [Theory]
    [InlineData("\"pagination\":{\"per_page\":0}", "invalid_page_size", "pagination.per_page is '0',")]
    [InlineData("\"pagination\":{\"per_page\":-1}", "invalid_page_size", "pagination.per_page is '-1',")]
    [InlineData("\"pagination\":{\"per_page\":\"x\"}", "invalid_page_size", "pagination.per_page is 'x',")]
    [InlineData("\"sort\":{\"order\":\"up\"}", "invalid_sort_order", "sort.order is 'up',")]
    [InlineData("\"sort\":\"name\"", "not_an_object", "sort is 'name',")]
    [InlineData("\"pagination\":5", "not_an_object", "pagination is '5',")]
    [InlineData("\"sorts\":{}", "unknown_member", "The search body has a member 'sorts', ", "Did you mean 'sort'?")]
    [InlineData("\"zebra\":1", "unknown_member", "The search body has a member 'zebra', ", "Its members are query, pagination, sort.")]
    [InlineData("\"pagination\":{\"page\":1}", "unknown_member", "pagination has a member 'page', ")]
    [InlineData("\"sort\":{\"by\":1}", "unknown_member", "sort has a member 'by', ", "Its members are field, order.")]
    public void Names_the_part_that_is_wrong(string beside, string code, string problem, string remedy = "")
    {
        var error = Assert.Throws<QueryException>(() => Parse(beside));
        Assert.Equal(code, error.Code);
        Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_hashtable_as_it_reads_JSON()
    {
        var body = SearchBody.FromDictionary(Table("pagination", new Hashtable { ["per_page"] = 20, ["Starting_After"] = "abc" }));
        Assert.Equal(("role = user", 20, "abc"), (body.Query.ToString(), body.PerPage, body.StartingAfter));
        body = SearchBody.FromDictionary(Table("sort", new Hashtable { ["field"] = "name", ["order"] = "descending" }));
        Assert.Equal(("name", true), (body.SortField, body.Descending));
        Assert.Equal("role = lead", SearchBody.FromDictionary(new Hashtable { ["role"] = "lead" }).Query.ToString());
        var query = new QueryFilter("role", QueryOperator.Equal, "lead");
        Assert.Same(query, SearchBody.FromDictionary(new Hashtable { ["Query"] = query }).Query);
        var error = Assert.Throws<QueryException>(() => SearchBody.FromDictionary(new Hashtable { ["query"] = 5 }));
        Assert.StartsWith("The key 'query' of the hashtable contains '5'", error.Message, StringComparison.Ordinal);
        Assert.Equal("unknown_member", Assert.Throws<QueryException>(() => SearchBody.FromDictionary(Table("zebra", 1))).Code);
    }

    [Fact]
    public void Names_the_place_in_the_query()
    {
        Assert.StartsWith("$.query is 5,", Assert.Throws<QueryException>(() => SearchBody.Parse("{\"query\":5}")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => SearchBody.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => SearchBody.FromDictionary(null!));
    }
}
