using System.Net.Http;
using System.Web;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>Lists that change while they are read: each item is returned once, and no remaining item is missed.</summary>
public class ChangingListTests
{
    /// <summary>How the pages are cut.</summary>
    public enum Cut
    {
        Numbers,
        NumbersWithoutTotals,
        Links,
        Cursor,
    }

    /// <summary>A list on a server. An item has a number, which is its id, and a rank, by which the list is sorted.</summary>
    private sealed class Workspace
    {
        private readonly int _size;
        private readonly Cut _cut;
        private int _lastRank;

        public Workspace(int count, int size, Cut cut, bool descending)
        {
            (_size, _cut) = (size, cut);
            Descending = descending;
            for (var i = 1; i <= count; i++) Insert();
            Server = new FakeServer((_, request) => Answer(request));
        }

        public bool Descending { get; }

        public FakeServer Server { get; }

        public Dictionary<int, int> Ranks { get; } = [];

        public List<int> Deleted { get; } = [];

        private int _lastId;

        private HttpResponseMessage Answer(HttpRequestMessage request)
        {
            var words = request.RequestUri!.AbsolutePath.Split('/');
            var id = words.Length > 2 ? int.Parse(words[2], CultureInfo.InvariantCulture) : 0;
            if (request.Method == HttpMethod.Delete)
            {
                Ranks.Remove(id);
                Deleted.Add(id);
                return FakeServer.Json("{}");
            }
            if (request.Method == HttpMethod.Put)
            {
                Ranks[id] = ++_lastRank;
                return FakeServer.Json(Item(id));
            }
            if (request.Method == HttpMethod.Post) return FakeServer.Json(Item(Insert()));
            var all = (Descending ? Ranks.OrderByDescending(pair => pair.Value) : Ranks.OrderBy(pair => pair.Value)).ToList();
            var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
            if (_cut == Cut.Cursor)
            {
                var rest = query["starting_after"] is { } cursor
                    ? all
                    .Where(pair =>
                        Descending
                            ? pair.Value < int.Parse(cursor, CultureInfo.InvariantCulture)
                            : pair.Value > int.Parse(cursor, CultureInfo.InvariantCulture)).ToList()
                    : all;
                var next = rest.Count > _size ? $$"""{"starting_after":"{{rest[_size - 1].Value}}"}""" : "null";
                return List(rest.Take(_size), all.Count, $$"""{"next":{{next}} }""");
            }
            var page = int.Parse(query["page"] ?? "1", CultureInfo.InvariantCulture);
            var pages = (all.Count + _size - 1) / _size;
            var link = page < pages ? $"\"https://api.intercom.io/articles?page={page + 1}\"" : "null";
            return List(
                all.Skip((page - 1) * _size).Take(_size),
                _cut == Cut.Numbers ? all.Count : null,
                $$"""{"page":{{page}},"total_pages":{{pages}},"next":{{(_cut == Cut.Links ? link : "null")}} }""");
        }

        public int Insert()
        {
            Ranks[++_lastId] = ++_lastRank;
            return _lastId;
        }

        private static HttpResponseMessage List(IEnumerable<KeyValuePair<int, int>> items, int? total, string pages) =>
            FakeServer.Json($$"""{"data":[{{string.Join(",", items.Select(pair =>
                Item(pair.Key)))}}],"pages":{{pages}}{{(total is null ? "" : $",\"total_count\":{total}")}} }""");

        // All items were created in the second in which the reading starts.
        private static string Item(int id) => $$"""{"type":"article","id":"{{id}}","created_at":1772366400}""";
    }

    private static ApiRequest Articles(Cut cut) =>
        new("GET", "articles") { Paging = cut switch { Cut.Links => PageShape.Link, Cut.Cursor => PageShape.Cursor, _ => PageShape.Page } };

    /// <summary>Reads the list, and runs an action on each item as soon as it arrives.</summary>
    private static async Task<List<int>> Read(Workspace workspace, Cut cut, Func<IntercomClient, int, Task> each, ListSink? sink = null)
    {
        var ids = new List<int>();
        var client = workspace.Server.Client();
        await foreach (var item in Pager.Stream(client, Articles(cut), typeof(Article), null, sink, TestContext.Current.CancellationToken))
        {
            var id = int.Parse(((Article)item).Id!, CultureInfo.InvariantCulture);
            ids.Add(id);
            Assert.True(ids.Count < 10_000, "The list never ends.");
            await each(client, id);
        }
        return ids;
    }

