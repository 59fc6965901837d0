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
/// </example>
/// <example>
/// <para>Shows what would be done.</para>
/// <code>Get-IntercomContact -ExternalId user-3 | Enable-IntercomContact -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/unarchive", Retry = RetryClass.Idempotent)]
public sealed class EnableContactCommand : ContactActionCommand;
