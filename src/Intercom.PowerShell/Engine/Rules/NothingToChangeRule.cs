namespace Intercom.PowerShell;

/// <summary>Rejects a change without fields, such as a row whose headings match no parameter. Its values would be lost.</summary>
internal sealed class NothingToChangeRule : IWorkRule
{
    private const int MostColumns = 8;

    public Work Apply(Work work, InputContext context)
    {
        if (work.Operation.Method is not ("PUT" or "PATCH") || work.Request.Body is JsonObject { Count: > 0 }
            || !context.Name.StartsWith("Set-", StringComparison.Ordinal))
        {
            return work;
        }
        if (work.Names.Any(name => name.Body is not null)) return work;
        string Columns(PSObject row) => string.Join(", ", row.Properties.Select(property => property.Name).Take(MostColumns));
        var row = work.Input is { Piped: { BaseObject: PSCustomObject } piped, Kind: null }
            ? Columns(piped) : null;
        if (row is not null && work.Input.Piped is { } cells && Blank(cells, context) is { Length: > 0 } blank)
        {
            throw CommandErrors.OnlyBlankCells(blank, context.Name);
        }
        var fields = string.Join(", ", context.Plan.Fields.Take(3).Select(field => "-" + field));
        throw CommandErrors.NothingToChange($"{fields} or another field", row, context.Name);
    }

    /// <summary>The headings of the row that match a field.</summary>
    private static string Blank(PSObject row, InputContext context) => string.Join(", ", context.Columns.Of(row)
        .Where(column => context.Plan.Fields.Contains(column.Column.Parameter)).SelectMany(column => column.Cells)
        .Select(cell => cell.Name).Take(MostColumns));
}
