using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets tickets by id (not by the number that the inbox shows; Search-IntercomTicket finds tickets by anything else).</summary>
/// <example>
/// <para>Gets a ticket by its id.</para>
/// <code>Get-IntercomTicket 300001</code>
/// </example>
/// <example>
/// <para>Reads the tickets that a search found, with all that happened to them.</para>
/// <code>Search-IntercomTicket { $_.Open -eq $true } -First 3 | Get-IntercomTicket</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicket"), OutputType(typeof(Intercom.Ticket))]
[Operation("GET", "tickets/{TicketId}")]
public sealed class GetTicketCommand : IntercomReadCommand
{
    /// <summary>The id of one or several tickets.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];
}
