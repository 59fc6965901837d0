using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>A cmdlet that waits until a job at Intercom is over, asking in growing pauses from 2 to 30 seconds.</summary>
public abstract class WaitCommand : IntercomReadCommand
{
    /// <summary>How long to wait at most, in seconds.</summary>
    [Parameter, ValidateRange(1, 86_400), WholeNumber]
    public int TimeoutSec { get; set; } = 1800;

    /// <summary>The job in words, as messages name it.</summary>
    private protected abstract string Kind { get; }

    /// <summary>How far the job is: null while it goes on, true when it did its work, false when it ended without.</summary>
    private protected abstract Func<object, bool?> SuccessOf { get; }

    /// <summary>What to do when the job ended without doing its work.</summary>
    private protected abstract string Advice { get; }

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request)
    {
        var (kind, patience, successOf, advice) = (Kind, TimeSpan.FromSeconds(TimeoutSec), SuccessOf, Advice);
        return async (request, context) =>
        {
            var job = await Polling.UntilAsync(context.Client.Time, kind, () => context.SendAsync(request),
                seen => seen is not null && successOf(seen) is not null,
                patience, context.Sink, context.Cancellation).ConfigureAwait(false);
            if (successOf(job!) == true) return job;
            throw new IntercomApiException($"{kind} ended as {job}. {advice}")
            {
                Code = "job_failed", Method = request.Method, Path = request.Path, Outcome = RequestOutcome.NotApplied,
            };
        };
    }
}
