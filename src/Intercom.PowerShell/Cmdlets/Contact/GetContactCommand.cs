using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Gets contacts by id, email address or external id, finds them by tag, segment and more, or lists them.</summary>
/// <remarks>
/// The parameters of a search combine: a contact must match all of them. Several values of one parameter match any of these values.
/// Search-IntercomContact accepts any other condition. A new or changed contact can take minutes to appear in a search.
/// </remarks>
/// <example>
/// <para>Gets a contact by its id in your own system.</para>
/// <code>Get-IntercomContact -ExternalId user-1</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -eq 'Ada Bianchi'</outcome>
/// </example>
/// <example>
/// <para>Gets a contact by its email address.</para>
/// <code>Get-IntercomContact ada.rossi122@kestrel-air.example</code>
/// <outcome>$output.Count -eq 1 -and $output[0].ExternalId -eq 'user-123'</outcome>
/// </example>
/// <example>
/// <para>Lists the contacts of a company.</para>
/// <code>Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact</code>
/// <outcome>$output.Count -eq 13 -and $output.Name -contains 'Quinn Eriksen'</outcome>
/// </example>
/// <example>
/// <para>Lists the users with a tag who have not been seen since the beginning of October.</para>
/// <code>Get-IntercomContact -Tag VIP -Role user -LastSeenBefore 2026-10-01</code>
/// <outcome>
/// $limit = [datetime]'2026-10-01'
/// $tagged = (Before { Search-IntercomContact @{ tag_id = '7001' } }).Id
/// $output | Test-Each { $_.Role -eq 'user' -and $_.LastSeenAt -lt $limit -and $_.Id -in $tagged }
/// $output.Count -eq @(Before { Get-IntercomContact | Where-Object {
///     $_.Role -eq 'user' -and $_.LastSeenAt -and $_.LastSeenAt -lt $limit -and $_.Id -in $tagged } }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Saves everything that the workspace knows of a contact, for a data request.</para>
/// <code>
/// Get-IntercomContact ada.rossi122@kestrel-air.example -Everything |
///     ConvertTo-Json -Depth 12 | Set-Content ada.json
/// </code>
/// <outcome>
/// $saved = Get-Content ada.json -Raw | ConvertFrom-Json
/// $saved.Contact.ExternalId -eq 'user-123' -and @($saved.Conversations).Count -gt 0 -and @($saved.Missing).Count -eq 0
/// </outcome>
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
[Cmdlet(VerbsCommon.Get, "IntercomContact", SupportsPaging = true), OutputType(typeof(Contact), typeof(ContactRecord))]
[Operation("GET", "contacts", ParameterSet = "List", Paging = PageShape.Cursor, PageSize = 150)]
[Operation("GET", "contacts/{ContactId}", ParameterSet = "Id")]
[Operation("GET", "contacts/find_by_external_id/{ExternalId}", ParameterSet = "ExternalId")]
[Operation("POST", "contacts/search", ParameterSet = "Email", Retry = RetryClass.Safe, Paging = PageShape.Search, PageSize = 50)]
[Operation("GET", "companies/{CompanyId}/contacts", ParameterSet = "Company", Paging = PageShape.Cursor, PageSize = 50)]
[Operation("POST", "contacts/search", ParameterSet = SearchSet, Retry = RetryClass.Safe, Paging = PageShape.Search, PageSize = 150)]
[BodyValue("query.field", "email", ParameterSet = "Email"), BodyValue("query.operator", "=", ParameterSet = "Email")]
public sealed partial class GetContactCommand : FilterCommand
{
    private const string EmailSet = "Email";

    /// <summary>The id or email address of one or more contacts.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId"), Selects("Id")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The id of one or more contacts in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects("ExternalId")]
    public string[] ExternalId { get; set; } = [];

    /// <summary>
    /// The email address of one or more contacts. A user and several leads can share an address, and all of them are returned.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Selects("Email")]
    public string[] Email { get; set; } = [];

