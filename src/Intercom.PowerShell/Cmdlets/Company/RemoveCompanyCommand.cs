using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Removes companies: Intercom archives the company a little later and detaches its contacts, which stay. An integration that syncs companies may make it again.</summary>
/// <example>
/// <para>Shows which companies without people would be removed.</para>
/// <code>Get-IntercomCompany | Where-Object UserCount -eq 0 | Remove-IntercomCompany -WhatIf</code>
/// </example>
/// <example>
/// <para>Removes a company without asking; its contacts stay.</para>
/// <code>Get-IntercomCompany -ExternalCompanyId alder-works | Remove-IntercomCompany -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomCompany", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "companies/{CompanyId}", Returns = typeof(object))]
public sealed class RemoveCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
