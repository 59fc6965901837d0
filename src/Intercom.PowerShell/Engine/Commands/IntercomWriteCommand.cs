using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// A cmdlet that writes. It takes a whole pipeline: each input is read by the rules, planned, asked for once (-WhatIf, -Confirm), sent, and
/// held in a window of at most -ThrottleLimit requests; answers and errors come out in the order of the inputs. One failed input is one
/// error with that input as its target.
/// </summary>
public abstract class IntercomWriteCommand : IntercomCommand
{
    private InputReader? _reader;
    private InputScene? _scene;
    private PSObject? _piped;
    private IRequestWindow? _window;
    private int _input;
    private bool _yesToAll, _noToAll;

    /// <summary>How many requests may be under way at once. Two requests for the same resource never overlap.</summary>
    [Parameter, ValidateRange(1, 64), WholeNumber]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Further fields for the body by their wire names, for what this cmdlet does not know yet.</summary>
    [Parameter, ValidateNotNull, Table]
    public Hashtable? AdditionalField { get; set; }

    /// <summary>
    /// The piped object. Of an Intercom object only the id is used, and of a row every column that matches a parameter.
    /// </summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped;
        set
        {
            _piped = value;
            // The binder sets it before it looks for properties: now is the time to show it what it must find.
            Reader.Show(value);
        }
    }

    /// <summary>
    /// Clears the field of each column that is blank in a piped row. Without it, a blank cell leaves the field as it is, and so does a
    /// database's null. $null in an object clears its field either way, except in rows that Import-Csv or ConvertFrom-Csv reads in the same
    /// pipeline, or that hold blank cells too: there it is a cell that the line does not have.
    /// </summary>
    [Parameter]
    public SwitchParameter ClearEmpty { get; set; }

    /// <summary>
    /// Formats of the dates in piped rows, such as 'dd.MM.yyyy' or 'M/d/yyyy h:mm:ss tt': custom formats of .NET, read exactly and without
    /// the machine's culture, where d is the day, M the month, y the year, H the hour and m the minute. Each is tried in turn, before ISO
    /// 8601 and Unix seconds. They apply to the dates of -CustomAttribute, -TicketAttribute and -AdditionalField too, but not to other
    /// parameters on the command line, which require ISO 8601.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, DateFormat]
    public string[]? DateFormat { get; set; }

    /// <summary>
    /// A file that records the run. Started again with the same input, the same command skips what is done (and writes nothing
    /// for it), does what is left, and reports as an error each input that was under way when the earlier run ended and must not be sent
    /// twice. The file holds numbers and hashes, no data; only the same access token can read it.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Checkpoint { get; set; }

    /// <summary>
    /// With -Checkpoint: sends once more what an earlier run left with an unknown outcome. Look first whether it was applied; with -Confirm
    /// it asks for each.
    /// </summary>
    [Parameter]
    public SwitchParameter RetryUnknown { get; set; }

    private InputReader Reader => _reader ??= new InputReader(Wiring, MyInvocation);

    /// <summary>
    /// Plans what one input asks for: by default what the attributes state. What they cannot say is checked and changed here, on the
    /// pipeline thread; a value that the cmdlet supplies itself is given to the input and to its property. How it is sent is a static
    /// lambda, because the properties belong to a later input by then.
    /// </summary>
    /// <exception cref="ArgumentException">The input cannot be sent; the message says why and what to do.</exception>
    private protected virtual IEnumerable<Work> PlanWork(CommandInput input) => Wiring.Binder.Works(this, input);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var window = new RequestWindow(ThrottleLimit, isRead: false, Emit);
        _window = Journal() is { } journal ? new JournaledWindow(window, journal, RetryUnknown) : window;
        Run = new RunEnd(this, _window, isRead: false, IsGiven);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guarded(TakeInput);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guarded(() => _window?.Drain());
        if (Run is not null) Run.IsOver = true;
        Progress?.Dispose();
        Reader.Withdraw();
        TellOfColumns();
        foreach (var line in (_window as JournaledWindow)?.Summary() ?? []) Warn(line);
    }

    private void TakeInput()
    {
        Reader.Withdraw();
        var bound = BoundNow();
        TellOfColumns();
        // One input alone needs no bar.
        if (++_input == 2) Progress = new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time);
        var input = new CommandInput(_input, InputObject, ParameterSetName, bound)
            { CommandLine = CommandLine, DateFormats = DateFormat ?? [], PassThru = IsPassThru };
        var scene = _scene ??= new InputScene(this, () => Reader.Blocks, () => Session, Warn, Reset);
        try
        {
            input = Reader.Read(input, scene);
            var part = 0;
            foreach (var work in PlanWork(input)) Send(Reader.Read(work, scene), part++);
        }
        catch (CheckpointException failure)
        {
            // The input is not the one it was: nothing more is sent, and what is under way comes to its end first.
            Report(failure, input.Target);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            _window!.Start(QueuedCall.Failed(_input, input.Target, failure));
        }
    }

    private void Send(Work work, int part)
    {
        var (session, sink) = (Session, Sink);
        var call = new QueuedCall(
            work.Input.Number, work.Input.Target, (watch, stop) => WorkCall.RunAsync(work, new SendContext(session, sink, work.Model)
            {
                PassThru = work.Input.PassThru, DateFormats = work.Input.DateFormats, Watch = watch, Cancellation = stop,
            }))
        {
            Key = work.Resource.Key, IsSilent = work.IsSilent, Work = work, Part = part,
        };
        if (_window!.Admits(call) && IsConfirmed(work)) _window.Start(call);
    }

    /// <summary>
    /// Asks whether it shall be done; once more where only this use of the cmdlet destroys something, as ShouldProcess would have with that
    /// impact.
    /// </summary>
    private bool IsConfirmed(Work work)
    {
        var doing = Session.Client.WithoutToken(WorkText.Of(work, MyInvocation.MyCommand));
        if (!ShouldProcess(doing, $"{doing}?", "Confirm")) return false;
        if (work.Impact != ConfirmImpact.High || MyInvocation.BoundParameters.ContainsKey("Confirm")) return true;
        var asksHighOnly = SessionState.PSVariable.GetValue("ConfirmPreference") is not ConfirmImpact preference
            || preference == ConfirmImpact.High;
        return !asksHighOnly || ShouldContinue($"{doing}? This cannot be undone.", "Confirm", ref _yesToAll, ref _noToAll);
    }

    private Checkpoint? Journal()
    {
        try
        {
            return CheckpointOpening.Open(this, Checkpoint, RetryUnknown, knowsWorkspace =>
            {
                if (knowsWorkspace) Wait(Session.MeAsync(Sink, Cancellation));
                return Session;
            });
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            ThrowTerminatingError(ErrorRecords.From(failure, Checkpoint));
            throw;
        }
    }

    private void TellOfColumns()
    {
        var (warning, note) = Reader.PassedOver();
        if (warning is not null) Warn(warning);
        if (note is not null) Tell(note);
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
            Run?.Finish(null, StopsAtErrors, Cancellation);
            throw;
        }
    }

    private void Emit(PendingCall call)
    {
        try
        {
            if (!TryTakeAnswer(_window!, call, out var answer)) return;
            if (answer is null || !IsGiven(answer, call)) Run!.Applied++;
        }
        catch (PipelineStoppedException) when (Cancellation.IsCancellationRequested && !WasHandedOn)
        {
            // Ctrl+C came between the answer and its way out.
            _window!.Return(call);
            throw;
        }
    }

    private bool IsGiven(object answer, PendingCall call)
    {
        if (call.IsSilent) return false;
        PipelineInput.Keep(answer, call.Target);
        Give(answer);
        return true;
    }

    private bool IsPassThru =>
        MyInvocation.BoundParameters.TryGetValue("PassThru", out var passThru) && ((SwitchParameter)passThru).IsPresent;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _reader?.Withdraw();
        (_window as JournaledWindow)?.Dispose();
    }
}
