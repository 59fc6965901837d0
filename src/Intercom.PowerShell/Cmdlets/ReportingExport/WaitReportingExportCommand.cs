using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Waits until exports of reporting datasets are whole, and gives them.</summary>
/// <remarks>It asks in growing pauses of 2 to 30 seconds. An export that failed is an error.</remarks>
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
/// <para>Waits ten minutes at most.</para>
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
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>The workspace's id; by default that of the connection.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("app_id")]
    public string? AppId { get; set; }

    /// <summary>The client id of your app (Developer Hub > your app > Basic information), which Intercom wants here; by default that of the environment variable INTERCOM_CLIENT_ID.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("client_id")]
    public string? ClientId { get; set; }

    private protected override string Kind => "Reporting export";

    // The description says complete; completed is what the other export says.
    private protected override System.Func<object, bool?> SuccessOf => static job => ((ReportingExport)job).Status switch { "complete" or "completed" => true, "failed" or "no_data" or "canceled" => false, _ => null };

    private protected override string Advice => "Start another with Start-IntercomReportingExport.";

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: true);
}
