using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Restores archived contacts.</summary>
/// <remarks>The API cannot restore a blocked contact.</remarks>
/// <example>
/// <para>Archives a contact, then restores it.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-3
/// $contact | Disable-IntercomContact
/// $contact | Enable-IntercomContact
/// </code>
/// <outcome>
/// $writes.Count -eq 2 -and "$($writes.Path)" -match '/archive .*/unarchive$'
/// -not (Get-IntercomContact $contact.Id).Archived
/// </outcome>
/// </example>
/// <example>
/// <para>Shows which contact would be restored, without changing anything.</para>
/// <code>Get-IntercomContact -ExternalId user-3 | Enable-IntercomContact -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/unarchive", Retry = RetryClass.Idempotent)]
[Undo(typeof(ArchiveChange))]
public sealed class EnableContactCommand : ContactActionCommand;
