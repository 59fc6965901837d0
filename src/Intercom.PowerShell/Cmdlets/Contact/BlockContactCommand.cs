using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Blocks contacts: they can write no more, and their conversations are archived. The API cannot unblock them.</summary>
/// <example>
/// <para>Shows who would be blocked: the writer of one conversation.</para>
/// <code>
/// (Get-IntercomConversation 100120).Source.Author.Id |
///     Block-IntercomContact -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -eq 1 -and $writes.Count -eq 0
/// "$whatif" -match (Before { Get-IntercomContact -ExternalId user-123 }).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Blocks one lead by its address, without asking.</para>
/// <code>
/// Get-IntercomContact -Email yuki.holm39@pinecrest-games.example |
///     Block-IntercomContact -Confirm:$false
/// </code>
/// <outcome>
/// $lead = Before { Get-IntercomContact -Email yuki.holm39@pinecrest-games.example }
/// $writes.Count -eq 1 -and $writes[0].Path -match "contacts/$($lead.Id)/block"
/// </outcome>
/// </example>
[Cmdlet(VerbsSecurity.Block, "IntercomContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/block", Retry = RetryClass.Idempotent)]
public sealed class BlockContactCommand : ContactActionCommand;
