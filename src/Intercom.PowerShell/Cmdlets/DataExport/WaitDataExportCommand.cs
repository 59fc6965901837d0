namespace Intercom.PowerShell;

/// <summary>Waits until data exports are complete, and returns them.</summary>
/// <remarks>
/// The cmdlet polls at intervals that grow from 2 to 30 seconds. An export that failed or was canceled is an error. An export without data
/// is not an error. It is returned with the status no_data and a warning, and Save-IntercomDataExport does not write a file for it.
/// </remarks>
/// <example>
/// <para>Waits until the file of an export is complete, and saves it.</para>
/// <code>
/// Start-IntercomDataExport (Get-Date).AddDays(-90) |
///     Wait-IntercomDataExport | Save-IntercomDataExport messages.csv
/// </code>
/// <outcome>(Get-Item messages.csv).Length -gt 100</outcome>
/// </example>
/// <example>
/// <para>Waits for at most ten minutes.</para>
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
    /// <summary>The id of one or more exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    private protected override string Kind => "Data export";

    private protected override System.Func<object, bool?> SuccessOf => static job =>
        ((DataExport)job).Status switch { "completed" or "no_data" => true, "failed" or "canceled" => false, _ => null };

    private protected override string Advice => "Start a new one with Start-IntercomDataExport.";

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is DataExport { Status: "no_data" } export) Warn(
            $"Data export {export.JobIdentifier} does not contain any data: no messages were sent in that period.");
        yield return item;
    }
}
