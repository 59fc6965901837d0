using System.Runtime.CompilerServices;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of tickets, such as state, assignee, attributes or snooze.</summary>
/// <remarks>
/// Fields that you do not specify do not change. Attribute values are checked against the ticket type, and list items can be specified by
/// label. When -TicketAttribute is used with an id instead of a piped ticket, each ticket is read first to find out its type.
/// </remarks>
/// <example>
/// <para>Changes the state of a ticket.</para>
/// <code>Set-IntercomTicket 300037 -State 'In progress'</code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomTicket 300037).TicketState)" -eq 'In progress'</outcome>
/// </example>
/// <example>
/// <para>Resolves a ticket without sending the customer an email.</para>
/// <code>Set-IntercomTicket 300037 -State Resolved -SkipNotifications</code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomTicket 300037).TicketState)" -eq 'Resolved'</outcome>
/// </example>
/// <example>
/// <para>Sets an attribute, assigns the ticket to a team, and returns the ticket.</para>
/// <code>
/// Get-IntercomTicket 300037 |
///     Set-IntercomTicket -TicketAttribute @{ Priority = 'High' } `
///         -ToTeam Support -PassThru
/// </code>
/// <outcome>$output[0].Id -eq '300037' -and "$($output[0].TeamAssigneeId)" -eq '6001'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomTicket", SupportsShouldProcess = true), OutputType(typeof(Intercom.Ticket))]
[Operation("PUT", "tickets/{TicketId}")]
public sealed class SetTicketCommand : TicketFieldsCommand
{
    private static readonly string[] Assignments = [nameof(ToAdmin), nameof(ToTeam), nameof(Unassign)];
    private static readonly string[] Changes = [.. Assignments, nameof(State), nameof(Title), nameof(Description), nameof(TicketAttribute),
        nameof(CompanyId), nameof(Open), nameof(IsShared), nameof(SnoozedUntil), nameof(AdditionalField)];

    private readonly StrongBox<int> _toldOfUnread = new();

    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];

    /// <summary>
    /// The state, by id, as an object, or by the label that teammates or customers see. The ticket's type must have this state.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("TicketStateId")]
    [ArgumentCompleter(typeof(NameCompleter<TicketState>)), IntercomId("TicketStateId"), NameOf(typeof(TicketState))]
    [Body("ticket_state_id")]
    public string? State { get; set; }

    /// <summary>The ticket's title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body(AttributesField + "." + TicketAttributeValues.Title)]
    public string? Title { get; set; }

    /// <summary>The admin to assign the ticket to, by email address, name or id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(NameCompleter<Admin>)), NameOf(typeof(Admin))]
    [Body("assignee_id")]
    public string? ToAdmin { get; set; }

    /// <summary>The team to assign the ticket to, by name or id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(NameCompleter<Team>)), NameOf(typeof(Team))]
    [Body("assignee_id")]
    public string? ToTeam { get; set; }

    /// <summary>Removes the assignee of the ticket.</summary>
    [Parameter]
    public SwitchParameter Unassign { get; set; }

    /// <summary>Opens the ticket ($true) or closes it ($false). Closing a ticket also ends its snooze.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("open"), Truth]
    public bool? Open { get; set; }

    /// <summary>Whether the customer sees the ticket.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("is_shared"), Truth]
    public bool? IsShared { get; set; }

    /// <summary>
    /// Snoozes the ticket until this time in the future, or until words such as 'tomorrow 9:00', monday, 'next week' and +3d. A day of
    /// these words without a time means 9:00. A day of the week means the next one, also when it is today.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Until"), Body("snoozed_until"), DateInput(IsAhead = true)]
    [ArgumentCompleter(typeof(FutureDateCompleter))]
    public DateTime? SnoozedUntil { get; set; }

    /// <summary>
    /// The admin who makes the change, by id, email address or name. The default is the admin who owns the access token.
    /// </summary>
    [Parameter, ActingAdmin("admin_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Returns the changed ticket.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var planned = base.PlanWork(input);
        if (!Array.Exists(Changes, input.Has))
        {
            throw CommandErrors.NothingToChange("-State, -TicketAttribute, -ToAdmin or another field");
        }
        var assignments = Assignments.Where(input.Has).ToList();
        if (assignments.Count > 1)
        {
            throw CommandErrors.TwoAssignees(assignments);
        }
        var snoozes = input.Has(nameof(SnoozedUntil)) && SnoozedUntil is not null;
        if (snoozes && SnoozedUntil!.Value.ToUniversalTime() <= Session.Client.Time.GetUtcNow().UtcDateTime)
        {
            throw CommandErrors.TimeInPast(nameof(SnoozedUntil), SnoozedUntil!.Value);
        }
        if (snoozes && input.Has(nameof(Open)) && Open == false)
        {
            throw CommandErrors.SnoozedAndClosed();
        }
        if (Unassign) planned = planned.Select(work => work.Change(body => body["assignee_id"] = "0"));
        var piped = (input.Piped?.BaseObject as Ticket)?.TicketType;
        return planned.Select(work => work.SentBy((piped, _toldOfUnread), TicketChange.SendAsync));
    }
}
