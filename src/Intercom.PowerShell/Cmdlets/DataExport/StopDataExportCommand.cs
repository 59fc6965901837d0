using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Cancels running data exports, so that another export can be started.</summary>
/// <example>
/// <para>Starts an export, and cancels it.</para>
/// <code>
/// $export = Start-IntercomDataExport (Get-Date).AddDays(-90)
/// $export | Stop-IntercomDataExport
/// </code>
/// <outcome>
/// $writes.Count -eq 2 -and $writes[-1].Path -match 'cancel'
/// ($export | Get-IntercomDataExport).Status -match 'cancel'
/// </outcome>
/// </example>
/// <example>
/// <para>Cancels an export, and shows its status.</para>
/// <code>
/// $export = Start-IntercomDataExport (Get-Date).AddDays(-90)
/// ($export | Stop-IntercomDataExport -PassThru).Status
/// </code>
/// <outcome>"$output" -match 'cancel'</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "IntercomDataExport", SupportsShouldProcess = true), OutputType(typeof(DataExport))]
[Operation("POST", "export/cancel/{JobIdentifier}", Retry = RetryClass.Idempotent)]
public sealed class StopDataExportCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>Returns the canceled export.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
