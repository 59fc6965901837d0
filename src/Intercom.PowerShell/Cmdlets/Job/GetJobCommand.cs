namespace Intercom.PowerShell;

/// <summary>Gets the status of background jobs, such as creating a ticket, and the id of the result.</summary>
/// <example>
/// <para>Shows the status of a ticket that is being created in the background.</para>
/// <code>
/// New-IntercomTicket 'Customer request' 'Cannot log in' `
///     -ExternalId user-1 -AsJob | Get-IntercomJob
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].ResourceType -eq 'ticket' -and $output[0].Status.Length -gt 0</outcome>
/// </example>
/// <example>
/// <para>Gets the ticket that a job created.</para>
/// <code>
/// $job = New-IntercomTicket 'Customer request' 'Lost parcel' `
///     -ExternalId user-1 -AsJob | Wait-IntercomJob
/// Get-IntercomTicket ($job | Get-IntercomJob).ResourceId
/// </code>
/// <outcome>$output.Count -eq 1 -and "$($output[0].TicketAttributes | ConvertTo-Json)" -match 'Lost parcel'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomJob"), OutputType(typeof(Intercom.Job))]
[Operation("GET", "jobs/status/{JobId}")]
public sealed class GetJobCommand : IntercomReadCommand
{
    /// <summary>The id of one or more jobs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobId")]
    public string[] JobId { get; set; } = [];
}
