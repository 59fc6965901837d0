using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets how data exports stand: pending, in_progress, completed, failed, no_data or canceled.</summary>
/// <example>
/// <para>Asks how an export stands.</para>
/// <code>Start-IntercomDataExport -From (Get-Date).AddDays(-90) | Get-IntercomDataExport</code>
/// </example>
/// <example>
/// <para>Shows until when the file can be fetched.</para>
/// <code>(Start-IntercomDataExport -From (Get-Date).AddDays(-90) | Wait-IntercomDataExport | Get-IntercomDataExport).DownloadExpiresAt</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomDataExport"), OutputType(typeof(DataExport))]
[Operation("GET", "export/content/data/{JobIdentifier}")]
public sealed class GetDataExportCommand : IntercomReadCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];
}
