using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Archives contacts: they are out of sight, and Enable-IntercomContact brings them back.</summary>
/// <example>
/// <para>Archives one contact, and shows it. Enable-IntercomContact brings it back.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-3 |
///     Disable-IntercomContact -PassThru
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Archived -and $output[0].ExternalId -eq 'user-3'</outcome>
/// </example>
/// <example>
/// <para>Shows which leads that were not seen for a year would be archived.</para>
/// <code>
/// $year = (Get-Date).Date.AddDays(-365)
/// Search-IntercomContact { $_.Role -eq 'lead' -and $_.LastSeenAt -lt $year } |
///     Disable-IntercomContact -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -gt 1 -and $writes.Count -eq 0
/// $whatif.Count -eq @(Search-IntercomContact @{ role = 'lead' } | Where-Object LastSeenAt -lt $year).Count
/// </outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "IntercomContact", SupportsShouldProcess = true), Alias("Archive-IntercomContact"), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/archive", Retry = RetryClass.Idempotent)]
public sealed class DisableContactCommand : ContactActionCommand;
