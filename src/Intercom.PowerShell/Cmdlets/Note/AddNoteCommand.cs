using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds a note for the team to contacts, conversations or tickets; customers do not see it.</summary>
/// <example>
/// <para>Leaves a note on a contact.</para>
/// <code>Get-IntercomContact -First 1 | Add-IntercomNote 'Prefers to be called in the morning.'</code>
/// </example>
/// <example>
/// <para>Leaves a note on the open tickets, and does not tell anybody.</para>
/// <code>Search-IntercomTicket { $_.open -eq $true } -First 3 | Add-IntercomNote 'Waits for the next release.' -SkipNotifications</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomNote", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation), typeof(Intercom.Ticket))]
[Operation("POST", "contacts/{ContactId}/notes", ParameterSet = "Contact", Returns = typeof(Intercom.Note))]
[Operation("POST", "conversations/{ConversationId}/reply", ParameterSet = "Conversation", Returns = typeof(Intercom.Conversation))]
[Operation("POST", "tickets/{TicketId}/reply", ParameterSet = "Ticket", Returns = typeof(Intercom.TicketPart))]
[BodyValue("message_type", "note", ParameterSet = "Conversation"), BodyValue("type", "admin", ParameterSet = "Conversation")]
[BodyValue("message_type", "note", ParameterSet = "Ticket"), BodyValue("type", "admin", ParameterSet = "Ticket")]
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

    /// <summary>The ticket's id (not the number that the inbox shows).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ticket", ValueFromPipelineByPropertyName = true), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];

    /// <summary>The admin who writes the note, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Files of this computer to attach to the note of a conversation, by path or from Get-ChildItem; ten at most.</summary>
    [Parameter(ParameterSetName = "Conversation"), AttachmentFile, Body("attachment_files")]
    public object[]? Attachment { get; set; }

    /// <summary>Puts the note of a back-office ticket on all conversations that are linked to it as well.</summary>
    [Parameter(ParameterSetName = "Ticket"), Body("cross_post")]
    public SwitchParameter CrossPost { get; set; }

    /// <summary>Nobody is told of the note.</summary>
    [Parameter(ParameterSetName = "Ticket"), Body("skip_notifications")]
    public SwitchParameter SkipNotifications { get; set; }

    /// <summary>Gives the contact, conversation or ticket that has the note now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) => operation.ParameterSet switch
    {
        "Contact" => SendingThenReading<GetContactCommand>(operation, typeof(Intercom.Contact)),
        "Ticket" => SendingThenReading<GetTicketCommand>(operation, typeof(Intercom.Ticket)),
        _ => base.Sending(operation, bound),
    };
}
