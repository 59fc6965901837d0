using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Gets companies: all of them, by Intercom's id, by the id in your own system, by name, by tag or segment, or those of a contact.
/// Companies without users are not in Intercom's lists.
/// </summary>
[Cmdlet(VerbsCommon.Get, "IntercomCompany", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Intercom.Company))]
[Operation("POST", "companies/list", ParameterSet = "List", Retry = RetryClass.Safe, Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies/{CompanyId}", ParameterSet = "Id")]
[Operation("GET", "companies", ParameterSet = "ExternalCompanyId")]
[Operation("GET", "companies", ParameterSet = "Name")]
[Operation("GET", "companies", ParameterSet = "Tag", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies", ParameterSet = "Segment", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "contacts/{ContactId}/companies", ParameterSet = "Contact", Paging = PageShape.Link, Items = "data", PageSize = 50)]
public sealed class GetCompanyCommand : IntercomReadCommand
{
    /// <summary>Intercom's id of one or several companies.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId")]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The company's id in your own system, which the API calls company_id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ExternalCompanyId", ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Query("company_id")]
    public string? ExternalCompanyId { get; set; }

    /// <summary>The company's name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Name"), ValidateNotNullOrEmpty, Query("name")]
    public string? Name { get; set; }

    /// <summary>The companies with the tag of this id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Tag"), IntercomId("TagId"), Query("tag_id")]
    public string? TagId { get; set; }

    /// <summary>The companies of the segment of this id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Segment"), IntercomId("SegmentId"), Query("segment_id")]
    public string? SegmentId { get; set; }

    /// <summary>All companies of these contacts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Contact", ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];
}
