using System;

namespace Intercom.Http;

/// <summary>What belongs to one call over all its tries.</summary>
internal sealed class CallContext(ApiRequest request, IDiagnosticSink? sink)
{
    public ApiRequest Request { get; } = request;

    public IDiagnosticSink? Sink { get; } = sink;

    /// <summary>Where the answer's body goes instead of into memory, for downloads.</summary>
    public Download? Download { get; init; }

    public int Attempts { get; set; }

    /// <summary>How many tries the call budget refused.</summary>
    public int Throttled { get; private set; }

    /// <summary>How many tries failed otherwise.</summary>
    public int Broken { get; private set; }

    /// <summary>True once a try may have been executed, whatever the later ones said.</summary>
    public bool MayHaveRun { get; private set; }

    /// <summary>Counts a try that failed.</summary>
    public void Note(IntercomApiException failure)
    {
        if (failure.StatusCode == 429) Throttled++;
        else Broken++;
        MayHaveRun |= failure.Outcome == RequestOutcome.Unknown;
    }

    /// <summary>Notes that the transport repeated the request by itself.</summary>
    public void NoteRepeat() => MayHaveRun = true;

    /// <summary>When the server first asked to wait; null when it has not.</summary>
    public DateTimeOffset? AskedToWait { get; private set; }

    /// <summary>True while the waits that the server asks for, this one included, stay within the longest that is granted in all.</summary>
    public bool HasPatience(IntercomApiException failure, DateTimeOffset now)
    {
        if (failure.StatusCode != 429 && failure.RetryAfter is null) return true;
        AskedToWait ??= now;
        return now + (failure.RetryAfter ?? TimeSpan.Zero) - AskedToWait <= CallBudget.LongestWait;
    }

    /// <summary>Tells of a wait for the call budget; null when nobody listens. One delegate for all tries.</summary>
    public Action<TimeSpan>? Waiting { get; } = sink is null ? null
        : wait => sink.Write(new DiagnosticEvent(DiagnosticKind.Waiting, "Waiting for Intercom's call budget", wait));

    public void ReportRetry(IntercomApiException failure, TimeSpan delay)
    {
        var reason = failure.StatusCode == 429 ? "the call budget is spent" : failure.StatusCode > 0 ? $"status {failure.StatusCode}" : failure.Code.Replace('_', ' ');
        Sink?.Write(new DiagnosticEvent(DiagnosticKind.Verbose, $"{Request.Method} {Request.Path}: {reason}; try {Attempts + 1} in {delay.TotalSeconds:0.0} s"));
        Sink?.Write(new DiagnosticEvent(DiagnosticKind.Waiting, failure.StatusCode == 429 ? "Waiting for Intercom's call budget" : $"Trying again: {reason}", delay));
    }
}
