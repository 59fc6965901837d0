using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Intercom.Paging;

/// <summary>
/// A page skimmed, not yet read: where its items stand, and what it says about the next page. The skim comes first because the cursor stands
/// behind the items; so the next page can travel while these items are read one by one, and an item that nobody takes is never read.
/// </summary>
internal sealed class PageEnvelope
{
    /// <summary>Where each item stands in the body.</summary>
    public List<(int Start, int Length)> Items { get; } = [];

    /// <summary>The cursor of the next page.</summary>
    public string? StartingAfter { get; private set; }

    /// <summary>The address of the next page, where <c>pages.next</c> is one.</summary>
    public string? NextUrl { get; private set; }

    /// <summary>The number of this page.</summary>
    public int? Page { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int? TotalPages { get; private set; }

    /// <summary>How many items there are in all.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>The cursor of a scroll.</summary>
    public string? ScrollParam { get; private set; }

    /// <summary>True when the body held a list at all.</summary>
    public bool HasList { get; private set; }

    /// <summary>Skims a body.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="itemsPath">The property that holds the items, dotted when nested; when it is absent, <c>data</c> and then the first list is taken.</param>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static PageEnvelope Skim(ReadOnlySpan<byte> body, string? itemsPath)
    {
        var envelope = new PageEnvelope();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
        if (!reader.Read()) throw new JsonException("The body is empty.");
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            envelope.TakeItems(ref reader);
            return envelope;
        }
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The body is neither an object nor a list.");
        var rank = 0;
        envelope.SkimObject(ref reader, itemsPath ?? "data", itemsPath is not null, ref rank);
        // Nothing may stand behind the end: a body cut or glued is not trusted.
        if (reader.Read()) throw new JsonException("The body goes on behind its end.");
        return envelope;
    }

    private void SkimObject(ref Utf8JsonReader reader, string itemsPath, bool isAsked, ref int rank)
    {
        var dot = itemsPath.IndexOf('.');
        var wanted = dot < 0 ? itemsPath : itemsPath.Substring(0, dot);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when name == wanted && dot > 0:
                    SkimObject(ref reader, itemsPath.Substring(dot + 1), isAsked, ref rank);
                    break;
                case JsonTokenType.StartArray when ListRank(name, wanted) > rank:
                    rank = ListRank(name, wanted);
                    TakeItems(ref reader);
                    break;
                // A page that is one object, asked for by its name: it is the page's only item.
                case JsonTokenType.StartObject when name == wanted && isAsked && rank == 0:
                    rank = ListRank(name, wanted);
                    HasList = true;
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    Items.Add((start, (int)reader.BytesConsumed - start));
                    break;
                case JsonTokenType.StartObject when name == "pages":
                    SkimPages(ref reader);
                    break;
                case JsonTokenType.Number when name == "total_count" && reader.TryGetInt64(out var total):
                    TotalCount = total;
                    break;
                case JsonTokenType.String when name == "scroll_param":
                    ScrollParam = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>The wanted list before <c>data</c>, <c>data</c> before any other.</summary>
    private static int ListRank(string name, string wanted) => name == wanted ? 3 : name == "data" ? 2 : 1;

    private void TakeItems(ref Utf8JsonReader reader)
    {
        HasList = true;
        Items.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            Items.Add((start, (int)reader.BytesConsumed - start));
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
