using System.Collections;
using System.Management.Automation.Host;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Ends a run early, because of a terminating error, an exception in the caller's object, a later command that stops the pipeline, or
/// Ctrl+C. No new request starts, and sent requests are allowed to finish. Their results are written while the streams are open. One
/// warning and one error in $Error list the rest.
/// </summary>
internal sealed class RunEnd
{
    public const string Code = "Intercom.ended_early";

    /// <summary>How long to wait for requests that were sent.</summary>
    private static readonly TimeSpan SentTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait after Ctrl+C.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly IntercomCommand _command;
    private readonly IRequestWindow _window;
    private readonly Func<object, PendingCall, bool> _writeOutput;
    private readonly string _name;
    private readonly PSHostUserInterface? _host;
    private readonly ArrayList? _errors;
    private readonly bool _hidesWarnings;
    private bool _canWriteOutput = true;
    private bool _canWriteErrors = true;

    /// <summary>Captures what is no longer available once the command is stopped. Create this object in BeginProcessing.</summary>
    /// <param name="command">The command that runs.</param>
    /// <param name="window">The window of pending calls.</param>
    /// <param name="isRead">True when the command changes nothing, so that there is nothing to list.</param>
    /// <param name="writeOutput">Writes the result of a call; returns false when the command writes no output.</param>
    public RunEnd(IntercomCommand command, IRequestWindow window, bool isRead, Func<object, PendingCall, bool> writeOutput)
    {
        (_command, _window, IsRead, _writeOutput) = (command, window, isRead, writeOutput);
        _name = command.MyInvocation.MyCommand.Name;
        _host = command.Host?.UI;
        _errors = command.SessionState.PSVariable.GetValue("Error") as ArrayList;
        _hidesWarnings = StreamPreferences.Of(command, "WarningPreference") is ActionPreference.SilentlyContinue or ActionPreference.Ignore;
    }

    /// <summary>The number of inputs that were applied without an output. The caller has no other way to count them.</summary>
    public int Applied { get; set; }

    /// <summary>True when the run changes nothing.</summary>
    public bool IsRead { get; }

    /// <summary>True when the run has ended, early or not.</summary>
    public bool IsOver { get; set; }

    /// <summary>
    /// Starts no further writes, because the command is stopped. Sent requests are not cancelled: they might be applied anyway, and their
    /// outcome would be unknown.
    /// </summary>
    public void Close()
    {
        if (!IsRead) _window.Close();
    }

    /// <summary>Ends the run while the streams may still be open.</summary>
    /// <param name="last">The terminating error that is about to be written, which receives the list; null when the run ends for another
    /// reason.</param>
    /// <param name="stopsAtErrors">True when the first error that is written ends the command.</param>
    /// <param name="stop">Is cancelled by Ctrl+C.</param>
    public void Finish(ErrorRecord? last, bool stopsAtErrors, CancellationToken stop)
    {
        if (IsOver) return;
        IsOver = true;
        _canWriteOutput &= !stop.IsCancellationRequested && !_command.IsOutputClosed;
        _canWriteErrors &= !stop.IsCancellationRequested && !stopsAtErrors;
        ReportOutcomes(last, isOpen: true, stop);
    }

    /// <summary>Ends the run after the command has ended and its streams are closed.</summary>
    public void FinishAfterEnd(CancellationToken stop)
    {
        if (IsOver) return;
        IsOver = true;
        _canWriteOutput = _canWriteErrors = false;
        ReportOutcomes(null, isOpen: false, stop);
    }

    private void ReportOutcomes(ErrorRecord? last, bool isOpen, CancellationToken stop)
    {
        var calls = _window.End(SentTimeout, StopTimeout, stop);
        var items = calls.Select(WriteOutcome).OfType<IntercomRunItem>().ToList();
        foreach (var call in calls) call.Dispose();
        if (IsRead || (items.Count == 0 && Applied == 0)) return;
        var text = RunEndText.Of(_name, Applied, items);
        AddToErrorVariable(text, items);
        if (last is not null)
        {
            var (words, action) = (last.ErrorDetails?.Message ?? last.Exception.Message, last.ErrorDetails?.RecommendedAction ?? "");
            last.ErrorDetails = new ErrorDetails($"{words} {text}") { RecommendedAction = action };
            return;
        }
        try
        {
            if (isOpen)
            {
                _command.Sink.Warn(_command, text);
                return;
            }
        }
        catch (Exception failure) when (failure is RuntimeException or InvalidOperationException)
        {
            // The stream is closed, as after Ctrl+C, but the host still displays text.
        }
        if (!_hidesWarnings) _host?.WriteWarningLine(text);
    }

    /// <summary>Writes the outcome of a call. Returns an item for the list when the outcome cannot be written.</summary>
    private IntercomRunItem? WriteOutcome(PendingCall call)
    {
        var outcome = call.Outcome;
        switch (outcome)
        {
            case RunOutcome.Applied when call.Answer.Status == System.Threading.Tasks.TaskStatus.RanToCompletion:
                if (call.Answer.Result is not { } answer) return Item(call, outcome, null, null);
                if (TryWriteOutput(answer, call)) return null;
                return Item(call, outcome, answer, call.IsOutputUncertain ? RunEndText.Uncertain : null);
            case RunOutcome.Failed or RunOutcome.Unknown when call.Answer.Exception?.InnerException is { } failure:
                // The call failed for the same reason as the command itself, so it was not applied and needs no separate error.
                if (ErrorRecords.EndsCommand(failure)) return Item(call, RunOutcome.NotApplied, null, failure.Message);
                return TryWriteError(ErrorRecords.From(failure, call.Target)) ? null : Item(call, outcome, null, failure.Message);
            case RunOutcome.Unknown:
                var unknown = new IntercomApiException(
                    "The request for this input was in progress when the command ended. It may or may not have been applied.")
                {
                    Code = RequestCodes.OutcomeUnknown, Outcome = RequestOutcome.Unknown,
                };
                return TryWriteError(ErrorRecords.From(unknown, call.Target)) ? null : Item(call, outcome, null, unknown.Message);
            default:
                var isSent = outcome != RunOutcome.NotApplied;
                return Item(call, outcome, null, isSent ? null : "It was not sent, because the command ended first.");
        }
    }

    private static IntercomRunItem Item(PendingCall call, RunOutcome outcome, object? output, string? detail) =>
        new() { Number = call.Input, Input = call.Target, Outcome = outcome.ToString(), Output = output, Detail = detail };

    private bool TryWriteOutput(object answer, PendingCall call)
    {
        if (!_canWriteOutput) return false;
        var began = !_command.IsStopped;
        try
        {
            return _writeOutput(answer, call);
        }
        catch (PipelineStoppedException) when (_command.IsStopped)
        {
            _canWriteOutput = false;
            call.IsOutputUncertain = began;
            return false;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A later command ended the pipeline because of this output, so it received the output.
            _canWriteOutput = false;
            return true;
        }
    }

    private bool TryWriteError(ErrorRecord record)
    {
        if (!_canWriteErrors) return false;
        try
        {
            _command.WriteError(record);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _canWriteErrors = false;
            return false;
        }
    }

    /// <summary>Adds the list to $Error, where scripts can also find it.</summary>
    private void AddToErrorVariable(string text, List<IntercomRunItem> items)
    {
        var record = new ErrorRecord(new OperationCanceledException(text), Code, ErrorCategory.OperationStopped, items.ToArray());
        record.CategoryInfo.Activity = _name;
        lock (_errors?.SyncRoot ?? this) _errors?.Insert(0, record);
    }
}
