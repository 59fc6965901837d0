namespace Intercom.PowerShell;

/// <summary>Removes companies and detaches their contacts, which remain in the workspace.</summary>
/// <remarks>Intercom archives the company after a short delay. An integration that synchronizes companies may create it again.</remarks>
/// <example>
/// <para>Shows which company would be removed, without removing it.</para>
/// <code>
/// Get-IntercomCompany -ExternalCompanyId alder-works |
///     Remove-IntercomCompany -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Removes one company without a confirmation prompt. Its contacts remain.</para>
/// <code>
/// Get-IntercomCompany -ExternalCompanyId alder-works |
///     Remove-IntercomCompany -Confirm:$false
/// </code>
/// <outcome>
/// $id = (Before { Get-IntercomCompany -ExternalCompanyId alder-works }).Id
/// Test-Same "$($writes.Method) $($writes.Path)" "DELETE companies/$id"
/// (Get-IntercomCompany).Count -eq 19 -and (Search-IntercomContact @{ role = 'user', 'lead' }).Count -eq 250
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomCompany", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "companies/{CompanyId}", Returns = typeof(object))]
public sealed class RemoveCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];
}
