using System.Text;

namespace Intercom.Sandbox.Tests.Hostile;

/// <summary>
/// Spoils JSON documents: wrong types, extreme values, odd Unicode, doubled and missing fields, depth, cuts and flipped bytes. The same
/// seed spoils the same way.
/// </summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Words =
    [
        "", " ", "null", "true", "0", "-1", "NaN", "Infinity", "1e999", "99999999999999999999999",
        "2024-01-02T03:04:05Z", "0001-01-01", "9999-12-31T23:59:59-14:00", "2024-02-30", "soon",
        "<html>", "../../etc/passwd", "https://elsewhere.example/next?starting_after=x", "\0", "\uFEFF", "\u202Eabc",
        "a\u0300", "😀", "brand_new_word", "error.list", "list", new('x', 5000),
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "-1.5e-9", "1e308", "1e999", "-1e999",
        "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1705276800", "1705276800000",
        "253402300800", "-62135596801", "12345678901234567890123456789", "[]", "{}", "[null]", "[[]]",
        "[1,\"a\",null,{}]", "{\"a\":null}", "{\"type\":5}", "{\"type\":\"list\",\"data\":7}",
        "{\"data\":[null,1,\"x\",[],{}],\"total_count\":\"many\",\"has_more\":\"yes\"}",
    ];

    /// <summary>Texts that JSON allows and Unicode does not, or the other way round.</summary>
    private static readonly string[] RawTexts = [
        "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"\\u0000\"", "\"\\uZZZZ\"", "\"\\x\"", "\"line\nbreak\"", "\"unclosed", "'single'"];

    /// <summary>A damaged copy of a document, as bytes. One in fifty stays undamaged.</summary>
    public byte[] Spoil(string document)
    {
        var kind = random.Next(50);
        if (kind == 0) return Encoding.UTF8.GetBytes(document);
        var text = document;
        if (kind < 40)
        {
            var root = JsonNode.Parse(document)!;
            for (var times = random.Next(1, 4); times > 0; times--) root = SpoilTree(root);
            text = Write(root);
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        return kind is >= 36 ? SpoilBytes(bytes) : bytes;
    }

    private JsonNode SpoilTree(JsonNode root)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var place = nodes[random.Next(nodes.Count)];
        switch (place)
        {
            case JsonObject map when map.Count > 0:
                var key = map.ElementAt(random.Next(map.Count)).Key;
                switch (random.Next(7))
                {
                    case 0: map.Remove(key); break;
                    case 1: map[Words[random.Next(Words.Length)]] = Value(); break;
                    case 2 when map[key] is { } moved:
                        map.Remove(key);
                        map[map.Count > 0 ? map.ElementAt(random.Next(map.Count)).Key : "type"] = moved;
                        break;
                    case 3 when map[key] is { } wrapped:
                        map[key] = null;
                        map[key] = random.Next(2) == 0
                            ? new JsonArray(wrapped.DeepClone())
                            : new JsonObject { ["value"] = wrapped.DeepClone() };
                        break;
                    default: map[key] = Value(); break;
                }
                break;
            case JsonArray list when list.Count > 0:
                switch (random.Next(4))
                {
                    case 0: list.RemoveAt(random.Next(list.Count)); break;
                    case 1: list.Add(Value()); break;
                    case 2: list.Add(list[random.Next(list.Count)]?.DeepClone()); break;
                    default: list[random.Next(list.Count)] = Value(); break;
                }
                break;
            default:
                if (random.Next(20) == 0) return Value() ?? new JsonObject();
                break;
        }
        return root;
    }

    private JsonNode? Value()
    {
        switch (random.Next(12))
        {
            case 0: return JsonValue.Create(Words[random.Next(Words.Length)]);
            case 1: return new JsonObject { [Marker] = RawTexts[random.Next(RawTexts.Length)] };
            case 2 when random.Next(10) == 0:
                var levels = random.Next(2) == 0 ? 60 + random.Next(140) : 10_000;
                return new JsonObject { [Marker] = Deep(levels) };
            case 3: return new JsonObject { [Marker] = "{\"a\":1,\"a\":{\"a\":[]},\"type\":\"x\",\"type\":null}" };
            case 4: return JsonValue.Create(random.NextInt64());
            case 5: return JsonValue.Create(random.NextDouble() * Math.Pow(10, random.Next(-300, 300)));
            default: return new JsonObject { [Marker] = Scalars[random.Next(Scalars.Length)] };
        }
    }

    private const string Marker = "\u0001raw";

    /// <summary>Writes the tree. An object with the marker represents raw text, which a tree cannot contain.</summary>
    private static string Write(JsonNode? node)
    {
        switch (node)
        {
            case null: return "null";
            case JsonObject map when map.TryGetPropertyValue(Marker, out var raw) && raw is JsonValue: return raw!.ToString();
            case JsonObject map: return "{"
                + string.Join(",", map.Select(pair => JsonValue.Create(pair.Key)!.ToJsonString() + ":" + Write(pair.Value)))
                + "}";
            case JsonArray list: return "[" + string.Join(",", list.Select(Write)) + "]";
            default: return node.ToJsonString();
        }
    }

    private string Deep(int levels) => random.Next(2) == 0
        ? new string('[', levels) + new string(']', levels)
        : string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    private byte[] SpoilBytes(byte[] bytes)
    {
        if (bytes.Length == 0) return bytes;
        switch (random.Next(6))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1: return [.. bytes, .. bytes[random.Next(bytes.Length)..]];
            case 2: return [0xEF, 0xBB, 0xBF, .. bytes];
            case 3:
                random.NextBytes(bytes.AsSpan(random.Next(bytes.Length), 1));
                return bytes;
            default:
                for (var flips = random.Next(1, 20); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> nodes)
    {
        nodes.Add(node);
        if (node is JsonObject map)
        {
            foreach (var pair in map)
            {
                if (pair.Value is JsonObject or JsonArray) Collect(pair.Value, nodes);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                if (item is JsonObject or JsonArray) Collect(item, nodes);
            }
        }
    }
}
