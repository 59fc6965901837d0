using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// A window whose calls are recorded in a checkpoint: what an earlier run did is passed over, what it left in doubt is an error, and all
/// else is noted before it is sent and when it is answered.
/// </summary>
/// <param name="window">The window that sends.</param>
/// <param name="journal">The checkpoint.</param>
/// <param name="retryUnknown">True when what is in doubt is sent once more.</param>
internal sealed class JournaledWindow(IRequestWindow window, Checkpoint journal, bool retryUnknown) : IRequestWindow, IDisposable
{
    private (QueuedCall Call, string Hash) _admitted;

    /// <inheritdoc/>
    public bool Admits(QueuedCall call)
    {
        if (!window.Admits(call)) return false;
        if (call.Work is not { } work) return true;
        var request = work.Request;
        var hash = journal.Hash([work.Operation.Method, work.Operation.Path, request.Path], work.Input.Identity());
        switch (journal.Look(call.Input, call.Part, hash))
        {
            case Noted.Done:
                journal.Skip();
                return false;
            case Noted.Unknown when !retryUnknown:
                journal.LeaveUnknown();
                window.Start(QueuedCall.Failed(call.Input, call.Target, LeftUnknown(request)));
                return false;
            default:
                _admitted = (call, hash);
                return true;
        }
    }

    /// <inheritdoc/>
    public void Start(QueuedCall call, CancellationToken cancellation = default)
    {
        if (!ReferenceEquals(call, _admitted.Call))
        {
            window.Start(call, cancellation);
            return;
        }
        // What the cmdlet supplied itself, such as the time of day, is another in the next run: that would be no repeat.
        var entry = new CheckpointEntry(journal, call.Input, call.Part, _admitted.Hash, call.Work!.Input.IsSupplied);
        var run = call.Run;
        window.Start(call with { Run = (watch, stop) => entry.RunAsync(watch, inner => run(inner, stop)) }, cancellation);
    }

    /// <summary>What there is to tell when the run is over.</summary>
    public IEnumerable<string> Summary()
    {
        if (journal.Skipped > 0)
        {
            yield return $"{journal.Skipped} requests were done by an earlier run and were skipped ('{journal.Path}').";
        }
        if (journal.NotRepeated > 0)
        {
            yield return $"{journal.NotRepeated} requests of an earlier run have an unknown outcome and were not repeated: "
                + "look at their errors, then use -RetryUnknown.";
        }
        if (journal.Missing > 0)
        {
            yield return $"The checkpoint '{journal.Path}' knows {journal.Missing} requests that this run did not bring: "
                + "its input is shorter than it was.";
        }
    }

    /// <inheritdoc/>
    public void Drain() => window.Drain();

    /// <inheritdoc/>
    public void Close() => window.Close();

    /// <inheritdoc/>
    public IReadOnlyList<PendingCall> End(TimeSpan patience, TimeSpan patienceAtStop, CancellationToken stop) =>
        window.End(patience, patienceAtStop, stop);

    /// <inheritdoc/>
    public void Take(PendingCall call) => window.Take(call);

    /// <inheritdoc/>
    public void Return(PendingCall call) => window.Return(call);

    /// <summary>Writes the entries that are waiting, and closes the file.</summary>
    public void Dispose() => journal.Dispose();

    private static IntercomApiException LeftUnknown(ApiRequest request) => new(
        $"{request.Method} {request.Path} was sent by an earlier run that ended before the answer. It may or may not have been applied, "
            + "and was not sent again.")
    {
        Code = "outcome_unknown", Method = request.Method, Path = request.Path, Outcome = RequestOutcome.Unknown,
    };
}
