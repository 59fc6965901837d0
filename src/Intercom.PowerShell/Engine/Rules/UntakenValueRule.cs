namespace Intercom.PowerShell;

/// <summary>
/// Rejects a piped value that no parameter accepts. <c>'a', 'b' | New-IntercomArticle Title</c> would create the same article twice and
/// lose the values.
/// </summary>
internal sealed class UntakenValueRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Piped is null) return input;
        if (input.Bound.Keys.FirstOrDefault(
            name => !input.IsOnCommandLine(name) && context.Plan.TookItsText(name, input.Piped)) is { } whole)
        {
            var columns = RowObject.HasProperties(input.Piped)
                ? ColumnNames.Listed(RowObject.Headings(input.Piped).ToList()) : null;
            throw CommandErrors.MissingProperty(context.Name, whole, columns);
        }
        // A script block on the command line, such as -ContactId { $_ }, uses the value.
        if (input.Shape != InputShape.Value || context.Blocks.Any) return input;
        var piped = input.Bound.Keys.Where(name => name != SharedParameters.InputObject && !input.IsOnCommandLine(name));
        if (piped.Any(context.Plan.TakesPipedValue))
        {
            return input;
        }
        if (context.Plan.Selectors.Count > 0 && !context.Plan.Selectors.Any(each => input.IsOnCommandLine(each.Parameter)))
        {
            throw CommandErrors.UnknownKindOfId($"{input.Piped!.BaseObject}", context.Name, context.Plan.SelectorNames);
        }
        var first = context.Plan.FirstParameter(input.ParameterSet);
        // Where another id is specified, an id is not what is missing.
        var isTaken = first is null || input.IsOnCommandLine(first) || context.Plan.Selectors.Any(each => each.Parameter == first);
        var parameter = isTaken ? null : first;
        throw CommandErrors.UntakenValue($"{input.Piped!.BaseObject}", context.Name, parameter);
    }
}
