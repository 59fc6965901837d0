using System.Collections;
using System.Collections.ObjectModel;
using System.Text.RegularExpressions;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Completes the fields after <c>$_.</c> in the script block of a search, and values after the operators (<see cref="QueryPlaces"/>).
/// PowerShell does not know the type of <c>$_</c> there, because nothing is piped. Register-IntercomQueryCompletion runs this before
/// PowerShell's own completion.
/// </summary>
public static class QueryMemberCompletion
{
    private static readonly Regex Member = new(@"\$(?:_|PSItem)\.(?<path>[\w.]*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Gets the completions at a position; null when the input is not a query there.</summary>
    /// <param name="input">The input.</param>
    /// <param name="cursor">The position in the input.</param>
    public static CommandCompletion? Complete(string input, int cursor)
    {
        if (input is null || cursor < 0 || cursor > input.Length) return null;
        var before = input.Substring(0, cursor);
        var place = QueryPlaces.At(before);
        if (place is null) return null;
        var member = Member.Match(before);
        // PowerShell completes the properties of piped objects itself.
        if (!member.Success || place.IsTable || !IsSearch(place.Command)) return Found(QueryPlaces.Complete(before, place));
        var path = member.Groups["path"];
        return Found((path, Fields(place.Command, path.Value).Concat(Attributes(place.Command, path.Value))));
    }

    private static CommandCompletion? Found((Group Word, IEnumerable<CompletionResult> Matches)? found) =>
        found is { } given && given.Matches.ToList() is { Count: > 0 } matches
            ? new CommandCompletion(new Collection<CompletionResult>(matches), -1, given.Word.Index, given.Word.Length) : null;

    /// <summary>True for a command whose script block or hashtable is a query.</summary>
    internal static bool IsSearch(string command) =>
        command.StartsWith("Search-Intercom", StringComparison.OrdinalIgnoreCase)
            || command.Equals("New-IntercomQuery", StringComparison.OrdinalIgnoreCase)
            || command.Equals("Test-IntercomQuery", StringComparison.OrdinalIgnoreCase);

    /// <summary>The custom attributes, when their group is typed. A name that is not an identifier cannot follow a dot.</summary>
    private static IEnumerable<CompletionResult> Attributes(string command, string typed)
    {
        const string Group = "CustomAttributes";
        var resources = QueryWords.Resources(command, new Hashtable()).ToList();
        if (resources is [SearchResource.Ticket]) return [];
        if (typed.IndexOf('.') < 0) return Group.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            ? [new CompletionResult(Group, Group, CompletionResultType.Property, "the workspace's own attributes")] : [];
        var bound = new Hashtable();
        if (resources.Count == 1) bound["Resource"] = resources[0];
        return new AttributeFieldCompleter(Group + ".").CompleteArgument(command, "Field", typed, null!, bound)
            .Where(result => !result.CompletionText.StartsWith("'", StringComparison.Ordinal))
            .Select(result => new CompletionResult(result.CompletionText, result.ListItemText.Substring(Group.Length + 1),
                CompletionResultType.Property, result.ToolTip));
    }

    /// <summary>
    /// The next part of each field that starts with the typed text: <c>Sou</c> returns <c>Source</c>, and <c>Source.</c> returns its
    /// fields.
    /// </summary>
    private static IEnumerable<CompletionResult> Fields(string command, string typed)
    {
        var fields = QueryWords.Resources(command, new Hashtable()).SelectMany(FieldCatalog.For)
            .Where(field => field.PascalName.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return fields.GroupBy(field => field.PascalName.IndexOf('.', typed.Length) is var dot and >= 0
            ? field.PascalName.Substring(0, dot) : field.PascalName, StringComparer.OrdinalIgnoreCase)
            .OrderBy(part => part.Key, StringComparer.OrdinalIgnoreCase)
            .Select(part => new CompletionResult(part.Key, part.Key.Substring(part.Key.LastIndexOf('.') + 1), CompletionResultType.Property,
                string.Join(Environment.NewLine,
                part.Select(field => $"{field.Resource} {field.Name}: {field.Type}, {QueryOperators.List(field.Operators)}").Distinct()
                .Take(6))));
    }
}
