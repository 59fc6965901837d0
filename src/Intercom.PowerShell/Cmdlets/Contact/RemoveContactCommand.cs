namespace Intercom.PowerShell;

/// <summary>Deletes contacts permanently.</summary>
/// <remarks>To hide a contact instead, archive it with Disable-IntercomContact.</remarks>
/// <example>
/// <para>Shows which leads would be deleted because they have not been seen for a year.</para>
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
/// <para>Deletes one contact permanently, without a confirmation prompt.</para>
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
    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];
}
