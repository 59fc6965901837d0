using System.Collections;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Maps the operators of PowerShell to those of Intercom.</summary>
internal static class QueryWords
{
    /// <summary>Parses an operator in either notation.</summary>
    /// <exception cref="QueryException">The operator does not exist.</exception>
    public static QueryOperator Operator(string word) => QueryOperators.TryParse(word, out var known) ? known
        : throw CommandErrors.UnknownOperator(word, QueryOperators.List(QueryOperators.Every));

    /// <summary>The resources that a command searches, by its name or its -Resource; all of them when that is unknown.</summary>
    public static IEnumerable<SearchResource> Resources(string command, IDictionary bound) =>
        bound["Resource"] is { } given && Enum.TryParse<SearchResource>(given.ToString(), true, out var one) ? [one]
        : command.EndsWith("Contact", StringComparison.OrdinalIgnoreCase) ? [SearchResource.Contact]
        : command.EndsWith("Conversation", StringComparison.OrdinalIgnoreCase) ? [SearchResource.Conversation]
        : command.EndsWith("Ticket", StringComparison.OrdinalIgnoreCase) ? [SearchResource.Ticket]
        : [SearchResource.Contact, SearchResource.Conversation, SearchResource.Ticket];
}

/// <summary>Completes the fields of searches, with their types.</summary>
internal sealed class QueryFieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, System.Management.Automation.Language.CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        return QueryWords.Resources(commandName, fakeBoundParameters).SelectMany(FieldCatalog.For)
            .Where(field => field.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                || field.PascalName.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .Select(same => new CompletionResult(same.Key, same.Key, CompletionResultType.ParameterValue, string.Join(
                "; ", same.Select(field => $"{field.Resource}: {field.Type}, {QueryOperators.List(field.Operators)}"))))
            .Concat(new AttributeFieldCompleter().CompleteArgument(commandName, parameterName, wordToComplete, commandAst,
                fakeBoundParameters));
    }
}

/// <summary>Completes the workspace's custom attributes as search fields.</summary>
internal sealed class AttributeFieldCompleter(string prefix = "custom_attributes.") : WorkspaceCompleter
{
    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound)
    {
        var models = QueryWords.Resources("", bound).Where(resource => resource != SearchResource.Ticket)
            .Select(resource => resource.ToString()).ToList();
        return (await Session(bound).Directory.ListAsync<DataAttribute>(null, default).ConfigureAwait(false))
            .Where(attribute => attribute.Custom == true && attribute.Archived != true && attribute.Name is not null
                && models.Contains(attribute.Model ?? "", StringComparer.OrdinalIgnoreCase))
            .Select(attribute => new Completion(prefix + attribute.Name, $"{attribute.Model} attribute: {attribute.DataType}")).ToList();
    }
}

/// <summary>Completes the operators that a field supports.</summary>
internal sealed class QueryOperatorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, System.Management.Automation.Language.CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        var fields = fakeBoundParameters["Field"] is string name
            ? QueryWords.Resources(commandName, fakeBoundParameters).Select(resource => FieldCatalog.Find(resource, name))
            .OfType<SearchField>().ToList() : [];
        var taken = fields.Count == 0 ? QueryOperators.Every : fields.Select(field => field.Operators).Aggregate((a, b) => a | b);
        return taken.Split().Select(one => (Wire: one.ToWire(), Name: one.ToString()))
            .Where(one => one.Wire.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(one => new CompletionResult(one.Wire is "=" or "!=" or "IN" or "NIN" or "~" or "!~" or "^" ? one.Wire : $"'{one.Wire}'",
                one.Wire, CompletionResultType.ParameterValue, one.Name));
    }
}

/// <summary>Completes the values of a field: its known values, or names for ids.</summary>
internal sealed class QueryValueCompleter : WorkspaceCompleter
{
    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound)
    {
        if (bound["Field"] is not string name) return [];
        var fields = QueryWords.Resources("", bound).Select(resource => FieldCatalog.Find(resource, name)).OfType<SearchField>().ToList();
        if (fields.Count == 0) return [];
        var field = fields[0];
        if (field.Type == FieldType.Boolean) return [new Completion("$true", "true") { IsCode = true },
            new Completion("$false", "false") { IsCode = true }];
        var known = fields.SelectMany(each => each.KnownValues.Select(value =>
            (Value: value, ToolTip: $"{each.Resource} {each.Name}: {each.Type}"))).GroupBy(entry => entry.Value, StringComparer.Ordinal)
            .Select(same => new Completion(same.Key, string.Join("; ", same.Select(entry => entry.ToolTip)))).ToList();
        if (known.Count > 0) return known;
        return NamedKinds.Of(FieldTables.KindOfId(field.Name)) is { } kind
            ? await IdCompleter.EntriesOfAsync(kind, bound).ConfigureAwait(false) : [];
    }
}
