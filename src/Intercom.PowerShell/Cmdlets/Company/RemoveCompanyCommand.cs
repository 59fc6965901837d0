using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Removes companies: Intercom archives the company a little later and detaches its contacts, which stay. An integration that syncs companies may make it again.</summary>
[Cmdlet(VerbsCommon.Remove, "IntercomCompany", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "companies/{CompanyId}", Returns = typeof(object))]
public sealed class RemoveCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId")]
    public string[] CompanyId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
