namespace Intercom.PowerShell;

/// <summary>Adds an internal note to contacts, conversations, tickets or companies.</summary>
/// <remarks>Customers do not see notes.</remarks>
/// <example>
/// <para>Adds a note to a contact.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     Add-IntercomNote 'Prefers to be called in the morning.'
/// </code>
/// <outcome>
/// $writes.Count -eq 1
/// (Get-IntercomContact -ExternalId user-1 | Get-IntercomNote).Body -match 'called in the morning'
/// </outcome>
/// </example>
/// <example>
/// <para>Adds a note to a conversation. Customers do not see it.</para>
/// <code>Add-IntercomNote 100120 'Waits for the release.'</code>
/// <outcome>
/// $part = (Get-IntercomConversation 100120 -PlainText).ConversationParts[-1]
/// $writes.Count -eq 1 -and $part.PartType -eq 'note' -and $part.Body -eq 'Waits for the release.'
/// </outcome>
/// </example>
/// <example>
/// <para>Adds a note to the open tickets about the empty export without notifying the teammates.</para>
/// <code>
/// Search-IntercomTicket @{ open = $true } |
///     Where-Object Title -eq 'Export is empty' |
///     Add-IntercomNote 'Waits for the next release.' -SkipNotifications
/// </code>
/// <outcome>
/// $found = @(Before { Search-IntercomTicket @{ open = $true } | Where-Object Title -eq 'Export is empty' })
/// $writes.Count -eq $found.Count -and $found.Count -gt 0
/// ($found.Id | Get-IntercomTicket) | Test-Each { $_.TicketParts[-1].Body -match 'next release' }
/// </outcome>
/// </example>
/// <example>
/// <para>Adds a note to a company.</para>
/// <code>
/// Get-IntercomCompany -ExternalCompanyId juniper-bank |
///     Add-IntercomNote 'Asks for a yearly invoice.'
/// </code>
/// <outcome>
/// $writes.Count -eq 1
/// @((Get-IntercomCompany -ExternalCompanyId juniper-bank | Get-IntercomNote).Body -match 'yearly invoice').Count -eq 1
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomNote", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation), typeof(Intercom.Ticket), typeof(Intercom.Company))]
[Operation("POST", "contacts/{ContactId}/notes", ParameterSet = "Contact", Returns = typeof(Intercom.Note))]
[Operation("POST", "conversations/{ConversationId}/reply", ParameterSet = "Conversation", Returns = typeof(Intercom.Conversation))]
[Operation("POST", "tickets/{TicketId}/reply", ParameterSet = "Ticket", Returns = typeof(Intercom.TicketPart))]
[Operation("POST", "companies/{CompanyId}/notes", ParameterSet = "Company", Returns = typeof(Intercom.Note), Since = "2.16")]
[BodyValue("message_type", "note", ParameterSet = "Conversation"), BodyValue("type", "admin", ParameterSet = "Conversation")]
[BodyValue("message_type", "note", ParameterSet = "Ticket"), BodyValue("type", "admin", ParameterSet = "Ticket")]
public sealed class AddNoteCommand : IntercomWriteCommand
{
    private readonly BodyTemplates _templates = new();

    /// <summary>The text of the note. HTML is allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Text", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }

    /// <summary>The id of one or more contacts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The id of one or more conversations. A number before the text is one too: Add-IntercomNote 100118 'text'.</summary>
    [Parameter(Position = 0, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Text", ValueFromPipelineByPropertyName = true)]
    [IntercomId("ConversationId", IsNumber = true), Selects("Conversation")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("TicketId"), Selects("Ticket")]
    public string[] TicketId { get; set; } = [];

    /// <summary>Intercom's id of one or more companies, not the id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Selects("Company")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The admin who writes the note, by id, email address or name. The default is the admin who owns the access token.</summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Files on this computer to attach to the note of a conversation, by path or from Get-ChildItem. At most ten.</summary>
    [Parameter, OnlyFor("Conversation"), AttachmentFile, Body("attachment_files")]
    public object[]? Attachment { get; set; }

    /// <summary>Adds the note of a back-office ticket to all conversations that are linked to it as well.</summary>
    [Parameter, OnlyFor("Ticket"), Body("cross_post")]
    public SwitchParameter CrossPost { get; set; }

    /// <summary>Does not notify anyone about the note.</summary>
    [Parameter, OnlyFor("Ticket"), Body("skip_notifications")]
    public SwitchParameter SkipNotifications { get; set; }

    /// <summary>
    /// Treats -Body as a template. A placeholder such as {{ first_name | fallback:"there" }} is replaced with an
    /// attribute of the contact: one of the API, first_name, last_name, location.city, or a custom attribute by its name. Values in -Body
    /// are escaped for HTML. A contact without a value is an error unless there is a fallback. When the piped object does not have the
    /// values, the contact is read, each one once. Without this switch, a placeholder is an error.
    /// -AsTemplate:$false sends the text unchanged.
    /// </summary>
    [Parameter, OnlyFor("Contact", "Conversation", "Ticket")]
    public SwitchParameter AsTemplate { get; set; }

    /// <summary>Returns the contact, conversation, ticket or company with the new note.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var isForContact = input.ParameterSet == "Contact";
        var stated = base.PlanWork(input);
        var works = input.ParameterSet switch
        {
            "Contact" => stated.Select(work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact))),
            "Company" => stated.Select(work => work.ThenRead<GetCompanyCommand>(typeof(Intercom.Company))),
            "Ticket" => stated.Select(work => work.ThenRead<GetTicketCommand>(typeof(Intercom.Ticket))),
            _ => stated,
        };
        return works.Select(work => AsTemplate ? _templates.Fill(work, isForContact ? work.Resource.Id : null) : work)
            .Select(work => work with { Doing = $"Add note {BodyTemplates.Quoted(work, Body, AsTemplate)} to {work.Resource}" });
    }
}
