using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds contacts to a company.</summary>
/// <example>
/// <para>Adds a contact to a company, which is named by its id in your own system.</para>
/// <code>Get-IntercomContact -ExternalId user-1 | Add-IntercomContactCompany -ExternalCompanyId alder-works</code>
/// </example>
/// <example>
/// <para>Adds everybody with an address of the company, and gives the contacts as they are then.</para>
/// <code>
/// $company = Get-IntercomCompany -Name 'Iris Health'
/// Search-IntercomContact @{ email_domain = 'iris-health.example' } | Add-IntercomContactCompany $company.Id -PassThru
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomContactCompany", SupportsShouldProcess = true, DefaultParameterSetName = "CompanyId"), OutputType(typeof(Intercom.Contact))]
[Operation("POST", "contacts/{ContactId}/companies", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Company))]
public sealed class AddContactCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company (not the one in your own system).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CompanyId", ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Body("id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? CompanyId { get; set; }

    /// <summary>The company's id in your own system; Intercom's is looked up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ExternalCompanyId", ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, NameOf(NameKind.ExternalCompany), Body("id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? ExternalCompanyId { get; set; }

    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Gives the contact, read afresh.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) =>
        SendingThenReading<GetContactCommand>(operation, typeof(Intercom.Contact));
}
