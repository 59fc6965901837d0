using System;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <content>The run of a pipeline of writes: how it begins, and how it ends.</content>
public abstract partial class IntercomWriteCommand
{
    private RequestWindow? _window;
    private RunEnd? _end;

    private void BeginRun()
    {
        _window = new RequestWindow(ThrottleLimit, isRead: false, Emit);
        _end = new RunEnd(this, _window, isRead: false, IsGiven);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guarded(TakeInput);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guarded(() => _window?.Drain());
        if (_end is not null) _end.IsOver = true;
        Progress?.Dispose();
        _binderView.Withdraw();
        TellOfColumns();
        TellOfCheckpoint();
    }

    /// <summary>Does a part of the run. Whatever ends it, what is under way comes to its end first.</summary>
    private void Guarded(Action part)
    {
        try
        {
            part();
        }
        catch (Exception)
        {
            _end?.Finish(null, StopsAtErrors, Cancellation);
            throw;
        }
    }

    /// <inheritdoc/>
    private protected override void Ending(ErrorRecord last) => _end?.Finish(last, StopsAtErrors, Cancellation);

    private void Emit(PendingCall call)
    {
        try
        {
            if (!IsAnswered(_window!, call, out var answer)) return;
            if (answer is null || !IsGiven(answer, call.Target)) _end!.Applied++;
        }
        catch (PipelineStoppedException) when (Cancellation.IsCancellationRequested)
        {
            // Ctrl+C came between the answer and its way out.
            _window!.Return(call);
            throw;
        }
    }

    private bool IsGiven(object answer, object? target)
    {
        if (IsSilent) return false;
        PipelineInput.Keep(answer, target);
        Give(answer);
        return true;
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        // What is on the wire is not cancelled: it may be applied all the same, and nobody would know.
        _window?.Close();
        base.StopProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _end?.FinishClosed(Cancellation);
        base.Dispose(disposing);
        _binderView.Withdraw();
        _checkpoint?.Dispose();
    }
}
