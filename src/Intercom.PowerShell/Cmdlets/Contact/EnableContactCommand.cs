using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Brings archived contacts back. A blocked contact cannot be brought back through the API.</summary>
/// <example>
/// <para>Brings back a contact that was archived.</para>
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
/// <para>Shows what would be done, and changes nothing.</para>
/// <code>Get-IntercomContact -ExternalId user-3 | Enable-IntercomContact -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/unarchive", Retry = RetryClass.Idempotent)]
public sealed class EnableContactCommand : ContactActionCommand;
