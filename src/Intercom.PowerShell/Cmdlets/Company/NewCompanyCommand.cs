using System;
using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates companies, or changes those that exist: the id in your own system decides. A company shows up in Intercom's lists once it has a user.</summary>
[Cmdlet(VerbsCommon.New, "IntercomCompany", SupportsShouldProcess = true), OutputType(typeof(Intercom.Company))]
[Operation("POST", "companies", Retry = RetryClass.Idempotent)]
public sealed class NewCompanyCommand : IntercomWriteCommand
{
    /// <summary>The company's id in your own system, which the API calls company_id. It cannot be changed later.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("company_id")]
    public string? ExternalCompanyId { get; set; }

    /// <summary>The company's name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>The name of the company's plan with you.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("plan")]
    public string? Plan { get; set; }

    /// <summary>How many people work there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), NotNegative, Body("size")]
    public int? Size { get; set; }

    /// <summary>The company's website.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("website")]
    public string? Website { get; set; }

    /// <summary>The company's industry.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("industry")]
    public string? Industry { get; set; }

    /// <summary>What the company pays a month, as a whole number up to 2147483647.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), NotNegative, Body("monthly_spend")]
    public int? MonthlySpend { get; set; }

    /// <summary>When the company was created in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("remote_created_at")]
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>Custom attributes by name; they must be defined in the workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes")]
    public Hashtable? CustomAttribute { get; set; }

    /// <inheritdoc/>
    protected override string? ResourceKey(ApiRequest request, OperationAttribute operation) => "companies/" + (request.Body as JsonObject)?["company_id"];
}
