using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Gets conversations by id, finds them by assignee, tag, state and more, or lists them.</summary>
/// <remarks>
/// The parameters of a search combine: a conversation must match all of them. Several values of one parameter match any of these values.
/// Search-IntercomConversation accepts any other condition. Conversations that are read by id include all their parts, and found ones
/// include none. Intercom sorts the list, most recent conversations first.
/// </remarks>
/// <example>
/// <para>Lists the ten most recent conversations, and fetches no more than these.</para>
/// <code>Get-IntercomConversation -First 10</code>
/// <outcome>$output.Count -eq 10 -and $calls.Count -eq 1 -and $calls[0].Path -match 'per_page=10'</outcome>
/// </example>
/// <example>
/// <para>Shows the first message and all parts of one conversation as plain text.</para>
/// <code>
/// $conversation = Get-IntercomConversation 100111 -PlainText
/// $conversation.Source.Body
/// $conversation.ConversationParts.Body
/// </code>
/// <outcome>$output[0] -match 'export the report' -and "$output" -match 'Which date range' -and "$output" -notmatch '&lt;p&gt;'</outcome>
/// </example>
/// <example>
/// <para>Lists the open conversations of a teammate in which the customer waits for a reply, the longest waiting first.</para>
/// <code>Get-IntercomConversation -Assignee 'Ines Okafor' -Waiting</code>
/// <outcome>
/// $output | Test-Each { $_.State -eq 'open' -and $_.AdminAssigneeId -eq '5003' -and $_.WaitingSince }
/// $output.WaitingSince | Test-Sorted
/// $output.Count -eq @(Before { Get-IntercomConversation | Where-Object {
///     $_.State -eq 'open' -and $_.AdminAssigneeId -eq '5003' -and $_.WaitingSince } }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the conversations of a contact that are open or snoozed.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 |
///     Get-IntercomConversation -State open, snoozed
/// </code>
/// <outcome>
/// $contact = Before { Get-IntercomContact -ExternalId user-123 }
/// $output | Test-Each { $_.State -in 'open', 'snoozed' -and $_.Contacts.Id -contains $contact.Id }
/// </outcome>
/// </example>
/// <example>
/// <para>Reads the conversations that were found, with their parts. The search itself returns conversations without parts.</para>
/// <code>
/// Get-IntercomConversation -State open -First 3 | Get-IntercomConversation
/// </code>
/// <outcome>
/// $output.Count -eq 3 -and ($output | Test-Each { $_.State -eq 'open' })
/// @($output.ConversationParts).Count -gt 0 -and
///     -not (Before { Search-IntercomConversation @{ state = 'open' } -First 3 } | Where-Object { $_.ConversationParts })
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomConversation", SupportsPaging = true), OutputType(typeof(Conversation))]
[Operation("GET", "conversations", ParameterSet = "List", Paging = PageShape.Cursor, Items = "conversations", PageSize = 50)]
[Operation("GET", "conversations/{ConversationId}", ParameterSet = "Id")]
[Operation("POST", "conversations/search", ParameterSet = SearchSet, Retry = RetryClass.Safe, Paging = PageShape.Search,
    Items = "conversations", PageSize = 50)]
public sealed partial class GetConversationCommand : FilterCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), Selects("Id")]
    [IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The admins that the conversations are assigned to, by name, email address or id.</summary>
    [Parameter, IntercomId("AdminId"), Filter("admin_assignee_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Admin>))]
    public string[] Assignee { get; set; } = [];

    /// <summary>The teams that the conversations are assigned to, by name or id.</summary>
    [Parameter, IntercomId("TeamId"), Filter("team_assignee_id"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Team>))]
    public string[] Team { get; set; } = [];

    /// <summary>Finds conversations that are assigned to no admin and no team.</summary>
    [Parameter, Selects(SearchSet)]
    public SwitchParameter Unassigned { get; set; }

    /// <summary>The tags of the conversations, by name or id. A conversation with any of them matches.</summary>
    [Parameter, IntercomId("TagId"), Filter("tag_ids"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string[] Tag { get; set; } = [];

    /// <summary>The states of the conversations: open, closed or snoozed.</summary>
    [Parameter, Filter("state"), Selects(SearchSet), ValidateSet("open", "closed", "snoozed")]
    public string[] State { get; set; } = [];

    /// <summary>The contacts who take part, by email address, id, full name or as objects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ContactId"), IntercomId("ContactId")]
    [Filter("contact_ids", IsContact = true), Selects(SearchSet)]
    public string[] Contact { get; set; } = [];

    /// <summary>Companies whose contacts take part, by name or Intercom's id. A company can have at most 500 contacts here.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CompanyId"), IntercomId("CompanyId")]
    [Filter("company"), Selects(SearchSet), ArgumentCompleter(typeof(NameCompleter<Company>))]
    public string[] Company { get; set; } = [];

    /// <summary>
    /// Finds conversations in which the customer waits for a reply, the longest waiting first. Without -State, only open ones are found.
    /// </summary>
    [Parameter, Selects(SearchSet)]
    public SwitchParameter Waiting { get; set; }

    /// <summary>Finds conversations in which the customer has waited since before this time, such as -3d.</summary>
    [Parameter, Filter("waiting_since", Operator = QueryOperator.Less), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime WaitingBefore { get; set; }

    /// <summary>Finds conversations that changed after this time.</summary>
    [Parameter, Filter("updated_at", Operator = QueryOperator.Greater), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime UpdatedAfter { get; set; }

    /// <summary>Finds conversations that have not changed since this time.</summary>
    [Parameter, Filter("updated_at", Operator = QueryOperator.Less), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime UpdatedBefore { get; set; }

    /// <summary>Returns bodies as plain text instead of HTML.</summary>
    [Parameter, OnlyFor("Id")]
    public SwitchParameter PlainText { get; set; }

    /// <summary>Includes the translations that Intercom made of the parts.</summary>
    [Parameter, OnlyFor("Id"), Query("include_translations")]
    public SwitchParameter IncludeTranslations { get; set; }

    /// <summary>
    /// Reads the whole list with this many concurrent calls, within the call budget. The list is cut into slices by creation time.
    /// Conversations are returned in order of creation, oldest first. Each is returned once, even when conversations are created or changed
    /// during the read.
    /// </summary>
    [Parameter, OnlyFor("List", SearchSet), ValidateRange(2, 32), WholeNumber]
    public int Parallel { get; set; }
}
