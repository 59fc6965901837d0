using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds a contact to conversations, which become group conversations.</summary>
/// <remarks>If no contact has the specified email address, Intercom creates a lead with it.</remarks>
/// <example>
/// <para>Adds a contact to a conversation.</para>
/// <code>Add-IntercomConversationContact -ExternalId user-2 -ConversationId 100120</code>
/// <outcome>
/// $writes.Count -eq 1
/// (Get-IntercomConversation 100120).Contacts.Id -contains (Get-IntercomContact -ExternalId user-2).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Adds a contact by email address, and shows all contacts of the conversation.</para>
/// <code>
/// $conversation = Get-IntercomConversation 100120 |
///     Add-IntercomConversationContact -Email accounts@example.com -PassThru
/// $conversation.Contacts | Get-IntercomContact
/// </code>
/// <outcome>$output.Count -eq 2 -and $output.Email -contains 'accounts@example.com' -and $output.ExternalId -contains 'user-123'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomConversationContact", SupportsShouldProcess = true)]
[OutputType(typeof(Conversation))]
[Operation("POST", "conversations/{ConversationId}/customers", Retry = RetryClass.Idempotent, Returns = typeof(object))]
[Undo(typeof(ConversationContactChange))]
public sealed class AddConversationContactCommand : IntercomWriteCommand
{
    /// <summary>The id of the contact.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true), Selects(nameof(ContactId), IsOneObject = true)]
    [IntercomId("ContactId"), Body("customer.intercom_user_id")]
    public string? ContactId { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects(nameof(ExternalId), IsOneObject = true)]
    [Body("customer.user_id"), Trim]
    public string? ExternalId { get; set; }

    /// <summary>The contact's email address. If no contact has this address, a lead is created.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects(nameof(Email), IsOneObject = true)]
    [Body("customer.email"), Trim]
    public string? Email { get; set; }

    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>
    /// The admin who performs the action, by id, email address or name. The default is the admin who owns the access token.
    /// </summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Returns the conversation, read again after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var contact = input.ParameterSet == nameof(ContactId) ? Wiring.ResourceOf(nameof(ContactId), ContactId, input.Piped)
            : new ApiResource("contact", input.ParameterSet == nameof(ExternalId) ? ExternalId : Email);
        return base.PlanWork(input).Select(
            work => work.ThenRead<GetConversationCommand>(typeof(Conversation)) with { Doing = $"Add {contact} to {work.Resource}" });
    }
}
