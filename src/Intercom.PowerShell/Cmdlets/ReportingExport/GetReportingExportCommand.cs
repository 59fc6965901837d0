using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets how exports of reporting datasets stand.</summary>
/// <example>
/// <para>Asks how an export stands.</para>
/// <code>Start-IntercomReportingExport conversation -From 2024-05-01 | Get-IntercomReportingExport -ClientId app1</code>
/// </example>
/// <example>
/// <para>Shows its state alone.</para>
/// <code>(Start-IntercomReportingExport call -From 2024-05-01 | Get-IntercomReportingExport -ClientId app1).Status</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomReportingExport"), OutputType(typeof(ReportingExport))]
[Operation("GET", "export/reporting_data/{JobIdentifier}")]
public sealed class GetReportingExportCommand : IntercomReadCommand
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

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: true);
}
