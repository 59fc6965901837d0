using System.Buffers.Text;
using System.Text.Json;

namespace Intercom.Paging;

/// <summary>
/// What an item of a list is known again by: its type and id, in 128 bits. Two ids meet in the same bits about once in 10^26 lists of a
/// million items.
/// </summary>
internal readonly record struct ItemKey(ulong High, ulong Low)
{
    /// <summary>
    /// True when an <c>id</c> names one item among all others of its kind. An event's id is that of the person it belongs to, and
    /// summaries, counts and pages of search results have none: these are given as often as they come.
    /// </summary>
    public static bool Identifies(Type model) => model != typeof(Event) && (model == typeof(object) || model.GetProperty("Id") is not null);

    /// <summary>The same for items that are read without a model, by the type they name.</summary>
    private static bool Identifies(ReadOnlySpan<byte> type) =>
        !(type.SequenceEqual("\"event\""u8) || type.SequenceEqual("\"event.summary\""u8));

    /// <summary>Reads the key of an item. Returns false when it has no id of its own, or is not a readable object.</summary>
    /// <param name="json">The item.</param>
    /// <param name="key">Its key.</param>
    /// <param name="created">When it was created, in Unix seconds. Null when the item does not contain it.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, out ItemKey key, out long? created)
    {
        ReadOnlySpan<byte> id = default, type = default;
        (key, created) = (default, null);
        try
        {
            var at = JsonScan.Blank(json, 0);
            if (at >= json.Length || json[at] != '{') return false;
            at = JsonScan.Blank(json, at + 1);
            while (at < json.Length && json[at] == '"')
            {
                var end = JsonScan.Value(json, at);
                var name = json.Slice(at + 1, end - at - 2);
                at = JsonScan.Blank(json, JsonScan.Expect(json, end, ':'));
                end = JsonScan.Value(json, at);
                var value = json.Slice(at, end - at);
                if (name.SequenceEqual("id"u8)) id = value;
                else if (name.SequenceEqual("type"u8)) type = value;
                else if (name.SequenceEqual("created_at"u8)
                    && Utf8Parser.TryParse(value, out long seconds, out var used)
                    && used == value.Length)
                {
                    created = seconds;
                }
                at = JsonScan.Blank(json, end);
                if (at >= json.Length || json[at] != ',') break;
                at = JsonScan.Blank(json, at + 1);
            }
        }
        catch (JsonException)
        {
            // Reading the item reports the error.
            return false;
        }
        // A number and the same number as text are one id: Intercom writes both.
        if (id.Length > 1 && id[0] == '"') id = id.Slice(1, id.Length - 2);
        if (id.IsEmpty || id.SequenceEqual("null"u8) || id[0] is (byte)'{' or (byte)'[' || !Identifies(type)) return false;
        key = new ItemKey(Hash(0xCBF29CE484222325, type, id), Hash(0x9E3779B97F4A7C15, type, id));
        return true;
    }

    private static ulong Hash(ulong seed, ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        var hash = seed;
        foreach (var letter in type) hash = Mix(hash ^ letter);
        hash = Mix(hash ^ 0x100);
        foreach (var letter in id) hash = Mix(hash ^ letter);
        return hash;
    }

    private static ulong Mix(ulong value)
    {
        value *= 0xFF51AFD7ED558CCD;
        return value ^ (value >> 32);
    }
}
