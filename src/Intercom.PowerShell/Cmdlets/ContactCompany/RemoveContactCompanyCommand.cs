using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Removes contacts from a company.</summary>
/// <example>
/// <para>Shows which contacts would be removed from a company, without changing anything.</para>
/// <code>
/// $company = Get-IntercomCompany -ExternalCompanyId alder-works
/// $company | Get-IntercomContact |
///     Remove-IntercomContactCompany $company -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 12 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Removes one contact from one of its companies.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 |
///     Remove-IntercomContactCompany -ExternalCompanyId juniper-bank
/// </code>
/// <outcome>Test-Same (Get-IntercomContact -ExternalId user-123 | Get-IntercomCompany).Name 'Kestrel Air'</outcome>
/// </example>
/// <example>
/// <para>Removes one contact from all its companies.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-123
/// $contact | Get-IntercomCompany |
///     Remove-IntercomContactCompany -ContactId $contact.Id
/// </code>
/// <outcome>$writes.Count -eq 2 -and -not ($contact | Get-IntercomCompany)</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContactCompany", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.Contact))]
[Operation("DELETE", "contacts/{ContactId}/companies/{CompanyId}", ParameterSet = "CompanyId", Returns = typeof(Intercom.Company))]
[Operation("DELETE", "contacts/{ContactId}/companies/{ExternalCompanyId}", ParameterSet = "ExternalCompanyId",
    Returns = typeof(Intercom.Company))]
[Undo(typeof(ContactCompanyChange))]
public sealed class RemoveContactCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company, not the id in your own system.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true), Selects(nameof(CompanyId), IsOneObject = true)]
    [IntercomId("CompanyId"), ArgumentCompleter(typeof(IdCompleter))]
    public string? CompanyId { get; set; }

    /// <summary>The company's id in your own system. The cmdlet looks up Intercom's id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects(nameof(ExternalCompanyId), IsOneObject = true)]
    [NameOf(typeof(Company)), ArgumentCompleter(typeof(IdCompleter)), Trim]
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
            work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact)) with { Doing = $"Remove {company} from {work.Resource}" });
    }
}
