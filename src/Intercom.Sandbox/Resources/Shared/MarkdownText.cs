using System.Net;
using System.Text.RegularExpressions;

namespace Intercom.Sandbox.Resources;

/// <summary>The two forms of a text, as far as the sandbox converts them: headings and paragraphs.</summary>
internal static class MarkdownText
{
    private static readonly Regex Heading = new("^(#{1,4}) +(.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex Block = new("<(h[1-4]|p)[^>]*>(.*?)</\\1>", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex Mark = new("<[^>]+>", RegexOptions.CultureInvariant);

    /// <summary>Markdown as HTML.</summary>
    public static string ToHtml(string markdown) => string.Concat(markdown.Replace("\r", "")
        .Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(line => Heading.Match(line) is { Success: true } heading
            ? $"<h{heading.Groups[1].Length}>{WebUtility.HtmlEncode(heading.Groups[2].Value)}</h{heading.Groups[1].Length}>"
            : $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    /// <summary>HTML as Markdown.</summary>
    public static string OfHtml(string? html)
    {
        var blocks = Block.Matches(html ?? "").Cast<Match>().Select(block => block.Groups[1].Value is var kind && kind == "p"
            ? Plain(block.Groups[2].Value)
            : new string('#', kind[1] - '0') + " " + Plain(block.Groups[2].Value)).ToList();
        return blocks.Count > 0 ? string.Join("\n\n", blocks) + "\n" : Plain(html ?? "");
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(Mark.Replace(html, ""));
}
