using Polly;
using Polly.Retry;

namespace Intercom.Http;

/// <summary>
/// When a failed request is sent again, and after which wait. One Polly pipeline serves all requests, and the request's class decides.
/// </summary>
internal static class RetryPolicy
{
    /// <summary>Repeats after broken connections, timeouts, 408 and 5xx.</summary>
    public const int Repeats = 4;

    /// <summary>Repeats after 429, which only means that the request comes too early.</summary>
    public const int BudgetRepeats = 20;

    internal static readonly ResiliencePropertyKey<CallContext> Call = new("call");

    public static ResiliencePipeline<ApiResponse> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = BudgetRepeats + Repeats,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is IntercomApiException failure
                    && args.Context.Properties.TryGetValue(Call, out var call)
                        && ShouldRepeat(failure, call)
                        && (call.Watch?.MayRepeat ?? true)
                        && call.HasPatience(failure, time.GetUtcNow())),
                DelayGenerator = args => new ValueTask<TimeSpan?>(
                    args.Context.Properties.TryGetValue(Call, out var call)
                        ? Delay((IntercomApiException)args.Outcome.Exception!, call)
                        : null),
                OnRetry = args =>
                {
                    if (args.Context.Properties.TryGetValue(Call, out var call))
                    {
                        call.ReportRetry((IntercomApiException)args.Outcome.Exception!, args.RetryDelay);
                    }
                    return default;
                },
            })
            .Build();

    /// <summary>
    /// The rule: 429 and a connection never made were not executed, so any request may be repeated; all else only when a repeat does no
    /// harm. Refusals of the budget and other failures are counted apart, so that a long wait for the budget leaves the others their
    /// repeats.
    /// </summary>
    private static bool ShouldRepeat(IntercomApiException failure, CallContext call)
    {
        if (!failure.IsTransient) return false;
        if (failure.StatusCode == 429) return call.Throttled <= BudgetRepeats;
        return call.Broken <= Repeats && (failure.Outcome == RequestOutcome.NotApplied || call.Request.Retry != RetryClass.Once);
    }

    /// <summary>The wait that the server requested, or else an exponential wait from half a second, with jitter.</summary>
    private static TimeSpan Delay(IntercomApiException failure, CallContext call)
    {
        // The budget itself delays callers until the window ends. This short wait only preserves the order.
        if (failure.StatusCode == 429)
        {
            return failure.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(10, 1 << Math.Min(call.Throttled - 1, 4)));
        }
        var seconds = Math.Min(8, 0.5 * (1 << (call.Broken - 1))) * (0.75 + Jitter() / 2);
        return failure.RetryAfter is { } asked && asked > TimeSpan.FromSeconds(seconds) ? asked : TimeSpan.FromSeconds(seconds);
    }

    private static readonly Random Random = new();

    private static double Jitter()
    {
        lock (Random) return Random.NextDouble();
    }
}
