using System.Data;

namespace Intercom.PowerShell;

/// <summary>Reads piped rows and their cells.</summary>
internal static class RowObject
{
    private static readonly HashSet<string> OfEveryDataRow = new(
        ["RowError", "RowState", "Table", "ItemArray", "HasErrors", "DataView", "Row", "RowVersion", "IsNew", "IsEdit"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for an object that is read by its properties, and not a string, a number or a hashtable.</summary>
    public static bool HasProperties(PSObject? input) =>
        input is not (null or { BaseObject: string or ValueType or System.Collections.IDictionary });

    /// <summary>
    /// True for an object whose properties are chosen by the user, such as a row of a file, database or script. A file or a process has
    /// properties that are not meant to be sent.
    /// </summary>
    public static bool IsRow(PSObject input) => input.BaseObject is PSCustomObject or DataRow or DataRowView
        || input.BaseObject.GetType().Assembly.IsDynamic;

    /// <summary>The row's headings.</summary>
    public static IEnumerable<string> Headings(PSObject row) => row.Properties.Select(property => property.Name)
        .Where(name => row.BaseObject is not (DataRow or DataRowView) || !OfEveryDataRow.Contains(name));

    /// <summary>The value of a cell, without PowerShell's wrapper.</summary>
    /// <exception cref="RowException">The object's own code throws an exception.</exception>
    public static object? ValueOf(PSPropertyInfo cell)
    {
        try
        {
            return Unwrapped(cell.Value);
        }
        catch (Exception failure) when (failure is GetValueException or ExtendedTypeSystemException)
        {
            throw CommandErrors.UnreadableProperty(cell.Name, failure);
        }
    }

    /// <summary>A value without PowerShell's wrapper. A custom object is returned unchanged.</summary>
    public static object? Unwrapped(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped
        ? wrapped.BaseObject : value;

    /// <summary>True for a blank cell: empty, only white space, or a database null. $null is a value that clears the field.</summary>
    public static bool IsBlank(object? value) => value is DBNull || (value is string text && string.IsNullOrWhiteSpace(text));

    /// <summary>True for a cell that is blank or null.</summary>
    public static bool SaysNothing(object? value) => value is null || IsBlank(value);

    /// <summary>
    /// True for a blank or null cell. False when the object's own code throws an exception, which is reported when the row is read.
    /// </summary>
    public static bool SaysNothing(PSPropertyInfo cell)
    {
        try
        {
            return SaysNothing(ValueOf(cell));
        }
        catch (RowException)
        {
            return false;
        }
    }

    /// <summary>A date as ISO 8601 text, the form in which ConvertFrom-Json read it. PowerShell would convert it to 01/02/2025.</summary>
    public static object? DateAsText(object? value) => value switch
    {
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        // netstandard2.0 does not have these types.
        IFormattable day when day.GetType().FullName is "System.DateOnly"
            or "System.TimeOnly" => day.ToString("O", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>
    /// True when a cell of the row is null. Script properties are not evaluated, because cells of files are never script properties.
    /// </summary>
    public static bool HoldsNull(PSObject row) => row.Properties.Any(cell => cell is PSNoteProperty { Value: null });

    /// <summary>True for a row that may be a CSV line without its last cells: strings followed by null.</summary>
    public static bool MayBeShortLine(PSObject row)
    {
        var cells = row.Properties.ToList();
        if (!cells.TrueForAll(cell => cell is PSNoteProperty)) return false;
        var values = cells.ConvertAll(ValueOf);
        return values.Count > 1 && values[values.Count - 1] is null && values.TrueForAll(value => value is null or string)
            && values.Exists(value => value is "");
    }

    /// <summary>True for a row whose cells are all text, such as those of Import-Csv.</summary>
    public static bool IsAllText(PSObject row) => row.BaseObject is PSCustomObject
        && row.Properties.All(cell => cell is PSNoteProperty { Value: null or string });

    /// <summary>The value for display in an error.</summary>
    public static string Shown(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text ? text.Length > 80
        ? text.Substring(0, 80) + "…" : text : "";
}
