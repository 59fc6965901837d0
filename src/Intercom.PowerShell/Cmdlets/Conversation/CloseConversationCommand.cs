using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Closes conversations.</summary>
[Cmdlet(VerbsCommon.Close, "IntercomConversation", SupportsShouldProcess = true), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "close"), BodyValue("type", "admin")]
public sealed class CloseConversationCommand : ConversationActionCommand
{
    /// <summary>A last message, which the customer sees.</summary>
    [Parameter(Position = 1), ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }
}
