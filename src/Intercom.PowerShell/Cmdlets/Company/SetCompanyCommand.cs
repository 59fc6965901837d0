using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of a company. The id in your own system cannot be changed.</summary>
/// <example>
/// <para>Changes the plan and the size of a company.</para>
/// <code>Get-IntercomCompany -ExternalCompanyId alder-works | Set-IntercomCompany -Plan enterprise -Size 120</code>
/// </example>
/// <example>
/// <para>Writes where the company is, and gives it as it is then.</para>
/// <code>Get-IntercomCompany -Name 'Iris Health' | Set-IntercomCompany -CustomAttribute @{ region = 'EMEA' } -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomCompany", SupportsShouldProcess = true), OutputType(typeof(Intercom.Company))]
[Operation("PUT", "companies/{CompanyId}")]
public sealed class SetCompanyCommand : CompanyFieldsCommand
{
    /// <summary>Intercom's id of the company (not the one in your own system).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The company's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>Gives the changed company.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
