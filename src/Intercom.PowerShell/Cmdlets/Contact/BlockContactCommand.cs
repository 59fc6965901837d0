using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Blocks contacts from writing, and archives their conversations.</summary>
/// <remarks>The API cannot unblock a contact.</remarks>
/// <example>
/// <para>Shows that the author of one conversation would be blocked, without blocking anyone.</para>
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
/// <para>Blocks one lead by email address, without a confirmation prompt.</para>
/// <code>
/// Get-IntercomContact -Email yuki.holm39@pinecrest-games.example |
///     Block-IntercomContact -Confirm:$false
/// </code>
/// <outcome>
/// $lead = Before { Get-IntercomContact -Email yuki.holm39@pinecrest-games.example }
/// $writes.Count -eq 1 -and $writes[0].Path -match "contacts/$($lead.Id)/block"
/// </outcome>
/// </example>
[Cmdlet(VerbsSecurity.Block, "IntercomContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/block", Retry = RetryClass.Idempotent)]
public sealed class BlockContactCommand : ContactActionCommand;
