namespace Intercom.Http;

/// <summary>What belongs to one call over all its tries.</summary>
internal sealed class CallContext(ApiRequest request, IDiagnosticSink? sink, SendWatch? watch = null)
{
    public ApiRequest Request { get; } = request;

    public IDiagnosticSink? Sink { get; } = sink;

    /// <summary>Receives the response body of a download, which is not read into memory.</summary>
    public Download? Download { get; init; }

    /// <summary>The watcher of each try. Null for a request that only reads, or when nobody does.</summary>
    public SendWatch? Watch { get; } = request.Retry == RetryClass.Safe ? null : watch;

    public int Attempts { get; set; }

    /// <summary>How many tries the call budget refused.</summary>
    public int Throttled { get; private set; }

    /// <summary>How many tries failed otherwise.</summary>
    public int Broken { get; private set; }

    /// <summary>True once an attempt may have been executed, regardless of the results of later attempts.</summary>
    public bool MayHaveRun { get; private set; }

    /// <summary>Counts a try that failed.</summary>
    public void Note(IntercomApiException failure)
    {
        if (failure.StatusCode == 429) Throttled++;
        else Broken++;
        MayHaveRun |= failure.Outcome == RequestOutcome.Unknown;
    }

    /// <summary>Records that the transport repeated the request on its own.</summary>
    public void NoteRepeat() => MayHaveRun = true;

    /// <summary>When the server first requested a wait. Null when it has not.</summary>
    public DateTimeOffset? AskedToWait { get; private set; }

    /// <summary>True while the waits that the server requests, this one included, stay within the maximum total wait.</summary>
    public bool HasPatience(IntercomApiException failure, DateTimeOffset now)
    {
        if (failure.StatusCode != 429 && failure.RetryAfter is null) return true;
        AskedToWait ??= now;
        return now + (failure.RetryAfter ?? TimeSpan.Zero) - AskedToWait <= CallBudget.LongestWait;
    }

    /// <summary>Reports a wait for the call budget. Null when nobody listens. One delegate serves all attempts.</summary>
    public Action<TimeSpan>? Waiting { get; } = sink is null ? null
        : wait => sink.Write(new DiagnosticEvent(DiagnosticKind.Waiting, "Waiting for Intercom's call budget", wait));

    public void ReportRetry(IntercomApiException failure, TimeSpan delay)
    {
        var reason = failure.StatusCode switch
        {
            429 => "the call budget is exhausted",
            > 0 => $"status {failure.StatusCode}",
            _ => failure.Code.Replace('_', ' '),
        };
        var retry = $"{Request.Method} {Request.Path}: {reason}, try {Attempts + 1} in {delay.TotalSeconds:0.0} s";
        var wait = failure.StatusCode == 429 ? "Waiting for Intercom's call budget" : $"Trying again: {reason}";
        Sink?.Write(new DiagnosticEvent(DiagnosticKind.Verbose, retry));
        Sink?.Write(new DiagnosticEvent(DiagnosticKind.Waiting, wait, delay));
    }
}
