using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Sends Fin a person's rating of the conversation, when Fin has asked for it.</summary>
/// <remarks>
/// Sending the same rating again changes nothing. A remark locks the rating. A rating with a remark is not sent again when its outcome is
/// unknown, and the error reports that.
/// </remarks>
/// <example>
/// <para>Rates a conversation with Fin.</para>
/// <code>
/// $null = Start-IntercomFinConversation ext-5 'Thank you.' user-1
/// Send-IntercomFinRating ext-5 amazing
/// </code>
/// <outcome>$output[0].FinConversationId -eq 'ext-5' -and $output[0].Rating -eq 'amazing'</outcome>
/// </example>
/// <example>
/// <para>Rates a conversation with a remark.</para>
/// <code>
/// $null = Start-IntercomFinConversation ext-6 'Thank you.' user-1
/// Send-IntercomFinRating ext-6 good -Remark 'Quick.'
/// </code>
/// <outcome>$output[0].FinConversationId -eq 'ext-6' -and $output[0].Rating -eq 'good'</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomFinRating", SupportsShouldProcess = true), OutputType(typeof(FinRating))]
[Operation("POST", "fin/csat", Retry = RetryClass.Idempotent)]
public sealed class SendFinRatingCommand : IntercomWriteCommand
{
    /// <summary>Your own id of the conversation with Fin.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("ConversationId"), ValidateNotNullOrEmpty]
    [Body("conversation_id"), Trim]
    public string? FinConversationId { get; set; }

    /// <summary>The rating: terrible, bad, ok, good or amazing.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    [OneOf("terrible", "bad", "ok", "good", "amazing"), ArgumentCompleter(typeof(FinRatingCompleter)), Body("rating")]
    public string? Rating { get; set; }

    /// <summary>The person's remark on the rating.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("remark")]
    public string? Remark { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
    {
        var request = string.IsNullOrEmpty(work.Request.Body?["remark"]?.ToString())
            ? work.Request : work.Request.WithRetry(RetryClass.Once);
        return work.With(request).To(FinMessageCommand.Conversation(
            FinConversationId)) with { Doing = $"Send Fin rating {Rating} of Fin conversation {FinConversationId}" };
    });
}

/// <summary>Completes Fin's ratings.</summary>
internal sealed class FinRatingCompleter() : WordCompleter("terrible", "bad", "ok", "good", "amazing");
