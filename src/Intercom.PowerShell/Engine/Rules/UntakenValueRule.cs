namespace Intercom.PowerShell;

/// <summary>
/// Refuses a value that is not a row and that no parameter takes: <c>'a', 'b' | New-IntercomArticle Title</c> would make the same article
/// twice and lose the words.
/// </summary>
internal sealed class UntakenValueRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Piped is null) return input;
        if (input.Bound.Keys.FirstOrDefault(name => !input.IsOnCommandLine(name) && scene.Plan.TookItsText(name, input.Piped)) is { } whole)
        {
            var columns = RowObject.HasProperties(input.Piped)
                ? ColumnNames.Listed(RowObject.Headings(input.Piped).ToList()) : null;
            throw CommandErrors.MissingProperty(scene.Name, whole, columns);
        }
        if (input.Shape != InputShape.Value) return input;
        var piped = input.Bound.Keys.Where(name => name != nameof(IntercomWriteCommand.InputObject) && !input.IsOnCommandLine(name));
        if (piped.Any(scene.Plan.TakesPipedValue))
        {
            return input;
        }
        var first = scene.Plan.FirstParameter(input.ParameterSet);
        var parameter = first is null || input.IsOnCommandLine(first) ? null : first;
        throw CommandErrors.UntakenValue($"{input.Piped!.BaseObject}", scene.Name, parameter);
    }
}
