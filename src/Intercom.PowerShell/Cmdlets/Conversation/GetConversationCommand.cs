using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Gets conversations by id, or lists them.</summary>
/// <remarks>Conversations that are read by id include all their parts. Intercom sorts the list, most recent conversations first.</remarks>
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
/// <para>Reads the conversations that a search found, with their parts. The search itself returns conversations without parts.</para>
/// <code>
/// Search-IntercomConversation @{ state = 'open' } -First 3 |
///     Get-IntercomConversation
/// </code>
/// <outcome>
/// $output.Count -eq 3 -and ($output | Test-Each { $_.State -eq 'open' })
/// @($output.ConversationParts).Count -gt 0 -and
///     -not (Before { Search-IntercomConversation @{ state = 'open' } -First 3 } | Where-Object { $_.ConversationParts })
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomConversation", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Conversation))]
[Operation("GET", "conversations", ParameterSet = "List", Paging = PageShape.Cursor, Items = "conversations", PageSize = 50)]
[Operation("GET", "conversations/{ConversationId}", ParameterSet = "Id")]
public sealed class GetConversationCommand : IntercomReadCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id")]
    [IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>Returns bodies as plain text instead of HTML.</summary>
    [Parameter(ParameterSetName = "Id")]
    public SwitchParameter PlainText { get; set; }

    /// <summary>Includes the translations that Intercom made of the parts.</summary>
    [Parameter(ParameterSetName = "Id"), Query("include_translations")]
    public SwitchParameter IncludeTranslations { get; set; }

    /// <summary>
    /// Reads the whole list with this many concurrent calls, within the call budget. The list is cut into slices by creation time.
    /// Conversations are returned in order of creation, oldest first. Each is returned once, even when conversations are created or changed
    /// during the read.
    /// </summary>
    [Parameter(ParameterSetName = "List"), ValidateRange(2, 32), WholeNumber]
    public int Parallel { get; set; }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) => Parallel == 0
        ? base.ListItems(request, model, options)
        : SearchCommand.InSlices(Session, CommandPlan.RequestOf<SearchConversationCommand>(""), model, SearchResource.Conversation, null,
            Parallel, descending: false, options, Sink, Cancellation);

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => Displayed(request, PlainText);

    /// <summary>Returns the request that reads one conversation.</summary>
    internal static ApiRequest RequestOf(string id, bool plainText) =>
        Displayed(CommandPlan.RequestOf<GetConversationCommand>("Id", id), plainText);

    private static ApiRequest Displayed(ApiRequest request, bool plainText) => plainText
        ? request.WithQuery(("display_as", "plaintext")) : request;

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is Conversation conversation) WarnOfMissingParts(conversation);
        yield return item;
    }
}
