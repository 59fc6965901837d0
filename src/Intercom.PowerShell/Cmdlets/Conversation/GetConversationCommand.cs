using System;
using System.Collections.Generic;
using System.Management.Automation;
using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Lists conversations, the most recent first as Intercom sorts them, or gets some by id with all their parts.</summary>
/// <example>
/// <para>Lists the ten latest conversations. No more than these are fetched.</para>
/// <code>Get-IntercomConversation -First 10</code>
/// <outcome>$output.Count -eq 10 -and $calls.Count -eq 1 -and $calls[0].Path -match 'per_page=10'</outcome>
/// </example>
/// <example>
/// <para>Reads one conversation as plain text, with everything that was said in it.</para>
/// <code>
/// $conversation = Get-IntercomConversation 100111 -PlainText
/// $conversation.Source.Body
/// $conversation.ConversationParts.Body
/// </code>
/// <outcome>$output[0] -match 'export the report' -and "$output" -match 'Which date range' -and "$output" -notmatch '&lt;p&gt;'</outcome>
/// </example>
/// <example>
/// <para>Reads the parts of the conversations that a search found. A search itself returns conversations without them.</para>
/// <code>
/// Search-IntercomConversation @{ state = 'open' } -First 3 |
///     Get-IntercomConversation
/// </code>
/// <outcome>
/// $output.Count -eq 3 -and ($output | Test-Each { $_.State -eq 'open' })
/// @($output.ConversationParts).Count -gt 0 -and -not (Before { Search-IntercomConversation @{ state = 'open' } -First 3 } | Where-Object { $_.ConversationParts })
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomConversation", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Conversation))]
[Operation("GET", "conversations", ParameterSet = "List", Paging = PageShape.Cursor, Items = "conversations", PageSize = 50)]
[Operation("GET", "conversations/{ConversationId}", ParameterSet = "Id")]
public sealed class GetConversationCommand : IntercomReadCommand
{
    /// <summary>The id of one or several conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>Bodies as plain text instead of HTML.</summary>
    [Parameter(ParameterSetName = "Id")]
    public SwitchParameter PlainText { get; set; }

    /// <summary>With the translations that Intercom made of the parts.</summary>
    [Parameter(ParameterSetName = "Id"), Query("include_translations")]
    public SwitchParameter IncludeTranslations { get; set; }

    /// <summary>
    /// Reads all of them with so many calls at once: the time of creation is cut into slices, which are read side by side within the call budget. They come in
    /// the order of their creation, the oldest first; each once, also when some are created or changed meanwhile.
    /// </summary>
    [Parameter(ParameterSetName = "List"), ValidateRange(2, 32), WholeNumber]
    public int Parallel { get; set; }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) => Parallel == 0 ? base.ListItems(request, model, options)
        : SearchCommand.InSlices(Session, CommandPlan.RequestOf<SearchConversationCommand>(""), model, SearchResource.Conversation, null, Parallel, descending: false, options, Sink, Cancellation);

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => Displayed(request, PlainText);

    /// <summary>The request of one conversation.</summary>
    internal static ApiRequest RequestOf(string id, bool plainText) => Displayed(CommandPlan.RequestOf<GetConversationCommand>("Id", id), plainText);

    private static ApiRequest Displayed(ApiRequest request, bool plainText) => plainText ? request.WithQuery(("display_as", "plaintext")) : request;

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is Conversation conversation) WarnOfMissingParts(conversation);
        yield return item;
    }
}
