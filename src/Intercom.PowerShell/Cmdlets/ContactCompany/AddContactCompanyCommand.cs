using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds contacts to a company.</summary>
/// <example>
/// <para>Adds a contact to a company, by the company's id in your own system.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     Add-IntercomContactCompany -ExternalCompanyId alder-works
/// </code>
/// <outcome>Test-Same (Get-IntercomContact -ExternalId user-1 | Get-IntercomCompany).Name 'Fernway Foods', 'Alder Works'</outcome>
/// </example>
/// <example>
/// <para>Adds all contacts with an email address of the company's domain, and returns the contacts.</para>
/// <code>
/// $company = Get-IntercomCompany -Name 'Iris Health'
/// Search-IntercomContact @{ email_domain = 'iris-health.example' } |
///     Add-IntercomContactCompany $company -PassThru
/// </code>
/// <outcome>
/// $output | Test-Each { $_.Email -like '*@iris-health.example' }
/// Test-Same $output.Id (Before { Search-IntercomContact @{ email_domain = 'iris-health.example' } }).Id
/// $members = ($company | Get-IntercomContact).Id
/// $output | Test-Each { $_.Id -in $members }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomContactCompany", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.Contact))]
[Operation("POST", "contacts/{ContactId}/companies", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Company))]
[Undo(typeof(ContactCompanyChange))]
public sealed class AddContactCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company, not the id in your own system.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true), Selects(nameof(CompanyId), IsOneObject = true)]
    [IntercomId("CompanyId"), Body("id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? CompanyId { get; set; }

    /// <summary>The company's id in your own system. The cmdlet looks up Intercom's id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects(nameof(ExternalCompanyId), IsOneObject = true)]
    [NameOf(typeof(Company)), Body("id"), ArgumentCompleter(typeof(IdCompleter)), Trim]
    public string? ExternalCompanyId { get; set; }

    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns the contact, read again after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var company = input.ParameterSet == nameof(CompanyId)
            ? Wiring.ResourceOf(nameof(CompanyId), CompanyId, input.Piped) : new ApiResource("company", ExternalCompanyId);
        return base.PlanWork(input).Select(
            work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact)) with { Doing = $"Add {company} to {work.Resource}" });
    }
}
