using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Records the progress of one request of a run with a checkpoint.</summary>
/// <param name="journal">The journal.</param>
/// <param name="input">The position of the input, from 1.</param>
/// <param name="part">The position of the request among those of the input, from 0.</param>
/// <param name="hash">The hash of the request.</param>
/// <param name="neverRepeatable">True when the next run would send different values, so that even an idempotent request must not be
/// repeated automatically.</param>
internal sealed class CheckpointEntry(Checkpoint journal, int input, int part, string hash, bool neverRepeatable) : SendWatch
{
    private SendWatch? _outer;
    private ApiRequest? _main;
    private ApiRequest? _applied;
    private bool _open;
    private bool _sentOnce;

    /// <summary>Performs the work, and records it.</summary>
    /// <param name="outer">The existing watch, which is also notified.</param>
    /// <param name="work">Sends the request and any supporting requests, with a watch.</param>
    public async Task<object?> RunAsync(SendWatch? outer, Func<SendWatch, Task<object?>> work)
    {
        _outer = outer;
        object? answer;
        try
        {
            answer = await work(this).ConfigureAwait(false);
        }
        catch (CheckpointException)
        {
            throw;
        }
        catch (Exception failure)
        {
            if (await IsDoneAsync(failure).ConfigureAwait(false)) await journal.EndedAsync(input, part, "done").ConfigureAwait(false);
            throw;
        }
        await journal.EndedAsync(input, part, "done").ConfigureAwait(false);
        return answer;
    }

    /// <inheritdoc/>
    public override async Task SendingAsync(ApiRequest request, CancellationToken cancellation)
    {
        // The first request is the input's own. Others support it.
        _main ??= request;
        var once = neverRepeatable || request.Retry == RetryClass.Once;
        var first = !_open;
        if (first || (once && !_sentOnce)) await journal.SentAsync(input, part, hash, once).ConfigureAwait(false);
        _sentOnce = once || (_sentOnce && !first);
        _open = true;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (_outer is not null) await _outer.SendingAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (first) Refused();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool MayRepeat => _outer?.MayRepeat ?? true;

    /// <inheritdoc/>
    public override void Failed(ApiRequest request, RequestOutcome outcome)
    {
        _outer?.Failed(request, outcome);
        if (outcome == RequestOutcome.NotApplied && _open && (_applied is null || IsMain(request))) Refused();
    }

    /// <inheritdoc/>
    public override void Answered(ApiRequest request, string? requestId)
    {
        _outer?.Answered(request, requestId);
        _applied = request;
    }

    /// <summary>
    /// True when the request was applied although the work failed afterwards, for example while the changed object was read.
    /// </summary>
    private async Task<bool> IsDoneAsync(Exception failure)
    {
        var unreadable = failure is IntercomApiException { Outcome: RequestOutcome.Unknown };
        if (!unreadable && _applied is { } applied && IsMain(applied)) return true;
        if (_open && failure is IntercomApiException) await journal.EndedAsync(input, part, "unknown").ConfigureAwait(false);
        return false;
    }

    private bool IsMain(ApiRequest request) => _main is { } main && request.Method == main.Method && request.Path == main.Path;

    private void Refused()
    {
        // Not awaited. If this record is lost, the outcome of the request counts as unknown.
        _ = journal.EndedAsync(input, part, "refused");
        _open = false;
    }
}
