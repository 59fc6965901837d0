using System.Collections;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Completes the values after an operator in a script block, and the fields and values of a hashtable. This applies to queries, and to
/// Where-Object after a cmdlet that returns contacts, conversations or tickets.
/// </summary>
internal static class QueryPlaces
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Word = "(?<word>['\"]?[^\\s'\",;=]*)$";
    private const string Earlier = "(?:(?:'[^']*'|\"[^\"]*\"|[^\\s'\",;]+)\\s*,\\s*)*";

    private static readonly Regex Compared =
        new(@"\$(?:_|PSItem)\.(?<field>[\w.]+)\s+-[ci]?(?:eq|ne|in|notin)\s+" + Earlier + Word, Options);
    private static readonly Regex Assigned = new(@"(?:^|[;\n])\s*['""]?(?<field>[\w.]+)['""]?\s*=\s*" + Earlier + Word, Options);
    private static readonly Regex Key = new(@"(?:^|[;\n])\s*" + Word, Options);
    private static readonly Regex Reads = new(@"\b(?:Get|Search)-Intercom(?:Contact|Conversation|Ticket)\b(?=[^;\n]*\|[^;\n]*$)", Options);
    private static readonly Regex OfAttributes = new(@"-CustomAttribute\s+$", Options);

    /// <summary>The script block or hashtable that is open at the end of the text; null outside of one.</summary>
    public static Place? At(string text)
    {
        Parser.ParseInput(text, out var tokens, out _);
        var open = new Stack<Place?>();
        string? command = null;
        foreach (var token in tokens)
        {
            if ((token.TokenFlags & TokenFlags.CommandName) != 0) command = token.Text;
            else if (token.Kind is TokenKind.LCurly or TokenKind.AtCurly)
            {
                open.Push(command is null ? null
                    : new Place(command, token.Kind == TokenKind.AtCurly, token.Extent.StartOffset, token.Extent.EndOffset));
                command = null;
            }
            else if (token.Kind == TokenKind.RCurly && open.Count > 0) command = open.Pop()?.Command;
        }
        return open.Count > 0 ? open.Peek() : null;
    }

    /// <summary>The completions at the end of the text, and the word that they replace; null where nothing can be completed.</summary>
    public static (Group Word, IEnumerable<CompletionResult> Matches)? Complete(string text, Place place)
    {
        if (Source(text, place) is not { } command) return null;
        if (!place.IsTable) return Compared.Match(text) is { Success: true } compared ? Values(command, compared) : null;
        // The groups keep their places in the whole text.
        var inside = text.Substring(place.Inside).PadLeft(text.Length, '\n');
        if (OfAttributes.IsMatch(text.Substring(0, place.Start)))
        {
            return Key.Match(inside) is { Success: true } name ? Keys(new AttributeFieldCompleter(""), command, name.Groups["word"]) : null;
        }
        if (!QueryMemberCompletion.IsSearch(command)) return null;
        if (Assigned.Match(inside) is { Success: true } assigned) return Values(command, assigned);
        return Key.Match(inside) is { Success: true } key ? Keys(new QueryFieldCompleter(), command, key.Groups["word"]) : null;
    }

    /// <summary>The command that determines the fields: the search, or the cmdlet whose output Where-Object filters.</summary>
    private static string? Source(string text, Place place)
    {
        if (QueryMemberCompletion.IsSearch(place.Command)) return place.Command;
        if (place.IsTable)
        {
            return place.Command.EndsWith("-IntercomContact", StringComparison.OrdinalIgnoreCase) ? place.Command : null;
        }
        if (place.Command.ToLowerInvariant() is not ("where-object" or "where" or "?")) return null;
        return Reads.Matches(text.Substring(0, place.Start)).Cast<Match>().LastOrDefault()?.Value;
    }

    private static (Group, IEnumerable<CompletionResult>) Values(string command, Match match)
    {
        var bound = Bound(command);
        bound["Field"] = match.Groups["field"].Value;
        var word = match.Groups["word"];
        return (word, new QueryValueCompleter().CompleteArgument(command, "Value", word.Value, null!, bound).Select(Quoted));
    }

    /// <summary>A key with a dot or a dash must be quoted.</summary>
    private static (Group, IEnumerable<CompletionResult>) Keys(IArgumentCompleter completer, string command, Group word) => (word,
        completer.CompleteArgument(command, "Field", word.Value, null!, Bound(command)).Select(result =>
            result.CompletionText.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? result : Quoted(result)));

    private static Hashtable Bound(string command)
    {
        var bound = new Hashtable();
        if (QueryWords.Resources(command, bound).ToList() is [var resource]) bound["Resource"] = resource;
        return bound;
    }

    /// <summary>A value in quotes, because a bare word in a script block would be a command.</summary>
    private static CompletionResult Quoted(CompletionResult result) => result.CompletionText[0] is '\'' or '$' ? result
        : new CompletionResult("'" + CodeGeneration.EscapeSingleQuotedStringContent(result.CompletionText) + "'", result.ListItemText,
            result.ResultType, result.ToolTip);

    /// <summary>An open script block or hashtable.</summary>
    /// <param name="Command">The command that it belongs to.</param>
    /// <param name="IsTable">True for a hashtable.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Inside">Where its content begins.</param>
    internal sealed record Place(string Command, bool IsTable, int Start, int Inside);
}
