using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>Closes, opens or snoozes a conversation.</summary>
internal sealed class StateChange : ChangeKind
{
    public const string State = "state";
    public const string Until = "snoozed_until";

    /// <inheritdoc/>
    public override bool HasMessage => true;

    /// <inheritdoc/>
    public override AttributeBag After(SentChange sent) => sent.Body?["message_type"]?.ToString() switch
    {
        "close" => new AttributeBag { [State] = "closed", [Until] = null },
        "open" => new AttributeBag { [State] = "open", [Until] = null },
        _ => new AttributeBag { [State] = "snoozed", [Until] = FormerValues.Plain(sent.Body?[Until]) },
    };

    /// <inheritdoc/>
    public override Reversal Reverse(SentChange sent, AttributeBag? before)
    {
        var now = (string)After(sent)[State]!;
        var wasKnown = TryGet(before, State, out var state);
        var former = wasKnown ? state as string : now == "open" ? "closed" : "open";
        if (former == now && now != "snoozed") return Reversal.Refused($"It changed nothing: {sent.Resource} was already {now}.");
        var until = former == "snoozed" && TryGet(before, Until, out var given) ? UntilOf(given) : null;
        // A snooze that has ended in the meantime would have opened the conversation.
        if (former == "snoozed" && (until is null || until <= DateTime.UtcNow)) former = "open";
        var id = sent.Resource.Id!;
        var reversal = former switch
        {
            "closed" => new Reversal([sent.Opposite(typeof(CloseConversationCommand), "", [], id)], $"Close {sent.Resource}"),
            "snoozed" => new Reversal(
                [sent.Opposite(typeof(SuspendConversationCommand), "", new() { [Until] = UnixTime.FromDate(until!.Value) }, id)],
                $"Snooze {sent.Resource} until {WorkText.Moment(until!.Value)}"),
            _ => new Reversal([sent.Opposite(typeof(OpenConversationCommand), "", [], id)], $"Open {sent.Resource}"),
        };
        if (sent.Body?["body"] is not null) reversal = reversal with { Words = reversal.Words + ", and leave its message" };
        return wasKnown ? reversal : reversal.Assuming($"it was {former} before");
    }

    private static DateTime? UntilOf(object? value) => value switch
    {
        DateTime time => time.ToUniversalTime(),
        long seconds => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime,
        _ => null,
    };
}
