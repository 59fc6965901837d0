using System.Collections;
using System.Management.Automation.Host;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// How a run ends early: by an error that ends it, by an exception of the caller's object, by a later command that stops the pipeline, or
/// by Ctrl+C. Nothing new starts, what is on the wire comes to its end, and what became of it comes out as far as the streams are open.
/// The rest is listed in one message and in one error of $Error.
/// </summary>
internal sealed class RunEnd
{
    public const string Code = "Intercom.ended_early";

    /// <summary>How long the answers are waited for of what is on the wire.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>As long, when a person pressed Ctrl+C.</summary>
    private static readonly TimeSpan PatienceAtStop = TimeSpan.FromSeconds(2);

    private readonly IntercomCommand _command;
    private readonly IRequestWindow _window;
    private readonly Func<object, PendingCall, bool> _give;
    private readonly string _name;
    private readonly PSHostUserInterface? _screen;
    private readonly ArrayList? _errors;
    private readonly bool _isQuiet;
    private bool _outputsOpen = true;
    private bool _errorsOpen = true;

    /// <summary>Keeps what can no longer be had when the command is stopped. To be made while the command begins.</summary>
    /// <param name="command">The command.</param>
    /// <param name="window">What it has under way.</param>
    /// <param name="isRead">True when it changes nothing: then there is nothing to list.</param>
    /// <param name="give">Writes an answer of a call; false when the command writes no output.</param>
    public RunEnd(IntercomCommand command, IRequestWindow window, bool isRead, Func<object, PendingCall, bool> give)
    {
        (_command, _window, IsRead, _give) = (command, window, isRead, give);
        _name = command.MyInvocation.MyCommand.Name;
        _screen = command.Host?.UI;
        _errors = command.SessionState.PSVariable.GetValue("Error") as ArrayList;
        _isQuiet = StreamPreferences.Of(command, "WarningPreference") is ActionPreference.SilentlyContinue or ActionPreference.Ignore;
    }

    /// <summary>How many inputs were applied without an output, which nobody could count otherwise.</summary>
    public int Applied { get; set; }

    /// <summary>True when the run changes nothing.</summary>
    public bool IsRead { get; }

    /// <summary>True when the run came to an end, early or not.</summary>
    public bool IsOver { get; set; }

    /// <summary>
    /// Starts no more writes, because the command is stopped. What is on the wire is not cancelled: it may be applied all the same, and
    /// nobody would know.
    /// </summary>
    public void Close()
    {
        if (!IsRead) _window.Close();
    }

    /// <summary>Brings the run to its end, while the streams may still be open.</summary>
    /// <param name="last">The error that ends the command and is about to be written; it takes the list. Null for another end.</param>
    /// <param name="stopsAtErrors">True when the first error that is written ends the command.</param>
    /// <param name="stop">The command's Ctrl+C.</param>
    public void Finish(ErrorRecord? last, bool stopsAtErrors, CancellationToken stop)
    {
        if (IsOver) return;
        IsOver = true;
        _outputsOpen &= !stop.IsCancellationRequested && !_command.IsOutputClosed;
        _errorsOpen &= !stop.IsCancellationRequested && !stopsAtErrors;
        Tell(last, isOpen: true, stop);
    }

    /// <summary>Brings the run to its end when the command is over and its streams are closed.</summary>
    public void FinishClosed(CancellationToken stop)
    {
        if (IsOver) return;
        IsOver = true;
        _outputsOpen = _errorsOpen = false;
        Tell(null, isOpen: false, stop);
    }

    private void Tell(ErrorRecord? last, bool isOpen, CancellationToken stop)
    {
        var calls = _window.End(Patience, PatienceAtStop, stop);
        var items = calls.Select(Place).OfType<IntercomRunItem>().ToList();
        foreach (var call in calls) call.Dispose();
        if (IsRead || (items.Count == 0 && Applied == 0)) return;
        var text = RunEndText.Of(_name, Applied, items);
        Keep(text, items);
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
            // The stream is closed, as after Ctrl+C; the screen is not.
        }
        if (!_isQuiet) _screen?.WriteWarningLine(text);
    }

    /// <summary>Gives out what became of a call; what cannot come out is an item of the list.</summary>
    private IntercomRunItem? Place(PendingCall call)
    {
        var outcome = call.Outcome;
        switch (outcome)
        {
            case RunOutcome.Applied when call.Answer.Status == System.Threading.Tasks.TaskStatus.RanToCompletion:
                if (call.Answer.Result is not { } answer) return Item(call, outcome, null, null);
                return IsGiven(answer, call) ? null : Item(call, outcome, answer, null);
            case RunOutcome.Failed or RunOutcome.Unknown when call.Answer.Exception?.InnerException is { } failure:
                // What fails for the same reason as the command itself was not applied, and needs no error of its own.
                if (ErrorRecords.EndsCommand(failure)) return Item(call, RunOutcome.NotApplied, null, failure.Message);
                return IsWritten(ErrorRecords.From(failure, call.Target)) ? null : Item(call, outcome, null, failure.Message);
            case RunOutcome.Unknown:
                var unknown = new IntercomApiException(
                    "The request of this input was under way when the command ended. It may or may not have been applied.")
                {
                    Code = "outcome_unknown", Outcome = RequestOutcome.Unknown,
                };
                return IsWritten(ErrorRecords.From(unknown, call.Target)) ? null : Item(call, outcome, null, unknown.Message);
            default:
                var isSent = outcome != RunOutcome.NotApplied;
                return Item(call, outcome, null, isSent ? null : "It was not sent, because the command ended before.");
        }
    }

    private static IntercomRunItem Item(PendingCall call, RunOutcome outcome, object? output, string? detail) =>
        new() { Number = call.Input, Input = call.Target, Outcome = outcome.ToString(), Output = output, Detail = detail };

    private bool IsGiven(object answer, PendingCall call)
    {
        if (!_outputsOpen) return false;
        try
        {
            return _give(answer, call);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _outputsOpen = false;
            return _command.WasHandedOn;
        }
    }

    private bool IsWritten(ErrorRecord record)
    {
        if (!_errorsOpen) return false;
        try
        {
            _command.WriteError(record);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _errorsOpen = false;
            return false;
        }
    }

    /// <summary>Puts the list where it is found afterwards, also by a script: in $Error.</summary>
    private void Keep(string text, List<IntercomRunItem> items)
    {
        var record = new ErrorRecord(new OperationCanceledException(text), Code, ErrorCategory.OperationStopped, items.ToArray());
        record.CategoryInfo.Activity = _name;
        lock (_errors?.SyncRoot ?? this) _errors?.Insert(0, record);
    }
}
