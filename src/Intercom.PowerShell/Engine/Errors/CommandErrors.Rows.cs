using System.Collections;

namespace Intercom.PowerShell;

/// <content>Columns of piped rows.</content>
internal static partial class CommandErrors
{
    public static RowException TwoColumns(string first, string second, string parameter, string value, string other) => Row(
        "two_columns",
        $"The columns '{first}' and '{second}' are both read as -{parameter}, and contain '{value}' and '{other}'.",
        "Remove or rename one of them.");

    /// <summary>Reports a property that a script block reads but the piped object does not have.</summary>
    /// <param name="column">The property.</param>
    /// <param name="read">The expression in the block.</param>
    /// <param name="hint">A "Did you mean" question that starts with a space; empty when no name is similar.</param>
    public static RowException UnknownColumn(string column, string read, string hint) => Row(
        "unknown_column",
        $"The script block reads {read}, but the piped object has no '{column}' there, so the value would be empty.{hint}",
        "Correct the name in the block. If the property may be missing, test for it with if.");

    public static RowException BlankColumn(string column, string parameter) => Row(
        "blank_column",
        $"The column '{column}' is blank, but -{parameter} requires a value.",
        $"Fill the cell, or specify -{parameter} for all rows.");

    public static RowException ColumnNotClearable(string column, string parameter) => Row(
        "column_not_clearable",
        $"The column '{column}' is blank, and -{parameter} cannot be cleared.",
        "Fill the cell, or omit the column or -ClearEmpty.");

    /// <summary>Reports a value that cannot be converted to the parameter's type.</summary>
    /// <param name="column">The column heading.</param>
    /// <param name="value">The value, as displayed.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="type">The parameter's type.</param>
    public static RowException InvalidColumn(string column, string value, string parameter, Type type) => Row(
        "invalid_column", $"The column '{column}' contains '{value}', which -{parameter} does not accept.",
        Wanted(column, parameter, type));

    /// <summary>Reports a value that the parameter's own validation rejected.</summary>
    /// <param name="column">The column heading.</param>
    /// <param name="value">The value, as displayed.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="reason">The error of the validation.</param>
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

    /// <summary>The remedy for a value that a parameter of this type does not accept.</summary>
    private static string Wanted(string column, string parameter, Type type) =>
        type == typeof(bool) ? "Specify true or false."
        : type == typeof(DateTime) ? "Specify a date such as 2026-05-31 or 2026-05-31T09:30, or Unix seconds."
        : type == typeof(Hashtable)
            ? $"Specify JSON, or a hashtable in a calculated property such as @{{ n = '{parameter}'; e = {{ @{{ plan = $_.plan }} }} }}. "
            + $"To omit the column, use Select-Object * -ExcludeProperty {column}."
        : type == typeof(string) || type == typeof(string[]) ? "Specify text."
        : type.IsPrimitive ? "Specify a number." : "Get-Help describes what it accepts.";
}