    private static Task Send(IntercomClient client, string method, string path) =>
        client.SendAsync<Article>(
            new ApiRequest(method, path) { Retry = method == "POST" ? RetryClass.Once : RetryClass.Idempotent },
            cancellation: TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(Cut.Numbers, false)]
    [InlineData(Cut.Numbers, true)]
    [InlineData(Cut.NumbersWithoutTotals, false)]
    [InlineData(Cut.Links, true)]
    [InlineData(Cut.Cursor, false)]
    public async Task What_is_deleted_as_it_comes_is_deleted_to_the_last(Cut cut, bool descending)
    {
        var workspace = new Workspace(200, 25, cut, descending);
        var ids = await Read(workspace, cut, (client, id) => Send(client, "DELETE", $"articles/{id}"));
        Assert.Equal(Enumerable.Range(1, 200), ids.Order());
        Assert.Empty(workspace.Ranks);
    }

    [Theory]
    [InlineData(Cut.Numbers, false)]
    [InlineData(Cut.Numbers, true)]
    [InlineData(Cut.NumbersWithoutTotals, false)]
    [InlineData(Cut.Links, false)]
    [InlineData(Cut.Cursor, false)]
    [InlineData(Cut.Cursor, true)]
    public async Task What_is_changed_in_a_list_sorted_by_change_comes_once(Cut cut, bool descending)
    {
        var workspace = new Workspace(120, 20, cut, descending);
        Assert.Equal(Enumerable.Range(1, 120), (await Read(workspace, cut, (client, id) => Send(client, "PUT", $"articles/{id}"))).Order());
    }

    [Theory]
    [InlineData(Cut.Numbers, false)]
    [InlineData(Cut.Numbers, true)]
    [InlineData(Cut.Links, false)]
    [InlineData(Cut.Cursor, false)]
    public async Task Copying_a_list_into_itself_copies_each_item_once(Cut cut, bool descending)
    {
        var workspace = new Workspace(120, 20, cut, descending);
        Assert.Equal(Enumerable.Range(1, 120), (await Read(workspace, cut, (client, _) => Send(client, "POST", "articles"))).Order());
        Assert.Equal(240, workspace.Ranks.Count);
    }

    [Theory]
    [InlineData(Cut.Numbers, false)]
    [InlineData(Cut.Numbers, true)]
    [InlineData(Cut.Links, false)]
    [InlineData(Cut.Cursor, false)]
    public async Task Copying_it_by_another_connection_with_the_same_token_ends_as_well(Cut cut, bool descending)
    {
        var workspace = new Workspace(120, 20, cut, descending);
        IntercomClient? second = null;
        Assert.Equal(Enumerable.Range(1, 120), (await Read(workspace, cut, (client, _) =>
            Send(second ??= workspace.Server.Client(budget: client.Budget), "POST", "articles"))).Order());
        Assert.Equal(240, workspace.Ranks.Count);
    }

