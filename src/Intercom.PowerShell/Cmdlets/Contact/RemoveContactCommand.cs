using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes a contact for good. To take one out of sight only, use Disable-IntercomContact (archive).</summary>
/// <example>
/// <para>Shows who would be deleted: the leads that were not seen for a year.</para>
/// <code>
/// $year = (Get-Date).Date.AddDays(-365)
/// Search-IntercomContact { $_.Role -eq 'lead' -and $_.LastSeenAt -lt $year } |
///     Remove-IntercomContact -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -gt 1 -and $writes.Count -eq 0
/// $whatif.Count -eq @(Search-IntercomContact @{ role = 'lead' } | Where-Object LastSeenAt -lt $year).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Deletes one contact for good, without asking.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-4 |
///     Remove-IntercomContact -Confirm:$false
/// </code>
/// <outcome>
/// $id = (Before { Get-IntercomContact -ExternalId user-4 }).Id
/// Test-Same "$($writes.Method) $($writes.Path)" "DELETE contacts/$id"
/// (Search-IntercomContact @{ role = 'user', 'lead' }).Id -notcontains $id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "contacts/{ContactId}", Returns = typeof(object))]
public sealed class RemoveContactCommand : IntercomWriteCommand
{
    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
