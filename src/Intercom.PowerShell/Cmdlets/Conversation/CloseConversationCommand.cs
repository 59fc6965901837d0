using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Closes conversations.</summary>
/// <example>
/// <para>Closes a conversation with a last message to the customer.</para>
/// <code>Get-IntercomConversation 100120 | Close-IntercomConversation 'It is solved; write again whenever you need us.'</code>
/// </example>
/// <example>
/// <para>Closes every open conversation that carries the tag, without a message.</para>
/// <code>Search-IntercomConversation { $_.State -eq 'open' -and $_.TagIds -eq (Get-IntercomTag -Name Refund).Id } | Close-IntercomConversation</code>
/// </example>
[Cmdlet(VerbsCommon.Close, "IntercomConversation", SupportsShouldProcess = true, DefaultParameterSetName = "Id"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "close"), BodyValue("type", "admin")]
public sealed class CloseConversationCommand : ConversationActionCommand
{
    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Parameter(Mandatory = true, ParameterSetName = "Piped", ValueFromPipeline = true)]
    [Alias("Id"), IntercomId("ConversationId", IsNumber = true)]
    public override string[] ConversationId { get; set; } = [];

    /// <summary>A last message, which the customer sees.</summary>
    [Parameter(Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true), Parameter(Position = 0, ParameterSetName = "Piped", ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }
}
