using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Archives contacts: they are out of sight, and Enable-IntercomContact brings them back.</summary>
/// <example>
/// <para>Archives the leads that have not been seen for a year.</para>
/// <code>Search-IntercomContact { $_.Role -eq 'lead' -and $_.LastSeenAt -lt (Get-Date).Date.AddDays(-365) } | Disable-IntercomContact</code>
/// </example>
/// <example>
/// <para>Archives one contact and shows it.</para>
/// <code>Get-IntercomContact -ExternalId user-3 | Disable-IntercomContact -PassThru | Format-List Name, Archived</code>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "IntercomContact", SupportsShouldProcess = true), Alias("Archive-IntercomContact"), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/archive", Retry = RetryClass.Idempotent)]
public sealed class DisableContactCommand : ContactActionCommand;
