using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.Client.Tests.Paging;

/// <summary>A search in slices, on the wire.</summary>
public class PartitionedSearchTests
{
    private const long Start = 1_700_000_000;

    private static readonly ApiRequest Search = new("POST", "conversations/search")
    {
        Paging = PageShape.Search, PageSize = 10, Items = "conversations",
    };

    /// <summary>
    /// Searches conversations, the first of which has the number 0; number n was created n minutes after it, and its JSON may be of
    /// another shape.
    /// </summary>
    private static FakeServer Server(int count, Func<int, string>? item = null) => new((_, request) =>
    {
        var body = JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult())!;
        var found = Enumerable.Range(0, count).Where(number => Matches(body["query"]!, Start + (60 * number))).ToList();
        if ((string?)body["sort"]!["order"] == "descending") found.Reverse();
        var size = (int)body["pagination"]!["per_page"]!;
        var at = int.Parse((string?)body["pagination"]!["starting_after"] ?? "0", CultureInfo.InvariantCulture);
        var next = at + size < found.Count ? $$"""{"starting_after":"{{at + size}}"}""" : "null";
        var items = string.Join(",", found.Skip(at).Take(size).Select(item ?? Conversation));
        return FakeServer.Json(
            $$"""
            {"type":"conversation.list","conversations":[{{items}}],"total_count":{{found.Count}},
            "pages":{"type":"pages","next":{{next}} } }
            """);
    });

    private static string Conversation(int number) =>
        $$"""{"type":"conversation","id":"{{number}}","created_at":{{Start + (60 * number)}}}""";

    private static bool Matches(JsonNode query, long created) => (string?)query["operator"] switch
    {
        "AND" => query["value"]!.AsArray().All(part => Matches(part!, created)),
        ">" => created > (long)query["value"]!,
        "<" => created < (long)query["value"]!,
        var other => throw new FormatException(other),
    };

    private static async Task<List<string>> Ids(
        FakeServer server, ListOptions? options = null, Action<IntercomApiException>? failed = null, IDiagnosticSink? sink = null,
        int atOnce = 4, bool descending = false, QueryPlan? plan = null)
    {
        var ids = new List<string>();
        var read = Task.Run(async () =>
        {
            try
            {
                await foreach (
                    var item in PartitionedSearch.Stream(
                        server.Client(),
                        Search,
                        typeof(Conversation),
                        new PartitionOptions
                        {
                            Resource = SearchResource.Conversation, AtOnce = atOnce, Descending = descending, Plan = plan,
                        },
                        options,
                        sink)) ids.Add(((Conversation)item).Id!);
            }
            catch (IntercomApiException failure) when (failed is not null)
            {
                failed(failure);
            }
            return true;
        });
        await server.Run(read);
        return ids;
    }

    private static IEnumerable<string> Numbers(int from, int count) =>
        Enumerable.Range(from, count).Select(number => number.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_slices_give_what_the_search_gives()
    {
        var server = Server(400);
        Assert.Equal(Numbers(0, 400), await Ids(server));
        Assert.Contains(server.Bodies, body => body!.Contains("AND", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_last_item_that_cannot_be_read_fails_behind_all_the_others()
    {
        IntercomApiException? failure = null;
        var ids = await Ids(
            Server(400, number => number == 399 ? """{"type":"conversation","id":"399",}""" : Conversation(number)),
            failed: found => failure = found);
        Assert.Equal("unreadable_answer", failure?.Code);
        Assert.Equal(Numbers(0, 399), ids);
    }

    [Theory]
    [InlineData(0L, 400L)]
    [InlineData(5L, 400L)]
    [InlineData(100L, 400L)]
    public async Task The_total_is_told_however_few_are_wanted(long first, long expected)
    {
        long? total = null;
        var server = Server(400);
        Assert.Equal(Numbers(0, (int)first), await Ids(server, new ListOptions { First = first, Total = count => total = count }));
        Assert.Equal(expected, total);
        if (first == 0) Assert.Single(server.Calls);
    }

    [Fact]
    public async Task The_cut_is_told_with_its_range()
    {
        var sink = new ListSink();
        Assert.Equal(Numbers(0, 400), await Ids(Server(400), sink: sink));
        var told = Assert.Single(sink.Events, told => told.Message.Contains("items: those", StringComparison.Ordinal));
        Assert.Equal(DiagnosticKind.Verbose, told.Kind);
        Assert.Matches(
            "^conversations/search: 400 items: those from 2023-11-14T22:22:20Z to 2023-11-15T04:52:20Z are read in [0-9]+ slices of about "
                + "[1-4] pages, 4 at once[.]$",
            told.Message);
    }

    [Theory]
    [InlineData(false, "ascending", "descending")]
    [InlineData(true, "descending", "ascending")]
    public async Task The_last_item_is_asked_for_in_the_other_order(bool descending, string order, string other)
    {
        var server = Server(400);
        var ids = await Ids(server, descending: descending);
        Assert.Equal(descending ? Numbers(0, 400).Reverse() : Numbers(0, 400), ids);
        var last = Assert.Single(server.Bodies, body => body!.Contains($"\"{other}\"", StringComparison.Ordinal));
        Assert.Contains("\"per_page\":1}", last, StringComparison.Ordinal);
        Assert.All(server.Bodies.Where(body => body != last), body =>
            Assert.Contains("\"sort\":{\"field\":\"created_at\",\"order\":\"" + order, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_single_call_at_once_reads_page_after_page()
    {
        var server = Server(45);
        Assert.Equal(Numbers(0, 45), await Ids(server, atOnce: 1));
        Assert.Equal(5, server.Calls.Count);
        Assert.All(server.Bodies, body =>
            Assert.Contains("\"query\":{\"field\":\"created_at\",\"operator\":\">\",\"value\":0}", body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10L, 0L, 1)]
    [InlineData(9L, 1L, 1)]
    public async Task A_page_that_holds_what_is_needed_is_the_only_one(long first, long skip, int calls)
    {
        var server = Server(400);
        Assert.Equal(Numbers((int)skip, (int)first), await Ids(server, new ListOptions { First = first, Skip = skip }));
        Assert.Equal(calls, server.Calls.Count);
    }

    [Fact]
    public async Task Items_that_do_not_count_are_left_out_of_every_slice()
    {
        var options = new ListOptions { First = 5, Keeps = item => ((Conversation)item).Id!.EndsWith('7') };
        Assert.Equal(["7", "17", "27", "37", "47"], await Ids(Server(400), options));
    }

    [Fact]
    public async Task A_query_without_room_for_dates_is_read_page_by_page_with_a_warning()
    {
        var sink = new ListSink();
        var groups = Enumerable.Range(0, 15).Select(number => (SearchQuery)SearchQuery.Any(
            new QueryFilter("source.subject", QueryOperator.Contains, $"a{number}"),
            new QueryFilter("source.url", QueryOperator.Contains, $"b{number}")));
        var plan = QueryCompiler.Compile(SearchQuery.All([.. groups]), SearchResource.Conversation);
        var server = new FakeServer((_, _) =>
            FakeServer.Json("""{"conversations":[{"id":"1","created_at":1700000000}],"total_count":1}"""));
        Assert.Equal(["1"], await Ids(server, sink: sink, plan: plan));
        Assert.Equal(
            "The query has no room for a date range within Intercom's two levels of 15 conditions, so it is read page by page. "
                + "Use fewer conditions, or IN for several values of one field.",
            Assert.Single(sink.Events, told => told.Kind == DiagnosticKind.Warning).Message);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_query_is_narrowed_by_the_dates_of_its_slice()
    {
        var plan = QueryCompiler.Compile(new QueryFilter("created_at", QueryOperator.Greater, Start + 30), SearchResource.Conversation);
        var server = Server(400);
        Assert.Equal(Numbers(1, 399), await Ids(server, plan: plan));
        Assert.All(server.Bodies, body =>
            Assert.Contains($"{{\"field\":\"created_at\",\"operator\":\">\",\"value\":{Start + 30}}}", body, StringComparison.Ordinal));
    }
}
