using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates tickets of a ticket type, each for one contact.</summary>
/// <remarks>
/// The ticket type is identified by name or id, attributes by name, and list items by label. If no contact has the email address, Intercom
/// creates a contact. With -AsJob, Intercom creates the ticket in the background, and this cmdlet returns a job. Get-IntercomJob gets its
/// status. With -Wait, this cmdlet waits for that job and returns the ticket.
/// </remarks>
/// <example>
/// <para>Creates a ticket for a contact, and sets an attribute.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     New-IntercomTicket 'Customer request' 'Cannot log in' `
///         -TicketAttribute @{ Priority = 'High' }
/// </code>
/// <outcome>
/// $output[0].Title -eq 'Cannot log in' -and $output[0].Contacts[0].Id -eq (Get-IntercomContact -ExternalId user-1).Id
/// $output[0].TicketAttributes['Priority'] -ne $null
/// </outcome>
/// </example>
/// <example>
/// <para>Creates a ticket in the background for the contact with an email address.</para>
/// <code>New-IntercomTicket Bug 'Crash on start' -Email zoe@example.com -AsJob</code>
/// <outcome>
/// $writes.Count -eq 1 -and $output[0].ResourceType -eq 'ticket'
/// ($output[0] | Wait-IntercomJob).ResourceId.Length -gt 3
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomTicket", SupportsShouldProcess = true), OutputType(typeof(Intercom.Ticket), typeof(Intercom.Job))]
[Operation("POST", "tickets")]
[Operation("POST", "tickets/enqueue", Name = "Job", Returns = typeof(Intercom.Job))]
public sealed class NewTicketCommand : TicketFieldsCommand
{
    // Most certain first: the first column of a row that has a value identifies the contact.
    private static readonly (string Parameter, string Wire)[] ContactKeys =
        [(nameof(ContactId), "id"), (nameof(ExternalId), "external_id"), (nameof(Email), "email")];

    /// <summary>The ticket type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("TicketTypeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType)), Body("ticket_type_id")]
    public string? TicketType { get; set; }

    /// <summary>The ticket's title.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Body(AttributesField + "." + TicketAttributeValues.Title)]
    public string? Title { get; set; }

    /// <summary>The id of the contact that the ticket is for.</summary>
    [Parameter(ValueFromPipeline = true), IntercomId("ContactId")]
    public string? ContactId { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Trim]
    public string? ExternalId { get; set; }

    /// <summary>The contact's email address. If no contact has it, Intercom creates a contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Trim]
    public string? Email { get; set; }

    /// <summary>
    /// The conversation to link to a back-office or tracker ticket. Intercom also accepts the id of a customer ticket here, for tracker
    /// tickets and for back-office tickets that are not shared.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ConversationId"), IntercomId("ConversationId")]
    [Body("conversation_to_link_id")]
    public string? ConversationToLinkId { get; set; }

    /// <summary>The admin to assign the ticket to, by email address, name or id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(NameCompleter<Admin>)), NameOf(typeof(Admin))]
    [Body("assignment.admin_assignee_id")]
    public string? ToAdmin { get; set; }

    /// <summary>The team to assign the ticket to, by name or id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(NameCompleter<Team>)), NameOf(typeof(Team))]
    [Body("assignment.team_assignee_id")]
    public string? ToTeam { get; set; }

    /// <summary>When the ticket was created. The default is now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at"), DateInput]
    public DateTime? CreatedAt { get; set; }

    /// <summary>Creates the ticket in the background, and returns the job.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <summary>Creates the ticket in the background, waits for it, and returns the ticket.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Maximum time that -Wait waits, in seconds.</summary>
    [Parameter, ValidateRange(1, 3600), WholeNumber]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var planned = base.PlanWork(input);
        if (AsJob && Wait)
        {
            throw CommandErrors.JobAndWait();
        }
        var given = Given(input).ToList();
        if (given.Count == 0)
        {
            throw CommandErrors.TicketWithoutContact();
        }
        if (given.Count > 1 && given.Exists(key => input.IsOnCommandLine(key.Parameter)))
        {
            throw CommandErrors.SeveralContacts([.. given.Select(key => key.Parameter)]);
        }
        var (parameter, wire, value) = given[0];
        var contact = parameter == nameof(ContactId) ? Wiring.ResourceOf(parameter, value, input.Piped) : new ApiResource("contact", value);
        var patience = Wait ? TimeSpan.FromSeconds(TimeoutSec) : (TimeSpan?)null;
        var title = string.IsNullOrEmpty(Title) ? "" : $" {WorkText.Quoted(Title)}";
        return planned.Select(work => (AsJob || Wait ? InBackground(work) : work)
            .Change(body => body["contacts"] = new JsonArray(new JsonObject { [wire] = value }))
            .SentBy(patience, TicketCreation.SendAsync) with { Doing = $"Create {TicketType} ticket{title} for {contact}" });
    }

    private Work InBackground(Work work)
    {
        var job = Wiring.Named("Job");
        return work.With(work.Request.WithPath(job.Path).WithRetry(job.Retry)) with { Model = Wiring.Returns(job) };
    }

    private IEnumerable<(string Parameter, string Wire, string Value)> Given(CommandInput input) =>
        from key in ContactKeys
        where input.Has(key.Parameter)
        let value = key.Parameter switch { nameof(ContactId) => ContactId, nameof(ExternalId) => ExternalId, _ => Email }
        where !string.IsNullOrWhiteSpace(value)
        select (key.Parameter, key.Wire, value.Trim());
}
