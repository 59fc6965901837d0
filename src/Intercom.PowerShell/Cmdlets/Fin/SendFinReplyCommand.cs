using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Hands Fin what the person answered, when Fin awaits it (awaiting_user_reply).</summary>
/// <example>
/// <para>Answers Fin.</para>
/// <code>Start-IntercomFinConversation ext-3 'How do I export my data?' user-1; Send-IntercomFinReply ext-3 'As CSV, please.' user-1</code>
/// </example>
/// <example>
/// <para>Answers with a picture.</para>
/// <code>Start-IntercomFinConversation ext-4 'It looks odd.' user-1; Send-IntercomFinReply ext-4 'Like this.' user-1 -AttachmentUrl https://example.com/screen.png</code>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomFinReply", SupportsShouldProcess = true), OutputType(typeof(FinAnswer))]
[Operation("POST", "fin/reply")]
public sealed class SendFinReplyCommand : FinMessageCommand;
