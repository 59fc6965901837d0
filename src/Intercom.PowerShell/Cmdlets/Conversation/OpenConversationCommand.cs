using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Opens conversations that are closed or snoozed.</summary>
/// <example>
/// <para>Opens a conversation again.</para>
/// <code>Get-IntercomConversation 100119 | Open-IntercomConversation</code>
/// </example>
/// <example>
/// <para>Opens what was snoozed, and shows it.</para>
/// <code>Search-IntercomConversation { $_.State -eq 'snoozed' } | Open-IntercomConversation -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Open, "IntercomConversation", SupportsShouldProcess = true), Alias("Resume-IntercomConversation"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "open")]
public sealed class OpenConversationCommand : ConversationActionCommand
{
    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId", IsNumber = true)]
    public override string[] ConversationId { get; set; } = [];
}
