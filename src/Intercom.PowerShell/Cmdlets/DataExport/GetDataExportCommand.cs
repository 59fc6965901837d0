namespace Intercom.PowerShell;

/// <summary>Gets the status of data exports: pending, in_progress, completed, failed, no_data or canceled.</summary>
/// <example>
/// <para>Shows the status of an export.</para>
/// <code>Start-IntercomDataExport (Get-Date).AddDays(-90) | Get-IntercomDataExport</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Status -in 'pending', 'in_progress', 'completed'</outcome>
/// </example>
/// <example>
/// <para>Shows when the download of a finished export expires.</para>
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
    /// <summary>The id of one or more exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];
}
