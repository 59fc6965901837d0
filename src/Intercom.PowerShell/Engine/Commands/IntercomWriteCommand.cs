using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of cmdlets that write. Each input of the pipeline is read, planned, confirmed (-WhatIf, -Confirm) and sent, with at most
/// -ThrottleLimit concurrent requests. Outputs and errors appear in the order of the inputs. An input that fails is reported as one error,
/// with the input as its target.
/// </summary>
public abstract class IntercomWriteCommand : IntercomCommand
{
    private InputReader? _reader;
    private InputContext? _inputContext;
    private PSObject? _piped;
    private IRequestWindow? _window;
    private int _input;
    private bool _yesToAll, _noToAll;

    /// <summary>
    /// Maximum number of concurrent requests, 1 to 64. The default is 8. Requests for the same resource are never sent concurrently.
    /// </summary>
    [Parameter, ValidateRange(1, 64), WholeNumber]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>
    /// Additional fields for the request body, by their API names. Use it for fields that this cmdlet does not support yet.
    /// </summary>
    [Parameter, ValidateNotNull, Table]
    public Hashtable? AdditionalField { get; set; }

    /// <summary>
    /// The piped object. For an Intercom object, only its id is used. For a row, every column that matches a parameter is used.
    /// </summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped;
        set
        {
            _piped = value;
            // PowerShell sets this property before it binds by property name, so prepare the object for the binder now.
            Reader.Prepare(value);
        }
    }

    /// <summary>
    /// Clears the field of each blank cell in a piped row. By default, blank cells and database nulls leave the field unchanged. $null in
    /// an object clears its field with or without this switch. In rows that Import-Csv or ConvertFrom-Csv reads in the same pipeline, and
    /// in rows with blank cells, $null counts as a blank cell.
    /// </summary>
    [Parameter]
    public SwitchParameter ClearEmpty { get; set; }

    /// <summary>
    /// Custom .NET date formats for the dates in piped rows, such as 'dd.MM.yyyy' or 'M/d/yyyy h:mm:ss tt'. Formats are matched exactly and
    /// independently of the culture. In a format, d is the day, M the month, y the year, H the hour and m the minute. Formats are tried in
    /// order, before ISO 8601 and Unix seconds. They also apply to dates in -CustomAttribute, -TicketAttribute and -AdditionalField. Other
    /// parameters on the command line require ISO 8601.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, DateFormat]
    public string[]? DateFormat { get; set; }

    /// <summary>
    /// Columns of piped rows whose names are not those of parameters, such as @{ 'E-Mail' = 'Email'; Tarif = 'CustomAttributes.plan' }. A
    /// target is a parameter that accepts values from rows, or a value of a hashtable parameter. All columns of the map must exist.
    /// </summary>
    [Parameter, ValidateNotNull, Table]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>
    /// The path of a file that records the progress of the run. When the same command runs again with the same input, it skips completed
    /// requests without output and sends the remaining ones. An input that was in progress when the earlier run ended is reported as an
    /// error if it must not be sent twice. The file contains numbers and hashes but no data, and only the same access token can read it.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Checkpoint { get; set; }

    /// <summary>
    /// With -Checkpoint, resends the requests whose outcome an earlier run left unknown. Check first whether they were applied, or add
    /// -Confirm to decide for each request.
    /// </summary>
    [Parameter]
    public SwitchParameter RetryUnknown { get; set; }

    private protected InputReader Reader => _reader ??= new InputReader(Wiring, this);

    /// <summary>
    /// Plans the requests of one input. By default, the attributes describe them. Overrides check and change what attributes cannot
    /// describe, on the pipeline thread. A value that the cmdlet supplies itself must be set on the input and on its property. Requests are
    /// sent by static lambdas, because the properties may belong to a later input by then.
    /// </summary>
    /// <exception cref="ArgumentException">The input cannot be sent. The message says why and what to do.</exception>
    private protected virtual IEnumerable<Work> PlanWork(CommandInput input) => new WorkPlan(Wiring).Of(this, input);

    /// <summary>Plans what remains after the last input, for cmdlets that combine several inputs in one request.</summary>
    private protected virtual IEnumerable<Work> PlanRest() => [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        OrEnd(() => { Reader.Use(ColumnMap); return true; }, ColumnMap);
        var window = new RequestWindow(ThrottleLimit, isRead: false, Emit);
        _window = Journal() is { } journal ? new JournaledWindow(window, journal, RetryUnknown) : window;
        Run = new RunEnd(this, _window, isRead: false, TryWriteResult);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guarded(ProcessInput);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guarded(() =>
        {
            var part = 0;
            if (_inputContext is { } context) foreach (var work in PlanRest()) Send(Reader.Read(work, context), part++);
            _window?.Drain();
        });
        if (Run is not null) Run.IsOver = true;
        Progress?.Dispose();
        Reader.Restore();
        ReportUnusedColumns();
        foreach (var line in (_window as JournaledWindow)?.Summary() ?? []) Warn(line);
    }

    private void ProcessInput()
    {
        Reader.Restore();
        var bound = BoundNow();
        ReportUnusedColumns();
        Process(InputObject, bound);
        Reader.End();
    }

    /// <summary>Reads, plans and sends one input.</summary>
    private protected void Process(PSObject? piped, IReadOnlyDictionary<string, object?> bound)
    {
        // A single input needs no progress bar.
        if (++_input == 2) Progress = new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time);
        var input = new CommandInput(_input, piped, ParameterSetName, bound)
            { CommandLine = CommandLine, DateFormats = DateFormat ?? [], PassThru = IsPassThru };
        var context = _inputContext ??= new InputContext(this, Reader, () => Session, Warn, Reset, () => ClearEmpty);
        try
        {
            input = Reader.Read(input, context);
            var part = 0;
            if (input.IsUnedited) LogVerbose($"No cell of input {_input} was edited since the export, so nothing is sent.");
            else foreach (var work in PlanWork(input)) Send(Reader.Read(work, context), part++);
        }
        catch (Exception failure) when (failure is CheckpointException or ColumnMapException)
        {
            // No input like this one can be sent, so nothing more is sent, and pending calls finish first.
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
        var doing = session.Client.WithoutToken(WorkText.Of(work, MyInvocation.MyCommand));
        var call = new QueuedCall(
            work.Input.Number, work.Input.Target, (watch, stop) => WorkCall.RunAsync(work, new SendContext(session, sink, work.Model)
            {
                PassThru = work.Input.PassThru, DateFormats = work.Input.DateFormats, Watch = watch, Cancellation = stop,
            }))
        {
            Key = work.Resource.Key, IsSilent = work.IsSilent, Work = work.IsPreview ? null : work, Part = part,
            Change = new ChangeNote(session, MyInvocation.MyCommand.Name, doing) { Work = work, Cmdlet = GetType() },
        };
        if (_window!.ShouldSend(call) && (work.IsPreview || IsConfirmed(work, doing))) _window.Start(call);
    }

    /// <summary>
    /// Confirms the work. When only this use of the cmdlet is destructive, it confirms again, as ShouldProcess would with high impact.
    /// </summary>
    private bool IsConfirmed(Work work, string doing)
    {
        if (!ShouldProcess(doing, $"{doing}?", "Confirm")) return false;
        if (work.Impact != ConfirmImpact.High || MyInvocation.BoundParameters.ContainsKey("Confirm")) return true;
        var asksHighOnly = SessionState.PSVariable.GetValue("ConfirmPreference") is not ConfirmImpact preference
            || preference == ConfirmImpact.High;
        return !asksHighOnly || ShouldContinue($"{doing}? This cannot be undone.", "Confirm", ref _yesToAll, ref _noToAll);
    }

    private Checkpoint? Journal() => OrEnd(() => CheckpointOpening.Open(this, Checkpoint, RetryUnknown, knowsWorkspace =>
    {
        if (knowsWorkspace) Wait(Session.MeAsync(Sink, Cancellation));
        return Session;
    }), Checkpoint);

    private void ReportUnusedColumns()
    {
        var (warning, note) = Reader.TakeUnusedNames();
        if (warning is not null) Warn(warning);
        if (note is not null) LogVerbose(note);
    }

    private void Emit(PendingCall call) => Emit(_window!, call, answer =>
    {
        if (answer is null || !TryWriteResult(answer, call)) Run!.Applied++;
    });

    private bool TryWriteResult(object answer, PendingCall call)
    {
        if (call.IsSilent) return false;
        PipelineInput.Keep(answer, call.Target);
        WriteOutput(answer);
        return true;
    }

    private bool IsPassThru =>
        MyInvocation.BoundParameters.TryGetValue("PassThru", out var passThru) && ((SwitchParameter)passThru).IsPresent;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _reader?.Restore();
        (_window as JournaledWindow)?.Dispose();
    }
}
