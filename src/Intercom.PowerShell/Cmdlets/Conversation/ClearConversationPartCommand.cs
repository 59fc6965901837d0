using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Redacts parts of conversations: deletes their text permanently but keeps the part.</summary>
/// <remarks>
/// Only parts that have text can be redacted. The first message of a conversation (-Source) can be redacted only if a contact wrote it.
/// Otherwise Intercom answers with the error conversation_part_not_redactable.
/// </remarks>
/// <example>
/// <para>Shows which parts would be redacted: those with a card number. The pattern does not match parcel numbers.</para>
/// <code>
/// $card = '\b(?:\d{4}[ -]?){3}\d{4}\b'
/// $conversation = Get-IntercomConversation 100120
/// $conversation | Send-IntercomReply 'Is it 4111 1111 1111 1111?'
/// ($conversation | Get-IntercomConversation).ConversationParts |
///     Where-Object Body -match $card |
///     Clear-IntercomConversationPart -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -eq 1 -and "$whatif" -match '100120'
/// '4111111111111111' -match $card -and '1Z999AA10123456784' -notmatch $card -and '00340434161094015902' -notmatch $card
/// "$($writes.Path)" -notmatch 'redact'
/// </outcome>
/// </example>
/// <example>
/// <para>Redacts one part without a confirmation prompt: a note that contains a password.</para>
/// <code>
/// $note = Get-IntercomConversation 100120 |
///     Add-IntercomNote 'The password is hunter2.' -PassThru
/// $part = $note.ConversationParts | Where-Object Body -match hunter2
/// $part | Clear-IntercomConversationPart -Confirm:$false
/// </code>
/// <outcome>
/// $parts = (Get-IntercomConversation 100120).ConversationParts
/// -not ($parts.Body -match 'hunter2') -and ($parts | Where-Object Id -eq $part.Id).Redacted
/// Test-Same ($parts | Where-Object Id -ne $part.Id).Id (Before { (Get-IntercomConversation 100120).ConversationParts }).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Redacts the first message of a conversation, without a confirmation prompt.</para>
/// <code>
/// Get-IntercomConversation 100111 |
///     Clear-IntercomConversationPart -Source -Confirm:$false
/// </code>
/// <outcome>$writes.Count -eq 1 -and -not ((Get-IntercomConversation 100111).Source.Body -match 'CSV')</outcome>
/// </example>
[Cmdlet(VerbsCommon.Clear, "IntercomConversationPart", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Conversation))]
[Operation("POST", "conversations/redact", Retry = RetryClass.Idempotent)]
[BodyValue("type", "conversation_part", ParameterSet = "Part"), BodyValue("type", "source", ParameterSet = "Source")]
public sealed class ClearConversationPartCommand : IntercomWriteCommand
{
    /// <summary>The id of the part.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), IntercomId("ConversationPartId"), Selects("Part")]
    [Body("conversation_part_id")]
    public string? PartId { get; set; }

    /// <summary>The id of the conversation. Piped parts provide it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("ConversationId"), Body("conversation_id")]
    public string? ConversationId { get; set; }

    /// <summary>Redacts the first message of the conversation.</summary>
    [Parameter, Selects("Source")]
    public SwitchParameter Source { get; set; }

    /// <summary>The id of the first message. By default, the cmdlet looks it up.</summary>
    [Parameter, OnlyFor("Source"), IntercomId("Id"), Body("source_id")]
    public string? SourceId { get; set; }

    /// <summary>Returns the changed conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var conversation = Wiring.ResourceOf(nameof(ConversationId), ConversationId, input.Piped);
        var part = Source ? "the first message" : Wiring.ResourceOf(nameof(PartId), PartId, input.Piped).ToString();
        foreach (var stated in base.PlanWork(input))
        {
            var work = stated.To(conversation) with { Doing = $"Redact {part} of {conversation}" };
            yield return !Source || SourceId is not null
                ? work : work.SentBy((input.Piped?.BaseObject as Conversation)?.Source?.Id, static async (known, request, context) =>
            {
                var id = request.Resource!.Id!;
                known ??= (await context.SendAsync<Conversation>(CommandPlan.RequestOf<GetConversationCommand>("Id", id))
                    .ConfigureAwait(false))?.Source?.Id
                    ?? throw CommandErrors.NoFirstMessage(id);
                var body = (JsonObject)request.Body!.DeepClone();
                body["source_id"] = known;
                return await context.SendAsync(request.WithBody(body)).ConfigureAwait(false);
            });
        }
    }
}
