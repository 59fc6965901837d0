using System.IO;
using System.Linq;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Fetches data exports that are whole into files. Intercom keeps them for two days.</summary>
/// <remarks>The file is unpacked, unless its name ends in .gz or .zip. It is written beside its target and gets its name when it is whole.</remarks>
/// <example>
/// <para>Exports the last 90 days to a file, in one line.</para>
/// <code>Start-IntercomDataExport -From (Get-Date).AddDays(-90) | Wait-IntercomDataExport | Save-IntercomDataExport out.csv -Force</code>
/// </example>
/// <example>
/// <para>Keeps it packed.</para>
/// <code>Start-IntercomDataExport -From (Get-Date).AddDays(-90) | Wait-IntercomDataExport | Save-IntercomDataExport out.csv.gz -Force</code>
/// </example>
[Cmdlet(VerbsData.Save, "IntercomDataExport", SupportsShouldProcess = true), OutputType(typeof(FileInfo))]
[Operation("GET", "download/content/data/{JobIdentifier}", Accept = "application/octet-stream")]
public sealed class SaveDataExportCommand : SaveCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    private protected override string Kind => "Data export";

    private protected override string FileNameOf(ApiRequest request) => $"intercom-export-{request.Path.Split('/').Last()}.csv";
}
