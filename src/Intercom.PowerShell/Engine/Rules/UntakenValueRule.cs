namespace Intercom.PowerShell;

/// <summary>
/// Refuses what is no row and what no parameter takes: <c>'a', 'b' | New-IntercomArticle Title</c> would make the same article twice and
/// lose the words.
/// </summary>
internal sealed class UntakenValueRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Piped is null) return input;
        if (input.Bound.Keys.FirstOrDefault(name => !input.IsOnCommandLine(name) && scene.Plan.TookItsText(name, input.Piped)) is { } whole)
        {
            var columns = RowObject.HasProperties(input.Piped)
                ? $" whose columns are {ColumnNames.Listed(RowObject.Headings(input.Piped).ToList())}" : "";
            throw new ArgumentException($"A row{columns} was piped to {scene.Name}, and does not hold its -{whole}. "
                + $"Pipe strings, or objects with the property {whole}: ... | Select-Object @{{ n = '{whole}'; "
                    + "e = 'heading of the column' }.");
        }
        if (input.Shape != InputShape.Value) return input;
        var piped = input.Bound.Keys.Where(name => name != nameof(IntercomWriteCommand.InputObject) && !input.IsOnCommandLine(name));
        if (piped.Any(scene.Plan.TakesPipedValue))
        {
            return input;
        }
        var name = scene.Name;
        var rows = $"was piped to {name}, which takes rows: objects whose properties have the names of its parameters.";
        var first = scene.Plan.FirstParameter(input.ParameterSet);
        var advice = first is null || input.IsOnCommandLine(first) ? "Pipe rows, or nothing"
            : $"Say which parameter it is for: ... | ForEach-Object {{ {name} -{first} $_ }}";
        throw new ArgumentException($"'{input.Piped!.BaseObject}' {rows} {advice}.");
    }
}
