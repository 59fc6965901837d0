using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// One pending call and the input that it belongs to. It watches its own requests. The end of a run can distinguish requests that were sent
/// from calls that are still waiting, for example for the rate limit, a name or another call. Sent requests are allowed to finish. Waiting
/// calls are never sent.
/// </summary>
internal sealed class PendingCall : SendWatch, IDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _cancel;
    private readonly QueuedCall _call;
    private readonly bool _isRead;
    private readonly ChangeRecorder? _changes;
    private ApiRequest? _first;
    private bool _closed;
    private bool _onWire;
    private bool _mayHaveRun;
    private bool _applied;

    /// <summary>Creates a call. <see cref="Begin"/> starts it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isRead">True when the call changes nothing, so that closing it need not cancel it.</param>
    /// <param name="cancellation">Cancels the call immediately.</param>
    public PendingCall(QueuedCall call, bool isRead, CancellationToken cancellation)
    {
        _call = call;
        _isRead = isRead;
        _changes = call.Change is { } change ? new ChangeRecorder(change) : null;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>The position of the input in the pipeline, from 1.</summary>
    public int Input => _call.Input;

    /// <summary>The input, which is the target of the error when the call fails.</summary>
    public object? Target => _call.Target;

    /// <summary>True when the result is not written to the pipeline.</summary>
    public bool IsSilent => _call.IsSilent;

    /// <summary>True when Ctrl+C ended the pipeline while the result was on its way through the later commands.</summary>
    public bool IsOutputUncertain { get; set; }

    /// <summary>The task that completes with the result.</summary>
    public Task<object?> Answer { get; private set; } = Task.FromResult<object?>(null);

    /// <summary>Why a change of this call is missing in the log of changes; null when none is missing.</summary>
    public Exception? Unlogged => _changes?.Unlogged;

    /// <summary>The outcome so far.</summary>
    public RunOutcome Outcome
    {
        get
        {
            if (Answer.Status == TaskStatus.RanToCompletion) return RunOutcome.Applied;
            lock (_lock)
            {
                if (_onWire || _mayHaveRun) return RunOutcome.Unknown;
                if (_applied) return RunOutcome.Applied;
            }
            return !Answer.IsFaulted ? RunOutcome.NotApplied
                : Answer.Exception!.InnerException is IntercomApiException { Outcome: RequestOutcome.Unknown } ? RunOutcome.Unknown
                    : RunOutcome.Failed;
        }
    }

    /// <summary>Starts the call, after another call if one is given.</summary>
    public void Begin(Task? after) => Answer = RunAsync(after);

    /// <summary>Sends no further requests. Cancels the call unless one of its requests was sent or applied.</summary>
    public void Close()
    {
        bool waits;
        lock (_lock)
        {
            _closed = true;
            waits = !_isRead && !_onWire && !_applied;
        }
        if (waits) Cancel();
    }

    /// <summary>Cancels the call, even if a request was sent.</summary>
    public void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call was emitted in the meantime.
        }
    }

    /// <inheritdoc/>
    public override bool MayRepeat
    {
        get
        {
            lock (_lock) return !_closed || _applied;
        }
    }

    /// <inheritdoc/>
    public override Task SendingAsync(ApiRequest request, CancellationToken cancellation)
    {
        bool refused;
        lock (_lock)
        {
            _first ??= request;
            refused = _closed && !_applied;
            _onWire |= !refused;
            if (!refused) _changes?.Sending(request);
        }
        if (!refused) return Task.CompletedTask;
        Cancel();
        return Task.FromCanceled(_cancel.Token);
    }

    /// <inheritdoc/>
    public override void Failed(ApiRequest request, RequestOutcome outcome)
    {
        lock (_lock)
        {
            _mayHaveRun |= _onWire && outcome != RequestOutcome.NotApplied;
            _onWire = false;
        }
    }

    /// <inheritdoc/>
    public override void Answered(ApiRequest request, string? requestId)
    {
        lock (_lock)
        {
            _onWire = false;
            _changes?.Answered(request, requestId);
            // A supporting request, such as creating a missing attribute, does not complete the call.
            if (request.Resource?.Noun != _first?.Resource?.Noun) return;
            _applied = true;
            _mayHaveRun = false;
        }
    }

    public void Dispose() => _cancel.Dispose();

    private async Task<object?> RunAsync(Task? after)
    {
        var cancellation = _cancel.Token;
        // Only the completion of the earlier call matters, not its outcome.
        if (after is not null) await Task.WhenAny(after).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (_changes is null) return await _call.Run(_isRead ? null : this, cancellation).ConfigureAwait(false);
        _changes.RequireLog();
        try
        {
            var answer = await _call.Run(this, cancellation).ConfigureAwait(false);
            _changes.End(answer);
            return answer;
        }
        catch (Exception failure)
        {
            bool mayHaveRun;
            lock (_lock) mayHaveRun = _onWire || _mayHaveRun;
            _changes.Failed(failure, mayHaveRun);
            throw;
        }
    }
}
