namespace Intercom.PowerShell;

/// <summary>
/// Sets every parameter that matches a column of the row. Numbers, dates and blanks follow the same rules in each column, and an invalid
/// value is the error of its row. Of an exported row, a cmdlet that changes fields reads only the cells that were edited.
/// </summary>
internal sealed class RowRule : IInputRule
{
    private readonly EditedCells _edited = new();
    private readonly List<(RowColumn Column, object Merged, object? Given)> _merged = [];
    private bool? _readsCsv;

    public CommandInput Apply(CommandInput input, InputContext context)
    {
        foreach (var (column, merged, given) in _merged) context.Unmerge(column, merged, given);
        _merged.Clear();
        if (input.Shape != InputShape.Row) return input;
        var (row, set) = (input.Piped!, input.ParameterSet);
        var bound = input.Copy();
        // Discard what the binder made of the columns: it reads 99,90 as 9990, and ignores values that it cannot convert.
        foreach (var column in context.Columns.Columns)
        {
            if (bound.ContainsKey(column.Parameter) && !input.IsOnCommandLine(column.Parameter)) context.Unbind(column.Parameter, bound);
        }
        // In a CSV, the cell after the last separator is null, and so are the cells that a short line does not have.
        var reading = new RowReading(row, input.DateFormats, () => _readsCsv ??=
            WrittenCommand.IsPipedWith(context.Invocation, "Import-Csv", "ipcsv", "ConvertFrom-Csv"))
            { ClearsEmpty = context.ClearEmpty, Marks = _edited.MarksOf(row, context) };
        var isSetting = OtherKindRule.IsSetting(context.Name);
        var (unedited, isEdited) = (new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var (column, cells) in context.Columns.Of(row))
        {
            if (input.IsOnCommandLine(column.Parameter) || !column.IsIn(set)) continue;
            var isMandatory = column.IsMandatoryIn(set);
            if (!isMandatory && cells.All(cell => reading.IsUnedited(context.Columns.TargetOf(cell.Name), cell)))
            {
                unedited.Add(column.LastWire ?? column.Parameter);
                if (isSetting) continue;
            }
            var clearsEmpty = context.ClearEmpty && !isMandatory && !context.Plan.IsWay(column.Parameter);
            if (column.Reads(cells, clearsEmpty, out var value, reading))
            {
                context.Bind(column, value, bound);
                isEdited = true;
            }
            else if (isMandatory) throw CommandErrors.BlankColumn(cells[0].Name, column.Parameter);
        }
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var nested in context.Columns.Nested(row).GroupBy(cell => cell.Column))
        {
            var (column, isFixed) = (nested.Key, input.IsOnCommandLine(nested.Key.Parameter));
            bound.TryGetValue(column.Parameter, out var given);
            if (!column.IsIn(set) || (isFixed && given is null)) continue;
            var table = new RowTable(column, given, isFixed);
            foreach (var (_, name, cell) in nested)
            {
                var isUnedited = reading.IsUnedited(context.Columns.TargetOf(cell.Name), cell);
                if (isUnedited) unedited.Add($"{column.LastWire}.{name}");
                if (!isUnedited || !isSetting) table.Read(name, cell, reading);
            }
            if (!table.IsSet) continue;
            context.Bind(column, table.Value, bound);
            if (isFixed) _merged.Add((column, table.Value, given));
            texts.UnionWith(table.Texts);
            isEdited = true;
        }
        if (context.IsChanging && reading.Marks is { } marks) _edited.Report(row, reading, marks, context);
        return input.Read(bound) with
        {
            TextAttributes = texts, Unedited = unedited,
            IsUnedited = isSetting && reading.Marks is not null && !isEdited && !input.CommandLine.Any(context.Plan.IsChange),
        };
    }
}
