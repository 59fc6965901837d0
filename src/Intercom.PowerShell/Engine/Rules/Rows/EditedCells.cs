namespace Intercom.PowerShell;

/// <summary>The marks of exported rows in one run, and what is reported about them once.</summary>
internal sealed class EditedCells
{
    private readonly HashSet<string> _reported = new(StringComparer.OrdinalIgnoreCase);
    private ExportMarks.Hash? _hash;
    private bool _isForeignReported;

    /// <summary>The marks of a row; null when it has none that can be read.</summary>
    public ExportMarks? MarksOf(PSObject row, InputContext context)
    {
        if (!ExportMarks.IsExported(row)) return null;
        var marks = ExportMarks.Of(row, _hash ??= new ExportMarks.Hash(context.Session.Client));
        if (marks is null && !_isForeignReported)
        {
            _isForeignReported = true;
            context.Warn($"The column {ExportMarks.Heading} was written with another access token or was changed, so edited cells cannot "
                + "be recognized. All cells are used.");
        }
        return marks;
    }

    /// <summary>Warns once about each column that was edited although the cmdlet does not change it.</summary>
    public void Report(PSObject row, RowReading reading, ExportMarks marks, InputContext context)
    {
        var edited = context.Columns.Unknown(row).Where(heading => !_reported.Contains(heading)
            && reading.ValueOf(row.Properties[heading]) is string text && !string.IsNullOrWhiteSpace(text)
            && !marks.Has(context.Columns.TargetOf(heading), text)).ToList();
        if (edited.Count == 0) return;
        _reported.UnionWith(edited);
        context.Warn($"Cells of {ColumnNames.Listed(edited)} were edited, but {context.Name} does not change them.");
    }
}
