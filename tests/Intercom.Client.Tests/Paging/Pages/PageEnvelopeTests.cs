using System.Text;
using System.Text.Json;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

public class PageEnvelopeTests
{
    [Fact]
    public void The_items_stand_where_the_skim_says()
    {
        var body =
            """
             { "type" : "list", "d\u0061ta" : [ {"a":"}]\\"} , [1,[2]] , "x,\"y" , -1.5e3 , null ,{"b":{"c":[{}]}}],
             "total_count":6, "pages":{"next":{"starting_after":"c1"}} }
            """u8;
        var envelope = PageEnvelope.Skim(body, null);
        Assert.Equal(["""{"a":"}]\\"}""", "[1,[2]]", """
            "x,\"y"
            """, "-1.5e3", "null", """{"b":{"c":[{}]}}"""], Items(envelope, body.ToArray()));
        Assert.Equal("c1", envelope.StartingAfter);
        Assert.Equal(6, envelope.TotalCount);
    }

    [Fact]
    public void Numbers_of_pages_are_read_beside_the_items_too()
    {
        var root = PageEnvelope.Skim(
            """{"type":"list","data":[{"page":9}],"total_count":5,"page":2,"per_page":2,"total_pages":3}"""u8, "data");
        Assert.Equal((2, 3, 5L), (root.Page, root.TotalPages, root.TotalCount));
        var pages = PageEnvelope.Skim("""{"page":7,"pages":{"page":2,"total_pages":3},"total_pages":7,"data":[]}"""u8, "data");
        Assert.Equal((2, 3), (pages.Page, pages.TotalPages));
        var words = PageEnvelope.Skim("""{"page":"2","total_pages":null,"data":[]}"""u8, "data");
        Assert.Equal((null, null), (words.Page, words.TotalPages));
    }

