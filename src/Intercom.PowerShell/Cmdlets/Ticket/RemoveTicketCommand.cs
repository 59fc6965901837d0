using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes tickets for good. To close one, use Set-IntercomTicket -Open $false.</summary>
/// <example>
/// <para>Deletes a ticket without asking.</para>
/// <code>Search-IntercomTicket { $_.state -eq 'resolved' } -First 1 | Remove-IntercomTicket -Confirm:$false</code>
/// </example>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Search-IntercomTicket { $_.state -eq 'resolved' } -First 3 | Remove-IntercomTicket -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomTicket", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "tickets/{TicketId}", Returns = typeof(object))]
public sealed class RemoveTicketCommand : IntercomWriteCommand
{
    /// <summary>The ticket's id (not the number that the inbox shows).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
