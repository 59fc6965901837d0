using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>
/// Replies to conversations, as an admin or in the name of the contact. A reply is never sent twice: when its outcome is unknown, the error says so.
/// </summary>
/// <example>
/// <para>Answers a customer.</para>
/// <code>Get-IntercomConversation 100120 | Send-IntercomReply "We're looking into this for you."</code>
/// </example>
/// <example>
/// <para>Answers everybody who waits, by name. Look at it with -WhatIf first.</para>
/// <code>Search-IntercomConversation { $_.State -eq 'open' } -First 3 | Send-IntercomReply 'Thank you for waiting; we will be with you today.' -WhatIf</code>
/// </example>
/// <example>
/// <para>Writes in the name of the contact, as an import from another system would.</para>
/// <code>Get-IntercomConversation 100119 | Send-IntercomReply 'It works now.' -ExternalId user-1</code>
/// </example>
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
    [Parameter, ValidateCount(1, 10), Body("attachment_urls")]
    public Uri[]? AttachmentUrl { get; set; }

    /// <summary>When the reply was written, when not now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at")]
    public DateTime? CreatedAt { get; set; }
}
