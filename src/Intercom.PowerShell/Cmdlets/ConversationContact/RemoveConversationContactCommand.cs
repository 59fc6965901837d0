namespace Intercom.PowerShell;

/// <summary>Removes a contact from group conversations.</summary>
/// <remarks>The last contact of a conversation cannot be removed.</remarks>
/// <example>
/// <para>Adds a contact to a conversation, then removes it again.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-2
/// $conversation = Get-IntercomConversation 100120
/// $conversation | Add-IntercomConversationContact $contact
/// $conversation | Remove-IntercomConversationContact $contact
/// </code>
/// <outcome>
/// $writes.Count -eq 2 -and $writes[-1].Method -eq 'DELETE'
/// Test-Same (Get-IntercomConversation 100120).Contacts.Id (Before { Get-IntercomContact -ExternalId user-123 }).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Shows which contact would be removed, without changing anything.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-123
/// Get-IntercomConversation 100120 |
///     Remove-IntercomConversationContact $contact -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomConversationContact", SupportsShouldProcess = true), OutputType(typeof(Conversation))]
[Operation("DELETE", "conversations/{ConversationId}/customers/{ContactId}", Returns = typeof(object))]
[Undo(typeof(ConversationContactChange))]
public sealed class RemoveConversationContactCommand : IntercomWriteCommand
{
    /// <summary>The id of the contact.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string? ContactId { get; set; }

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
        var contact = Wiring.ResourceOf(nameof(ContactId), ContactId, input.Piped);
        return base.PlanWork(input).Select(
            work => work.ThenRead<GetConversationCommand>(typeof(Conversation)) with { Doing = $"Remove {contact} from {work.Resource}" });
    }
}
