namespace Intercom.PowerShell;

/// <summary>Downloads completed data exports to files.</summary>
/// <remarks>
/// Intercom keeps an export for two days. The file is decompressed, unless its name ends in .gz or .zip. It is written next to its
/// destination, and renamed when it is complete. An export without data (no_data) does not write a file, only a warning. Cells that a
/// spreadsheet could run as formulas, such as =HYPERLINK(...), get a leading apostrophe. A program that imports the file sees that
/// apostrophe, so use -Raw for such a program. Cells are separated by commas, as Intercom writes them. Content that is not CSV, or that
/// stays compressed, is saved unchanged.
/// </remarks>
/// <example>
/// <para>Exports the messages of the last 90 days to a file.</para>
/// <code>
/// Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport | Save-IntercomDataExport messages.csv
/// </code>
/// <outcome>(Get-Item messages.csv).Length -gt 100</outcome>
/// </example>
/// <example>
/// <para>Keeps the file compressed, as Intercom sends it.</para>
/// <code>
/// Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport | Save-IntercomDataExport messages.csv.gz
/// </code>
/// <outcome>
/// $bytes = [System.IO.File]::ReadAllBytes("$PWD/messages.csv.gz")
/// $bytes[0] -eq 0x1f -and $bytes[1] -eq 0x8b
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Save, "IntercomDataExport", SupportsShouldProcess = true), OutputType(typeof(FileInfo))]
[Operation("GET", "download/content/data/{JobIdentifier}", Accept = "application/octet-stream")]
public sealed class SaveDataExportCommand : SaveCommand
{
    /// <summary>The id of one or more exports.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>
    /// Keeps the bytes as Intercom sent them. Without this switch, each CSV cell that a spreadsheet could run as a formula gets a leading
    /// apostrophe ('). Such a cell begins, after any blanks, with =, +, -, @, a tab or a carriage return. Numbers and telephone numbers
    /// (+49 30 123) are not changed.
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is DataExport { Status: "no_data" } export) Warn(
            $"Data export {export.JobIdentifier} does not contain any data. '{Path}' was not written or changed.");
        else base.ProcessRecord();
    }

    private protected override bool IsGuarded => !Raw;

    private protected override string FileNameOf(string id) => $"intercom-export-{id}.csv";
}
