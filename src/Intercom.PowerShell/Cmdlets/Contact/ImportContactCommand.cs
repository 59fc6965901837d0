using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates and updates the contacts of a CSV file, and returns a report with one line for each row.</summary>
/// <remarks>
/// A row belongs to the contact with its ContactId or ExternalId, or else to the user with its email address. A row with the role lead
/// belongs to the lead. Only fields that differ are sent. A blank cell leaves its field unchanged. Parameters such as -Owner apply to all
/// rows. The file is checked before anything is sent, and must be UTF-8, with or without a byte order mark.
///
/// Refused rows are in the report, and one error at the end states their number. -WhatIf reads the contacts and returns the same report,
/// but changes nothing.
/// </remarks>
/// <example>
/// <para>Shows what a file with semicolons, columns of other names and German dates would change.</para>
/// <code>
/// 'E-Mail;Vorname;Angemeldet
/// lena@mueller.example;Lena;31.05.2026
/// ada.rossi122@kestrel-air.example;Ada R.;' | Set-Content kunden.csv
/// $map = @{ Vorname = 'Name'; Angemeldet = 'SignedUpAt' }
/// Import-IntercomContact kunden.csv -Delimiter ';' -ColumnMap $map `
///     -DateFormat dd.MM.yyyy -WhatIf
/// </code>
/// <outcome>
/// Test-Same $output.Status Created, Updated
/// $writes.Count -eq 0 -and $output[1].Reason -eq 'name' -and $output[1].Id
/// </outcome>
/// </example>
/// <example>
/// <para>Imports a file, and saves the rows that were refused.</para>
/// <code>
/// 'ExternalId,Name,Role
/// user-1,Ada Albright,
/// new-1,Bea Bell,robot' | Set-Content people.csv
/// $report = Import-IntercomContact people.csv -ErrorAction SilentlyContinue
/// $report
/// ($report | Where-Object Status -eq Refused).GetInput() |
///     Export-Csv refused.csv
/// </code>
/// <outcome>
/// Test-Same $report.Status Updated, Refused
/// (Get-IntercomContact -ExternalId user-1).Name -eq 'Ada Albright' -and (Import-Csv refused.csv).ExternalId -eq 'new-1'
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Import, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(ContactImportRow))]
[Operation("POST", "contacts", Returns = typeof(Contact))]
public sealed partial class ImportContactCommand : ContactFieldsCommand
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ContactImportRow> _refused = [];
    private bool _isPreview;
    private int _rows;
    private int _surplus;

    /// <summary>The CSV file. Wildcard characters are part of the name.</summary>
    [Parameter(Mandatory = true, Position = 0), ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The character between the columns. The default is a comma.</summary>
    [Parameter, CsvDelimiter]
    public char Delimiter { get; set; } = ',';

    /// <summary>A column of the file: Intercom's id of the contact. A row with an id never creates a contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Trim]
    public string? ContactId { get; set; }

    /// <summary>A column of the file: the contact's email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("email"), Trim]
    public string? Email { get; set; }

    /// <summary>The role: user or lead. The default for new contacts is user.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter)), Body("role")]
    public string? Role { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guarded(() =>
    {
        var file = OrEnd(() =>
        {
            var path = LiteralPath.Of(SessionState, Path);
            if (!File.Exists(path)) throw CommandErrors.FileNotFound(Path, SessionState.Path.CurrentFileSystemLocation.ProviderPath);
            var rows = new CsvRows(path, Delimiter);
            Reader.Columns.Map?.Check(rows.Headings, Reader.Columns);
            string?[] identities = [nameof(ContactId), nameof(ExternalId), nameof(Email)];
            return rows.Headings.Select(Reader.Columns.TargetKey).Any(identities.Contains)
                ? rows : throw CommandErrors.NoIdentityColumn(rows.Headings);
        }, Path);
        var doing = $"Import the contacts of '{Path}'";
        _isPreview = !ShouldProcess(doing, $"{doing}?", "Confirm");
        if (_isPreview && !CheckpointOpening.IsWhatIf(this)) return;
        foreach (var (row, surplus) in file.Read())
        {
            (_surplus, _rows) = (surplus, _rows + 1);
            Reader.Look(row);
            Process(row, BoundNow());
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_refused.Count > 0) Report(CommandErrors.RowsRefused(_refused.Count, _rows, Path), _refused.ToArray());
    }
}
