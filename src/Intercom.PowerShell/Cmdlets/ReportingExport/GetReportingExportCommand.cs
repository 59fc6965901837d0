using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets the status of reporting exports.</summary>
/// <example>
/// <para>Shows the status of an export.</para>
/// <code>
/// Start-IntercomReportingExport conversation -From (Get-Date).AddDays(-30) |
///     Get-IntercomReportingExport -ClientId app1
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].JobIdentifier.Length -gt 0 -and $output[0].Status.Length -gt 0</outcome>
/// </example>
/// <example>
/// <para>Shows the status of a finished export, and when its download expires.</para>
/// <code>
/// $export = Start-IntercomReportingExport call (Get-Date).AddDays(-30) |
///     Wait-IntercomReportingExport -ClientId app1
/// $export | Get-IntercomReportingExport -ClientId app1 |
///     Select-Object Status, DownloadExpiresAt
/// </code>
/// <outcome>$output[0].Status -eq 'complete' -and $output[0].DownloadExpiresAt -gt (Get-Date)</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomReportingExport"), OutputType(typeof(ReportingExport))]
[Operation("GET", "export/reporting_data/{JobIdentifier}")]
public sealed class GetReportingExportCommand : IntercomReadCommand
{
    /// <summary>The id of one or more exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>The workspace's id. The default is the id of the connection's workspace.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("app_id")]
    public string? AppId { get; set; }

    /// <summary>
    /// The client id of your app, which Intercom requires. The Developer Hub shows it under your app > Basic information. The default is
    /// the environment variable INTERCOM_CLIENT_ID.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, Query("client_id")]
    public string? ClientId { get; set; }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) =>
        ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: true);
}
