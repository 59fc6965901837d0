using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Blocks contacts: they can write no more, and their conversations are archived. The API cannot unblock them.</summary>
/// <example>
/// <para>Blocks the sender of a conversation.</para>
/// <code>Get-IntercomConversation 100120 | ForEach-Object { $_.Contacts } | Get-IntercomContact | Block-IntercomContact -Confirm:$false</code>
/// </example>
/// <example>
/// <para>Shows which leads would be blocked, and blocks none.</para>
/// <code>Search-IntercomContact { $_.Role -eq 'lead' -and $_.Email -like '*@pinecrest-games.example' } | Block-IntercomContact -WhatIf</code>
/// </example>
[Cmdlet(VerbsSecurity.Block, "IntercomContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/block", Retry = RetryClass.Idempotent)]
public sealed class BlockContactCommand : ContactActionCommand;
