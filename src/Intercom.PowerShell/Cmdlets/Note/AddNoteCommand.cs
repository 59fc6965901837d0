using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds a note for the team to contacts or conversations; customers do not see it.</summary>
/// <example>
/// <para>Writes down what the team should know of a contact.</para>
/// <code>Get-IntercomContact -ExternalId user-1 | Add-IntercomNote 'Interested in the enterprise plan; follow up next week.'</code>
/// </example>
/// <example>
/// <para>Leaves a note on every open conversation that nobody has.</para>
/// <code>Search-IntercomConversation { $_.State -eq 'open' -and $_.AdminAssigneeId -eq $null } | Add-IntercomNote 'Nobody has this yet.'</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomNote", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation))]
[Operation("POST", "contacts/{ContactId}/notes", ParameterSet = "Contact", Returns = typeof(Intercom.Note))]
[Operation("POST", "conversations/{ConversationId}/reply", ParameterSet = "Conversation", Returns = typeof(Intercom.Conversation))]
[BodyValue("message_type", "note", ParameterSet = "Conversation"), BodyValue("type", "admin", ParameterSet = "Conversation")]
public sealed class AddNoteCommand : IntercomWriteCommand
{
    /// <summary>The text of the note; HTML is allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }

    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Contact", ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Conversation", ValueFromPipelineByPropertyName = true), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The admin who writes the note; by default the one whose token it is.</summary>
    [Parameter, ActingAdmin("admin_id")]
    public string? AdminId { get; set; }

    /// <summary>Gives the contact or conversation that has the note now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) =>
        operation.ParameterSet == "Contact" ? SendingThenReading<GetContactCommand>(operation, typeof(Intercom.Contact)) : base.Sending(operation, bound);
}
