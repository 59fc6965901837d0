using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Asks again and again for something that takes its time, in growing pauses.</summary>
internal static class Polling
{
    private const double Growth = 1.6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Looks at once, and then until it is over.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="what">What is waited for, as messages name it.</param>
    /// <param name="look">Asks how far it is.</param>
    /// <param name="isOver">Says whether it is over, for good or ill.</param>
    /// <param name="patience">How long to wait at most.</param>
    /// <param name="sink">Is told of each pause.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IntercomApiException">It is not over after that time.</exception>
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
                    $"{what} is not done after {patience.TotalSeconds:0} s; it goes on at Intercom. Ask again later, or give more time "
                    + "with -TimeoutSec.") { Code = "timeout", Outcome = RequestOutcome.Unknown, IsTransient = true };
            }
            sink.Write(new DiagnosticEvent(DiagnosticKind.Waiting, $"{what} is not done yet", pause));
            await Clock.Delay(time, pause, cancellation).ConfigureAwait(false);
            pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, pause.TotalSeconds * Growth));
        }
    }
}
