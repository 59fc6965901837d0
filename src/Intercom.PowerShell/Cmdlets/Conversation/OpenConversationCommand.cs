using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Opens conversations that are closed or snoozed.</summary>
[Cmdlet(VerbsCommon.Open, "IntercomConversation", SupportsShouldProcess = true), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "open")]
public sealed class OpenConversationCommand : ConversationActionCommand;
