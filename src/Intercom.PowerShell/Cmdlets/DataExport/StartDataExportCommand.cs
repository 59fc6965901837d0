namespace Intercom.PowerShell;

/// <summary>Starts an export of the delivery and engagement data of outbound messages.</summary>
/// <remarks>
/// The export lists who received which message, when, and how they engaged with it. It covers emails, posts, surveys, tours and similar
/// messages that were sent in the period. It does not contain the text of conversations. A workspace can run one export at a time. While an
/// export runs, Intercom answers job_limit_exceeded, and an immediate retry does not help. Wait-IntercomDataExport waits for the export,
/// and Save-IntercomDataExport downloads it.
/// </remarks>
/// <example>
/// <para>Exports the messages of the last 90 days to a file.</para>
/// <code>
/// Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport | Save-IntercomDataExport messages.csv
/// </code>
/// <outcome>(Get-Item messages.csv).Length -gt 100</outcome>
/// </example>
/// <example>
/// <para>Starts an export of one month without waiting for it, and shows its status.</para>
/// <code>
/// $from = (Get-Date).Date.AddMonths(-1)
/// $export = Start-IntercomDataExport $from -To $from.AddMonths(1)
/// $export.Status
/// </code>
/// <outcome>"$output" -eq 'pending' -and $writes.Count -eq 1</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "IntercomDataExport", SupportsShouldProcess = true), OutputType(typeof(DataExport))]
[Operation("POST", "export/content/data")]
public sealed class StartDataExportCommand : IntercomWriteCommand
{
    /// <summary>The start of the period in which the messages were sent, inclusive.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("After")]
    [Body("created_at_after"), DateInput(IsBack = true), ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime From { get; set; }

    /// <summary>
    /// The end of the period, inclusive. The default is now. A date without a time of day, such as 2024-05-31, includes that day. A
    /// [datetime] is a point in time.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Before")]
    [Body("created_at_before"), DateInput(IsEnd = true, IsBack = true), ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime To { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(To))) input = input.Supply(nameof(To), To = DateTime.UtcNow);
        ExportRange.Check(From, To);
        return base.PlanWork(input).Select(work => work with { Doing = $"Start data export from {From:g} to {To:g}" });
    }
}
