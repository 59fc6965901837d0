using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Sends contacts a message in the Messenger, or an email when -Subject is specified.</summary>
/// <remarks>
/// The message is sent as an admin. Each contact receives a separate message. -Together sends one message to all contacts of -ContactId.
/// The conversation begins when the contact answers, or immediately with -OpenConversation. A message is never sent twice. When its outcome
/// is unknown, the error reports that. A contact that was just created may not be reachable yet (not_found).
/// </remarks>
/// <example>
/// <para>Sends one contact a message in the Messenger.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     Send-IntercomMessage 'Your export is ready.'
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].MessageType -eq 'inapp' -and $output[0].Body -eq 'Your export is ready.'</outcome>
/// </example>
/// <example>
/// <para>Shows who would receive an email: the contacts of one company on the enterprise plan.</para>
/// <code>
/// Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact |
///     Where-Object { $_.CustomAttributes.plan -eq 'enterprise' } |
///     Send-IntercomMessage '&lt;p&gt;News.&lt;/p&gt;' -Subject 'Your plan' -WhatIf
/// </code>
/// <outcome>
/// $people = Before {
///     Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact | Where-Object { $_.CustomAttributes.plan -eq 'enterprise' } }
/// $whatif.Count -eq @($people).Count -and $writes.Count -eq 0
/// </outcome>
/// </example>
/// <example>
/// <para>Sends one contact an email in the personal style.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     Send-IntercomMessage '&lt;p&gt;From May on.&lt;/p&gt;' -Subject 'Your plan' `
///         -Template personal
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].MessageType -eq 'email' -and $output[0].Subject -eq 'Your plan'</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomMessage", SupportsShouldProcess = true, DefaultParameterSetName = "InApp")]
[OutputType(typeof(Message))]
[Operation("POST", "messages")]
[BodyValue("from.type", "admin")]
[BodyValue("message_type", "in_app", ParameterSet = "InApp"), BodyValue("message_type", "email", ParameterSet = "Email")]
[BodyValue("template", "plain", ParameterSet = "Email")]
public sealed class SendMessageCommand : IntercomWriteCommand
{
    private readonly BodyTemplates _templates = new();

    /// <summary>The text of the message. HTML is allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }

    /// <summary>The ids of the contacts who receive the message.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id", "To"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>
    /// The contact's role: user or lead. Intercom requires it together with the id. A piped contact supplies its role. Otherwise the role
    /// is looked up.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter))]
    public string? Role { get; set; }

    /// <summary>The subject. It makes the message an email.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Email", ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    [Body("subject")]
    public string? Subject { get; set; }

    /// <summary>The style of the email: plain (default) or personal.</summary>
    [Parameter(ParameterSetName = "Email"), ValidateSet("plain", "personal"), Body("template")]
    public string? Template { get; set; }

    /// <summary>The ids of contacts who receive a copy.</summary>
    [Parameter(ParameterSetName = "Email"), IntercomId("ContactId")]
    public string[] Cc { get; set; } = [];

    /// <summary>The ids of contacts who receive a copy that the other recipients do not see.</summary>
    [Parameter(ParameterSetName = "Email"), IntercomId("ContactId")]
    public string[] Bcc { get; set; } = [];

    /// <summary>Sends one message to all contacts of -ContactId, who see each other.</summary>
    [Parameter]
    public SwitchParameter Together { get; set; }

    /// <summary>Opens the conversation in the inbox immediately, instead of when the contact answers.</summary>
    [Parameter, Body("create_conversation_without_contact_reply")]
    public SwitchParameter OpenConversation { get; set; }

    /// <summary>When the message was written. The default is now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at"), DateInput]
    public DateTime? CreatedAt { get; set; }

    /// <summary>
    /// The admin who sends the message, by id, email address or name. The default is the admin who owns the access token.
    /// </summary>
    [Parameter, ActingAdmin("from.id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>
    /// Treats -Body and -Subject as templates. A placeholder such as {{ first_name | fallback:"there" }} is replaced with an
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
        if (AsTemplate && Together && ContactId.Length > 1) throw CommandErrors.TemplateAndTogether();
        var stated = base.PlanWork(input).Single();
        var role = input.Piped?.BaseObject is Contact { Role: { Length: > 0 } known } ? known : Role?.ToLowerInvariant();
        foreach (var to in Together ? [ContactId] : ContactId.Select(id => new[] { id }))
        {
            var body = (JsonObject)stated.Request.Body!.DeepClone();
            body["to"] = Together ? new JsonArray([.. to.Select(id => MessageRecipients.Of(id, role))]) : MessageRecipients.Of(to[0], role);
            if (Cc.Length > 0) body["cc"] = new JsonArray([.. Cc.Select(id => MessageRecipients.Of(id, null))]);
            if (Bcc.Length > 0) body["bcc"] = new JsonArray([.. Bcc.Select(id => MessageRecipients.Of(id, null))]);
            var people = to.Length == 1 ? Wiring.ResourceOf(nameof(ContactId), to[0], input.Piped).ToString()
                : "contacts " + string.Join(", ", to);
            var work = stated.With(stated.Request.WithBody(body)).SentBy(MessageRecipients.SendAsync);
            if (AsTemplate) work = _templates.Fill(work, to[0]);
            var what = input.ParameterSet != "Email" ? $"message {BodyTemplates.Quoted(work, Body, AsTemplate)}"
                : $"email message {WorkText.Quoted(work.Request.Body?["subject"]?.ToString())}"
                    + (AsTemplate ? $", {BodyTemplates.Quoted(work, Body, true)}," : "");
            yield return work with { Doing = $"Send {what} to {people}" };
        }
    }
}
