namespace Intercom.PowerShell;

/// <content>The map of -ColumnMap, and exported rows.</content>
internal static partial class CommandErrors
{
    /// <summary>Reports a target that rows cannot supply.</summary>
    /// <param name="column">The column of the file.</param>
    /// <param name="target">The target, as specified.</param>
    /// <param name="command">The cmdlet.</param>
    /// <param name="similar">A target with a similar name; null for none.</param>
    /// <param name="known">The accepted targets.</param>
    public static ColumnMapException UnknownMapTarget(
        string column, string target, string command, string? similar, IEnumerable<string> known) => Map(
        "unknown_map_target",
        $"-ColumnMap maps '{column}' to '{target}', which {command} does not accept from rows.",
        $"{(similar is null ? "" : $"Did you mean '{similar}'? ")}Accepted: {string.Join(", ", known)}.");

    public static ColumnMapException TwoMappedColumns(string first, string second, string target) => Map(
        "two_mapped_columns",
        $"The columns '{first}' and '{second}' are both read as '{target}'.",
        "Map one of them to another target, or remove it.");

    /// <summary>Reports a column of the map that the input does not have.</summary>
    /// <param name="column">The column, as specified.</param>
    /// <param name="similar">A column with a similar name; null for none.</param>
    /// <param name="known">The columns of the input.</param>
    public static ColumnMapException MappedColumnMissing(string column, string? similar, IReadOnlyCollection<string> known) => Map(
        "mapped_column_missing",
        $"-ColumnMap names the column '{column}', which the input does not have.",
        $"{(similar is null ? "" : $"Did you mean '{similar}'? ")}The input has {ColumnNames.Listed(known, 12)}.");

    private static ColumnMapException Map(string code, string problem, string remedy) => new(new Fault(code, problem, remedy));
}
