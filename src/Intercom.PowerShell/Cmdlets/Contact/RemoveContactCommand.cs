using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes a contact for good. To take one out of sight only, use Disable-IntercomContact (archive).</summary>
/// <example>
/// <para>Shows who would be deleted.</para>
/// <code>Search-IntercomContact { $_.Role -eq 'lead' -and $_.LastSeenAt -lt (Get-Date).Date.AddDays(-365) } | Remove-IntercomContact -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes one contact for good, without asking.</para>
/// <code>Get-IntercomContact -ExternalId user-4 | Remove-IntercomContact -Confirm:$false</code>
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
