using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of cmdlets that wait until a job at Intercom ends. They poll at increasing intervals from 2 to 30 seconds.
/// </summary>
public abstract class WaitCommand : IntercomReadCommand
{
    /// <summary>Maximum time to wait, in seconds, 1 to 86400. The default is 1800.</summary>
    [Parameter, ValidateRange(1, 86_400), WholeNumber]
    public int TimeoutSec { get; set; } = 1800;

    /// <summary>The kind of job, as it appears in messages.</summary>
    private protected abstract string Kind { get; }

    /// <summary>The state of the job: null while it runs, true when it succeeded, false when it failed.</summary>
    private protected abstract Func<object, bool?> SuccessOf { get; }

    /// <summary>The remedy when the job failed.</summary>
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
                Code = RequestCodes.JobFailed, Method = request.Method, Path = request.Path, Outcome = RequestOutcome.NotApplied,
            };
        };
    }
}
