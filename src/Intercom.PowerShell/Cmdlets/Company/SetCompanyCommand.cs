namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of companies.</summary>
/// <remarks>The company's id in your own system cannot be changed.</remarks>
/// <example>
/// <para>Changes the plan and the size of a company.</para>
/// <code>
/// Get-IntercomCompany -ExternalCompanyId alder-works |
///     Set-IntercomCompany -Plan premium -Size 120
/// </code>
/// <outcome>
/// $company = Get-IntercomCompany -ExternalCompanyId alder-works
/// $writes.Count -eq 1 -and $company.Plan.Name -eq 'premium' -and $company.Size -eq 120
/// </outcome>
/// </example>
/// <example>
/// <para>Sets a custom attribute of a company and returns the company.</para>
/// <code>
/// Get-IntercomCompany -Name 'Iris Health' |
///     Set-IntercomCompany -CustomAttribute @{ region = 'EMEA' } -PassThru
/// </code>
/// <outcome>
/// $output[0].Name -eq 'Iris Health' -and $output[0].CustomAttributes.region -eq 'EMEA'
/// (Get-IntercomCompany -Name 'Iris Health').CustomAttributes.region -eq 'EMEA'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomCompany", SupportsShouldProcess = true), OutputType(typeof(Intercom.Company))]
[Operation("PUT", "companies/{CompanyId}")]
public sealed class SetCompanyCommand : CompanyFieldsCommand
{
    /// <summary>Intercom's id of one or more companies, not the id in your own system.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The company's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>Returns the changed company.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
