namespace Intercom.PowerShell;

/// <summary>Gets tickets by id.</summary>
/// <remarks>The id is not the number that the inbox shows. Search-IntercomTicket finds tickets by any other field.</remarks>
/// <example>
/// <para>Gets a ticket by its id.</para>
/// <code>Get-IntercomTicket 300001</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Id -eq '300001'</outcome>
/// </example>
/// <example>
/// <para>Gets the open tickets of one contact, with all their parts.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-123
/// Search-IntercomTicket @{ open = $true; contact_ids = $contact.Id } |
///     Get-IntercomTicket
/// </code>
/// <outcome>
/// Test-Same $output.Id '300022', '300037'
/// $output | Test-Each { @($_.TicketParts).Count -gt 0 }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicket"), OutputType(typeof(Intercom.Ticket))]
[Operation("GET", "tickets/{TicketId}")]
public sealed class GetTicketCommand : IntercomReadCommand
{
    /// <summary>The id of one or more tickets.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];
}
