using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Gets contacts by id, external id, email address or company, or lists all of them.</summary>
/// <example>
/// <para>Gets a contact by its id in your own system.</para>
/// <code>Get-IntercomContact -ExternalId user-1</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -eq 'Ada Bianchi'</outcome>
/// </example>
/// <example>
/// <para>Gets a contact by its email address.</para>
/// <code>Get-IntercomContact -Email ada.rossi122@kestrel-air.example</code>
/// <outcome>$output.Count -eq 1 -and $output[0].ExternalId -eq 'user-123'</outcome>
/// </example>
/// <example>
/// <para>Lists the contacts of a company.</para>
/// <code>Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact</code>
/// <outcome>$output.Count -eq 13 -and $output.Name -contains 'Quinn Eriksen'</outcome>
/// </example>
/// <example>
/// <para>Gets a contact with all its tags and companies. Without -Expand, Intercom lists at most ten of each.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-1 -Expand Tags, Companies
/// $contact.Tags.Name
/// </code>
/// <outcome>
/// $output.Count -eq 12 -and (Before { Get-IntercomContact -ExternalId user-1 }).Tags.Count -eq 10
/// $contact.Companies.Name -eq 'Fernway Foods'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomContact", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Contact))]
[Operation("GET", "contacts", ParameterSet = "List", Paging = PageShape.Cursor, PageSize = 150)]
[Operation("GET", "contacts/{ContactId}", ParameterSet = "Id")]
[Operation("GET", "contacts/find_by_external_id/{ExternalId}", ParameterSet = "ExternalId")]
[Operation("POST", "contacts/search", ParameterSet = "Email", Retry = RetryClass.Safe, Paging = PageShape.Search, PageSize = 50)]
[Operation("GET", "companies/{CompanyId}/contacts", ParameterSet = "Company", Paging = PageShape.Cursor, PageSize = 50)]
[BodyValue("query.field", "email", ParameterSet = "Email"), BodyValue("query.operator", "=", ParameterSet = "Email")]
public sealed class GetContactCommand : IntercomReadCommand
{
    private (string Email, bool IsFound) _search;

    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The id of one or more contacts in your own system.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ExternalId", ValueFromPipelineByPropertyName = true)]
    public string[] ExternalId { get; set; } = [];

    /// <summary>
    /// The email address of one or more contacts. A user and several leads can share an address, and all of them are returned.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Email", ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string[] Email { get; set; } = [];

    /// <summary>Intercom's id of one or more companies. All their contacts are returned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Company", ValueFromPipelineByPropertyName = true), IntercomId("CompanyId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>
    /// The lists to return in full, with all details of each entry: Tags, Notes or Companies. By default, a contact carries the first ten
    /// references of each. Each list that is not empty costs one call.
    /// </summary>
    [Parameter, ValidateSet("Tags", "Notes", "Companies")]
    public string[] Expand { get; set; } = [];

    /// <summary>
    /// Reads the whole list with this many concurrent calls, within the call budget. The list is cut into slices by creation time. Contacts
    /// are returned in order of creation, oldest first. Each is returned once, even when contacts are created or changed during the read.
    /// </summary>
    [Parameter(ParameterSetName = "List"), ValidateRange(2, 32), WholeNumber]
    public int Parallel { get; set; }

    private ContactExpansion Expansion => field ??= new(Session.Client, Expand, Sink);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Email") Array.ForEach(Email, Find);
        else base.ProcessRecord();
    }

    private void Find(string email)
    {
        _search = (email.Trim(), false);
        base.ProcessRecord();
        var mayFind = !Cancellation.IsCancellationRequested && PagingParameters is { First: > 0, Skip: 0 };
        if (mayFind && !_search.IsFound) Report(CommandErrors.EmailNotFound(email), email);
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        if (ParameterSetName == "Email") WireBody.Put((JsonObject)request.Body!, "query.value", _search.Email);
        return request;
    }

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request) => Expansion.After(base.Reading(request));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) => Expansion.OfEach(
        Parallel == 0 ? base.ListItems(request, model, options)
            : SearchCommand.InSlices(Session, CommandPlan.RequestOf<SearchContactCommand>(""), model, SearchResource.Contact, null,
                Parallel, descending: false, options, Sink, Cancellation), ReadsAtOnce, Cancellation);

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        _search.IsFound = true;
        return base.Output(item);
    }
}
