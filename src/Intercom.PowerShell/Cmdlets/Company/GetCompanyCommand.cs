using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Gets companies by id, external id, name, tag, segment or contact, or lists all of them.</summary>
/// <remarks>
/// Companies without users are not in Intercom's lists. A list ends at 10,000 companies, and the cmdlet continues with a scroll.
/// </remarks>
/// <example>
/// <para>Gets a company by its id in your own system.</para>
/// <code>Get-IntercomCompany -ExternalCompanyId alder-works</code>
/// <outcome>Test-Same $output.Name 'Alder Works'</outcome>
/// </example>
/// <example>
/// <para>Lists the five companies with the highest monthly spend.</para>
/// <code>
/// Get-IntercomCompany | Sort-Object MonthlySpend -Descending |
///     Select-Object -First 5 -Property Name, MonthlySpend, UserCount
/// </code>
/// <outcome>
/// $output.Count -eq 5
/// $output.MonthlySpend | Test-Sorted -Descending
/// $output[0].MonthlySpend -eq (Before { Get-IntercomCompany | Measure-Object MonthlySpend -Maximum }).Maximum
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the companies of a contact.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomCompany</code>
/// <outcome>Test-Same $output.Name 'Kestrel Air', 'Juniper Bank'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomCompany", SupportsPaging = true), OutputType(typeof(Intercom.Company))]
[Operation("POST", "companies/list", ParameterSet = "List", Retry = RetryClass.Safe, Paging = PageShape.Page, Items = "data",
    PageSize = 50)]
[Operation("GET", "companies/{CompanyId}", ParameterSet = "Id")]
[Operation("GET", "companies", ParameterSet = "ExternalCompanyId")]
[Operation("GET", "companies", ParameterSet = "Name")]
[Operation("GET", "companies", ParameterSet = "Tag", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies", ParameterSet = "Segment", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies/scroll", ParameterSet = "Scroll", Retry = RetryClass.Once, Paging = PageShape.Scroll, Items = "data")]
[Operation("GET", "contacts/{ContactId}/companies", ParameterSet = "Contact", Paging = PageShape.Link, Items = "data", PageSize = 50)]
public sealed class GetCompanyCommand : IntercomReadCommand
{
    private (string Wire, string Value)? _asked;

    /// <summary>Intercom's id of one or more companies.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId"), Selects("Id")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The id of one or more companies in your own system, which the API calls company_id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects("ExternalCompanyId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ExternalCompanyId { get; set; } = [];

    /// <summary>The full name of one or more companies.</summary>
    [Parameter, ValidateNotNullOrEmpty, Selects("Name"), ArgumentCompleter(typeof(NameCompleter<Company>))]
    public string[] Name { get; set; } = [];

    /// <summary>The id of a tag. Only companies with this tag are returned.</summary>
    [Parameter, IntercomId("TagId"), Query("tag_id"), ArgumentCompleter(typeof(IdCompleter)), Selects("Tag")]
    public string? TagId { get; set; }

    /// <summary>The id of a segment. Only companies in this segment are returned.</summary>
    [Parameter, IntercomId("SegmentId"), Query("segment_id"), Selects("Segment")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? SegmentId { get; set; }

    /// <summary>The id of one or more contacts. All their companies are returned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>
    /// Reads all companies with a scroll, for large workspaces. Intercom allows one scroll per workspace at a time, and ends a scroll after
    /// a minute without use. A scroll that was not read to its end blocks the next one for that minute.
    /// </summary>
    [Parameter, Selects("Scroll")]
    public SwitchParameter Scroll { get; set; }

    /// <inheritdoc/>
    protected override object? Target => _asked?.Value;

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var (wire, values) = OperationSet switch { "ExternalCompanyId" => ("company_id", ExternalCompanyId), "Name" => ("name", Name),
            _ => ("", []) };
        _asked = null;
        if (wire.Length == 0) base.ReadInput(operation, bound);
        foreach (var value in values)
        {
            _asked = (wire, value.Trim());
            base.ReadInput(operation, bound);
        }
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => _asked is { } asked
        ? request.WithQuery((asked.Wire, asked.Value)) : request;

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request) =>
        _asked is { } asked ? CompanyList.Find(asked.Wire, asked.Value) : base.Reading(request);

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options)
    {
        var reachesBeyond = options.First is not { } wanted || wanted + options.Skip > CompanyList.End;
        return OperationSet == ListSet && reachesBeyond
            ? CompanyList.ReadAll(Session.Client, request, model, options, Sink, Cancellation) : base.ListItems(request, model, options);
    }
}
