using System.Runtime.CompilerServices;
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
[Cmdlet(VerbsCommon.Get, "IntercomCompany", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Intercom.Company))]
[Operation("POST", "companies/list", ParameterSet = "List", Retry = RetryClass.Safe, Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies/{CompanyId}", ParameterSet = "Id")]
[Operation("GET", "companies", ParameterSet = "ExternalCompanyId")]
[Operation("GET", "companies", ParameterSet = "Name")]
[Operation("GET", "companies", ParameterSet = "Tag", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies", ParameterSet = "Segment", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies/scroll", ParameterSet = "Scroll", Retry = RetryClass.Once, Paging = PageShape.Scroll, Items = "data")]
[Operation("GET", "contacts/{ContactId}/companies", ParameterSet = "Contact", Paging = PageShape.Link, Items = "data", PageSize = 50)]
public sealed class GetCompanyCommand : IntercomReadCommand
{
    private const int ListEnd = 10_000;
    private (string Wire, string Value)? _asked;

    /// <summary>Intercom's id of one or more companies.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("CompanyId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The id of one or more companies in your own system, which the API calls company_id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ExternalCompanyId", ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(IdCompleter))]
    public string[] ExternalCompanyId { get; set; } = [];

    /// <summary>The full name of one or more companies.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Name"), ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The id of a tag. Only companies with this tag are returned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Tag"), IntercomId("TagId"), Query("tag_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? TagId { get; set; }

    /// <summary>The id of a segment. Only companies in this segment are returned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Segment"), IntercomId("SegmentId"), Query("segment_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? SegmentId { get; set; }

    /// <summary>The id of one or more contacts. All their companies are returned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Contact", ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>
    /// Reads all companies with a scroll, for large workspaces. Intercom allows one scroll per workspace at a time, and ends a scroll after
    /// a minute without use. A scroll that was not read to its end blocks the next one for that minute.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Scroll")]
    public SwitchParameter Scroll { get; set; }

    /// <inheritdoc/>
    protected override object? Target => _asked?.Value;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var (wire, values) = ParameterSetName switch { "ExternalCompanyId" => ("company_id", ExternalCompanyId), "Name" => ("name", Name), _ => ("", []) };
        if (wire.Length == 0)
        {
            base.ProcessRecord();
            return;
        }
        foreach (var value in values)
        {
            _asked = (wire, value);
            base.ProcessRecord();
        }
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => _asked is { } asked ? request.WithQuery((asked.Wire, asked.Value)) : request;

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request)
    {
        if (_asked is not { } asked) return base.Reading(request);
        return async (request, context) =>
        {
            try
            {
                return await Senders.Read(request, context).ConfigureAwait(false);
            }
            catch (IntercomApiException failure) when (failure.StatusCode == 404)
            {
                throw asked.Wire == "name"
                    ? CommandErrors.CompanyNotFound(asked.Value, asked.Value.Trim('*'))
                    : CommandErrors.CompanyIdNotFound(asked.Value);
            }
        };
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options)
    {
        var reachesBeyond = options.First is not { } wanted || wanted + options.Skip > ListEnd;
        return ParameterSetName == "List" && reachesBeyond ? PagesThenScroll(request, model, options, Cancellation) : base.ListItems(request, model, options);
    }

    /// <summary>Reads the list to its limit, then a scroll, which returns only companies that the list did not return.</summary>
    private async IAsyncEnumerable<object> PagesThenScroll(ApiRequest request, Type model, ListOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var client = Session.Client;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long? total = null;
        long skip = options.Skip, left = options.First ?? long.MaxValue, listed = 0;
        var head = new ListOptions
        {
            // Intercom refuses pages beyond this limit.
            First = ListEnd, MostPages = ListEnd / request.PageSize,
            Total = count =>
            {
                total = count;
                options.Total?.Invoke(count);
            },
        };
        await foreach (var item in Pager.Stream(client, request, model, head, Sink, cancellation).ConfigureAwait(false))
        {
            listed++;
            if (item is Intercom.Company { Id: { } id }) seen.Add(id);
            if (skip-- > 0) continue;
            yield return item;
            if (--left == 0) yield break;
        }
        // Duplicate items count once, so the list may have returned fewer items than its limit.
        if (total is null ? listed < ListEnd : total <= ListEnd) yield break;
        var text = $"Intercom's list of companies ends at {ListEnd}. The cmdlet continues with a scroll.";
        Sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose, text));
        await foreach (var item in Pager.Stream(client, CommandPlan.RequestOf<GetCompanyCommand>("Scroll"), model, null, Sink, cancellation).ConfigureAwait(false))
        {
            if (item is not Intercom.Company { Id: { } id } || !seen.Add(id) || skip-- > 0) continue;
            yield return item;
            if (--left == 0) yield break;
        }
    }
}
