namespace Intercom.Http;

/// <summary>What is known about the call budget.</summary>
/// <param name="Limit">Calls in a window, as the server last said.</param>
/// <param name="Remaining">Calls left in the window, as the server last said.</param>
/// <param name="ResetAt">When the window ends, by the local clock.</param>
/// <param name="Calls">Calls sent by this process so far.</param>
/// <param name="Throttled">Answers with status 429 so far.</param>
public sealed record BudgetReading(int? Limit, int? Remaining, DateTime? ResetAt, long Calls, long Throttled);

/// <summary>One call that the budget let through. It is given back with <see cref="CallBudget.Release"/>.</summary>
public readonly struct CallPermit
{
    internal CallPermit(TimeSpan sentAt) => SentAt = sentAt;

    /// <summary>When the call was let through, by the budget's own monotonic clock.</summary>
    internal TimeSpan SentAt { get; }
}

/// <summary>The budget in a response. The default is a response without any.</summary>
/// <param name="Limit">X-RateLimit-Limit.</param>
/// <param name="Remaining">X-RateLimit-Remaining.</param>
/// <param name="Reset">X-RateLimit-Reset, in Unix seconds of the server's clock. It is the name of the window.</param>
/// <param name="Date">The response's own Date. Null where it has none.</param>
/// <param name="BlockedFor">For a 429: how long nothing more may be sent.</param>
public readonly record struct BudgetAnswer(
    int? Limit = null, int? Remaining = null, long? Reset = null, DateTimeOffset? Date = null, TimeSpan? BlockedFor = null);