    [Fact]
    public void Random_lists_are_cut_as_a_whole_reader_would_cut_them()
    {
        var random = new Random(20240518);
        for (var round = 0; round < Runtime.Cases(2_000); round++)
        {
            var items = new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => RandomJson.Value(random, 4))]);
            var document = new JsonObject
            {
                ["before"] = RandomJson.Value(random, 2), ["data"] = items, ["after"] = RandomJson.Value(random, 2),
            };
            var body = Encoding.UTF8.GetBytes(
                document.ToJsonString(
                    new JsonSerializerOptions
                    {
                        WriteIndented = round % 2 == 0,
                        Encoder = round % 3 == 0 ? null : System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }));
            var cut = Items(PageEnvelope.Skim(body, null), body);
            Assert.Equal(items.Count, cut.Length);
            Assert.All(cut.Zip(items), pair =>
                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pair.First), pair.Second), $"{pair.First} is not {pair.Second}"));
        }
    }

    [Fact]
    public void A_body_that_is_cut_anywhere_is_refused()
    {
        var body =
            """{"type":"list","data":[{"id":"1","tags":["a\"b",{}]},{"id":"2"}],"pages":{"next":null},"total_count":12}"""u8.ToArray();
        _ = PageEnvelope.Skim(body, null);
        for (var length = 0; length < body.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => PageEnvelope.Skim(body.AsSpan(0, length), null));
        }
    }

    [Theory]
    [InlineData("""{"data":[{}]}x""")]
    [InlineData("""{"data":[{}]}{"data":[]}""")]
    [InlineData("""{"data":[{},]}""")]
    [InlineData("""{"data":[{} {}]}""")]
    [InlineData("""{"data":[{]}]}""")]
    [InlineData("""{"data":[[}]]}""")]
    [InlineData("""{"data":[]"pages":null}""")]
    [InlineData("""{"data":[],}""")]
    [InlineData("""{"data"[]}""")]
    [InlineData("""{"data":[],"total_count":abc}""")]
    [InlineData("""{"data":[],"other":{"a":tru}}""")]
    [InlineData("""{"data":}""")]
    [InlineData("""{"data":[]]""")]
    [InlineData("""{data:[]}""")]
    public void A_body_out_of_order_is_refused(string body) =>
        Assert.ThrowsAny<JsonException>(() => PageEnvelope.Skim(Encoding.UTF8.GetBytes(body), null));

    [Fact]
    public void Lists_in_lists_deeper_than_any_answer_are_refused()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"data":[{{new string('[', 500)}}{{new string(']', 500)}}]}""");
        Assert.ThrowsAny<JsonException>(() => PageEnvelope.Skim(body, null));
    }

    [Theory]
    [InlineData("", "The body is empty.")]
    [InlineData("  ", "The body is empty.")]
    [InlineData("7", "The body is neither an object nor a list.")]
    [InlineData("[] x", "The body continues after its end.")]
    [InlineData("{7:1}", "At byte 1 of the body the name of a property is missing.")]
    [InlineData("{\"a\":1", "The body ends at byte 6: '}' is missing.")]
    [InlineData("{\"total_count\":1 2}", "At byte 17 of the body '}' is missing.")]
    [InlineData("[1 2]", "At byte 3 of the body ']' is missing.")]
    public void A_body_that_is_refused_says_why(string body, string message)
    {
        var failure = Assert.ThrowsAny<JsonException>(() => PageEnvelope.Skim(Encoding.UTF8.GetBytes(body), null));
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[1,2]""", null, "1|2")]
    [InlineData("""[]""", null, "")]
    [InlineData("""{}""", null, null)]
    [InlineData("""{ }""", null, null)]
    [InlineData("""{"a":1}""", null, null)]
    [InlineData("""{"data":[]}""", null, "")]
    [InlineData("""{"other":[1],"data":[2],"more":[3]}""", null, "2")]
    [InlineData("""{"other":[1],"more":[3]}""", null, "1")]
    [InlineData("""{"data":[2],"items":[1]}""", "items", "1")]
    [InlineData("""{"items":[1],"data":[2],"items":[3]}""", "items", "1")]
    [InlineData("""{"a":{"b":[1]},"data":[2]}""", "a.b", "1")]
    [InlineData("""{"a":{"c":[1]},"data":[2]}""", "a.b", "2")]
    [InlineData("""{"a":{"b":{"c":[1]}}}""", "a.b.c", "1")]
    [InlineData("""{"contact":{"id":1}}""", "contact", "{\"id\":1}")]
    [InlineData("""{"data":{"id":1}}""", null, null)]
    [InlineData("""{"contact":{"id":1},"data":[2]}""", "contact", "{\"id\":1}")]
    public void The_items_are_the_list_of_that_name_or_data_or_the_first(string json, string? path, string? items)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var envelope = PageEnvelope.Skim(body, path);
        Assert.Equal(items is not null, envelope.HasList);
        Assert.Equal(items ?? "", string.Join("|", Items(envelope, body)));
    }

    [Theory]
    [InlineData("""{"pages":{"next":"u","page":2,"total_pages":5},"total_count":9,"scroll_param":"s"}""", "u", null, 2, 5, 9L, "s")]
    [InlineData("""{"pages":{"next":{"per_page":{"a":1},"starting_after":"c"},"page":"2"}}""", null, "c", null, null, null, null)]
    [InlineData("""{"pages":{"next":{"starting_after":7}},"total_count":"9"}""", null, null, null, null, null, null)]
    [InlineData("""{"pages":{"next":null,"page":1.5,"total_pages":null},"total_count":1.5}""", null, null, null, null, null, null)]
    [InlineData("""{"pages":null,"scroll_param":7}""", null, null, null, null, null, null)]
    [InlineData("""{"pages":{"other":{"page":3},"page":4}}""", null, null, 4, null, null, null)]
    [InlineData("""{"other":{"total_count":3,"page":5},"page":4,"next":"u"}""", null, null, 4, null, null, null)]
    public void Properties_beside_the_items_are_read(
        string json, string? next, string? after, int? page, int? pages, long? total, string? scroll)
    {
        var found = PageEnvelope.Skim(Encoding.UTF8.GetBytes(json), null);
        Assert.Equal(
            (next, after, page, pages, total, scroll),
            (found.NextUrl, found.StartingAfter, found.Page, found.TotalPages, found.TotalCount, found.ScrollParam));
    }

    private static string[] Items(PageEnvelope envelope, byte[] body) =>
        [.. envelope.Items.Select(item => Encoding.UTF8.GetString(body, item.Start, item.Length))];

    /// <summary>Values of every kind, with all that is awkward in text.</summary>
    private static class RandomJson
    {
        private static readonly string[] Texts = ["", "a", "\"", "\\", "\\\"", "}", "]", "{[", ",", "\u0001\n", "日本 🦁", "end\\"];

        public static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(2) == 0),
            2 => JsonValue.Create(random.Next(-1000, 1000)),
            3 => JsonValue.Create(random.NextDouble() * Math.Pow(10, random.Next(-9, 9))),
            4 => JsonValue.Create(Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)]),
            5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))]),
            _ =>
                new JsonObject(Enumerable.Range(0, random.Next(4)).Select(index =>
                    new System.Collections.Generic.KeyValuePair<string, JsonNode?>(
                        Texts[random.Next(Texts.Length)] + index, Value(random, depth - 1)))),
        };
    }
}
