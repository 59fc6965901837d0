using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Waits until reporting exports are complete, and returns them.</summary>
/// <remarks>
/// The cmdlet polls at intervals that grow from 2 to 30 seconds. An export that failed, was canceled or has no data is an error.
/// </remarks>
/// <example>
/// <para>Waits until the file of an export is complete, and saves it.</para>
/// <code>
/// Start-IntercomReportingExport conversation (Get-Date).AddDays(-30) |
///     Wait-IntercomReportingExport -ClientId app1 |
///     Save-IntercomReportingExport conversations.csv
/// </code>
/// <outcome>@(Get-Content conversations.csv).Count -gt 50</outcome>
/// </example>
/// <example>
/// <para>Waits for at most ten minutes.</para>
/// <code>
/// Start-IntercomReportingExport conversation (Get-Date).AddDays(-30) |
///     Wait-IntercomReportingExport -ClientId app1 -TimeoutSec 600
/// </code>
/// <outcome>$output[0].Status -eq 'complete'</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "IntercomReportingExport"), OutputType(typeof(ReportingExport))]
[Operation("GET", "export/reporting_data/{JobIdentifier}")]
public sealed class WaitReportingExportCommand : WaitCommand
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

    private protected override string Kind => "Reporting export";

    // The API description says complete, and data exports return completed.
    private protected override System.Func<object, bool?> SuccessOf => static job =>
        ((ReportingExport)job).Status switch { "complete" or "completed" => true, "failed" or "no_data" or "canceled" => false, _ => null };

    private protected override string Advice => "Start a new one with Start-IntercomReportingExport.";

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) =>
        ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: true);
}
