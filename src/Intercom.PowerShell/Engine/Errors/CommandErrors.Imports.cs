namespace Intercom.PowerShell;

/// <content>Imported files.</content>
internal static partial class CommandErrors
{
    public static ArgumentException NotUtf8(string path, Exception reason) => Invalid(
        "wrong_encoding",
        $"'{path}' is not a UTF-8 file, so its letters beyond ASCII would be wrong.",
        "In Excel, save it as 'CSV UTF-8'. Or convert it in PowerShell 7: "
            + "Get-Content file.csv -Encoding ansi | Set-Content utf8.csv -Encoding utf8BOM.",
        reason);

    public static ArgumentException UnreadableCsv(string path, Exception reason) => Invalid(
        "unreadable_csv",
        $"'{path}' cannot be read as CSV: {Reason(reason)}.",
        "Correct the file, or close the program that uses it.",
        reason);

    /// <summary>Reports a file that has one column, whose heading contains another delimiter.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="delimiter">The delimiter in use.</param>
    /// <param name="other">The delimiter that the heading contains.</param>
    public static ArgumentException OtherDelimiter(string heading, char delimiter, char other) => Invalid(
        "other_delimiter",
        $"The file has only the column '{RowObject.Shown(heading)}', because -Delimiter is '{(delimiter == '\t' ? "`t" : delimiter)}'.",
        $"Specify -Delimiter {(other == '\t' ? "\"`t\"" : $"'{other}'")}.");

    public static ArgumentException RepeatedHeading(string heading, string path) => Invalid(
        "repeated_heading",
        $"'{path}' has several columns '{heading}'.",
        "Rename or remove all but one of them.");

    public static RowException SurplusCells(int surplus, int columns) => Row(
        "surplus_cells",
        $"The row has {columns + surplus} cells, and the file has {columns} columns, so a value may be in the wrong column.",
        "Quote cells that contain the delimiter.");

    public static ArgumentException NoIdentityColumn(IReadOnlyCollection<string> headings) => Invalid(
        "no_identity_column",
        $"No column identifies the contacts. The file has {ColumnNames.Listed(headings, 12)}.",
        "It requires a column ContactId, ExternalId or Email. To use another column for it, specify "
            + "-ColumnMap @{ 'E-Mail address' = 'Email' }.");

    /// <summary>Reports rows that were not imported, once at the end.</summary>
    /// <param name="refused">The number of these rows.</param>
    /// <param name="total">The number of all rows.</param>
    /// <param name="path">The file.</param>
    public static InvalidInputException RowsRefused(int refused, int total, string path) => Invalid(
        "rows_refused",
        $"{refused} of {total} rows of '{path}' were refused or have an unknown outcome.",
        "The property Reason of these rows says why, and GetInput() returns the row.");

    /// <summary>Reports a row whose email address belongs to another contact than its external id.</summary>
    /// <param name="email">The email address.</param>
    /// <param name="given">The external id of the row.</param>
    /// <param name="existing">The external id of the contact with this address.</param>
    public static ArgumentException OtherExternalId(string email, string given, string existing) => Invalid(
        "other_external_id",
        $"The row has the external id '{given}', but the user with the address '{email}' has '{existing}'.",
        "Correct one of them, or add the column ContactId to change the external id.");

    public static ArgumentException SeveralContacts(string email, int count, string role) => Invalid(
        "several_contacts",
        $"{count} {role}s have the address '{email}'.",
        "Add the column ContactId or ExternalId, which identifies one of them.");
}
