using System.IO;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Fetches data exports that are whole into files. Intercom keeps them for two days.</summary>
/// <remarks>The file is unpacked, unless its name ends in .gz or .zip. It is written beside its target and gets its name when it is whole. For an export that found nothing (no_data) no file is written; a warning says so. Cells that a spreadsheet could run as formulas, such as =HYPERLINK(...), get an apostrophe in front; a tool that imports the file sees it, so use -Raw for one. Cells are separated by commas, as Intercom writes them. What is not CSV, and what stays packed, is kept as it came.</remarks>
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
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>
    /// Keeps the bytes as Intercom sent them. Without it, each cell of the CSV that a spreadsheet could run as a formula gets an apostrophe (') in front: one that
    /// begins, behind blanks, with =, +, -, @, a tab or a carriage return, and is not a number or a telephone number (+49 30 123).
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is DataExport { Status: "no_data" } export) Warn($"Data export {export.JobIdentifier} is empty: nothing is written to '{Path}', and what is there stays.");
        else base.ProcessRecord();
    }

    private protected override bool IsGuarded => !Raw;

    private protected override string FileNameOf(string id) => $"intercom-export-{id}.csv";
}
