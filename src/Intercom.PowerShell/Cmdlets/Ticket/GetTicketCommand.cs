using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Gets tickets by id or number, finds them by assignee, type, state and more, or lists all of them.</summary>
/// <remarks>
/// The id of a ticket is not the number that the inbox shows. The parameters of a search combine: a ticket must match all of them. Several
/// values of one parameter match any of these values. Search-IntercomTicket accepts any other condition.
/// </remarks>
/// <example>
/// <para>Gets a ticket by its id.</para>
/// <code>Get-IntercomTicket 300001</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Id -eq '300001'</outcome>
/// </example>
/// <example>
/// <para>Gets a ticket by the number that the inbox shows.</para>
/// <code>Get-IntercomTicket -Number 38</code>
/// <outcome>$output.Count -eq 1 -and $output[0].TicketNumber -eq '38'</outcome>
/// </example>
/// <example>
/// <para>Lists the open tickets of a contact.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomTicket -Open</code>
/// <outcome>Test-Same ($output.Id | Sort-Object) '300022', '300037'</outcome>
/// </example>
/// <example>
/// <para>Lists the tickets of a type that are in progress and assigned to a teammate, with all their parts.</para>
/// <code>
/// Get-IntercomTicket -Type Bug -State 'In progress' -Assignee 'Ewan Baird' |
///     Get-IntercomTicket
/// </code>
/// <outcome>$output | Test-Each { "$($_.TicketType)" -eq 'Bug' -and "$($_.TicketState)" -eq 'In progress' }</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicket", SupportsPaging = true), OutputType(typeof(Intercom.Ticket))]
[Operation("GET", "tickets/{TicketId}", ParameterSet = "Id")]
[Operation("POST", "tickets/search", ParameterSet = ListSet, Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "tickets",
    PageSize = 50)]
[Operation("POST", "tickets/search", ParameterSet = SearchSet, Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "tickets",
    PageSize = 50)]
[Operation("POST", "tickets/search", ParameterSet = NumberSet, Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "tickets",
    PageSize = 150)]
public sealed partial class GetTicketCommand : FilterCommand
{
    private const string NumberSet = "Number";

    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketId"), Selects("Id")]
    public string[] TicketId { get; set; } = [];

    /// <summary>
    /// The number of one or more tickets, which the inbox shows. Intercom cannot search by it, so the cmdlet reads the tickets from the
    /// newest on until it has found all numbers.
    /// </summary>
    [Parameter, Selects(NumberSet)]
    public string[] Number { get; set; } = [];

    /// <summary>The admins that the tickets are assigned to, by name, email address or id.</summary>
    [Parameter, IntercomId("AdminId"), Filter("admin_assignee_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Admin>))]
    public string[] Assignee { get; set; } = [];

    /// <summary>The teams that the tickets are assigned to, by name or id.</summary>
    [Parameter, IntercomId("TeamId"), Filter("team_assignee_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Team>))]
    public string[] Team { get; set; } = [];

    /// <summary>Finds tickets that are assigned to no admin and no team.</summary>
    [Parameter, Selects(SearchSet)]
    public SwitchParameter Unassigned { get; set; }

    /// <summary>The types of the tickets, by name or id.</summary>
    [Parameter, IntercomId("TicketTypeId"), Filter("ticket_type_id"), Selects(SearchSet)]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>))]
    public string[] Type { get; set; } = [];

    /// <summary>
    /// The states of the tickets, by the label that teammates or customers see, or by category: submitted, in_progress,
    /// waiting_on_customer or resolved. Intercom searches by category, so a label can be used if it is the only one of its category.
    /// </summary>
    [Parameter, Filter("state"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<TicketState>))]
    public string[] State { get; set; } = [];

    /// <summary>The contacts of the tickets, by email address, id, full name or as objects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ContactId"), IntercomId("ContactId")]
    [Filter("contact_ids", IsContact = true), Selects(SearchSet)]
    public string[] Contact { get; set; } = [];

    /// <summary>Companies whose contacts have the tickets, by name or Intercom's id. A company can have at most 500 contacts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CompanyId"), IntercomId("CompanyId")]
    [Filter("company"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Company>))]
    public string[] Company { get; set; } = [];

    /// <summary>Finds open tickets. -Open:$false finds closed ones.</summary>
    [Parameter, Filter("open"), Selects(SearchSet)]
    public SwitchParameter Open { get; set; }

    /// <summary>Finds tickets that changed after this time.</summary>
    [Parameter, Filter("updated_at", Operator = QueryOperator.Greater), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime UpdatedAfter { get; set; }

    /// <summary>Finds tickets that have not changed since this time.</summary>
    [Parameter, Filter("updated_at", Operator = QueryOperator.Less), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime UpdatedBefore { get; set; }
}
