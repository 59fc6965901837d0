namespace Intercom.PowerShell;

/// <content>The answers of calls, on their way to the pipeline.</content>
public abstract partial class IntercomCommand
{
    /// <summary>Waits for a call, removes it from its window and counts it. A failure is written as the error of its input.</summary>
    private protected bool TryTakeAnswer(IRequestWindow window, PendingCall call, out object? answer)
    {
        answer = null;
        Exception? failed = null;
        try
        {
            answer = Wait(call.Answer, Cancellation);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            failed = failure;
        }
        window.Remove(call);
        if (failed is null) Progress?.Advance();
        else Progress?.Fail();
        if (failed is not null) ReportFailed(failed, call);
        return failed is null;
    }

    /// <summary>Reports the failure of one input.</summary>
    private protected virtual void ReportFailed(Exception failure, PendingCall call) => Report(failure, call.Target);

    /// <summary>Runs a part that precedes the inputs. Its failure ends the command.</summary>
    private protected T OrEnd<T>(Func<T> part, object? target)
    {
        try
        {
            return part();
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target));
            throw;
        }
    }

    /// <summary>
    /// Waits for the call of a write, and writes its answer. When Ctrl+C arrives before the later commands have processed the output, the
    /// call goes back to its window, so that the end of the run reports it. Whether a later command still received the output is not
    /// known: PowerShell throws the same exception everywhere.
    /// </summary>
    private protected void Emit(IRequestWindow window, PendingCall call, Action<object?> write)
    {
        var began = false;
        try
        {
            if (!TryTakeAnswer(window, call, out var answer)) return;
            began = !IsStopped;
            write(answer);
            // The change was applied and its output is written. Further changes must not be sent without a record.
            if (call.Unlogged is { } unlogged) Report(unlogged, call.Target);
        }
        catch (PipelineStoppedException) when (IsStopped)
        {
            // PowerShell refuses outputs and errors before it calls StopProcessing.
            call.IsOutputUncertain = began;
            window.PutBack(call);
            throw;
        }
    }

    /// <summary>
    /// Writes an output. When a later command stops the pipeline, the progress bar is closed here, because this command is not notified.
    /// </summary>
    private protected void WriteOutput(object output)
    {
        try
        {
            WriteObject(output);
        }
        catch
        {
            IsOutputClosed = true;
            Progress?.Dispose();
            throw;
        }
    }
}
