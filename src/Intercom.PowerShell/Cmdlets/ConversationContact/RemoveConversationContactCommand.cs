using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Takes a contact out of group conversations. The last contact of a conversation cannot be taken out.</summary>
/// <example>
/// <para>Adds a contact to a conversation, and removes it again.</para>
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
/// <para>Shows what would be done, and changes nothing.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-123
/// Get-IntercomConversation 100120 |
///     Remove-IntercomConversationContact $contact -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomConversationContact", SupportsShouldProcess = true), OutputType(typeof(Conversation))]
[Operation("DELETE", "conversations/{ConversationId}/customers/{ContactId}", Returns = typeof(object))]
public sealed class RemoveConversationContactCommand : IntercomWriteCommand
{
    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string? ContactId { get; set; }

    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The admin in whose name it is done, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Gives the conversation, read afresh.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) =>
        SendingThenReading<GetConversationCommand>(operation, typeof(Conversation));
}
