namespace Intercom;

/// <summary>What Import-IntercomContact did with one row of the file, or would do with -WhatIf.</summary>
public sealed class ContactImportRow
{
    /// <summary>The row in the spreadsheet. The headings are row 1.</summary>
    public int Row { get; init; }

    /// <summary>
    /// Created, Updated, Unchanged (nothing was sent), Duplicate (of an earlier row, nothing was sent), Refused (with the reason), or
    /// Unknown: the request was sent, and may or may not have been applied.
    /// </summary>
    public string Status { get; init; } = "";

    /// <summary>Intercom's id of the contact; null when it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>The email address in the row.</summary>
    public string? Email { get; init; }

    /// <summary>Why the row was not sent, or the changed fields of an updated contact by their API names.</summary>
    public string? Reason { get; init; }

    /// <summary>The row of the file, with the columns of the file.</summary>
    internal object? Input { get; init; }

    /// <summary>Returns the row of the file, with the columns of the file. A property would be part of every export.</summary>
    public object? GetInput() => Input;

    internal ContactImportRow Ended(string status, string reason) => new()
    {
        Row = Row, Email = Email, Input = Input, Status = status, Reason = reason,
    };

    /// <summary>The row and its status.</summary>
    public override string ToString() => $"row {Row}: {Status}";
}
