namespace Intercom.PowerShell;

/// <summary>Waits until background jobs are done, and returns them with the id of the result.</summary>
/// <remarks>The cmdlet polls at intervals that grow from 2 to 30 seconds. A job that failed is an error.</remarks>
/// <example>
/// <para>Creates a ticket in the background, and gets it when it exists.</para>
/// <code>
/// $job = New-IntercomTicket 'Customer request' 'Cannot log in' `
///     -ExternalId user-1 -AsJob | Wait-IntercomJob
/// Get-IntercomTicket $job.ResourceId
/// </code>
/// <outcome>$output.Count -eq 1 -and "$($output[0].TicketAttributes | ConvertTo-Json)" -match 'Cannot log in'</outcome>
/// </example>
/// <example>
/// <para>Waits for at most one minute.</para>
/// <code>
/// New-IntercomTicket 'Customer request' 'Lost parcel' `
///     -ExternalId user-1 -AsJob | Wait-IntercomJob -TimeoutSec 60
/// </code>
/// <outcome>$output.Count -eq 1 -and "$($output[0].ResourceId)".Length -gt 3</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "IntercomJob"), OutputType(typeof(Job))]
[Operation("GET", "jobs/status/{JobId}")]
public sealed class WaitJobCommand : WaitCommand
{
    /// <summary>The id of one or more jobs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobId")]
    public string[] JobId { get; set; } = [];

    private protected override string Kind => "Job";

    private protected override System.Func<object, bool?> SuccessOf => static job =>
        ((Job)job).Status switch { "success" => true, "failed" => false, _ => null };

    private protected override string Advice => "Send the request again without -AsJob to see the reason.";
}
