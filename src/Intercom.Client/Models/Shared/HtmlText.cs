using System.Net;
using System.Text;

namespace Intercom;

/// <summary>The words of an HTML text, for one line of a table.</summary>
internal static class HtmlText
{
    private const int MaxLength = 80;

    /// <summary>The first words without tags and line breaks. Null for a text without words.</summary>
    public static string? FirstWords(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return null;

        var text = new StringBuilder();
        var at = 0;
        // Entities are decoded afterwards, so that their characters are not read as tags. Some extra length for them and for blanks.
        while (at < html!.Length && text.Length < MaxLength * 8)
        {
            var letter = html[at];
            if (letter == '<' && TagEnd(html, at) is var end and > 0)
            {
                if (!IsInline(html, at, end)) text.Append(' ');
                at = end + 1;
                continue;
            }
            text.Append(letter);
            at++;
        }

        var words = string.Join(" ", WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return null;
        return words.Length <= MaxLength ? words : Cut(words);
    }

    /// <summary>The end of the tag that starts here. 0 when this is only a less-than sign.</summary>
    private static int TagEnd(string html, int start)
    {
        if (start + 1 >= html.Length || !(char.IsLetter(html[start + 1]) || html[start + 1] is '/' or '!')) return 0;
        var end = html.IndexOf('>', start);
        return end < 0 ? html.Length - 1 : end;
    }

    /// <summary>True for tags that may be inside a word or sentence, so that no blank replaces them.</summary>
    private static bool IsInline(string html, int start, int end)
    {
        var at = html[start + 1] == '/' ? start + 2 : start + 1;
        var length = 0;
        while (at + length < end && char.IsLetter(html[at + length])) length++;
        return html.Substring(at, length).ToLowerInvariant()
            is "a" or "b" or "i" or "u" or "s" or "em" or "strong" or "span" or "font" or "code" or "mark" or "small";
    }

    private static string Cut(string words)
    {
        var length = MaxLength - 1;
        if (char.IsHighSurrogate(words[length - 1])) length--;
        return words.Substring(0, length).TrimEnd() + "…";
    }
}
