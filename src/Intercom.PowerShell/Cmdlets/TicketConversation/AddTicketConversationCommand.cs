using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Links conversations to a tracker ticket.</summary>
/// <remarks>
/// A conversation can be linked to one tracker ticket, and a tracker ticket to at most 2,500 conversations. A customer ticket counts as a
/// conversation: pass its id to -ConversationId.
/// </remarks>
/// <example>
/// <para>Links a conversation to a tracker ticket.</para>
/// <code>
/// $incident = New-IntercomTicket Incident 'No sign-in' -ExternalId user-1
/// Get-IntercomConversation 100120 |
///     Add-IntercomTicketConversation $incident
/// </code>
/// <outcome>
/// $writes.Count -eq 2 -and $writes[1].Path -match 'linked_conversations'
/// (Get-IntercomTicket $incident).LinkedObjects.Id -eq '100120'
/// </outcome>
/// </example>
/// <example>
/// <para>Links the open conversations that mention the export, and counts the links of the ticket.</para>
/// <code>
/// $incident = New-IntercomTicket Incident 'Export fails' -ExternalId user-1
/// Search-IntercomConversation { $_.State -eq 'open' } |
///     Where-Object Subject -match export |
///     Add-IntercomTicketConversation $incident
/// (Get-IntercomTicket $incident).LinkedObjects.Count
/// </code>
/// <outcome>
/// $found = @(Before { Search-IntercomConversation { $_.State -eq 'open' } | Where-Object Subject -match export })
/// $found.Count -gt 0 -and $output[0] -eq $found.Count -and $writes.Count -eq $found.Count + 1
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomTicketConversation", SupportsShouldProcess = true), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "tickets/{TicketId}/linked_conversations", Retry = RetryClass.Idempotent, Since = "2.16")]
public sealed class AddTicketConversationCommand : IntercomWriteCommand
{
    private const int MostLinks = 2500;
    private readonly Dictionary<string, int> _links = new(StringComparer.Ordinal);

    /// <summary>The tracker ticket, by id or as an object. The id is not the number that the inbox shows.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("TicketId")]
    public string? TicketId { get; set; }

    /// <summary>The id of one or more conversations or customer tickets.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("ConversationId"), Body("conversation_id")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>Returns the linked conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        foreach (var id in ConversationId) ApiPath.Escape(nameof(ConversationId), id);
        var works = base.PlanWork(input).ToList();
        var ticket = works[0].Resource;
        _links.TryGetValue(ticket.Id!, out var planned);
        _links[ticket.Id!] = planned += ConversationId.Length;
        if (planned > MostLinks) throw CommandErrors.TooManyLinks($"{ticket}", planned, MostLinks);
        return from work in works
               from id in ConversationId
               let conversation = Wiring.ResourceOf(nameof(ConversationId), id, input.Piped)
               select work.Change(body => body["conversation_id"] = id.Trim()).To(conversation).SentBy(ticket.Id!, SendAsync) with
               {
                   Doing = $"Link {conversation} to {ticket}",
               };
    }

    /// <summary>Links the conversation. A repeat of our own is refused after an earlier try was executed, so the link is read.</summary>
    private static async Task<object?> SendAsync(string ticket, ApiRequest request, SendContext context)
    {
        try
        {
            return await context.SendAsync(request).ConfigureAwait(false);
        }
        catch (IntercomApiException refusal) when (refusal is { Code: "already_linked_to_tracker", Outcome: RequestOutcome.Unknown })
        {
            var read = CommandPlan.RequestOf<GetConversationCommand>("Id", request.Resource!.Id!);
            var conversation = await context.SendAsync<Intercom.Conversation>(read).ConfigureAwait(false);
            if (conversation?.LinkedObjects?.Any(linked => linked.Type == "ticket" && linked.Id == ticket) != true) throw;
            return conversation;
        }
    }
}
