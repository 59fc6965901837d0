using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.Sandbox.Tests.Hostile;

/// <summary>
/// Spoilt answers through every model, by the way that every answer takes: each results in an object or a readable error. The shapes are
/// what the sandbox answers. INTERCOM_TEST_FUZZ sets how many documents (20,000 without it), INTERCOM_TEST_SEED another seed.
/// </summary>
public class ModelFuzzTests
{
    private static readonly string[] Reads =
    [
        "/me", "/admins", "/teams", "/tags", "/segments", "/contacts?per_page=3", "/companies?per_page=3",
        "/conversations?per_page=2", "/tickets", "/articles?per_page=3", "/data_attributes", "/away_status_reasons",
        "/subscription_types",
        "/internal_articles", "/help_center/collections", "/news/news_items", "/news/newsfeeds", "/ticket_types",
        "/ticket_states", "/ai/content_import_sources", "/calls", "/visitors?user_id=visitor-1", "/companies/scroll",
        "/admins/activity_logs?created_at_after=1", "/events?type=user&user_id=user-1", "/custom_object_instances/Order/21", "/nowhere",
    ];

    private static readonly IReadOnlyList<Type> Models = typeof(IntercomObject).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(IntercomObject)))
        .OrderBy(type => type.Name, StringComparer.Ordinal).Append(typeof(object)).ToArray();

    private long _objects, _errors, _nothing;

    [Fact]
    public async Task Every_spoilt_answer_is_an_object_or_a_readable_error()
    {
        var documents = TestSize.Of("INTERCOM_TEST_FUZZ", 20_000);
        var seed = TestSize.Of("INTERCOM_TEST_SEED", 2014);
        var shapes = await Shapes();
        Assert.True(shapes.Count > 60, $"{shapes.Count} shapes");
        Assert.True(Models.Count > 60, $"{Models.Count} models");
        var strange = new ConcurrentQueue<string>();
        var slowest = 0L;
        var watch = Stopwatch.StartNew();
        var lanes = Math.Min(4, Environment.ProcessorCount);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(async () =>
        {
            using var handler = new OneAnswer();
            using var client = new IntercomClient(
                new IntercomClientOptions
                {
                    BaseUri = new Uri("https://sandbox.invalid/"), Token = "tok_3v3ryb0dy", Handler = handler,
                    Budget = new CallBudget(TimeProvider.System), MaxResponseBytes = 1 << 20,
                });
            for (var i = lane; i < documents && strange.Count < 5; i += lanes)
            {
                // Each document has its own seed, so that a failing one can be reproduced alone.
                var random = new Random(unchecked(seed * 31 + i));
                var shape = shapes[random.Next(shapes.Count)];
                handler.Begin(new Mutator(random).Spoil(shape));
                handler.Status = random.Next(4) == 0 ? StatusOf(random) : 200;
                // Every model in turn, regardless of the shape.
                var model = Models[i / lanes % Models.Count];
                var at = Stopwatch.GetTimestamp();
                try
                {
                    await ReadAsync(client, model, random.Next(4));
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    var answer = handler.Answer.AsSpan(0, Math.Min(2000, handler.Answer.Length));
                    var shown = System.Text.Encoding.UTF8.GetString(answer);
                    strange.Enqueue($"document {i} of seed {seed}, {model.Name}, status {handler.Status}: {failure}\n{shown}");
                }
                InterlockedMax(ref slowest, (long)Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }
        })));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{documents:N0} documents of {shapes.Count} shapes through {Models.Count} models in {watch.Elapsed.TotalSeconds:0.0} "
                + $"s: {_objects:N0} objects, {_errors:N0} readable errors, {_nothing:N0} nothing; the slowest took {slowest} ms; "
                    + $"{GC.GetTotalMemory(true) / 1048576} MB held at the end.");
        Assert.True(strange.IsEmpty, string.Join("\n\n", strange));
        // Neither half may be empty, or the documents were all whole or all rubbish.
        Assert.InRange(_objects, documents / 20, documents);
        Assert.InRange(_errors, documents / 20, documents);
    }

    private async Task ReadAsync(IntercomClient client, Type model, int way)
    {
        try
        {
            switch (way)
            {
                case 0:
                    await foreach (var item in Pager.Stream(
                        client, new ApiRequest("GET", "contacts") { Paging = PageShape.Auto }, model,
                        new ListOptions { First = 20 }))
                    {
                        Look(item);
                    }
                    break;
                case 1:
                    using (var answer = await client.SendRawAsync(new ApiRequest("GET", "contacts/1")))
                    {
                        try
                        {
                            Look(Json.PlainValue.Parse(answer.Body.Span));
                        }
                        catch (JsonException)
                        {
                            // What Invoke-IntercomRequest makes an unreadable answer of.
                            Interlocked.Increment(ref _errors);
                        }
                    }
                    break;
                default:
                    Look(await client.SendAsync(new ApiRequest("GET", "contacts/1"), model));
                    break;
            }
        }
        catch (IntercomApiException failure)
        {
            Interlocked.Increment(ref _errors);
            if (failure.Message.Length < 20
                || !failure.Message.StartsWith("GET contacts", StringComparison.Ordinal)
                || failure.Code.Length == 0)
            {
                throw new InvalidOperationException("The error cannot be read: " + failure.Message, failure);
            }
        }
    }

    /// <summary>An object can be displayed: each of its properties has a value, and it can be formatted as text.</summary>
    private void Look(object? item)
    {
        if (item is null)
        {
            Interlocked.Increment(ref _nothing);
            return;
        }
        Interlocked.Increment(ref _objects);
        _ = item.ToString();
        if (item is not IntercomObject) return;
        foreach (var property in Properties.GetOrAdd(
            item.GetType(),
            type => type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).ToArray()))
        {
            _ = property.GetValue(item)?.ToString();
        }
    }

    private static readonly ConcurrentDictionary<Type, System.Reflection.PropertyInfo[]> Properties = new();

    private static int StatusOf(Random random) => new[] { 201, 202, 204, 302, 400, 401, 403, 404, 409, 422, 451 }[random.Next(11)];

    private static void InterlockedMax(ref long target, long value)
    {
        for (var known = Interlocked.Read(ref target); value > known; known = Interlocked.Read(ref target))
        {
            if (Interlocked.CompareExchange(ref target, value, known) == known) return;
        }
    }

    /// <summary>What the sandbox answers: each list, each object in it alone, each answer of a write, and errors of every kind.</summary>
    private static async Task<List<string>> Shapes()
    {
        var workspace = new Workspace();
        var shapes = new List<string>();
        foreach (var address in Reads)
        {
            var json = (await workspace.Get(address)).Json;
            if (json is null) continue;
            shapes.Add(json.ToJsonString());
            foreach (var list in json.AsObject().Select(pair => pair.Value).OfType<JsonArray>())
            {
                foreach (var item in list.OfType<JsonObject>().Take(3))
                {
                    shapes.Add(item.ToJsonString());
                    if (item["id"] is { } id && (await workspace.Get(address.Split('?')[0] + "/" + id)).Json is { } alone)
                    {
                        shapes.Add(alone.ToJsonString());
                    }
                }
            }
        }
        foreach (var resource in new[] { "contacts", "conversations", "tickets" })
        {
            shapes.Add(
                (await workspace.Post(
                        $"/{resource}/search",
                        """{"query":{"field":"created_at","operator":">","value":1},"pagination":{"per_page":2}}""")).Json!.ToJsonString());
        }
        foreach (var (address, body) in new[]
        {
            ("/contacts", """{"email":"fuzz@x.example"}"""), ("/contacts", "{}"), ("/tags", """{"name":"Fuzz"}"""),
            ("/companies", """{"company_id":"fuzz"}"""), ("/companies/list", "{}"), ("/contacts/merge", "{}")
        })
        {
            if ((await workspace.Post(address, body)).Json is { } answer) shapes.Add(answer.ToJsonString());
        }
        shapes.Add(
            """
            {"type":"error.list","request_id":"r1","errors":[{"code":"not_found","message":"User Not Found",
             "field":null,"data":{"contact_id":"c1"}}]}
            """);
        shapes.Add("""{"errors":{"rating":["is not open"],"base":["no"]}}""");
        return shapes;
    }

    private sealed class OneAnswer : HttpMessageHandler
    {
        private static readonly byte[] Empty = System.Text.Encoding.UTF8.GetBytes("""{"type":"list","data":[]}""");
        private int _requests;

        public byte[] Answer { get; private set; } = [];

        public void Begin(byte[] answer) => (Answer, _requests) = (answer, 0);

        public int Status { get; set; } = 200;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A walk ends, although a damaged scroll may name itself as its next page, which only the server could end.
            var content = new ByteArrayContent(++_requests > 3 ? Empty : Answer);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)Status) { Content = content, RequestMessage = request });
        }
    }
}
