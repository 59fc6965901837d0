using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Removes the links between conversations and a tracker ticket. It deletes neither of them.</summary>
/// <example>
/// <para>Shows that the link of a conversation to a tracker ticket would be removed.</para>
/// <code>
/// $incident = New-IntercomTicket Incident 'No sign-in' -ExternalId user-1
/// Add-IntercomTicketConversation $incident -ConversationId 100120
/// Remove-IntercomTicketConversation $incident -ConversationId 100120 -WhatIf
/// </code>
/// <outcome>
/// $writes.Count -eq 2 -and "$whatif" -match "Remove the link of conversation 100120 to ticket $($incident.Id)"
/// (Get-IntercomTicket $incident).LinkedObjects.Id -eq '100120'
/// </outcome>
/// </example>
/// <example>
/// <para>Links a conversation to a tracker ticket, and removes the link again.</para>
/// <code>
/// $incident = New-IntercomTicket Incident 'No sign-in' -ExternalId user-1
/// Add-IntercomTicketConversation $incident -ConversationId 100120
/// Get-IntercomConversation 100120 |
///     Remove-IntercomTicketConversation $incident
/// </code>
/// <outcome>$writes.Count -eq 3 -and (Get-IntercomTicket $incident).LinkedObjects.Count -eq 0</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomTicketConversation", SupportsShouldProcess = true), OutputType(typeof(Intercom.Conversation))]
[Operation("DELETE", "tickets/{TicketId}/linked_conversations/{ConversationId}", Since = "2.16", Resource = nameof(ConversationId))]
public sealed class RemoveTicketConversationCommand : IntercomWriteCommand
{
    /// <summary>The tracker ticket, by id or as an object. The id is not the number that the inbox shows.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("TicketId")]
    public string? TicketId { get; set; }

    /// <summary>The id of one or more conversations or customer tickets.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>Returns the conversation without the link.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var ticket = Wiring.ResourceOf(nameof(TicketId), TicketId, null);
        return base.PlanWork(input).Select(work => work.SentBy(SendAsync) with
        {
            Doing = $"Remove the link of {work.Resource} to {ticket}",
        });
    }

    /// <summary>Removes the link. A repeat of our own finds no link and has no response, so the conversation is read.</summary>
    private static async Task<object?> SendAsync(ApiRequest request, SendContext context)
    {
        var answer = await context.SendAsync(request).ConfigureAwait(false);
        return answer is not null || !context.PassThru ? answer : await context.SendAsync<Intercom.Conversation>(
            CommandPlan.RequestOf<GetConversationCommand>("Id", request.Resource!.Id!)).ConfigureAwait(false);
    }
}
