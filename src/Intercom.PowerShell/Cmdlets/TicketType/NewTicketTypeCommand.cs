namespace Intercom.PowerShell;

/// <summary>Creates ticket types.</summary>
/// <remarks>
/// A new ticket type has the attributes title and description, and the workspace's states. New-IntercomTicketTypeAttribute adds attributes.
/// </remarks>
/// <example>
/// <para>Creates a ticket type for requests that only teammates see.</para>
/// <code>New-IntercomTicketType 'Refund' -Category Back-office -Icon '💶'</code>
/// <outcome>$output[0].Name -eq 'Refund' -and $output[0].Category -eq 'Back-office'</outcome>
/// </example>
/// <example>
/// <para>Creates a ticket type with a custom attribute.</para>
/// <code>
/// New-IntercomTicketType 'Feature request' |
///     New-IntercomTicketTypeAttribute 'Votes' integer -Description 'How many'
/// </code>
/// <outcome>
/// $output[0].Name -eq 'Votes'
/// (Get-IntercomTicketType -Name 'Feature request').TicketTypeAttributes.Name -contains 'Votes'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomTicketType", SupportsShouldProcess = true), OutputType(typeof(Intercom.TicketType))]
[Operation("POST", "ticket_types")]
public sealed class NewTicketTypeCommand : TicketTypeFieldsCommand
{
    /// <summary>The ticket type's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }
}
