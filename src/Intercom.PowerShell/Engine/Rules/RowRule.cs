namespace Intercom.PowerShell;

/// <summary>
/// A row supplies every column that a parameter takes, read by the same rules for each: numbers, dates, blanks. One that cannot be taken is
/// its error.
/// </summary>
internal sealed class RowRule : IInputRule
{
    private bool? _readsCsv;

    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Shape != InputShape.Row) return input;
        var (row, set) = (input.Piped!, input.ParameterSet);
        var bound = input.Copy();
        // What the binder made of the columns does not count: it reads 99,90 as 9990, and passes over what it cannot read.
        foreach (var column in scene.Plan.Columns.Columns)
        {
            if (bound.ContainsKey(column.Parameter) && !input.IsOnCommandLine(column.Parameter)) scene.Drop(column.Parameter, bound);
        }
        // The cell behind the last separator of a CSV text is null, and so are all that a short line lacks.
        var nullIsBlank = RowObject.HoldsNull(row)
            && (RowObject.MayBeShortLine(row)
                || (_readsCsv ??= WrittenCommand.IsPipedWith(scene.Invocation, "Import-Csv", "ipcsv", "ConvertFrom-Csv")));
        foreach (var (column, cells) in scene.Plan.Columns.Of(row))
        {
            if (input.IsOnCommandLine(column.Parameter) || !column.IsIn(set)) continue;
            var clearsEmpty = scene.ClearEmpty && !column.IsMandatoryIn(set);
            if (column.Reads(cells, clearsEmpty, out var value, input.DateFormats, nullIsBlank)) scene.Take(column, value, bound);
            else if (column.IsMandatoryIn(set))
            {
                throw CommandErrors.BlankColumn(cells[0].Name, column.Parameter);
            }
        }
        return input.Read(bound);
    }
}
