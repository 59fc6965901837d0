using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Downloads completed reporting exports to files.</summary>
/// <remarks>
/// The file is decompressed, unless its name ends in .gz or .zip. It is written next to its destination, and renamed when it is complete.
/// Cells that a spreadsheet could run as formulas, such as =HYPERLINK(...), get a leading apostrophe. A program that imports the file sees
/// that apostrophe, so use -Raw for such a program. Cells are separated by commas, as Intercom writes them. Content that is not CSV, or
/// that stays compressed, is saved unchanged.
/// </remarks>
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
/// <para>Shows what would be written without writing anything.</para>
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
    /// <summary>The id of one or more exports.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>
    /// Keeps the bytes as Intercom sent them. Without this switch, each CSV cell that a spreadsheet could run as a formula gets a leading
    /// apostrophe ('). Such a cell begins, after any blanks, with =, +, -, @, a tab or a carriage return. Numbers and telephone numbers
    /// (+49 30 123) are not changed.
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>The workspace's id. The default is the id of the connection's workspace.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("app_id")]
    public string? AppId { get; set; }

    private protected override bool IsGuarded => !Raw;

    private protected override string FileNameOf(string id) => $"intercom-report-{id}.csv";

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) =>
        ReportingQuery.Complete(request, Wait(Session.WorkspaceIdAsync(Sink, Cancellation)), needsClient: false);
}
