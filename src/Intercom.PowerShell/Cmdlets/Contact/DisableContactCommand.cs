using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Archives contacts, which hides them until Enable-IntercomContact restores them.</summary>
/// <example>
/// <para>Archives one contact and returns its status. Enable-IntercomContact restores it.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-3 |
///     Disable-IntercomContact -PassThru
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Archived -and $output[0].ExternalId -eq 'user-3'</outcome>
/// </example>
/// <example>
/// <para>Shows which leads would be archived because they have not been seen for a year.</para>
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
[Cmdlet(VerbsLifecycle.Disable, "IntercomContact", SupportsShouldProcess = true), Alias("Archive-IntercomContact")]
[OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/archive", Retry = RetryClass.Idempotent)]
[Undo(typeof(ArchiveChange))]
public sealed class DisableContactCommand : ContactActionCommand;
