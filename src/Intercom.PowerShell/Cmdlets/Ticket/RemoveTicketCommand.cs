namespace Intercom.PowerShell;

/// <summary>Deletes tickets permanently.</summary>
/// <remarks>To close a ticket, use Set-IntercomTicket -Open $false.</remarks>
/// <example>
/// <para>Shows what would be deleted: the resolved tickets that are older than four weeks.</para>
/// <code>
/// $limit = (Get-Date).AddDays(-28)
/// Search-IntercomTicket @{ state = 'resolved' } |
///     Where-Object CreatedAt -lt $limit | Remove-IntercomTicket -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -gt 0 -and $writes.Count -eq 0
/// $whatif.Count -eq @(Search-IntercomTicket @{ open = $false } | Where-Object CreatedAt -lt $limit).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Deletes one ticket by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomTicket 300004 -Confirm:$false</code>
/// <outcome>$writes.Count -eq 1 -and $writes[0].Method -eq 'DELETE' -and $writes[0].Path -eq 'tickets/300004'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomTicket", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "tickets/{TicketId}", Returns = typeof(object))]
public sealed class RemoveTicketCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];
}
