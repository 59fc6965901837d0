using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates companies, or updates the existing ones with the same id in your own system.</summary>
/// <remarks>A company appears in Intercom's lists as soon as it has a user.</remarks>
/// <example>
/// <para>Creates a company, or updates the existing one with this id in your own system.</para>
/// <code>New-IntercomCompany acme-corp-123 'Acme' -Plan enterprise -Size 500</code>
/// <outcome>
/// $output[0].ExternalCompanyId -eq 'acme-corp-123' -and $output[0].Name -eq 'Acme'
/// $output[0].Plan.Name -eq 'enterprise' -and $output[0].Size -eq 500
/// </outcome>
/// </example>
/// <example>
/// <para>Imports companies from rows.</para>
/// <code>
/// $rows = @(
///     [pscustomobject]@{ ExternalCompanyId = 'birch'; Name = 'Birch' }
///     [pscustomobject]@{ ExternalCompanyId = 'cedar'; Name = 'Cedar' }
/// )
/// $rows | New-IntercomCompany
/// </code>
/// <outcome>
/// Test-Same $output.ExternalCompanyId 'birch', 'cedar'
/// Test-Same $output.Name 'Birch', 'Cedar'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomCompany", SupportsShouldProcess = true), OutputType(typeof(Intercom.Company))]
[Operation("POST", "companies", Retry = RetryClass.Idempotent)]
public sealed class NewCompanyCommand : CompanyFieldsCommand
{
    private MissingAttributes? _missing;

    /// <summary>The company's id in your own system, which the API calls company_id. It cannot be changed later.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("company_id"), Trim]
    public string? ExternalCompanyId { get; set; }

    /// <summary>The company's name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>When the company was created in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("remote_created_at"), DateInput]
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>Sets LastRequestAt of the company to now.</summary>
    [Parameter, Body("update_last_request_at"), Since("2.16")]
    public SwitchParameter UpdateLastRequestAt { get; set; }

    /// <summary>
    /// Creates custom attributes that the workspace does not define yet, with types that match the specified values, and sends the company
    /// again.
    /// </summary>
    [Parameter]
    public SwitchParameter CreateMissingAttribute { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var missing = CreateMissingAttribute ? _missing ??= new MissingAttributes("company") : null;
        foreach (var work in base.PlanWork(input))
        {
            var company = work.To(new ApiResource(work.Resource.Noun, null,
                Name ?? ExternalCompanyId) { Key = "company/" + ExternalCompanyId });
            if (missing is not null) company = company.SentBy(
                (missing, MissingAttributes.TypesOf(CustomAttribute)), MissingAttributes.SendAsync);
            yield return company with { Doing = $"Create or update company {ExternalCompanyId}{WorkText.Fields(company, "company_id")}" };
        }
    }
}
