using Intercom.Csv;

namespace Intercom.PowerShell;

/// <summary>How the cells of one row are read.</summary>
/// <param name="row">The row.</param>
/// <param name="formats">The formats of -DateFormat.</param>
/// <param name="isPipedCsv">Determines whether the pipeline reads a CSV file. It is called only when the row does not tell.</param>
internal sealed class RowReading(PSObject row, IReadOnlyList<string> formats, Func<bool> isPipedCsv)
{
    private bool? _isCsv;

    /// <summary>The formats of -DateFormat.</summary>
    public IReadOnlyList<string> Formats => formats;

    /// <summary>True for the rows of a CSV file, where the missing cells of a line are null.</summary>
    public bool NullIsBlank { get; } = RowObject.HoldsNull(row) && (RowObject.MayBeShortLine(row) || isPipedCsv());

    /// <summary>True when blank cells clear their fields.</summary>
    public bool ClearsEmpty { get; init; }

    /// <summary>The marks of an exported row; null for other rows.</summary>
    public ExportMarks? Marks { get; init; }

    /// <summary>
    /// The value of a cell. In a row of a CSV file, the apostrophe that an export put before a formula is removed.
    /// </summary>
    public object? ValueOf(PSPropertyInfo cell) => RowObject.ValueOf(cell) is not { } value ? null
        : value is string { Length: > 1 } text && text[0] == '\'' && (_isCsv ??= RowObject.IsAllText(row) || isPipedCsv())
            ? CsvCell.Unguarded(text) : value;

    /// <summary>True for a cell of an exported row that still has the value of the export.</summary>
    public bool IsUnedited(string target, PSPropertyInfo cell) =>
        Marks is not null && ValueOf(cell) is string text && Marks.Has(target, text);

    /// <summary>True for a cell that has no value.</summary>
    public bool IsBlank(object? value) => RowObject.IsBlank(value) || (value is null && NullIsBlank);
}
