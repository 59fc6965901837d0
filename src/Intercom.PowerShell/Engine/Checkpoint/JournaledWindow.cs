using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// A window that records its calls in a checkpoint. It skips requests that an earlier run completed, and reports those with an unknown
/// outcome as errors. Other requests are recorded before they are sent and after their response.
/// </summary>
/// <param name="window">The window that sends the calls.</param>
/// <param name="journal">The checkpoint.</param>
/// <param name="retryUnknown">True to resend requests with an unknown outcome.</param>
internal sealed class JournaledWindow(IRequestWindow window, Checkpoint journal, bool retryUnknown) : IRequestWindow, IDisposable
{
    private (QueuedCall Call, string Hash) _accepted;

    /// <inheritdoc/>
    public bool ShouldSend(QueuedCall call)
    {
        if (!window.ShouldSend(call)) return false;
        if (call.Work is not { } work) return true;
        var request = work.Request;
        var hash = journal.Hash([work.Operation.Method, work.Operation.Path, request.Path], work.Input.Identity());
        switch (journal.Find(call.Input, call.Part, hash))
        {
            case RecordedState.Done:
                journal.CountSkipped();
                return false;
            case RecordedState.Unknown when !retryUnknown:
                journal.CountNotRepeated();
                window.Start(QueuedCall.Failed(call.Input, call.Target, OutcomeUnknown(request)));
                return false;
            default:
                _accepted = (call, hash);
                return true;
        }
    }

    /// <inheritdoc/>
    public void Start(QueuedCall call, CancellationToken cancellation = default)
    {
        if (!ReferenceEquals(call, _accepted.Call))
        {
            window.Start(call, cancellation);
            return;
        }
        // A value that the cmdlet supplied, such as the current time, differs in the next run, so that run would not repeat this request.
        var entry = new CheckpointEntry(journal, call.Input, call.Part, _accepted.Hash, call.Work!.Input.IsSupplied);
        var run = call.Run;
        window.Start(call with { Run = (watch, stop) => entry.RunAsync(watch, inner => run(inner, stop)) }, cancellation);
    }

    /// <summary>The warnings at the end of the run.</summary>
    public IEnumerable<string> Summary()
    {
        if (journal.Skipped > 0)
        {
            yield return $"{journal.Skipped} requests were skipped, because an earlier run completed them ('{journal.Path}').";
        }
        if (journal.NotRepeated > 0)
        {
            yield return $"{journal.NotRepeated} requests of an earlier run have an unknown outcome and were not resent. "
                + "Check their errors, then use -RetryUnknown.";
        }
        if (journal.Missing > 0)
        {
            yield return $"The checkpoint '{journal.Path}' contains {journal.Missing} requests that this run did not reach. "
                + "Its input is shorter than in the earlier run.";
        }
    }

    /// <inheritdoc/>
    public void Drain() => window.Drain();

    /// <inheritdoc/>
    public void Close() => window.Close();

    /// <inheritdoc/>
    public IReadOnlyList<PendingCall> End(TimeSpan timeout, TimeSpan stopTimeout, CancellationToken stop) =>
        window.End(timeout, stopTimeout, stop);

    /// <inheritdoc/>
    public void Remove(PendingCall call) => window.Remove(call);

    /// <inheritdoc/>
    public void PutBack(PendingCall call) => window.PutBack(call);

    /// <summary>Writes pending entries and closes the file.</summary>
    public void Dispose() => journal.Dispose();

    private static IntercomApiException OutcomeUnknown(ApiRequest request) => new(
        $"{request.Method} {request.Path} was sent by an earlier run that ended before the response. It may or may not have been applied, "
            + "and was not resent.")
    {
        Code = RequestCodes.OutcomeUnknown, Method = request.Method, Path = request.Path, Outcome = RequestOutcome.Unknown,
    };
}
