using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>Changed copies of a request, and what a request is about.</summary>
public class ApiRequestTests
{
    private static readonly ApiRequest Whole = new("POST", "contacts/search")
    {
        Query = [new("a", "1")], Body = new JsonObject { ["x"] = 1 }, Retry = RetryClass.Idempotent, Paging = PageShape.Search,
        Items = "contacts", PageSize = 50, Accept = "text/csv", Resource = new ApiResource("contact", "1"),
    };

    private static object?[] Parts(ApiRequest request) =>
    [
        request.Method, request.RelativeUri, request.Body?.ToJsonString(), request.Retry, request.Paging, request.Items,
        request.PageSize, request.Accept, request.Resource,
    ];

    [Fact]
    public void A_copy_differs_in_one_part_alone()
    {
        Differs(1, "other?a=1", Whole.WithPath("other"));
        Differs(1, "contacts/search?b=2", Whole.WithQuery(("a", null), ("b", "2")));
        Differs(1, "contacts/search?a=1&b=2", Whole.WithQuery(("b", "2"), ("c", null)));
        Differs(2, "[]", Whole.WithBody(new JsonArray()));
        Differs(3, RetryClass.Once, Whole.WithRetry(RetryClass.Once));
        Differs(5, "data", Whole.WithItems("data"));
        Differs(6, 7, Whole.WithPageSize(7));
        var resource = new ApiResource("tag", "2");
        Differs(8, resource, Whole.About(resource));
        Assert.Equal(Parts(Whole), Parts(Whole.About(null).WithItems(null)));

        static void Differs(int part, object value, ApiRequest copy)
        {
            var parts = Parts(Whole);
            parts[part] = value;
            Assert.Equal(parts, Parts(copy));
        }
    }

    /// <summary>The id of a name is known only when the request is sent.</summary>
    [Fact]
    public void An_id_that_is_filled_in_later_is_known_unescaped_like_the_others()
    {
        var request = new ApiRequest("DELETE", "contacts/1/tags/{Tag}") { Ids = new Dictionary<string, string> { ["ContactId"] = "1" } };
        var filled = request.WithId("Tag", "a b");
        Assert.Equal("contacts/1/tags/a%20b", filled.Path);
        Assert.Equal(new Dictionary<string, string> { ["ContactId"] = "1", ["Tag"] = "a b" }, filled.WithBody(null).Ids);
        Assert.Empty(filled.WithPath("contacts/2").Ids);
    }

    [Fact]
    public void Requests_that_send_other_bytes_are_not_equal()
    {
        Assert.True(Whole.Equals(Whole.WithItems("data").WithPageSize(7).WithRetry(RetryClass.Once)));
        Assert.Equal(Whole.GetHashCode(), Whole.WithItems("data").GetHashCode());
        var others = new[]
        {
            new ApiRequest("PUT", "contacts/search") { Query = Whole.Query, Body = Whole.Body, Accept = Whole.Accept },
            new ApiRequest("POST", "contacts/search") { Query = Whole.Query, Body = Whole.Body }, Whole.WithBody(null), Whole.WithPath("x"),
        };
        Assert.All(others, other => Assert.False(Whole.Equals(other)));
        Assert.False(Whole.Equals(null));
        Assert.False(Whole.Equals("x"));
    }

    [Fact]
    public void A_request_is_shown_with_its_body()
    {
        Assert.Equal("POST contacts/search?a=1 {\"x\":1}", Whole.ToString());
        Assert.Equal("GET contacts", new ApiRequest("GET", "contacts").ToString());
    }

    [Theory]
    [InlineData(null, null, "contact", null)]
    [InlineData(null, "Ada", "contact Ada", null)]
    [InlineData("65c0", null, "contact 65c0", "contact/65c0")]
    [InlineData("65c0", "Ada", "contact 65c0 (Ada)", "contact/65c0")]
    public void A_resource_is_shown_and_has_a_key(string? id, string? name, string shown, string? key)
    {
        var resource = new ApiResource("contact", id, name);
        Assert.Equal((shown, key), (resource.ToString(), resource.Key));
        Assert.Equal("own", (resource with { Key = "own" }).Key);
    }
}
