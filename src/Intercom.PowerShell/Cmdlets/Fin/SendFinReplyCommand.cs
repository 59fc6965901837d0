namespace Intercom.PowerShell;

/// <summary>Sends Fin a person's reply, when Fin is waiting for it (awaiting_user_reply).</summary>
/// <example>
/// <para>Answers a question from Fin.</para>
/// <code>
/// $null = Start-IntercomFinConversation ext-3 'How do I export?' user-1
/// Send-IntercomFinReply ext-3 'As CSV, please.' user-1
/// </code>
/// <outcome>$writes.Count -eq 2 -and $output.Count -eq 1 -and $output[0].FinConversationId -eq 'ext-3'</outcome>
/// </example>
/// <example>
/// <para>Answers with an image.</para>
/// <code>
/// $null = Start-IntercomFinConversation ext-4 'It looks odd.' user-1
/// $picture = 'https://example.com/screen.png'
/// Send-IntercomFinReply ext-4 'Like this.' user-1 -AttachmentUrl $picture
/// </code>
/// <outcome>$writes.Count -eq 2 -and $output[0].FinConversationId -eq 'ext-4'</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomFinReply", SupportsShouldProcess = true), OutputType(typeof(FinAnswer))]
[Operation("POST", "fin/reply")]
public sealed class SendFinReplyCommand : FinMessageCommand;
