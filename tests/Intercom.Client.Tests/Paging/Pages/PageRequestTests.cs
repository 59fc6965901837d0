using Intercom.Http;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>How each page is requested, by the shape of the list, and what is said when a page cannot be requested.</summary>
public class PageRequestTests
{
    private static string Items(int call) => $$"""{"id":"{{call}}"}""";

    /// <summary>Pages of one item, each with this beside it, up to the last one.</summary>
    private static FakeServer Pages(int count, Func<int, string> beside) => new((self, _) => FakeServer.Json(
        $$"""{"data":[{{Items(self.Calls.Count)}}]{{(self.Calls.Count < count ? "," + beside(self.Calls.Count) : "")}} }"""));

    private static async Task<List<string>> Ids(
        FakeServer server, ApiRequest request, ListOptions? options = null, IDiagnosticSink? sink = null)
    {
        var ids = new List<string>();
        await server.Run(Task.Run(async () =>
        {
            await foreach (var item in Pager.Stream(server.Client(), request, typeof(Contact), options, sink))
            {
                ids.Add(((Contact)item).Id!);
            }
            return true;
        }));
        return ids;
    }

    private static string After(int call) => $$"""  "pages":{"next":{"starting_after":"c{{call}}"} }  """;

    private static string Number(int call) => $$"""  "pages":{"page":{{call}},"total_pages":9}  """;

    private static string Link(int call) => $$"""  "pages":{"next":"https://api.intercom.io/x?a=b+c&d&e=%26&page={{call + 1}}"}  """;

