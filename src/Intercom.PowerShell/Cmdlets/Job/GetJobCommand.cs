using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets the status of work that Intercom does in the background, such as creating a ticket, and the id of what it made.</summary>
/// <example>
/// <para>Asks whether a ticket has been created.</para>
/// <code>New-IntercomTicket 'Customer request' 'Cannot log in' -ExternalId user-1 -AsJob | Get-IntercomJob</code>
/// </example>
/// <example>
/// <para>Gets the ticket that a job has created.</para>
/// <code>$job = New-IntercomTicket 'Customer request' 'Lost parcel' -ExternalId user-1 -AsJob; Get-IntercomTicket ($job | Get-IntercomJob).ResourceId</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomJob"), OutputType(typeof(Intercom.Job))]
[Operation("GET", "jobs/status/{JobId}")]
public sealed class GetJobCommand : IntercomReadCommand
{
    /// <summary>The id of one or several jobs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("JobId")]
    public string[] JobId { get; set; } = [];
}
