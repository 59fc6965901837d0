namespace Intercom.PowerShell;

/// <summary>Opens closed or snoozed conversations again.</summary>
/// <example>
/// <para>Opens a closed conversation again.</para>
/// <code>Open-IntercomConversation 100119</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomConversation 100119).State -eq 'open'</outcome>
/// </example>
/// <example>
/// <para>Opens the conversations that would stay snoozed for more than 60 hours, and returns them.</para>
/// <code>
/// $limit = (Get-Date).AddHours(60)
/// Search-IntercomConversation @{ state = 'snoozed' } |
///     Where-Object SnoozedUntil -gt $limit |
///     Open-IntercomConversation -PassThru
/// </code>
/// <outcome>
/// $output | Test-Each { $_.State -eq 'open' }
/// Test-Same $output.Id (Before { Get-IntercomConversation | Where-Object SnoozedUntil -gt $limit }).Id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Open, "IntercomConversation", SupportsShouldProcess = true), Alias("Resume-IntercomConversation")]
[OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "open")]
[Undo(typeof(StateChange))]
public sealed class OpenConversationCommand : ConversationActionCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId", IsNumber = true)]
    public override string[] ConversationId { get; set; } = [];
}
