using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Starts an export of the delivery and engagement data of outbound messages: who got what when, and what they did with it.</summary>
/// <remarks>
/// The export holds e-mails, posts, surveys, tours and the like that were sent in the time given, not the words of conversations. One export may run at a time in a
/// workspace; while one does, Intercom answers job_limit_exceeded, and trying again at once does not help. Wait-IntercomDataExport waits, Save-IntercomDataExport fetches.
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
/// <para>Starts an export of one month, which goes on while the session does other work.</para>
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
    /// <summary>The beginning of the time in which the messages were sent; it counts in.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("After"), Body("created_at_after"), DateInput]
    public DateTime From { get; set; }

    /// <summary>The end of the time, by default now; it counts in. A date without a time of day, such as 2024-05-31, includes that day; a [datetime] is a point in time.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Before"), Body("created_at_before"), DateInput(IsEnd = true)]
    public DateTime To { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(To))) input = input.Supply(nameof(To), To = DateTime.UtcNow);
        ExportRange.Check(From, To);
        return base.PlanWork(input).Select(work => work with { Doing = $"Start data export from {From:g} to {To:g}" });
    }
}
