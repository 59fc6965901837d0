using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell;

/// <summary>A placeholder of a template.</summary>
/// <param name="Name">The attribute, without the prefix <c>user.</c>.</param>
/// <param name="Fallback">The text for contacts without a value; null when every contact must have one.</param>
internal sealed record Placeholder(string Name, string? Fallback);

/// <summary>
/// A text with placeholders such as <c>{{ first_name | fallback:"there" }}</c>, which is Intercom's own syntax for macros and messages.
/// </summary>
internal sealed class BodyTemplate
{
    private static readonly Regex Braces = new(@"\{\{(.*?)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    private static readonly Regex Inside = new(
        @"^\s*(?:(?:user|contact|lead)\.)?(?<name>[\w][\w.\- ]*?)\s*(?:\|\s*fallback\s*:\s*(?:""(?<text>[^""]*)""|'(?<text>[^']*)')\s*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly List<(string Text, Placeholder? Placeholder)> _parts = [];
    private readonly bool _isHtml;

    private BodyTemplate(bool isHtml) => _isHtml = isHtml;

    /// <summary>The placeholders, in the order of the text.</summary>
    public IEnumerable<Placeholder> Placeholders => _parts.Where(part => part.Placeholder is not null).Select(part => part.Placeholder!);

    /// <summary>The first placeholder of a text, or null. The text may not be a template.</summary>
    public static string? FirstIn(string text) => Braces.Matches(text).Cast<Match>().Select(match => match.Value)
        .FirstOrDefault(braces => Inside.IsMatch(WebUtility.HtmlDecode(braces.Substring(2, braces.Length - 4))));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter that it comes from.</param>
    /// <param name="isHtml">True when values are escaped for HTML.</param>
    /// <exception cref="ArgumentException">A placeholder is invalid, or names an attribute that contacts cannot have.</exception>
    public static BodyTemplate Read(string text, string parameter, bool isHtml)
    {
        var template = new BodyTemplate(isHtml);
        var at = 0;
        foreach (Match match in Braces.Matches(text))
        {
            template.Add(text.Substring(at, match.Index - at), text, parameter);
            // An editor may have written the quotation marks as entities.
            var inside = Inside.Match(isHtml ? WebUtility.HtmlDecode(match.Groups[1].Value) : match.Groups[1].Value);
            if (!inside.Success) throw CommandErrors.InvalidPlaceholder(parameter, ResourceWords.Shortened(match.Value)!);
            var name = ContactValues.NameOf(inside.Groups["name"].Value);
            template._parts.Add(("", new Placeholder(name, inside.Groups["text"] is { Success: true } fallback ? fallback.Value : null)));
            at = match.Index + match.Length;
        }
        template.Add(text.Substring(at), text, parameter);
        return template;
    }

    /// <summary>Returns the text with the values.</summary>
    /// <param name="valueOf">Gets the value of an attribute; null when the contact has none.</param>
    /// <param name="contact">The contact, for the error.</param>
    /// <exception cref="ArgumentException">The contact does not have a value, and the template has no fallback for it.</exception>
    public string Filled(Func<string, string?> valueOf, string contact)
    {
        var text = new StringBuilder();
        foreach (var (words, placeholder) in _parts)
        {
            text.Append(words);
            if (placeholder is null) continue;
            var value = valueOf(placeholder.Name);
            // The fallback is a part of the author's text, which may be HTML.
            if (string.IsNullOrWhiteSpace(value)) text.Append(placeholder.Fallback
                ?? throw CommandErrors.MissingTemplateValue(placeholder.Name, contact));
            else text.Append(_isHtml ? WebUtility.HtmlEncode(value) : value);
        }
        return text.ToString();
    }

    private void Add(string words, string text, string parameter)
    {
        var brace = words.IndexOf("{{", StringComparison.Ordinal);
        if (brace < 0) brace = words.IndexOf("}}", StringComparison.Ordinal);
        if (brace >= 0) throw CommandErrors.InvalidPlaceholder(parameter, ResourceWords.Shortened(words.Substring(brace), 30)!);
        if (words.Length > 0) _parts.Add((words, null));
    }
}
