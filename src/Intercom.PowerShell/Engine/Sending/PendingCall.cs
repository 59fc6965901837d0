using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>What became of one input of a run that ended early.</summary>
internal enum RunOutcome
{
    /// <summary>It was sent and answered with success.</summary>
    Applied,

    /// <summary>It was refused, or failed.</summary>
    Failed,

    /// <summary>It was sent, and may or may not have been applied.</summary>
    Unknown,

    /// <summary>It was not sent.</summary>
    NotApplied,
}

/// <summary>
/// One request on its way, and the input that it belongs to. It watches its own sending, so that the end of a run can tell what is on the
/// wire, which is left to come to its end, from what still waits (for the budget, a name or another call), which is never sent.
/// </summary>
internal sealed class PendingCall : SendWatch, IDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _cancel;
    private readonly QueuedCall _call;
    private readonly bool _isRead;
    private ApiRequest? _first;
    private bool _closed;
    private bool _onWire;
    private bool _mayHaveRun;
    private bool _applied;

    /// <summary>Takes a call; it begins with <see cref="Begin"/>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isRead">True when the call changes nothing: closing it cancels nothing.</param>
    /// <param name="cancellation">Cancels the call at once.</param>
    public PendingCall(QueuedCall call, bool isRead, CancellationToken cancellation)
    {
        _call = call;
        _isRead = isRead;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>The number of the input in its pipeline, from 1.</summary>
    public int Input => _call.Input;

    /// <summary>The input; the error's target when the call fails.</summary>
    public object? Target => _call.Target;

    /// <summary>True when its answer is not written.</summary>
    public bool IsSilent => _call.IsSilent;

    /// <summary>What comes of it.</summary>
    public Task<object?> Answer { get; private set; } = Task.FromResult<object?>(null);

    /// <summary>What became of it, as far as is known at this moment.</summary>
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

    /// <summary>Starts the call, behind another one if there is one.</summary>
    public void Begin(Task? behind) => Answer = RunAsync(behind);

    /// <summary>Sends nothing from now on: ends the call unless a request of it is on the wire or was applied.</summary>
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

    /// <summary>Ends the call, wherever it is.</summary>
    public void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was given out meanwhile.
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
    public override void Answered(ApiRequest request)
    {
        lock (_lock)
        {
            _onWire = false;
            // What was created by the way, such as a missing attribute, is not what was asked for.
            if (request.Resource?.Noun != _first?.Resource?.Noun) return;
            _applied = true;
            _mayHaveRun = false;
        }
    }

    public void Dispose() => _cancel.Dispose();

    private async Task<object?> RunAsync(Task? behind)
    {
        var cancellation = _cancel.Token;
        // How the other one ends is its own; only its end matters here.
        if (behind is not null) await Task.WhenAny(behind).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return await _call.Run(_isRead ? null : this, cancellation).ConfigureAwait(false);
    }
}
