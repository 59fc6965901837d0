namespace Intercom.PowerShell;

/// <summary>Rejects a row that does not have the columns of -ColumnMap, before its values are read.</summary>
internal sealed class ColumnMapRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Shape == InputShape.Row && context.Columns.Map is { } map)
        {
            map.Check(RowObject.Headings(input.Piped!).Where(heading => !context.IsAdded(heading)).ToList(), context.Columns);
        }
        return input;
    }
}
