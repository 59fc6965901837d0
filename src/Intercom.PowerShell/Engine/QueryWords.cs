using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>The words of queries: operators in PowerShell's spelling beside Intercom's.</summary>
internal static class QueryWords
{
    /// <summary>Reads an operator in either spelling.</summary>
    /// <exception cref="QueryException">There is no such operator.</exception>
    public static QueryOperator Operator(string word) => QueryOperators.TryParse(word, out var known) ? known
        : throw new QueryException($"'{word}' is no operator.", $"Use one of {QueryOperators.List(QueryOperators.Every)}, or eq, ne, gt, lt, ge, le, in, notin, contains, notcontains, startswith, endswith.");

    /// <summary>What a command searches, by its name or its -Resource; all when that is not known.</summary>
    public static IEnumerable<SearchResource> Resources(string command, IDictionary bound) =>
        bound["Resource"] is { } given && Enum.TryParse<SearchResource>(given.ToString(), true, out var one) ? [one]
        : command.EndsWith("Contact", StringComparison.OrdinalIgnoreCase) ? [SearchResource.Contact]
        : command.EndsWith("Conversation", StringComparison.OrdinalIgnoreCase) ? [SearchResource.Conversation]
        : command.EndsWith("Ticket", StringComparison.OrdinalIgnoreCase) ? [SearchResource.Ticket]
        : [SearchResource.Contact, SearchResource.Conversation, SearchResource.Ticket];
}

/// <summary>Completes the fields of searches, with their types.</summary>
public sealed class QueryFieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, System.Management.Automation.Language.CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        return QueryWords.Resources(commandName, fakeBoundParameters).SelectMany(FieldCatalog.For)
            .Where(field => field.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase) || field.PascalName.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .Select(same => new CompletionResult(same.Key, same.Key, CompletionResultType.ParameterValue, string.Join("; ", same.Select(field => $"{field.Resource}: {field.Type}, {QueryOperators.List(field.Operators)}"))));
    }
}

/// <summary>Completes the operators that a field takes.</summary>
public sealed class QueryOperatorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, System.Management.Automation.Language.CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        var fields = fakeBoundParameters["Field"] is string name ? QueryWords.Resources(commandName, fakeBoundParameters).Select(resource => FieldCatalog.Find(resource, name)).OfType<SearchField>().ToList() : [];
        var taken = fields.Count == 0 ? QueryOperators.Every : fields.Select(field => field.Operators).Aggregate((a, b) => a | b);
        return taken.Split().Select(one => (Wire: one.ToWire(), Name: one.ToString())).Where(one => one.Wire.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(one => new CompletionResult(one.Wire is "=" or "!=" or "IN" or "NIN" or "~" or "!~" or "^" ? one.Wire : $"'{one.Wire}'", one.Wire, CompletionResultType.ParameterValue, one.Name));
    }
}

/// <summary>Completes the values of a field: its words, or the names behind ids.</summary>
public sealed class QueryValueCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation)
    {
        if (boundParameters["Field"] is not string name) return [];
        var fields = QueryWords.Resources("", boundParameters).Select(resource => FieldCatalog.Find(resource, name)).OfType<SearchField>().ToList();
        if (fields.Count == 0) return [];
        var field = fields[0];
        if (field.Type == FieldType.Boolean) return [("$true", "true"), ("$false", "false")];
        var known = fields.SelectMany(each => each.KnownValues.Select(value => (Value: value, ToolTip: $"{each.Resource} {each.Name}: {each.Type}"))).GroupBy(entry => entry.Value, StringComparer.Ordinal)
            .Select(same => (same.Key, string.Join("; ", same.Select(entry => entry.ToolTip)))).ToList();
        if (known.Count > 0) return known;
        var directory = Session(boundParameters).Directory;
        return field.Name switch
        {
            "tag_id" or "tag_ids" => (await directory.TagsAsync(null, cancellation).ConfigureAwait(false)).Cast<Tag>().Select(tag => (tag.Id ?? "", $"tag {tag.Name}")).ToList(),
            "admin_assignee_id" or "owner_id" or "teammate_ids" => (await directory.AdminsAsync(null, cancellation).ConfigureAwait(false)).Cast<Admin>().Select(admin => (admin.Id ?? "", $"{admin.Name} <{admin.Email}>")).ToList(),
            "team_assignee_id" => (await directory.TeamsAsync(null, cancellation).ConfigureAwait(false)).Cast<Team>().Select(team => (team.Id ?? "", $"team {team.Name}")).ToList(),
            _ => [],
        };
    }
}
