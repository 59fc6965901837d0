using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Finds conversations that match a filter.</summary>
/// <remarks>
/// The filter is checked and completed before it is sent (see New-IntercomQuery). Conversations are returned without parts unless
/// -IncludeParts is specified.
/// </remarks>
/// <example>
/// <para>Finds the open conversations in which the customer has waited for more than three days.</para>
/// <code>
/// $limit = (Get-Date).AddDays(-3)
/// Search-IntercomConversation {
///     $_.State -eq 'open' -and $_.WaitingSince -lt $limit
/// }
/// </code>
/// <outcome>
/// $output | Test-Each { $_.State -eq 'open' -and $_.WaitingSince -lt $limit }
/// Test-Same $output.Id (Before {
///     Get-IntercomConversation | Where-Object { $_.State -eq 'open' -and $_.WaitingSince -and $_.WaitingSince -lt $limit } }).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Finds the conversations that are assigned to a teammate.</para>
/// <code>
/// $admin = Get-IntercomAdmin | Where-Object Email -eq tomas@sandbox.example
/// Search-IntercomConversation @{ admin_assignee_id = $admin.Id }
/// </code>
/// <outcome>
/// $output | Test-Each { $_.AdminAssigneeId -eq '5002' }
/// Test-Same $output.Id (Before { Get-IntercomConversation | Where-Object AdminAssigneeId -eq 5002 }).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Counts the conversations that mention an invoice. Only the count and one conversation are fetched.</para>
/// <code>
/// $total, $one = Search-IntercomConversation {
///     $_.Source.Body -like '*invoice*'
/// } -First 1 -IncludeTotalCount
/// "$total"
/// </code>
/// <outcome>
/// [int]"$output" -eq @(Get-IntercomConversation | Where-Object { $_.Source.Body -match 'invoice' }).Count -and $calls.Count -eq 1
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomConversation", SupportsPaging = true), OutputType(typeof(Conversation))]
[Operation("POST", "conversations/search", Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "conversations", PageSize = 50)]
public sealed class SearchConversationCommand : SearchCommand
{
    /// <summary>
    /// Reads each conversation with all its parts, such as replies, notes and assignments. This costs one call per conversation.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeParts { get; set; }

    /// <summary>
    /// Returns bodies as plain text instead of HTML. This requires -IncludeParts, because Intercom returns plain text only for
    /// conversations that are read individually.
    /// </summary>
    [Parameter]
    public SwitchParameter PlainText { get; set; }

    /// <summary>Returns the results of monitors with each conversation. Requires version 2.16 of the API.</summary>
    [Parameter, Query("include_monitors"), Since("2.16")]
    public SwitchParameter IncludeMonitors { get; set; }

    /// <summary>Returns the reviews with each conversation. Requires version 2.16 of the API.</summary>
    [Parameter, Query("include_scorecards"), Since("2.16")]
    public SwitchParameter IncludeScorecards { get; set; }

    private protected override SearchResource Resource => SearchResource.Conversation;

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options)
    {
        if (PlainText && !IncludeParts) throw CommandErrors.PlainTextWithoutParts();
        var found = base.ListItems(request, model, options);
        if (!IncludeParts) return found;
        var (client, plainText, sink) = (Session.Client, PlainText.IsPresent, Sink);
        return ReadAhead.InOrder(found, ReadsAtOnce, async (item, cancellation) =>
        {
            try
            {
                return (object?)await client.SendAsync<Conversation>(GetConversationCommand.RequestOf(((Conversation)item).Id!, plainText),
                    sink, cancellation).ConfigureAwait(false) ?? item;
            }
            catch (IntercomApiException gone) when (gone.StatusCode == 404)
            {
                var text = $"Conversation {((Conversation)item).Id} was deleted after the search. It is returned without its parts.";
                sink.Write(new DiagnosticEvent(DiagnosticKind.Warning, text));
                return item;
            }
        }, Cancellation);
    }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is Conversation conversation) WarnOfMissingParts(conversation);
        yield return item;
    }
}
