namespace Intercom.PowerShell;

/// <summary>
/// Sets every parameter that matches a column of the row. Numbers, dates and blanks follow the same rules in each column, and an invalid
/// value is the error of its row.
/// </summary>
internal sealed class RowRule : IInputRule
{
    private bool? _readsCsv;

    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Shape != InputShape.Row) return input;
        var (row, set) = (input.Piped!, input.ParameterSet);
        var bound = input.Copy();
        // Discard what the binder made of the columns: it reads 99,90 as 9990, and ignores values that it cannot convert.
        foreach (var column in context.Plan.Columns.Columns)
        {
            if (bound.ContainsKey(column.Parameter) && !input.IsOnCommandLine(column.Parameter)) context.Unbind(column.Parameter, bound);
        }
        // In a CSV, the cell after the last separator is null, and so are the cells that a short line does not have.
        var nullIsBlank = RowObject.HoldsNull(row)
            && (RowObject.MayBeShortLine(row)
                || (_readsCsv ??= WrittenCommand.IsPipedWith(context.Invocation, "Import-Csv", "ipcsv", "ConvertFrom-Csv")));
        foreach (var (column, cells) in context.Plan.Columns.Of(row))
        {
            if (input.IsOnCommandLine(column.Parameter) || !column.IsIn(set)) continue;
            var clearsEmpty = context.ClearEmpty && !column.IsMandatoryIn(set) && !context.Plan.IsWay(column.Parameter);
            if (column.Reads(cells, clearsEmpty, out var value, input.DateFormats, nullIsBlank)) context.Bind(column, value, bound);
            else if (column.IsMandatoryIn(set))
            {
                throw CommandErrors.BlankColumn(cells[0].Name, column.Parameter);
            }
        }
        return input.Read(bound);
    }
}
