using System.Net;
using System.Net.Http;
using System.Web;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

public class PagerTests
{
    private static readonly ApiRequest Contacts = new("GET", "contacts") { Paging = PageShape.Cursor, PageSize = 10 };

    private static string Items(int from, int count) =>
        string.Join(",", Enumerable.Range(from, count).Select(i => $$"""{"type":"contact","id":"{{i}}"}"""));

    /// <summary>A list of the given number of contacts, by cursor. The cursor is the number of the last item.</summary>
    private static FakeServer CursorServer(int total) => new((_, request) =>
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var size = int.Parse(query["per_page"] ?? "50", CultureInfo.InvariantCulture);
        var start = int.Parse(query["starting_after"] ?? "0", CultureInfo.InvariantCulture);
        var count = Math.Min(size, total - start);
        var next = start + count < total ? $$""","next":{"per_page":{{size}},"starting_after":"{{start + count}}"}""" : "";
        return FakeServer.Json(
            $$"""
            {"type":"list","data":[{{Items(start, count)}}],"total_count":{{total}},"pages":{"type":"pages","page":1,
            "per_page":{{size}}{{next}} } }
            """);
    });

    private static async Task<List<string>> Ids(
        FakeServer server, ApiRequest request, ListOptions? options = null, IDiagnosticSink? sink = null)
    {
        var ids = new List<string>();
        var client = server.Client();
        var walk = Task.Run(async () =>
        {
            await foreach (var item in Pager.Stream(client, request, typeof(Contact), options, sink)) ids.Add(((Contact)item).Id!);
            return true;
        });
        await server.Run(walk);
        return ids;
    }

    private static string[] Numbers(int from, int count) =>
        Enumerable.Range(from, count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(35, 4)]
    public async Task A_cursor_list_is_walked_to_its_end(int total, int calls)
    {
        var server = CursorServer(total);
        Assert.Equal(Numbers(0, total), await Ids(server, Contacts));
        Assert.Equal(calls, server.Calls.Count);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(11, 0, 2)]
    [InlineData(3, 9, 2)]
    [InlineData(3, 25, 3)]
    [InlineData(0, 0, 0)]
    public async Task First_and_skip_ask_for_no_more_than_needed(int first, int skip, int calls)
    {
        var server = CursorServer(100);
        Assert.Equal(Numbers(skip, first), await Ids(server, Contacts, new ListOptions { First = first, Skip = skip }));
        Assert.Equal(calls, server.Calls.Count);
    }

    [Fact]
    public async Task A_small_first_asks_for_a_small_page()
    {
        var server = CursorServer(100);
        await Ids(server, Contacts, new ListOptions { First = 4, Skip = 2 });
        Assert.Equal(["GET /contacts?per_page=6"], server.Calls);
    }

    [Fact]
    public async Task One_item_taken_makes_one_request_and_the_next_page_travels_while_this_one_is_taken()
    {
        var server = CursorServer(100);
        await using var items = Pager.Stream(
            server.Client(), Contacts, typeof(Contact)).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await items.MoveNextAsync());
        Assert.Single(server.Calls);
        for (var i = 1; i < 4; i++) Assert.True(await items.MoveNextAsync());
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Only_the_items_that_are_taken_are_read()
    {
        // The second item cannot be read. A consumer that reads only one item never reaches it.
        var server = new FakeServer((_, _) => FakeServer.Json("""{"data":[{"id":"1"},{"id":"2","tags":{"data":[{"id":{"a":1}},7]}}]}"""));
        Assert.Equal(["1"], await Ids(server, Contacts, new ListOptions { First = 1 }));
    }

    [Fact]
    public async Task A_search_carries_query_and_sort_on_every_page()
    {
        var server = new FakeServer((self, _) =>
        {
            var body = JsonNode.Parse(self.Bodies[^1]!)!;
            var start = int.Parse(body["pagination"]!["starting_after"]?.ToString() ?? "0", CultureInfo.InvariantCulture);
            return FakeServer.Json(
                "{\"data\":[" + Items(start, 10) + "],\"pages\":{\"next\":"
                    + (start < 20 ? $$"""{"starting_after":"{{start + 10}}"}""" : "null") + "}}");
        });
        var request = new ApiRequest("POST", "contacts/search")
        {
            Paging = PageShape.Search, PageSize = 10, Retry = RetryClass.Safe,
            Body = new JsonObject
            {
                ["query"] = new JsonObject { ["field"] = "role", ["operator"] = "=", ["value"] = "user" },
                ["sort"] = new JsonObject { ["field"] = "name", ["order"] = "descending" },
            },
        };
        Assert.Equal(Numbers(0, 30), await Ids(server, request));
        Assert.Equal(3, server.Bodies.Count);
        Assert.All(server.Bodies, body =>
        {
            Assert.Contains("\"query\":{\"field\":\"role\"", body, StringComparison.Ordinal);
            Assert.Contains("\"sort\":{\"field\":\"name\",\"order\":\"descending\"}", body, StringComparison.Ordinal);
            Assert.Contains("\"per_page\":10", body, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("starting_after", server.Bodies[0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbered_pages_are_walked_to_the_last()
    {
        var server = new FakeServer((_, request) =>
        {
            var page = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["page"] ?? "1", CultureInfo.InvariantCulture);
            return FakeServer.Json(
                $$"""
                {"data":[{{Items((page - 1) * 25, page == 3 ? 4 : 25)}}],"total_count":54,"pages":{"page":{{page}},
                "per_page":25,"total_pages":3} }
                """);
        });
        Assert.Equal(Numbers(0, 54), await Ids(server, new ApiRequest("GET", "articles") { Paging = PageShape.Page }));
        Assert.Equal(["GET /articles", "GET /articles?page=2", "GET /articles?page=3"], server.Calls);
    }

    [Fact]
    public async Task Numbered_pages_whose_next_is_an_address_are_walked_too()
    {
        var server = new FakeServer((_, request) =>
        {
            var page = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["page"] ?? "1", CultureInfo.InvariantCulture);
            var next = page < 3 ? $"\"https://api.intercom.io/companies/list?page={page + 1}\"" : "null";
            return FakeServer.Json($$"""{"data":[{{Items((page - 1) * 2, 2)}}],"pages":{"page":{{page}},"next":{{next}} } }""");
        });
        Assert.Equal(
            Numbers(0, 6),
            await Ids(server, new ApiRequest("POST", "companies/list") { Paging = PageShape.Page, Retry = RetryClass.Safe }));
    }

    [Fact]
    public async Task A_scroll_ends_with_an_empty_page()
    {
        var server = new FakeServer((self, _) =>
            FakeServer.Json(
                $$"""
                {"type":"list","data":[{{(self.Calls.Count < 4 ? Items(self.Calls.Count * 2 - 2, 2) : "")}}],
                "scroll_param":"same"}
                """));
        Assert.Equal(
            Numbers(0, 6),
            await Ids(server, new ApiRequest("GET", "companies/scroll") { Paging = PageShape.Scroll, Retry = RetryClass.Once }));
        Assert.Equal("GET /companies/scroll?scroll_param=same", server.Calls[^1]);
    }

    [Fact]
    public async Task A_link_is_followed_by_its_path_and_query()
    {
        static string Next(int calls) => calls < 3 ? $"\"https://api.intercom.io/events?type=user&before={calls}\"" : "null";
        var server = new FakeServer((self, _) =>
            FakeServer.Json(
                $$"""{"events":[{{Items(self.Calls.Count - 1, 1)}}],"pages":{"next":{{Next(self.Calls.Count)}} } }"""));
        Assert.Equal(
            Numbers(0, 3),
            await Ids(server, new ApiRequest("GET", "events") { Paging = PageShape.Link, Items = "events" }.WithQuery(("type", "user"))));
        Assert.Equal("GET /events?type=user&before=2", server.Calls[^1]);
    }

    [Theory]
    [InlineData("https://evil.example/contacts?page=2")]
    [InlineData("http://api.intercom.io/contacts?page=2")]
    [InlineData("https://api.intercom.io.evil.example/contacts")]
    public async Task A_link_to_another_house_is_refused(string link)
    {
        var server = new FakeServer((_, _) => FakeServer.Json($$"""{"data":[{"id":"0"}],"pages":{"next":"{{link}}"} }"""));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            Ids(server, new ApiRequest("GET", "contacts/1/companies") { Paging = PageShape.Link }));
        Assert.Equal("foreign_link", failure.Code);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_cursor_that_comes_twice_ends_in_an_error_behind_the_items_of_its_page_never_in_a_loop()
    {
        var server = new FakeServer((self, _) =>
            FakeServer.Json($$"""{"data":[{{Items(2 * self.Calls.Count - 2, 2)}}],"pages":{"next":{"starting_after":"again"} } }"""));
        var ids = new List<string>();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(async () =>
        {
            await foreach (
                var item in Pager.Stream(
                    server.Client(),
                    Contacts,
                    typeof(Contact),
                    cancellation: TestContext.Current.CancellationToken)) ids.Add(((Contact)item).Id!);
        });
        Assert.Equal("repeated_cursor", failure.Code);
        Assert.Equal(Numbers(0, 4), ids);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_cursor_that_comes_twice_is_not_an_error_for_a_reader_who_has_enough()
    {
        var server = new FakeServer((self, _) =>
            FakeServer.Json($$"""{"data":[{{Items(2 * self.Calls.Count - 2, 2)}}],"pages":{"next":{"starting_after":"again"} } }"""));
        Assert.Equal(Numbers(0, 4), await Ids(server, Contacts, new ListOptions { First = 4 }));
    }

    [Fact]
    public async Task A_slice_whose_cursor_comes_twice_returns_the_items_of_its_page_before_the_error()
    {
        var server = new FakeServer((self, _) =>
            FakeServer.Json(
                $$"""{"data":[{{Items(self.Calls.Count, 1)}}],"total_count":9,"pages":{"next":{"starting_after":"again"} } }"""));
        var request = new ApiRequest("POST", "contacts/search") { Paging = PageShape.Search, PageSize = 1 };
        var partition = new PartitionOptions { Resource = Intercom.Query.SearchResource.Contact };
        var axis = new DateAxis(partition.Resource, partition.Descending, null);
        var walk = new SearchSlices(
            server.Client(), new SliceRequests(request, partition, axis), axis, typeof(Contact), null, null).Open(null, null);
        using var first = await walk.FetchAsync("", TestContext.Current.CancellationToken);
        Assert.Null(first.Read().Failure);
        using var second = await walk.FetchAsync(first.Next!, TestContext.Current.CancellationToken);
        var items = second.Read();
        Assert.Equal("2", Assert.Single(items.Items).Id);
        Assert.Equal("repeated_cursor", Assert.IsType<IntercomApiException>(items.Failure).Code);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_failing_page_is_repeated_alone()
    {
        var broken = false;
        var inner = CursorServer(35);
        var server = new FakeServer(async (_, request) =>
        {
            if (!broken && request.RequestUri!.Query.Contains("starting_after=20", StringComparison.Ordinal))
            {
                broken = true;
                return FakeServer.Error(502, "server_error", "x");
            }
            using var invoker = new HttpMessageInvoker(inner, false);
            return await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        });
        Assert.Equal(Numbers(0, 35), await Ids(server, Contacts));
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public async Task A_page_that_times_out_is_asked_for_again_at_half_the_size_from_the_same_place()
    {
        var inner = CursorServer(100);
        var sink = new ListSink();
        var server = new FakeServer(async (_, request) =>
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            if (query["starting_after"] == "40" && query["per_page"] == "40") return FakeServer.Error(504, "timeout", "x");
            using var invoker = new HttpMessageInvoker(inner, false);
            return await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        });
        Assert.Equal(
            Numbers(0, 100), await Ids(server, new ApiRequest("GET", "contacts") { Paging = PageShape.Cursor, PageSize = 40 }, sink: sink));
        Assert.Contains("GET /contacts?per_page=20&starting_after=40", server.Calls);
        Assert.Contains(
            sink.Events,
            told => told.Kind == DiagnosticKind.Warning && told.Message.Contains("20 items per page", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_items_are_found_under_their_own_name_or_data_or_the_first_list()
    {
        const string Both = """{"errors_seen":[{"id":"x"}],"data":[{"id":"d"}],"companies":[{"id":"c"}]}""";
        Assert.Equal(["c"], await Ids(new FakeServer((_, _) => FakeServer.Json(Both)), new ApiRequest("GET", "x") { Items = "companies" }));
        Assert.Equal(["d"], await Ids(new FakeServer((_, _) => FakeServer.Json(Both)), new ApiRequest("GET", "x")));
        Assert.Equal(
            ["only"], await Ids(new FakeServer((_, _) => FakeServer.Json("""{"segments":[{"id":"only"}]}""")), new ApiRequest("GET", "x")));
        Assert.Equal(["n"], await Ids(new FakeServer((_, _) =>
            FakeServer.Json(
                """
                {"data":{"highlights":[{"id":"h"}],"articles":[{"id":"n"}]}}
                """)), new ApiRequest("GET", "x") { Items = "data.articles" }));
    }

    [Theory]
    [InlineData("<html>", "a web page")]
    [InlineData("", "is empty")]
    [InlineData("""{"type":"contact"}""", "cannot be read")]
    [InlineData("""{"data":[{"id":"1"}""", "cannot be read")]
    public async Task An_answer_that_is_not_a_list_is_a_readable_error(string body, string words)
    {
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => Ids(new FakeServer((_, _) => FakeServer.Json(body)), Contacts));
        Assert.Equal("unreadable_answer", failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_total_is_told_with_the_first_page()
    {
        long? total = null;
        await Ids(CursorServer(35), Contacts, new ListOptions { First = 1, Total = count => total = count });
        Assert.Equal(35, total);
    }
}