    [Theory]
    [InlineData(Cut.Numbers)]
    [InlineData(Cut.NumbersWithoutTotals)]
    [InlineData(Cut.Links)]
    [InlineData(Cut.Cursor)]
    public async Task Any_mix_of_changes_by_the_reader_returns_each_item_once(Cut cut)
    {
        for (var seed = 0; seed < Runtime.Cases(150); seed++)
        {
            var random = new Random(seed);
            var (count, size, descending) = (random.Next(1, 90), random.Next(1, 15), random.Next(2) == 0);
            // A cursor is a position in an order: an item that moves ahead of it is not after it.
            var mayTouchOthers = cut != Cut.Cursor;
            var workspace = new Workspace(count, size, cut, descending);
            var ids = await Read(workspace, cut, async (client, id) =>
            {
                for (var i = random.Next(3); i > 0; i--)
                {
                    var kind = random.Next(5);
                    var other = mayTouchOthers && random.Next(4) == 0 && workspace.Ranks.Count > 0
                        ? workspace.Ranks.Keys.ElementAt(random.Next(workspace.Ranks.Count))
                        : id;
                    if (kind < 2 && workspace.Ranks.ContainsKey(other)) await Send(client, "DELETE", $"articles/{other}");
                    else if (kind < 4 && workspace.Ranks.ContainsKey(other)) await Send(client, "PUT", $"articles/{other}");
                    else if (kind == 4) await Send(client, "POST", "articles");
                }
            });
            Assert.True(ids.Distinct().Count() == ids.Count, $"seed {seed}: twice {string.Join(",", ids)}");
            var due = Enumerable.Range(1, count).Except(workspace.Deleted).Except(ids).ToList();
            Assert.True(due.Count == 0, $"seed {seed}: passed over {string.Join(",", due)}");
            Assert.All(ids, id => Assert.InRange(id, 1, count));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_others_delete_or_add_passes_nothing_over(bool descending)
    {
        for (var seed = 0; seed < Runtime.Cases(100); seed++)
        {
            var random = new Random(seed);
            var (count, deletes) = (random.Next(1, 90), random.Next(2) == 0);
            var workspace = new Workspace(count, random.Next(1, 15), Cut.Numbers, descending);
            var ids = await Read(workspace, Cut.Numbers, (_, _) =>
            {
                if (random.Next(4) > 0 || workspace.Ranks.Count == 0 || workspace.Ranks.Count > 200) return Task.CompletedTask;
                var id = workspace.Ranks.Keys.ElementAt(random.Next(workspace.Ranks.Count));
                if (!deletes) workspace.Insert();
                else if (workspace.Ranks.Remove(id)) workspace.Deleted.Add(id);
                return Task.CompletedTask;
            });
            Assert.Equal(ids.Distinct(), ids);
            Assert.Empty(Enumerable.Range(1, count).Except(workspace.Deleted).Except(ids));
        }
    }

    [Theory]
    [InlineData(Cut.Numbers, 200, 25, 8)]
    [InlineData(Cut.Links, 200, 25, 8)]
    [InlineData(Cut.Numbers, 25, 25, 1)]
    public async Task A_list_that_stands_still_takes_a_call_for_each_page(Cut cut, int count, int size, int calls)
    {
        var workspace = new Workspace(count, size, cut, false);
        await Read(workspace, cut, (_, _) => Task.CompletedTask);
        Assert.Equal(calls, workspace.Server.Calls.Count);
    }

    [Fact]
    public async Task A_list_that_never_stands_still_ends_with_a_warning()
    {
        var sink = new ListSink();
        var server = new FakeServer((self, _) =>
            FakeServer.Json(
                $$"""
                {"data":[{"type":"article","id":"1"}],"total_count":{{self.Calls.Count}},
                "pages":{"page":{{2 - self.Calls.Count % 2}},"total_pages":2} }
                """));
        var count = 0;
        await foreach (
            var _ in Pager.Stream(
                server.Client(), Articles(Cut.Numbers), typeof(Article), null, sink, TestContext.Current.CancellationToken)) count++;
        Assert.Equal(1, count);
        Assert.Contains(
            sink.Events, told => told.Kind == DiagnosticKind.Warning && told.Message.Contains("kept changing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_are_given_as_often_as_they_come_since_their_id_is_the_persons()
    {
        var server = new FakeServer((self, _) =>
            FakeServer.Json(
                $$"""
                {"events":[{"type":"event","id":"1","event_name":"a"}],
                "pages":{"next":{{(self.Calls.Count < 3 ? $"\"https://api.intercom.io/events?before={self.Calls.Count}\"" : "null")}} } }
                """));
        foreach (var model in new[] { typeof(Event), typeof(object) })
        {
            server.Calls.Clear();
            var count = 0;
            await foreach (
                var _ in Pager.Stream(
                    server.Client(),
                    new ApiRequest("GET", "events") { Paging = PageShape.Link, Items = "events" },
                    model,
                    cancellation: TestContext.Current.CancellationToken)) count++;
            Assert.Equal(3, count);
        }
    }

    [Fact]
    public void The_models_whose_items_have_no_id_of_their_own_are_these()
    {
        var models = typeof(IntercomObject).Assembly.GetExportedTypes().Where(type =>
            type.IsSubclassOf(typeof(IntercomObject)) && !type.IsAbstract);
        var without = models.Where(model => !ItemKey.Identifies(model) && model.GetProperty("Id") is not null).Select(model => model.Name);
        Assert.Equal(["Event"], without);
        Assert.False(ItemKey.Identifies(typeof(ArticleSearchResult)));
        Assert.True(ItemKey.Identifies(typeof(object)));
    }

    [Fact]
    public void A_set_of_known_items_is_exact_up_to_its_size_and_bounded_beyond()
    {
        var known = new KnownItems(100);
        for (var i = 0UL; i < 1000; i++) Assert.True(known.Add(new ItemKey(i, i)));
        Assert.True(known.Forgets);
        for (var i = 900UL; i < 1000; i++) Assert.False(known.Add(new ItemKey(i, i)));
        Assert.True(known.Add(new ItemKey(0, 0)));
    }

    [Theory]
    [InlineData("""{"type":"contact","id":"12"}""", """{"id":12,"type":"contact"}""", true)]
    [InlineData("""{"type":"contact","id":"12"}""", """{"type":"company","id":"12"}""", false)]
    [InlineData("""{"type":"contact","id":"12"}""", """{"type":"contact","id":"21"}""", false)]
    [InlineData("""{"id":"ab"}""", """{"id":"ba"}""", false)]
    public void An_item_is_known_by_its_type_and_id(string one, string other, bool same)
    {
        Assert.True(ItemKey.TryRead(System.Text.Encoding.UTF8.GetBytes(one), out var first, out _));
        Assert.True(ItemKey.TryRead(System.Text.Encoding.UTF8.GetBytes(other), out var second, out _));
        Assert.Equal(same, first == second);
    }
}
