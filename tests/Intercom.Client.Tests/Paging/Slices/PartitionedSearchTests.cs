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

    private static async Task<List<string>> Ids(FakeServer server, ListOptions? options = null, Action<IntercomApiException>? failed = null)
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
                        new PartitionOptions { Resource = SearchResource.Conversation, AtOnce = 4 },
                        options)) ids.Add(((Conversation)item).Id!);
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
}
