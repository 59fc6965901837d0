namespace Intercom.PowerShell;

/// <summary>Writes contacts, companies, conversations, tickets or other objects to a CSV file for a spreadsheet.</summary>
/// <remarks>
/// Each custom attribute is a column, such as CustomAttributes.plan. Tags, contacts, assignees, teams and owners are names, and dates are
/// ISO 8601 with the offset from UTC. Text that a spreadsheet could run as a formula gets an apostrophe. The file is UTF-8 with a byte
/// order mark.
///
/// An edited file can be sent back: Import-Csv people.csv | Set-IntercomContact sends only the cells that were edited. The column
/// ExportMarks makes this possible, and works with the access token that wrote it. Without it, all cells with a value are sent. A blank
/// cell changes nothing. Cells of read-only columns are ignored, with one warning for each column that was edited.
/// </remarks>
/// <example>
/// <para>Exports all users, and sends an edited cell back to Intercom.</para>
/// <code>
/// Get-IntercomContact -Role user | Export-IntercomCsv people.csv
/// $rows = Import-Csv people.csv -Encoding utf8
/// $rows[0].Phone = '+353 1 496 0000'
/// $rows | Set-IntercomContact
/// </code>
/// <outcome>
/// $writes.Count -eq 1 -and (Get-IntercomContact $rows[0].ContactId).Phone -eq '+353 1 496 0000'
/// (Get-Item people.csv).Length -gt 1000
/// </outcome>
/// </example>
/// <example>
/// <para>Exports the open conversations for a spreadsheet that separates columns by semicolons, and replaces an earlier file.</para>
/// <code>
/// Get-IntercomConversation -State open |
///     Export-IntercomCsv open.csv -Delimiter ';' -Force
/// </code>
/// <outcome>
/// $rows = @(Import-Csv open.csv -Delimiter ';' -Encoding utf8)
/// $rows.Count -eq @(Before { Get-IntercomConversation -State open }).Count -and -not ($rows.State -ne 'open')
/// $output[0].Name -eq 'open.csv'
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Export, "IntercomCsv", SupportsShouldProcess = true), OutputType(typeof(FileInfo))]
public sealed partial class ExportCsvCommand : IntercomCommand
{
    private string? _target;
    private string? _kind;
    private FlatColumns? _columns;
    private CsvSpool? _spool;

    /// <summary>The file to write. Wildcard characters are part of the name.</summary>
    [Parameter(Mandatory = true, Position = 0), ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The objects of one kind, such as contacts.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The character between the columns. The default is a comma.</summary>
    [Parameter, CsvDelimiter]
    public char Delimiter { get; set; } = ',';

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves out the column ExportMarks. Set- cmdlets then send all cells that have a value.</summary>
    [Parameter]
    public SwitchParameter NoMarks { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var target = OrEnd(() =>
        {
            var path = LiteralPath.Of(SessionState, Path);
            if (Directory.Exists(path)) throw CommandErrors.PathIsDirectory(Path);
            TargetFile.Check(Path, path, Force);
            return path;
        }, Path);
        var doing = $"Export to '{target}'";
        if (ShouldProcess(doing, $"{doing}?", "Confirm")) _target = target;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FlatColumns.KindOf(InputObject) is not { } kind)
        {
            Report(CommandErrors.NotAnIntercomObject($"{InputObject}"), InputObject);
            return;
        }
        if (kind != (_kind ??= kind))
        {
            Report(CommandErrors.TwoKinds(kind, $"{InputObject}", _kind), InputObject);
            return;
        }
        if (_target is null) return;
        _columns ??= OrEnd(() =>
            new FlatColumns(InputObject, new FlatNames(Connection ?? IntercomConnections.InUse, this), !NoMarks), null);
        Written(() => (_spool ??= new CsvSpool(_target)).Add(_columns.CellsOf(InputObject), _columns.AttributesOf(InputObject)));
    }
}
