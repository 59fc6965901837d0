using System.IO;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Fetches exports of reporting datasets that are whole into files.</summary>
/// <remarks>The file is unpacked, unless its name ends in .gz or .zip. It is written beside its target and gets its name when it is whole. Cells that a spreadsheet could run as formulas, such as =HYPERLINK(...), get an apostrophe in front; a tool that imports the file sees it, so use -Raw for one. Cells are separated by commas, as Intercom writes them. What is not CSV, and what stays packed, is kept as it came.</remarks>
/// <example>
/// <para>Exports the conversations of the last 30 days to a file.</para>
/// <code>
/// Start-IntercomReportingExport conversation (Get-Date).AddDays(-30) |
///     Wait-IntercomReportingExport -ClientId app1 |
///     Save-IntercomReportingExport conversations.csv
/// </code>
/// <outcome>@(Get-Content conversations.csv).Count -gt 50</outcome>
/// </example>
/// <example>
/// <para>Shows what would be written, and writes nothing.</para>
/// <code>
/// Start-IntercomReportingExport call (Get-Date).AddDays(-30) |
///     Wait-IntercomReportingExport -ClientId app1 |
///     Save-IntercomReportingExport calls.csv -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and -not (Test-Path calls.csv)</outcome>
/// </example>
[Cmdlet(VerbsData.Save, "IntercomReportingExport", SupportsShouldProcess = true), OutputType(typeof(FileInfo))]
[Operation("GET", "download/reporting_data/{JobIdentifier}", Accept = "application/octet-stream")]
public sealed class SaveReportingExportCommand : SaveCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>
    /// Keeps the bytes as Intercom sent them. Without it, each cell of the CSV that a spreadsheet could run as a formula gets an apostrophe (') in front: one that
    /// begins, behind blanks, with =, +, -, @, a tab or a carriage return, and is not a number or a telephone number (+49 30 123).
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>The workspace's id; by default that of the connection.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("app_id")]
    public string? AppId { get; set; }

    private protected override bool IsGuarded => !Raw;

    private protected override string FileNameOf(string id) => $"intercom-report-{id}.csv";

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: false);
}
