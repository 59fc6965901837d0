using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Waits until data exports are whole, and gives them.</summary>
/// <remarks>It asks in growing pauses of 2 to 30 seconds. An export that failed or was stopped is an error. One that found nothing is none: it comes with the status no_data and a warning, and Save-IntercomDataExport writes no file for it.</remarks>
/// <example>
/// <para>Waits until the file of an export is complete, and saves it.</para>
/// <code>
/// Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport | Save-IntercomDataExport messages.csv
/// </code>
/// <outcome>(Get-Item messages.csv).Length -gt 100</outcome>
/// </example>
/// <example>
/// <para>Waits ten minutes at most.</para>
/// <code>
/// Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport -TimeoutSec 600
/// </code>
/// <outcome>$output[0].Status -eq 'completed'</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "IntercomDataExport"), OutputType(typeof(DataExport))]
[Operation("GET", "export/content/data/{JobIdentifier}")]
public sealed class WaitDataExportCommand : WaitCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    private protected override string Kind => "Data export";

    private protected override System.Func<object, bool?> SuccessOf => static job => ((DataExport)job).Status switch { "completed" or "no_data" => true, "failed" or "canceled" => false, _ => null };

    private protected override string Advice => "Start another with Start-IntercomDataExport.";

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is DataExport { Status: "no_data" } export) Warn($"Data export {export.JobIdentifier} is empty: nothing was sent in that time.");
        yield return item;
    }
}
