using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The base class of all cmdlets of the module. It provides the connection, cancellation, the streams and waiting.</summary>
public abstract partial class IntercomCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private HashSet<string> _commandLine = [];
    private ParameterValues? _initial;
    private IntercomConnection? _session;

    /// <summary>
    /// The connection to use, as an object or by name. The default is the current connection, which Connect-Intercom or
    /// Select-IntercomConnection sets.
    /// </summary>
    [Parameter, ConnectionTransformation, ArgumentCompleter(typeof(ConnectionCompleter))]
    public IntercomConnection? Connection { get; set; }

    /// <summary>The plan that the cmdlet's attributes describe.</summary>
    protected CommandPlan Wiring => CommandPlan.Of(GetType());

    /// <summary>Cancelled by Ctrl+C, by a later command that stops the pipeline, and when the cmdlet ends.</summary>
    protected CancellationToken Cancellation => _stop.Token;

    internal CommandSink Sink { get; } = new();

    /// <summary>True when the later commands of the pipeline accept no further output.</summary>
    internal bool IsOutputClosed { get; private set; }

    /// <summary>True after Ctrl+C, also before PowerShell has called StopProcessing.</summary>
    internal bool IsStopped => Stopping || Cancellation.IsCancellationRequested;

    /// <summary>The progress bar of the command.</summary>
    internal CommandProgress? Progress { get; set; }

    /// <summary>The connection that the cmdlet uses.</summary>
    /// <exception cref="PipelineStoppedException">The session has no connection. The cmdlet ends with an error that explains how to create
    /// one.</exception>
    protected IntercomConnection Session
    {
        get
        {
            if (_session is not null) return _session;
            try
            {
                return _session = Connection ?? IntercomConnections.Current();
            }
            catch (NotConnectedException failure)
            {
                ThrowTerminatingError(ErrorRecords.From(failure, null));
                throw;
            }
        }
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _commandLine = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        _initial = new ParameterValues(this, Wiring.ParameterProperties);
        Sink.Begin(this);
        try
        {
            LostVariables.Refuse(this, this is IntercomWriteCommand ? Warn : null);
        }
        catch (ArgumentException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
        }
    }

    /// <summary>
    /// Writes a warning. Use only this and <see cref="LogVerbose"/>, because with -Debug, WriteWarning and WriteVerbose prompt.
    /// </summary>
    private protected void Warn(string message) => Sink.Warn(this, message);

    /// <summary>Writes a verbose message.</summary>
    private protected void LogVerbose(string message) => Sink.LogVerbose(this, message);

    /// <summary>Waits on the pipeline thread, and writes the client's diagnostics in the meantime.</summary>
    protected T Wait<T>(Task<T> task) => Wait(task, CancellationToken.None);

    /// <summary>Waits on the pipeline thread. When the command is stopped, it leaves a task that continues.</summary>
    private T Wait<T>(Task<T> task, CancellationToken leave)
    {
        if (!task.IsCompleted)
        {
            _ = task.ContinueWith(static (_, sink) => ((CommandSink)sink!).Wake(), Sink, CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                Sink.Sleep();
                if (leave.IsCancellationRequested) throw new PipelineStoppedException();
                Sink.Flush(this, waiting: true);
                Progress?.Show();
            }
        }
        Sink.Flush(this);
        EndShownWait();
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Ends the run before a terminating error is written, so that pending calls finish and are reported first.</summary>
    private void FinishRun(ErrorRecord last) => Run?.Finish(last, StopsAtErrors, Cancellation);

    /// <summary>Runs a part of the command. When it throws, pending calls finish first.</summary>
    private protected void Guarded(Action part)
    {
        try
        {
            part();
        }
        catch (Exception)
        {
            Run?.Finish(null, StopsAtErrors, Cancellation);
            throw;
        }
    }

    /// <summary>The pending calls, and their handling when the command ends early. Null until the first call.</summary>
    private protected RunEnd? Run { get; set; }

    /// <summary>True when the first error that is written ends the command.</summary>
    private protected bool StopsAtErrors => ActionPreference.Stop == (MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given)
        ? given as ActionPreference? : StreamPreferences.Of(this, "ErrorActionPreference"));

    /// <summary>Writes a failure as the error of one input, or as a terminating error when every further call would fail too.</summary>
    protected void Report(Exception failure, object? target)
    {
        var record = ErrorRecords.From(failure, target);
        ErrorRecords.PointAt(failure, MyInvocation);
        var ends = ErrorRecords.EndsCommand(failure);
        if (ends || StopsAtErrors)
        {
            FinishRun(record);
            Progress?.Dispose();
        }
        if (ends) ThrowTerminatingError(record);
        WriteError(record);
    }

    /// <summary>True for failures that belong to one input. PowerShell's own control flow exceptions are not among them.</summary>
    protected static bool IsItemFailure(Exception failure) => failure is IntercomApiException or ArgumentException or ItemNotFoundException
        or NotConnectedException or Query.QueryException or ParseException or CheckpointException
        or ChangeLogException;

    /// <summary>
    /// Gets the parameters that apply to the current input, with the values that PowerShell bound. Call it once per input: it clears the
    /// parameters bound from the pipeline, because PowerShell keeps them for the next input. Every parameter that this input does not set
    /// is restored to its value in BeginProcessing.
    /// </summary>
    private protected Dictionary<string, object?> BoundNow()
    {
        var bound = new Dictionary<string, object?>(MyInvocation.BoundParameters!, StringComparer.OrdinalIgnoreCase);
        foreach (var name in bound.Keys)
        {
            if (!_commandLine.Contains(name)) MyInvocation.BoundParameters.Remove(name);
        }
        _initial?.Restore(bound.ContainsKey);
        return bound;
    }

    /// <summary>Restores a parameter to its value in BeginProcessing.</summary>
    private protected void Reset(string parameter) =>
        _initial?.Restore(name => !string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameters specified on the command line, which apply to every input.</summary>
    private protected IReadOnlyCollection<string> CommandLine => _commandLine;

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        Run?.Close();
        _stop.Cancel();
        Sink.Wake();
    }

    /// <summary>Ends all pending calls of the cmdlet.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends all pending calls of the cmdlet.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        // Reads are cancelled. Writes that were sent are allowed to finish.
        if (Run is { IsRead: false }) Run.FinishAfterEnd(Cancellation);
        if (!_stop.IsCancellationRequested) _stop.Cancel();
        Sink.Dispose();
        Run?.FinishAfterEnd(Cancellation);
    }

    private void EndShownWait()
    {
        if (!Sink.IsWaitShown) return;
        Sink.IsWaitShown = false;
        WriteProgress(new ProgressRecord(CommandSink.WaitingActivity, "Intercom", "Done") { RecordType = ProgressRecordType.Completed });
    }
}
