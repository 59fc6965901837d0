using System.IO;
using System.Linq;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Fetches data exports that are whole into files. Intercom keeps them for two days.</summary>
/// <remarks>The file is unpacked, unless its name ends in .gz or .zip. It is written beside its target and gets its name when it is whole. For an export that found nothing (no_data) no file is written; a warning says so.</remarks>
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

    /// <summary>What was piped; tells an export that found nothing, and so has no file.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is DataExport { Status: "no_data" } export) Warn($"Data export {export.JobIdentifier} is empty: nothing is written to '{Path}', and what is there stays.");
        else base.ProcessRecord();
    }

    private protected override string FileNameOf(ApiRequest request) => $"intercom-export-{request.Path.Split('/').Last()}.csv";
}
