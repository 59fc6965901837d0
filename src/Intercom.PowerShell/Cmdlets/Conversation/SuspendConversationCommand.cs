namespace Intercom.PowerShell;

/// <summary>Snoozes conversations until a specified time.</summary>
/// <example>
/// <para>Snoozes a conversation until nine o'clock tomorrow morning.</para>
/// <code>Suspend-IntercomConversation 100120 'tomorrow 9:00'</code>
/// <outcome>
/// $conversation = Get-IntercomConversation 100120
/// $writes.Count -eq 1 -and $conversation.State -eq 'snoozed'
/// $conversation.SnoozedUntil.ToLocalTime() -eq (Get-Date).Date.AddDays(1).AddHours(9)
/// </outcome>
/// </example>
/// <example>
/// <para>Snoozes the open conversations of one teammate in which no customer is waiting, for three days.</para>
/// <code>
/// Search-IntercomConversation {
///     $_.State -eq 'open' -and $_.AdminAssigneeId -eq 5003 -and
///     $_.WaitingSince -eq $null
/// } | Suspend-IntercomConversation -Until +3d
/// </code>
/// <outcome>
/// $found = Before {
///     Get-IntercomConversation | Where-Object { $_.State -eq 'open' -and $_.AdminAssigneeId -eq 5003 -and -not $_.WaitingSince } }
/// $writes.Count -eq @($found).Count
/// ($found.Id | Get-IntercomConversation) | Test-Each { $_.State -eq 'snoozed' -and $_.SnoozedUntil -gt (Get-Date).AddDays(2.9) }
/// </outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "IntercomConversation", SupportsShouldProcess = true, DefaultParameterSetName = "Piped")]
[Alias("Snooze-IntercomConversation"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "snoozed")]
[Undo(typeof(StateChange))]
public sealed class SuspendConversationCommand : ConversationActionCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = "Piped", ValueFromPipeline = true)]
    [Alias("Id"), IntercomId("ConversationId", IsNumber = true)]
    public override string[] ConversationId { get; set; } = [];

    /// <summary>
    /// When the conversation opens again: a date and time in the future, or words such as 'tomorrow 9:00', monday, 'next week' and +3d. A
    /// day of these words without a time means 9:00. A day of the week means the next one, also when it is today. 'next week' means Monday.
    /// The words are English, and the times are those of this computer's time zone.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Id")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Piped", ValueFromPipelineByPropertyName = true), Alias("SnoozedUntil")]
    [Body("snoozed_until"), DateInput(IsNoNumber = true, IsAhead = true), ArgumentCompleter(typeof(FutureDateCompleter))]
    public DateTime Until { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        // A piped conversation provides only its id. Its current SnoozedUntil is not the requested time.
        if (!input.Has(nameof(Until)))
        {
            throw CommandErrors.MissingUntil();
        }
        var until = Until.Kind == DateTimeKind.Utc ? Until : Until.ToUniversalTime();
        if (until <= DateTime.UtcNow)
        {
            throw CommandErrors.TimeInPast(nameof(Until), Until);
        }
        return base.PlanWork(input).Select(
            work => work with { Doing = $"Snooze {work.Resource} until {WorkText.Moment(until)}" });
    }
}
