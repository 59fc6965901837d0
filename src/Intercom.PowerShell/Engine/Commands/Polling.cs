using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Polls an operation until it completes, at increasing intervals.</summary>
internal static class Polling
{
    private const double Growth = 1.6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Polls immediately, and then until the operation has ended.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="what">The operation, as it appears in messages.</param>
    /// <param name="look">Gets the state of the operation.</param>
    /// <param name="isOver">Returns true when the operation has ended, successfully or not.</param>
    /// <param name="patience">The maximum time to wait.</param>
    /// <param name="sink">Receives a diagnostic for each pause.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <exception cref="IntercomApiException">The operation did not end in time.</exception>
    public static async Task<T> UntilAsync<T>(TimeProvider time, string what, Func<Task<T>> look, Func<T, bool> isOver, TimeSpan patience,
        IDiagnosticSink sink, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + patience;
        var pause = FirstPause;
        while (true)
        {
            var seen = await look().ConfigureAwait(false);
            if (isOver(seen)) return seen;
            if (time.GetUtcNow() + pause > end)
            {
                throw new IntercomApiException(
                    $"{what} has not ended after {patience.TotalSeconds:0} s and continues at Intercom. Check again later, or specify more "
                    + "time with -TimeoutSec.") { Code = RequestCodes.Timeout, Outcome = RequestOutcome.Unknown, IsTransient = true };
            }
            sink.Write(new DiagnosticEvent(DiagnosticKind.Waiting, $"{what} is still running", pause));
            await Clock.Delay(time, pause, cancellation).ConfigureAwait(false);
            pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, pause.TotalSeconds * Growth));
        }
    }
}
