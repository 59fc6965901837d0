using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets how data exports stand: pending, in_progress, completed, failed, no_data or canceled.</summary>
/// <example>
/// <para>Shows the state of an export.</para>
/// <code>Start-IntercomDataExport (Get-Date).AddDays(-90) | Get-IntercomDataExport</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Status -in 'pending', 'in_progress', 'completed'</outcome>
/// </example>
/// <example>
/// <para>Shows until when the file of a finished export can be downloaded.</para>
/// <code>
/// $export = Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport
/// ($export | Get-IntercomDataExport).DownloadExpiresAt
/// </code>
/// <outcome>$output[0] -gt (Get-Date)</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomDataExport"), OutputType(typeof(DataExport))]
[Operation("GET", "export/content/data/{JobIdentifier}")]
public sealed class GetDataExportCommand : IntercomReadCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];
}
