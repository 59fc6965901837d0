using System.Collections;

namespace Intercom.PowerShell;

/// <content>Columns of piped rows.</content>
internal static partial class CommandErrors
{
    public static RowException TwoColumns(string first, string second, string parameter, string value, string other) => Row(
        "two_columns",
        $"The columns '{first}' and '{second}' are both read as -{parameter}, and contain '{value}' and '{other}'.",
        "Remove or rename one of them.");

    /// <summary>A property that a script block reads and the piped object does not have.</summary>
    /// <param name="column">The property.</param>
    /// <param name="read">The expression of the block.</param>
    /// <param name="hint">The question which one was meant, with a space before it; empty if there is nothing to say.</param>
    public static RowException UnknownColumn(string column, string read, string hint) => Row(
        "unknown_column",
        $"The script block reads {read}, but the piped object has no '{column}' there, so the value would be empty.{hint}",
        "Correct the name in the block.");

    public static RowException BlankColumn(string column, string parameter) => Row(
        "blank_column",
        $"The column '{column}' is blank, but -{parameter} requires a value.",
        $"Fill the cell, or specify -{parameter} for all rows.");

    public static RowException ColumnNotClearable(string column, string parameter) => Row(
        "column_not_clearable",
        $"The column '{column}' is blank, and -{parameter} cannot be cleared.",
        "Fill the cell, or omit the column or -ClearEmpty.");

    /// <summary>A value that does not fit the parameter.</summary>
    /// <param name="column">The heading.</param>
    /// <param name="value">The value as it is shown.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="type">The parameter's type.</param>
    public static RowException InvalidColumn(string column, string value, string parameter, Type type) => Row(
        "invalid_column", $"The column '{column}' contains '{value}', which -{parameter} does not accept.",
        Wanted(column, parameter, type));

    /// <summary>A value that the parameter's own check refused.</summary>
    /// <param name="column">The heading.</param>
    /// <param name="value">The value as it is shown.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="reason">What the check says.</param>
    public static RowException RefusedColumn(string column, string value, string parameter, Exception reason) => Row(
        "invalid_column",
        reason.Message.IndexOf(value, StringComparison.Ordinal) >= 0
            ? $"The column '{column}' cannot be used for -{parameter}."
            : $"The column '{column}' contains '{value}', which -{parameter} does not accept.",
        reason.Message,
        reason);

    public static RowException UnreadableProperty(string property, Exception reason) => Row(
        "unreadable_property",
        $"The property '{property}' of the input cannot be read: {Reason(reason.GetBaseException())}.",
        "Select the other properties with Select-Object, or correct the object.",
        reason);

    private static RowException Row(string code, string problem, string remedy, Exception? inner = null) =>
        new(new Fault(code, problem, remedy), inner);

    /// <summary>What a parameter of this type requires.</summary>
    private static string Wanted(string column, string parameter, Type type) =>
        type == typeof(bool) ? "Give true or false."
        : type == typeof(DateTime) ? "Give a date such as 2026-05-31 or 2026-05-31T09:30, or Unix seconds."
        : type == typeof(Hashtable)
            ? $"Give a hashtable, by a calculated property such as @{{ n = '{parameter}'; e = {{ @{{ plan = $_.plan }} }} }}, or JSON; "
            + $"or leave the column out: Select-Object * -ExcludeProperty {column}."
        : type == typeof(string) || type == typeof(string[]) ? "Give text."
        : type.IsPrimitive ? "Give a number." : "See Get-Help for what it takes.";
}
