using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Merges conversations into another one, which is kept. The merged conversations are closed.</summary>
/// <remarks>
/// Intercom cannot separate merged conversations. A ticket can be merged by its id, if the token may write tickets. After an interrupted
/// request, read the conversation before you repeat it: Intercom answers that it has already been merged.
/// </remarks>
/// <example>
/// <para>Shows that a conversation would be merged into another one, without merging them.</para>
/// <code>
/// $again = Get-IntercomConversation 100119
/// $first = Get-IntercomConversation 100118
/// $again | Merge-IntercomConversation -Into $first -WhatIf
/// </code>
/// <outcome>
/// $writes.Count -eq 0 -and $whatif.Count -eq 1
/// "$whatif" -match '100119' -and "$whatif" -match '100118' -and "$whatif" -match [regex]::Escape($again.Subject)
/// </outcome>
/// </example>
/// <example>
/// <para>Merges a conversation without a confirmation prompt, and returns the one that is kept.</para>
/// <code>
/// Get-IntercomConversation 100119 |
///     Merge-IntercomConversation -Into 100118 -PassThru -Confirm:$false
/// </code>
/// <outcome>
/// $writes.Count -eq 1 -and $output[0].Id -eq '100118'
/// (Get-IntercomConversation 100119).State -eq 'closed' -and $output[0].ConversationParts[-1].PartType -eq 'merged_primary_conversation'
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Merge, "IntercomConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/merge", Since = "2.16")]
public sealed class MergeConversationCommand : IntercomWriteCommand
{
    /// <summary>The id of the conversation to merge and close.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string? ConversationId { get; set; }

    /// <summary>The conversation to keep, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 1), IntercomId("ConversationId")]
    [Body("merge_into_conversation_id", Form = WireForm.Integer)]
    public string? Into { get; set; }

    /// <summary>Returns the conversation that is kept.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        ApiPath.Escape(nameof(ConversationId), ConversationId);
        ApiPath.Escape(nameof(Into), Into);
        if (string.Equals(ConversationId!.Trim(), Into!.Trim(), StringComparison.Ordinal))
        {
            throw CommandErrors.ConversationIntoItself(ConversationId);
        }
        var kept = Wiring.ResourceOf(nameof(Into), Into, null);
        return base.PlanWork(input).Select(work => work with { Doing = $"Close {work.Resource} and merge it into {kept}" });
    }
}
