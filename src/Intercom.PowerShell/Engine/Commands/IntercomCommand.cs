using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>What every cmdlet of the module shares: the connection, cancellation, the streams, and how it waits.</summary>
public abstract class IntercomCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private HashSet<string> _commandLine = [];
    private ParameterValues? _initial;
    private IntercomConnection? _session;

    /// <summary>
    /// The connection to use, by name or as an object; by default the one that Connect-Intercom or Select-IntercomConnection made current.
    /// </summary>
    [Parameter, ConnectionTransformation, ArgumentCompleter(typeof(ConnectionCompleter))]
    public IntercomConnection? Connection { get; set; }

    /// <summary>What the cmdlet's attributes say.</summary>
    protected CommandPlan Wiring => CommandPlan.Of(GetType());

    /// <summary>Cancelled by Ctrl+C, by a downstream stop, and when the cmdlet is over.</summary>
    protected CancellationToken Cancellation => _stop.Token;

    internal CommandSink Sink { get; } = new();

    /// <summary>True when the commands behind this one take no more outputs.</summary>
    internal bool IsOutputClosed { get; private set; }

    /// <summary>
    /// True when the next command of the pipeline received the last output, even if Ctrl+C ended the pipeline before that command was done
    /// with it. PowerShell throws the same exception when the pipeline was stopped before, and nobody received the output.
    /// </summary>
    internal bool WasHandedOn { get; private set; }

    /// <summary>The bar that is to be seen while the command takes its time.</summary>
    internal CommandProgress? Progress { get; set; }

    /// <summary>The connection in force.</summary>
    /// <exception cref="PipelineStoppedException">No connection exists. The cmdlet ends with an error that says how to create
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
            LostVariables.Refuse(this);
        }
        catch (ArgumentException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
        }
    }

    /// <summary>Writes a warning. Only this and <see cref="Tell"/> may be used: with -Debug, WriteWarning and WriteVerbose ask.</summary>
    private protected void Warn(string message) => Sink.Warn(this, message);

    /// <summary>Writes a verbose line.</summary>
    private protected void Tell(string message) => Sink.Tell(this, message);

    /// <summary>Waits on the pipeline thread; meanwhile what the client tells is written.</summary>
    protected T Wait<T>(Task<T> task) => Wait(task, CancellationToken.None);

    /// <summary>Waits on the pipeline thread, and leaves a task that goes on when the command is stopped.</summary>
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

    /// <summary>
    /// Waits for a call whose turn it is, takes it out of its window and counts it; a failure is written as the error of its input.
    /// </summary>
    private protected bool TryTakeAnswer(IRequestWindow window, PendingCall call, out object? answer)
    {
        answer = null;
        WasHandedOn = false;
        Exception? failed = null;
        try
        {
            answer = Wait(call.Answer, Cancellation);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            failed = failure;
        }
        window.Take(call);
        if (failed is null) Progress?.Advance();
        else Progress?.Fail();
        if (failed is not null) Report(failed, call.Target);
        return failed is null;
    }

    /// <summary>
    /// Writes an output. When a later command stops the pipeline, the progress bar is closed here, because this command is not notified.
    /// </summary>
    private protected void Give(object output)
    {
        try
        {
            WasHandedOn = !Stopping;
            WriteObject(output);
        }
        catch
        {
            IsOutputClosed = true;
            Progress?.Dispose();
            throw;
        }
    }

    /// <summary>Called before the error that ends the command is written: what is under way comes to its end and comes out first.</summary>
    private void Ending(ErrorRecord last) => Run?.Finish(last, StopsAtErrors, Cancellation);

    /// <summary>The calls under way, and what becomes of them when the command ends early. Null until there are any.</summary>
    private protected RunEnd? Run { get; set; }

    /// <summary>True when the first error that is written ends the command.</summary>
    private protected bool StopsAtErrors => ActionPreference.Stop == (MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given)
        ? given as ActionPreference? : StreamPreferences.Of(this, "ErrorActionPreference"));

    /// <summary>
    /// Writes a failure: as an error of this one input, or, where every further call would fail too, as the end of the command.
    /// </summary>
    protected void Report(Exception failure, object? target)
    {
        var record = ErrorRecords.From(failure, target);
        ErrorRecords.PointAt(failure, MyInvocation);
        var ends = ErrorRecords.EndsCommand(failure);
        if (ends || StopsAtErrors)
        {
            Ending(record);
            Progress?.Dispose();
        }
        if (ends) ThrowTerminatingError(record);
        WriteError(record);
    }

    /// <summary>True for failures that belong to one input; flow control of the engine passes through.</summary>
    protected static bool IsItemFailure(Exception failure) => failure is IntercomApiException or ArgumentException or ItemNotFoundException
        or NotConnectedException or Query.QueryException or ParseException or CheckpointException;

    /// <summary>
    /// The bound parameters that count for the present input, with the values that PowerShell bound. Called once for each input: what came
    /// by the pipeline is forgotten then, because the engine keeps the keys of one input for the next. Every parameter that
    /// this input does not give holds again what the cmdlet began with, whoever set it for an input before.
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

    /// <summary>Takes a parameter back to what the cmdlet began with.</summary>
    private protected void Reset(string parameter) =>
        _initial?.Restore(name => !string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameters that were given on the command line, and so hold for every input.</summary>
    private protected IReadOnlyCollection<string> CommandLine => _commandLine;

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        Run?.Close();
        _stop.Cancel();
        Sink.Wake();
    }

    /// <summary>Ends everything that the cmdlet still has under way.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends everything that the cmdlet still has under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        // Reads are cancelled. A write that is on the wire comes to its end.
        if (Run is { IsRead: false }) Run.FinishClosed(Cancellation);
        if (!_stop.IsCancellationRequested) _stop.Cancel();
        Sink.Dispose();
        Run?.FinishClosed(Cancellation);
    }

    private void EndShownWait()
    {
        if (!Sink.IsWaitShown) return;
        Sink.IsWaitShown = false;
        WriteProgress(new ProgressRecord(CommandSink.WaitingActivity, "Intercom", "Done") { RecordType = ProgressRecordType.Completed });
    }
}
