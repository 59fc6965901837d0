using System.IO;
using System.Linq;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Fetches exports of reporting datasets that are whole into files.</summary>
/// <remarks>The file is unpacked, unless its name ends in .gz or .zip. It is written beside its target and gets its name when it is whole.</remarks>
/// <example>
/// <para>Exports a month to a file, in one line.</para>
/// <code>Start-IntercomReportingExport conversation -From 2024-05-01 -To 2024-05-31 | Wait-IntercomReportingExport -ClientId app1 | Save-IntercomReportingExport may.csv -Force</code>
/// </example>
/// <example>
/// <para>Shows what would be written.</para>
/// <code>Start-IntercomReportingExport call -From 2024-05-01 | Wait-IntercomReportingExport -ClientId app1 | Save-IntercomReportingExport . -WhatIf</code>
/// </example>
[Cmdlet(VerbsData.Save, "IntercomReportingExport", SupportsShouldProcess = true), OutputType(typeof(FileInfo))]
[Operation("GET", "download/reporting_data/{JobIdentifier}", Accept = "application/octet-stream")]
public sealed class SaveReportingExportCommand : SaveCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>The workspace's id; by default that of the connection.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("app_id")]
    public string? AppId { get; set; }

    private protected override string FileNameOf(ApiRequest request) => $"intercom-report-{request.Path.Split('/').Last()}.csv";

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: false);
}
