using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Takes contacts out of a company.</summary>
[Cmdlet(VerbsCommon.Remove, "IntercomContactCompany", SupportsShouldProcess = true, DefaultParameterSetName = "CompanyId"), OutputType(typeof(Intercom.Contact))]
[Operation("DELETE", "contacts/{ContactId}/companies/{CompanyId}", ParameterSet = "CompanyId", Returns = typeof(Intercom.Company))]
[Operation("DELETE", "contacts/{ContactId}/companies/{ExternalCompanyId}", ParameterSet = "ExternalCompanyId", Returns = typeof(Intercom.Company))]
public sealed class RemoveContactCompanyCommand : IntercomWriteCommand
{
    /// <summary>Intercom's id of the company (not the one in your own system).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CompanyId", ValueFromPipelineByPropertyName = true), IntercomId("CompanyId")]
    public string? CompanyId { get; set; }

    /// <summary>The company's id in your own system; Intercom's is looked up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ExternalCompanyId", ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, NameOf(NameKind.ExternalCompany)]
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
