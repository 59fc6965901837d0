using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets tickets by id (not by the number that the inbox shows; Search-IntercomTicket finds tickets by anything else).</summary>
[Cmdlet(VerbsCommon.Get, "IntercomTicket"), OutputType(typeof(Intercom.Ticket))]
[Operation("GET", "tickets/{TicketId}")]
public sealed class GetTicketCommand : IntercomReadCommand
{
    /// <summary>The id of one or several tickets.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];
}