    [Fact]
    public async Task A_cursor_and_a_size_are_added_to_the_request()
    {
        var server = Pages(3, After);
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Cursor, PageSize = 10 });
        Assert.Equal(["GET /x?per_page=10", "GET /x?per_page=10&starting_after=c1", "GET /x?per_page=10&starting_after=c2"], server.Calls);
        server = Pages(2, After);
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Cursor });
        Assert.Equal(["GET /x", "GET /x?starting_after=c1"], server.Calls);
    }

    [Fact]
    public async Task A_cursor_at_the_root_is_sent_under_its_own_name_until_there_is_no_more()
    {
        var server = Pages(3, call => $$"""  "next_cursor":"c{{call}}","has_more":true  """);
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Next, PageSize = 10 });
        Assert.Equal(["GET /x?per_page=10", "GET /x?per_page=10&cursor=c1", "GET /x?per_page=10&cursor=c2"], server.Calls);
        server = Pages(3, call => $$"""  "next_cursor":"c{{call}}","has_more":false  """);
        Assert.Equal(["1"], await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Next }));
        server = Pages(2, call => $$"""  "next_cursor":"c{{call}}","has_more":true  """);
        Assert.Equal(["1", "2"], await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Auto }));
    }

    [Fact]
    public async Task A_number_and_a_size_are_added_to_the_body()
    {
        var bodies = new List<string>();
        var server = new FakeServer((self, request) =>
        {
            bodies.Add(request.Content!.ReadAsStringAsync().Result);
            return FakeServer.Json($$"""{"data":[{{Items(self.Calls.Count)}}],"pages":{"page":{{self.Calls.Count}},"total_pages":2} }""");
        });
        await Ids(server, new ApiRequest("POST", "x")
        {
            Paging = PageShape.Body, PageSize = 10, Retry = RetryClass.Safe, Body = new JsonObject { ["a"] = 1 },
        });
        Assert.Equal(["""{"a":1,"per_page":10}""", """{"a":1,"per_page":10,"page":2}"""], bodies);
    }

    [Fact]
    public async Task A_number_and_a_size_are_added_to_the_request()
    {
        var server = new FakeServer((self, _) => FakeServer.Json(
            $$"""{"data":[{{Items(self.Calls.Count)}}],"pages":{"page":{{self.Calls.Count}},"total_pages":3} }"""));
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Page, PageSize = 10 });
        Assert.Equal(["GET /x?per_page=10", "GET /x?page=2&per_page=10", "GET /x?page=3&per_page=10"], server.Calls);
        // The server need not state the number of the page.
        server = Pages(3, _ => "\"pages\":{\"next\":\"yes\"}");
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Page });
        Assert.Equal(["GET /x", "GET /x?page=2", "GET /x?page=3"], server.Calls);
    }

    [Fact]
    public async Task Numbered_pages_end_with_the_last_one_that_may_be_requested_and_with_an_empty_one()
    {
        var server = Pages(9, Number);
        var numbered = new ApiRequest("GET", "x") { Paging = PageShape.Page };
        Assert.Equal(["1", "2"], await Ids(server, numbered, new ListOptions { MostPages = 2 }));
        server = new FakeServer((self, _) => FakeServer.Json(
            $$"""{"data":[{{(self.Calls.Count == 1 ? Items(1) : "")}}],{{Number(self.Calls.Count)}} }"""));
        Assert.Equal(["1"], await Ids(server, numbered));
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_link_is_sent_with_its_query_and_the_size_only_on_the_first_page()
    {
        var server = Pages(2, Link);
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Link, PageSize = 10 });
        Assert.Equal(["GET /x?per_page=10", "GET /x?a=b%20c&d=&e=%26&page=2"], server.Calls);
    }

    [Fact]
    public async Task A_search_keeps_the_start_that_its_body_names_for_the_first_page()
    {
        var server = Pages(2, After);
        await Ids(server, new ApiRequest("POST", "x")
        {
            Paging = PageShape.Search, PageSize = 10, Retry = RetryClass.Safe,
            Body = new JsonObject { ["pagination"] = new JsonObject { ["starting_after"] = "own", ["page"] = 3 } },
        });
        Assert.Equal(
            [
                """{"pagination":{"starting_after":"own","page":3,"per_page":10}}""",
                """{"pagination":{"per_page":10,"starting_after":"c1"}}""",
            ],
            server.Bodies);
        server = Pages(2, After);
        await Ids(server, new ApiRequest("POST", "x") { Paging = PageShape.Search, Retry = RetryClass.Safe });
        Assert.Equal(["""{"pagination":{}}""", """{"pagination":{"starting_after":"c1"}}"""], server.Bodies);
    }

    [Fact]
    public async Task Without_a_shape_the_first_page_shows_it()
    {
        await Follows("GET", After, "GET /x?starting_after=c1");
        await Follows("GET", Link, "GET /x?a=b%20c&d=&e=%26&page=2");
        await Follows("GET", _ => "\"scroll_param\":\"s\"", "GET /x?scroll_param=s");
        await Follows("GET", Number, "GET /x?page=2");
        await Follows("POST", After, "POST /x");
        var server = Pages(2, _ => "\"total_count\":5");
        Assert.Equal(["1"], await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Auto }));

        static async Task Follows(string method, Func<int, string> beside, string second)
        {
            var server = new FakeServer((self, _) => FakeServer.Json(
                self.Calls.Count < 2 ? $$"""{"data":[{{Items(1)}}],{{beside(1)}} }""" : """{"data":[]}"""));
            await Ids(server, new ApiRequest(method, "x") { Retry = RetryClass.Safe, Paging = PageShape.Auto });
            Assert.Equal(second, server.Calls[1]);
        }
    }

    [Theory]
    [InlineData("http://[", "GET /x names its next page at 'http://[', which is not an address.")]
    [InlineData(
        "https://evil.example/x?page=2",
        "GET /x names its next page at evil.example, which is not api.intercom.io: the link was not followed, because the token would be "
            + "sent there.")]
    [InlineData("https://xintercom.io/x", "GET /x names its next page at xintercom.io, ")]
    public async Task A_link_that_is_not_followed_is_named(string link, string message)
    {
        var server = Pages(2, _ => $$"""  "pages":{"next":"{{link}}"}  """);
        var request = new ApiRequest("GET", "/x") { Paging = PageShape.Link };
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => Ids(server, request));
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(("foreign_link", "GET", "/x"), (failure.Code, failure.Method, failure.Path));
    }

    [Theory]
    [InlineData("https://intercom.io/x?page=2")]
    [InlineData("https://API.INTERCOM.IO/x?page=2")]
    [InlineData("https://api.eu.intercom.io/x?page=2")]
    public async Task A_link_to_a_host_of_Intercom_is_followed_on_the_own_host(string link)
    {
        var server = Pages(2, _ => $$"""  "pages":{"next":"{{link}}"}  """);
        Assert.Equal(["1", "2"], await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Link }));
        Assert.Equal("GET /x?page=2", server.Calls[1]);
        Assert.Equal("api.intercom.io", server.Requests[1].RequestUri!.Host);
    }

    [Fact]
    public async Task A_cursor_that_comes_twice_is_named()
    {
        var server = Pages(9, _ => After(1));
        var request = new ApiRequest("GET", "x") { Paging = PageShape.Cursor };
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => Ids(server, request));
        Assert.Equal(
            "GET x returned the same cursor twice ('c1'), so reading would never end. The items before it were returned. "
                + "Try again later, or narrow the query.",
            failure.Message);
        Assert.Equal(("repeated_cursor", "GET", "x"), (failure.Code, failure.Method, failure.Path));
    }

    [Theory]
    [InlineData(PageShape.Cursor, 45, new[] { 45, 22, 11, 10 })]
    [InlineData(PageShape.Search, 20, new[] { 20, 10 })]
    [InlineData(PageShape.Cursor, 10, new[] { 10 })]
    [InlineData(PageShape.Page, 40, new[] { 40 })]
    public async Task A_slow_page_is_requested_with_fewer_items_down_to_ten(PageShape shape, int size, int[] sizes)
    {
        var sink = new ListSink();
        var server = new FakeServer((_, _) => FakeServer.Error(422, "request_timeout", "slow"));
        var request = new ApiRequest(shape == PageShape.Search ? "POST" : "GET", "x")
        {
            Paging = shape, PageSize = size, Retry = RetryClass.Safe,
        };
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => Ids(server, request, sink: sink));
        Assert.Equal("request_timeout", failure.Code);
        Assert.Equal(
            sizes.Skip(1).Select(each => $"x is slow. Continuing from the same place with {each} items per page."),
            sink.Events.Where(told => told.Kind == DiagnosticKind.Warning).Select(told => told.Message));
    }

    [Theory]
    [InlineData(4L, 2L, "GET /x?per_page=6")]
    [InlineData(0L, 0L, "GET /x?per_page=1")]
    [InlineData(9L, 1L, "GET /x?per_page=10")]
    [InlineData(9L, 2L, "GET /x?per_page=10")]
    [InlineData(null, 2L, "GET /x?per_page=10")]
    [InlineData(long.MaxValue, 2L, "GET /x?per_page=10")]
    public async Task The_first_page_is_as_small_as_what_is_needed(long? first, long skip, string call)
    {
        var server = Pages(1, After);
        await Ids(server, new ApiRequest("GET", "x") { Paging = PageShape.Cursor, PageSize = 10 },
            new ListOptions { First = first, Skip = skip, Total = _ => { } });
        Assert.Equal(call, server.Calls[0]);
    }

    [Fact]
    public async Task Items_that_do_not_count_are_neither_passed_over_nor_returned()
    {
        var server = new FakeServer((_, _) => FakeServer.Json(
            $$"""{"data":[{{string.Join(",", Enumerable.Range(0, 10).Select(Items))}}]}"""));
        var options = new ListOptions { First = 2, Skip = 1, Keeps = item => ((Contact)item).Id is "1" or "3" or "5" or "7" };
        Assert.Equal(["3", "5"], await Ids(server, new ApiRequest("GET", "x") { PageSize = 10, Paging = PageShape.Cursor }, options));
        Assert.Equal(["GET /x?per_page=10"], server.Calls);
    }

    [Fact]
    public async Task The_total_is_asked_for_alone()
    {
        long? total = -1;
        var server = Pages(1, After);
        Assert.Empty(await Ids(server, new ApiRequest("GET", "x"), new ListOptions { First = 0, Total = count => total = count }));
        Assert.Null(total);
        Assert.Single(server.Calls);
        Assert.Empty(await Ids(server, new ApiRequest("GET", "x"), new ListOptions { First = 0 }));
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("""{"data":[{}]}""", true)]
    [InlineData("""{"data":[]}""", false)]
    public void A_response_has_items_or_not(string body, bool has)
    {
        var request = new ApiRequest("GET", "x");
        static ApiResponse Answer(string text)
        {
            var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64);
            return new ApiResponse(200, new Dictionary<string, string>(), buffer, System.Text.Encoding.UTF8.GetBytes(text, buffer));
        }
        using var response = Answer(body);
        Assert.Equal(has, Pager.HasItems(request, response));
        using var broken = Answer("{");
        Assert.Equal("unreadable_answer", Assert.Throws<IntercomApiException>(() => Pager.HasItems(request, broken)).Code);
    }
}
