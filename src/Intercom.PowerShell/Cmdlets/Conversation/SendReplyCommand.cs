namespace Intercom.PowerShell;

/// <summary>Replies to conversations or tickets, as an admin or on behalf of a contact.</summary>
/// <remarks>
/// A reply is never sent twice: when its outcome is unknown, the error says so. A reply to a conversation returns the whole conversation. A
/// reply to a ticket returns only the new part. Contacts cannot reply to back-office tickets, because they do not see them.
/// </remarks>
/// <example>
/// <para>Replies to a conversation.</para>
/// <code>Send-IntercomReply 100111 'We are on it.'</code>
/// <outcome>
/// $writes.Count -eq 1 -and $output.Count -eq 1
/// (Get-IntercomConversation 100111 -PlainText).ConversationParts[-1].Body -eq 'We are on it.'
/// </outcome>
/// </example>
/// <example>
/// <para>Replies to the three open conversations whose customers have waited longest.</para>
/// <code>
/// Search-IntercomConversation {
///     $_.State -eq 'open' -and $_.WaitingSince -ne $null
/// } -SortBy waiting_since -First 3 |
///     Send-IntercomReply 'We are on it.'
/// </code>
/// <outcome>
/// $waiting = Before { Get-IntercomConversation | Where-Object { $_.State -eq 'open' -and $_.WaitingSince } |
///     Sort-Object WaitingSince | Select-Object -First 3 }
/// $writes.Count -eq 3
/// $waiting | Test-Each { "$($writes.Path)" -match $_.Id }
/// </outcome>
/// </example>
/// <example>
/// <para>Replies to a ticket without notifying anyone.</para>
/// <code>Send-IntercomReply 'It is fixed.' -TicketId 300037 -SkipNotifications</code>
/// <outcome>
/// $writes.Count -eq 1 -and $writes[0].Path -like 'tickets/300037/reply*'
/// (Get-IntercomTicket 300037).TicketParts[-1].Body -match 'It is fixed.'
/// </outcome>
/// </example>
/// <example>
/// <para>Replies with the first name of each customer, or with "there" when the name is not known.</para>
/// <code>
/// $text = 'Hello {{ first_name | fallback:"there" }}, we are on it.'
/// 100111, 100120 | Send-IntercomReply $text -AsTemplate
/// </code>
/// <outcome>(Get-IntercomConversation 100120 -PlainText).ConversationParts[-1].Body -eq 'Hello Ada, we are on it.'</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomReply", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(Intercom.Conversation), typeof(Intercom.TicketPart))]
[Operation("POST", "conversations/{ConversationId}/reply", ParameterSet = "Conversation", Returns = typeof(Intercom.Conversation))]
[Operation("POST", "tickets/{TicketId}/reply", ParameterSet = "Ticket", Returns = typeof(Intercom.TicketPart))]
[BodyValue("message_type", "comment"), BodyValue("type", "admin")]
public sealed class SendReplyCommand : IntercomWriteCommand
{
    private static readonly string[] Speakers = [nameof(ContactId), nameof(ExternalId), nameof(Email)];
    private readonly BodyTemplates _templates = new();

    /// <summary>The text of the reply. HTML is allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Text", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }

    /// <summary>The id of one or more conversations. A number before the text is one too: Send-IntercomReply 100118 'text'.</summary>
    [Parameter(Position = 0, ParameterSetName = "Id", ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "Text", ValueFromPipeline = true)]
    [Alias("Id"), IntercomId("ConversationId", IsNumber = true), Selects("Conversation")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("TicketId"), Selects("Ticket")]
    public string[] TicketId { get; set; } = [];

    /// <summary>The admin who replies, by id, email address or name. The default is the admin who owns the access token.</summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Replies on behalf of this contact, by id or as an object.</summary>
    [Parameter, ValidateNotNullOrEmpty, IntercomId("ContactId"), Body("intercom_user_id")]
    public string? ContactId { get; set; }

    /// <summary>Replies on behalf of the contact with this id in your own system.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("user_id"), Trim]
    public string? ExternalId { get; set; }

    /// <summary>Replies on behalf of the contact with this email address.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("email"), Trim]
    public string? Email { get; set; }

    /// <summary>The web addresses of up to ten images to attach.</summary>
    [Parameter, ValidateCount(1, 10), WebAddress(IsFile = true), Body("attachment_urls")]
    public Uri[]? AttachmentUrl { get; set; }

    /// <summary>
    /// Up to ten files on this computer to attach, by path or from Get-ChildItem. Replies to tickets accept only -AttachmentUrl.
    /// </summary>
    [Parameter, OnlyFor("Conversation"), AttachmentFile, Body("attachment_files")]
    public object[]? Attachment { get; set; }

    /// <summary>
    /// For an admin: the answers that the contact can select with one click, as text. For a contact: the selected answer, with its uuid.
    /// </summary>
    [Parameter, QuickReply, Body("reply_options")]
    public object[]? ReplyOption { get; set; }

    /// <summary>When the reply was written. The default is now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at"), DateInput]
    public DateTime? CreatedAt { get; set; }

    /// <summary>
    /// Does not notify anyone of the reply: by Messenger, push, email or browser. Only replies of admins can be silent.
    /// </summary>
    [Parameter, Body("skip_notifications"), Since("2.15", Except = "Ticket")]
    public SwitchParameter SkipNotifications { get; set; }

    /// <summary>
    /// Treats -Body as a template. A placeholder such as {{ first_name | fallback:"there" }} is replaced with an
    /// attribute of the contact: one of the API, first_name, last_name, location.city, or a custom attribute by its name. Values in -Body
    /// are escaped for HTML. A contact without a value is an error unless there is a fallback. When the piped object does not have the
    /// values, the contact is read, each one once. Without this switch, a placeholder is an error.
    /// -AsTemplate:$false sends the text unchanged.
    /// </summary>
    [Parameter]
    public SwitchParameter AsTemplate { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var speakers = Speakers.Append(nameof(AdminId)).Where(input.Has).ToList();
        if (speakers.Count > 1) throw CommandErrors.SeveralAuthors(speakers);
        var isContact = Array.Exists(Speakers, input.Has);
        var author = isContact ? $" as contact {ContactId ?? ExternalId ?? Email}" : "";
        var planned = base.PlanWork(input).Select(work => AsTemplate ? _templates.Fill(work) : work);
        return planned.Select(work => work.Change(body =>
        {
            // An admin's question has its own message type. A contact's choice is a comment.
            if (isContact) body["type"] = "user";
            else if (ReplyOption is not null) body["message_type"] = "quick_reply";
        }) with
        {
            Admin = isContact ? null : work.Admin,
            Doing = $"Reply {BodyTemplates.Quoted(work, Body, AsTemplate)} to {work.Resource}{author}",
        });
    }
}
