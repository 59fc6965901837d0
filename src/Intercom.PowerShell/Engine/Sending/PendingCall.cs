using System;
using System.Threading;
using System.Threading.Tasks;
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
/// One request on its way, and the input that it belongs to. It watches its own sending, so that the end of a run can tell what is on the wire, which
/// is left to come to its end, from what still waits (for the budget, a name or another call), which is never sent.
/// </summary>
internal sealed class PendingCall : SendWatch, IDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _cancel;
    private readonly bool _isRead;
    private string? _resource;
    private bool _closed;
    private bool _onWire;
    private bool _mayHaveRun;
    private bool _applied;

    /// <summary>Takes a call; it begins with <see cref="Begin"/>.</summary>
    /// <param name="input">The number of the input in its pipeline, from 1.</param>
    /// <param name="target">The input; the error's target when it fails.</param>
    /// <param name="isRead">True when the call changes nothing: closing it cancels nothing.</param>
    /// <param name="cancellation">Cancels the call at once.</param>
    public PendingCall(int input, object? target, bool isRead, CancellationToken cancellation)
    {
        Input = input;
        Target = target;
        _isRead = isRead;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    public int Input { get; }

    public object? Target { get; }

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
                : Answer.Exception!.InnerException is IntercomApiException { Outcome: RequestOutcome.Unknown } ? RunOutcome.Unknown : RunOutcome.Failed;
        }
    }

    /// <summary>Starts the call, behind another one if there is one.</summary>
    public void Begin(Func<CancellationToken, Task<object?>> call, Task? behind) => Answer = RunAsync(call, behind);

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
            _resource ??= ResourceOf(request);
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
            if (ResourceOf(request) != _resource) return;
            _applied = true;
            _mayHaveRun = false;
        }
    }

    public void Dispose() => _cancel.Dispose();

    private static string ResourceOf(ApiRequest request) => request.Path.Split('/')[0];

    private async Task<object?> RunAsync(Func<CancellationToken, Task<object?>> call, Task? behind)
    {
        var cancellation = _cancel.Token;
        // How the other one ends is its own; only its end matters here.
        if (behind is not null) await Task.WhenAny(behind).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (!_isRead) Current = this;
        return await call(cancellation).ConfigureAwait(false);
    }
}
