using System;
using System.Collections.Generic;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Replies to conversations, as an admin or in the name of the contact. A reply is never sent twice: when its outcome is unknown, the error says so.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "IntercomReply", SupportsShouldProcess = true, DefaultParameterSetName = "Admin"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/reply")]
[BodyValue("message_type", "comment")]
[BodyValue("type", "admin", ParameterSet = "Admin")]
[BodyValue("type", "user", ParameterSet = "ContactId"), BodyValue("type", "user", ParameterSet = "ExternalId"), BodyValue("type", "user", ParameterSet = "Email")]
public sealed class SendReplyCommand : IntercomWriteCommand
{
    /// <summary>The text of the reply; HTML is allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }

    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The admin who replies; by default the one whose token it is.</summary>
    [Parameter(ParameterSetName = "Admin"), ActingAdmin("admin_id", ParameterSets = "Admin")]
    public string? AdminId { get; set; }

    /// <summary>Replies in the name of this contact.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ContactId"), IntercomId("ContactId"), Body("intercom_user_id")]
    public string? ContactId { get; set; }

    /// <summary>Replies in the name of the contact with this id in your own system.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ExternalId"), ValidateNotNullOrEmpty, Body("user_id")]
    public string? ExternalId { get; set; }

    /// <summary>Replies in the name of the contact with this e-mail address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Email"), ValidateNotNullOrEmpty, Body("email")]
    public string? Email { get; set; }

    /// <summary>The addresses of pictures to attach; ten at most.</summary>
    [Parameter, ValidateCount(1, 10), WebAddress, Body("attachment_urls")]
    public Uri[]? AttachmentUrl { get; set; }

    /// <summary>Files of this computer to attach, by path or from Get-ChildItem; ten at most.</summary>
    [Parameter, AttachmentFile, Body("attachment_files")]
    public object[]? Attachment { get; set; }

    /// <summary>As an admin: the answers that the contact can give by one click, as words. As a contact: the answer chosen, with its uuid.</summary>
    [Parameter, QuickReply, Body("reply_options")]
    public object[]? ReplyOption { get; set; }

    /// <summary>When the reply was written, when not now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at")]
    public DateTime? CreatedAt { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<ApiRequest> Requests(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        foreach (var request in base.Requests(operation, bound))
        {
            // Only an admin's question is a message type of its own; a contact's choice is a comment.
            if (ReplyOption is not null && ParameterSetName == "Admin") request.Body!["message_type"] = "quick_reply";
            yield return request;
        }
    }
}
