using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes the type of tickets. Attributes that the new type does not have are lost.</summary>
/// <remarks>
/// The new type must be of the same category. Attributes of the same name and type keep their values, and -TicketAttribute sets others.
/// To change a ticket type itself, use Set-IntercomTicketType.
/// </remarks>
/// <example>
/// <para>Shows that a ticket would get another type, without changing it.</para>
/// <code>
/// $idea = New-IntercomTicketType Idea -Category Customer
/// Get-IntercomTicket 300037 |
///     Convert-IntercomTicket $idea Submitted -WhatIf
/// </code>
/// <outcome>$writes.Count -eq 1 -and "$whatif" -match 'Change ticket 300037 .*to the type .* and the state Submitted'</outcome>
/// </example>
/// <example>
/// <para>Creates a ticket type with an attribute, and changes a ticket to this type without a confirmation prompt.</para>
/// <code>
/// $idea = New-IntercomTicketType Idea -Category Customer
/// $null = $idea | New-IntercomTicketTypeAttribute Effort -ListItem Low, High
/// Get-IntercomTicket 300037 | Convert-IntercomTicket Idea Submitted `
///     -TicketAttribute @{ Effort = 'High' } -PassThru -Confirm:$false
/// </code>
/// <outcome>
/// $writes.Count -eq 3 -and "$($output[0].TicketType)" -eq 'Idea' -and "$($output[0].TicketState)" -eq 'Submitted'
/// $output[0].TicketAttributes['Effort'] -and $output[0].Title -eq (Before { Get-IntercomTicket 300037 }).Title
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Convert, "IntercomTicket", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Intercom.Ticket))]
[Operation("POST", "tickets/{TicketId}/change_type", Retry = RetryClass.Idempotent, Since = "2.16")]
public sealed class ConvertTicketCommand : IntercomWriteCommand
{
    /// <summary>The new type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0), Alias("TicketTypeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType)), Body("ticket_type_id")]
    public string? TicketType { get; set; }

    /// <summary>
    /// The state, by id, as an object, or by the label that teammates or customers see. The new type must have this state.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1), Alias("TicketStateId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<TicketState>)), IntercomId("TicketStateId"), NameOf(typeof(TicketState))]
    [Body("ticket_state_id")]
    public string? State { get; set; }

    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];

    /// <summary>The values of the new type's attributes by name: @{ Priority = 'High' }.</summary>
    [Parameter, Alias("Attribute"), Body(TicketFieldsCommand.AttributesField), ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? TicketAttribute { get; set; }

    /// <summary>Returns the changed ticket.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var former = (input.Piped?.BaseObject as Ticket)?.TicketType;
        var (type, state) = (TicketType, State);
        return base.PlanWork(input).Select(work => work.SentBy(former, TicketConversion.SendAsync) with
        {
            Doing = $"Change {work.Resource} to the type {type} and the state {state}",
        });
    }
}
