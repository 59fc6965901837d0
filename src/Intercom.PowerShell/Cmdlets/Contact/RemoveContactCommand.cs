using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes a contact for good. To take one out of sight only, use Disable-IntercomContact (archive).</summary>
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
