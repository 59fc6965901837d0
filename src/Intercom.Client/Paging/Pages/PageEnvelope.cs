using System.Text.Json;
using Intercom.Json;

namespace Intercom.Paging;

/// <summary>
/// A page skimmed, not yet read: where its items stand, and what it says about the next page. The skim comes first because the cursor
/// follows the items; so the next page can travel while these items are read one by one, and an item that nobody takes is never
/// read.
/// </summary>
internal sealed class PageEnvelope
{
    /// <summary>The position of each item in the body.</summary>
    public List<(int Start, int Length)> Items { get; } = [];

    /// <summary>The cursor of the next page.</summary>
    public string? StartingAfter { get; private set; }

    /// <summary>The cursor of the next page, where it is at the root.</summary>
    public string? NextCursor { get; private set; }

    /// <summary>Whether there are more pages, where the root says so.</summary>
    public bool? HasMore { get; private set; }

    /// <summary>The address of the next page, where <c>pages.next</c> is one.</summary>
    public string? NextUrl { get; private set; }

    /// <summary>The number of this page.</summary>
    public int? Page { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int? TotalPages { get; private set; }

    /// <summary>The total number of items.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>The cursor of a scroll.</summary>
    public string? ScrollParam { get; private set; }

    /// <summary>True when the body contained a list at all.</summary>
    public bool HasList { get; private set; }

    /// <summary>Scans a body. The content of the items is not checked: reading them reports errors there.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="itemsPath">
    /// The property that contains the items, dotted when nested. When it is absent, <c>data</c> is used, and then the first list.
    /// </param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static PageEnvelope Skim(ReadOnlySpan<byte> body, string? itemsPath)
    {
        var envelope = new PageEnvelope();
        var at = JsonScan.Blank(body, 0);
        if (at == body.Length) throw new JsonException("The body is empty.");
        if (body[at] == '[') at = envelope.TakeItems(body, at);
        else if (body[at] == '{')
        {
            var rank = 0;
            at = envelope.SkimObject(body, at, itemsPath ?? "data", itemsPath is not null, ref rank);
        }
        else throw new JsonException("The body is neither an object nor a list.");
        // Nothing may follow the end: a truncated or concatenated body is not trusted.
        if (JsonScan.Blank(body, at) < body.Length) throw new JsonException("The body continues after its end.");
        return envelope;
    }

    /// <summary>Scans the object that starts here. Returns the position after it.</summary>
    private int SkimObject(ReadOnlySpan<byte> body, int at, string itemsPath, bool isAsked, ref int rank)
    {
        var dot = itemsPath.IndexOf('.');
        var wanted = dot < 0 ? itemsPath : itemsPath.Substring(0, dot);
        at = JsonScan.Blank(body, at + 1);
        if (at < body.Length && body[at] == '}') return at + 1;
        while (true)
        {
            at = JsonScan.Blank(body, at);
            if (at >= body.Length || body[at] != '"') throw JsonScan.Broken(body, at, "the name of a property is missing");
            var end = JsonScan.Value(body, at);
            var name = Reader(body.Slice(at, end - at)).GetString()!;
            at = JsonScan.Blank(body, JsonScan.Expect(body, end, ':'));
            var first = at < body.Length ? (char)body[at] : ' ';
            if (first == '{' && name == wanted && dot > 0) at = SkimObject(body, at, itemsPath.Substring(dot + 1), isAsked, ref rank);
            else if (first == '[' && ListRank(name, wanted) > rank)
            {
                rank = ListRank(name, wanted);
                at = TakeItems(body, at);
            }
            else if (first == '{' && name == wanted && isAsked && rank == 0)
            {
                // The named property is a single object, which is the page's only item.
                rank = ListRank(name, wanted);
                HasList = true;
                end = JsonScan.Value(body, at);
                Items.Add((at, end - at));
                at = end;
            }
            else
            {
                end = JsonScan.Value(body, at);
                SkimValue(name, body.Slice(at, end - at));
                at = end;
            }
            at = JsonScan.Blank(body, at);
            if (at >= body.Length || body[at] != ',') return JsonScan.Expect(body, at, '}');
            at++;
        }
    }

    private void SkimValue(string name, ReadOnlySpan<byte> value)
    {
        var reader = Reader(value);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when name == "pages":
                SkimPages(ref reader);
                break;
            case JsonTokenType.Number when name == "total_count" && reader.TryGetInt64(out var total):
                TotalCount = total;
                break;
            case JsonTokenType.String when name == "next_cursor":
                NextCursor = reader.GetString();
                break;
            case JsonTokenType.True or JsonTokenType.False when name == "has_more":
                HasMore = reader.GetBoolean();
                break;
            // Some lists have their numbers beside the items, and not in pages.
            case JsonTokenType.Number when name == "page" && reader.TryGetInt32(out var page):
                Page ??= page;
                break;
            case JsonTokenType.Number when name == "total_pages" && reader.TryGetInt32(out var pages):
                TotalPages ??= pages;
                break;
            case JsonTokenType.String when name == "scroll_param":
                ScrollParam = reader.GetString();
                break;
            default:
                reader.Skip();
                break;
        }
        if (reader.Read()) throw new JsonException($"The property '{name}' continues after its end.");
    }

    /// <summary>A reader on the value's first token.</summary>
    private static Utf8JsonReader Reader(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = IntercomJson.MaxDepth });
        reader.Read();
        return reader;
    }

    /// <summary>The requested list before <c>data</c>, and <c>data</c> before any other.</summary>
    private static int ListRank(string name, string wanted) => name == wanted ? 3 : name == "data" ? 2 : 1;

    /// <summary>Records the positions of the items of the list that starts here. Returns the position after it.</summary>
    private int TakeItems(ReadOnlySpan<byte> body, int at)
    {
        HasList = true;
        Items.Clear();
        at = JsonScan.Blank(body, at + 1);
        if (at < body.Length && body[at] == ']') return at + 1;
        while (true)
        {
            at = JsonScan.Blank(body, at);
            var end = JsonScan.Value(body, at);
            Items.Add((at, end - at));
            at = JsonScan.Blank(body, end);
            if (at >= body.Length || body[at] != ',') return JsonScan.Expect(body, at, ']');
            at++;
        }
    }

    private void SkimPages(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "next" when reader.TokenType == JsonTokenType.String:
                    NextUrl = reader.GetString();
                    break;
                case "next" when reader.TokenType == JsonTokenType.StartObject:
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                    {
                        var key = reader.GetString();
                        reader.Read();
                        if (key == "starting_after" && reader.TokenType == JsonTokenType.String) StartingAfter = reader.GetString();
                        else reader.Skip();
                    }
                    break;
                case "page" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var page):
                    Page = page;
                    break;
                case "total_pages" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var pages):
                    TotalPages = pages;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }
}
