using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Stops data exports that still run, so that another can be started.</summary>
/// <example>
/// <para>Starts an export and stops it.</para>
/// <code>Start-IntercomDataExport -From (Get-Date).AddDays(-90) | Stop-IntercomDataExport</code>
/// </example>
/// <example>
/// <para>Stops an export and shows how it stands.</para>
/// <code>(Start-IntercomDataExport -From (Get-Date).AddDays(-90) | Stop-IntercomDataExport -PassThru).Status</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "IntercomDataExport", SupportsShouldProcess = true), OutputType(typeof(DataExport))]
[Operation("POST", "export/cancel/{JobIdentifier}", Retry = RetryClass.Idempotent)]
public sealed class StopDataExportCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several exports.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobIdentifier")]
    public string[] JobIdentifier { get; set; } = [];

    /// <summary>Gives the export.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Describe(ApiRequest request, OperationAttribute operation, System.Collections.Generic.IReadOnlyDictionary<string, object?> bound) => "data export " + System.Uri.UnescapeDataString(request.Path.Substring(request.Path.LastIndexOf('/') + 1));
}