    /// <summary>Intercom's id of one or more companies. All their contacts are returned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Selects("Company")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The tags of the contacts, by name or id. A contact with any of them matches.</summary>
    [Parameter, IntercomId("TagId"), Filter("tag_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string[] Tag { get; set; } = [];

    /// <summary>
    /// The companies of the contacts, by name or Intercom's id. With other parameters of the search, a company can have at most 500
    /// contacts.
    /// </summary>
    [Parameter, IntercomId("CompanyId"), Filter("company"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Company>))]
    public string[] Company { get; set; } = [];

    /// <summary>The segments of the contacts, by name or id.</summary>
    [Parameter, IntercomId("SegmentId"), Filter("segment_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Segment>))]
    public string[] Segment { get; set; } = [];

    /// <summary>The role of the contacts: user or lead.</summary>
    [Parameter, Filter("role"), Selects(SearchSet), ValidateSet("user", "lead")]
    public string[] Role { get; set; } = [];

    /// <summary>The admins who own the contacts, by name, email address or id.</summary>
    [Parameter, IntercomId("AdminId"), Filter("owner_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Admin>))]
    public string[] Owner { get; set; } = [];

    /// <summary>The full name of the contacts, or a part of it with * at the start, the end or both.</summary>
    [Parameter, Filter("name", HasWildcards = true), Selects(SearchSet), SupportsWildcards]
    public string[] Name { get; set; } = [];

    /// <summary>Finds contacts who were last seen before this time, such as -30d.</summary>
    [Parameter, Filter("last_seen_at", Operator = QueryOperator.Less), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime LastSeenBefore { get; set; }

    /// <summary>Finds contacts who were last seen after this time.</summary>
    [Parameter, Filter("last_seen_at", Operator = QueryOperator.Greater), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime LastSeenAfter { get; set; }

    /// <summary>Finds contacts who signed up before this time.</summary>
    [Parameter, Filter("signed_up_at", Operator = QueryOperator.Less), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime SignedUpBefore { get; set; }

    /// <summary>Finds contacts who signed up after this time.</summary>
    [Parameter, Filter("signed_up_at", Operator = QueryOperator.Greater), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime SignedUpAfter { get; set; }

    /// <summary>
    /// The lists to return in full, with the names of their entries: Tags, Notes or Companies. By default, a contact carries the first ten
    /// references of each. Each list of notes or companies that is not empty costs one call. The tags of all contacts cost one call
    /// together, and one more for each contact that has more than ten.
    /// </summary>
    [Parameter, ValidateSet("Tags", "Notes", "Companies")]
    public string[] Expand { get; set; } = [];

    /// <summary>
    /// Returns the contact that a merged contact has become. Without this switch, the error of a merged contact names it. The request is
    /// sent with version 2.16 of the API, because earlier versions do not distinguish merged contacts from missing ones.
    /// </summary>
    [Parameter, OnlyFor("Id", "ExternalId"), Since(ApiChanges.NamedMerges)]
    public SwitchParameter FollowMerge { get; set; }

    /// <summary>
    /// Returns with each contact which contacts were merged into it, in MergeHistory. Users only. Requires version 2.16 of the API.
    /// </summary>
    [Parameter, OnlyFor("List", "Id", "ExternalId", EmailSet, SearchSet), Query("include_merge_history"), Since("2.16")]
    public SwitchParameter IncludeMergeHistory { get; set; }

    /// <summary>
    /// Returns everything that the workspace knows of each contact, as one object: the profile, companies, tags, segments, subscriptions,
    /// notes, conversations and tickets with their parts, and the events of the last 90 days. A part that the access token may not read is
    /// in the property Missing, with a warning. This costs eight calls for each contact, and one for each conversation and ticket.
    /// </summary>
    [Parameter]
    public SwitchParameter Everything { get; set; }

    /// <summary>
    /// Reads the whole list with this many concurrent calls, within the call budget. The list is cut into slices by creation time. Contacts
    /// are returned in order of creation, oldest first. Each is returned once, even when contacts are created or changed during the read.
    /// </summary>
    [Parameter, OnlyFor("List", SearchSet), ValidateRange(2, 32), WholeNumber]
    public int Parallel { get; set; }
}
