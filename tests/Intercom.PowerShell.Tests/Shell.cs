using System.Management.Automation.Runspaces;
using System.Text;
using PS = System.Management.Automation.PowerShell;

namespace Intercom.PowerShell.Tests;

/// <summary>What a script left on the streams.</summary>
internal sealed record Outcome(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Verbose,
    IReadOnlyList<string> Debug, IReadOnlyList<string> Warnings, IReadOnlyList<ProgressRecord> Progress)
{
    public T[] As<T>() => Output.Select(item => (T)item.BaseObject).ToArray();

    /// <summary>A property of each output, as text.</summary>
    public string[] Values(string property) => Output.Select(item => item.Properties[property]?.Value?.ToString() ?? "").ToArray();

    /// <summary>Everything that a person could see.</summary>
    public string Everything =>
        string.Join("\n", Output.Select(item => item?.ToString())
        .Concat(Errors.Select(error => error + "\n" + error.Exception + "\n" + error.ErrorDetails?.RecommendedAction)).Concat(Verbose)
        .Concat(Debug).Concat(Warnings));

    /// <summary>The one error; fails with everything that was seen when no error was written.</summary>
    public ErrorRecord Error =>
        Errors.Count == 1 ? Errors[0] : throw new InvalidOperationException($"{Errors.Count} errors instead of one.\n{Everything}");
}

/// <summary>A runspace of the real engine with the built module in it.</summary>
internal sealed class Shell : IDisposable
{
    /// <summary>The token of every test. No stream of any script in the whole suite may show it (see <see cref="TokenScan"/>).</summary>
    public const string Token = "tok_3v3ryb0dy";

    private readonly Runspace _runspace;
    private readonly ScreenHost _host = new();

    public Shell(bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        state.Commands.Add(new SessionStateCmdletEntry("Take-First", typeof(TakeFirstCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Watch-Stop", typeof(WatchStopCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Hold-Stop", typeof(HoldStopCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        if (import) Run("Import-Module $args[0] -ErrorAction Stop", BuiltModule.Manifest);
    }

    /// <summary>Runs a script to its end; a terminating error is one of the errors.</summary>
    public Outcome Run(string script, params object?[] arguments) => Run(script, null, arguments);

    /// <summary>Runs a script and lets the test act while it runs.</summary>
    public Outcome Run(string script, Action<PS>? meanwhile, params object?[] arguments)
    {
        using var engine = PS.Create();
        engine.Runspace = _runspace;
        engine.AddScript(script);
        foreach (var argument in arguments) engine.AddArgument(argument);
        var output = new PSDataCollection<PSObject>();
        var errors = new List<ErrorRecord>();
        try
        {
            var run = engine.BeginInvoke(new PSDataCollection<PSObject>(), output);
            meanwhile?.Invoke(engine);
            engine.EndInvoke(run);
        }
        catch (RuntimeException failure)
        {
            errors.Add(failure.ErrorRecord);
        }
        var outcome = new Outcome(output.ToArray(), engine.Streams.Error.Concat(errors).ToArray(),
            engine.Streams.Verbose.Select(record => record.Message).ToArray(),
            engine.Streams.Debug.Select(record => record.Message).ToArray(), engine.Streams.Warning.Select(record => record.Message)
                .ToArray(), engine.Streams.Progress.ToArray());
        TokenScan.Check(outcome, script);
        TokenScan.Check(engine.Streams.Information, "the information stream", script);
        return outcome;
    }

    /// <summary>Runs a script that must succeed.</summary>
    public Outcome Do(string script, params object?[] arguments)
    {
        var outcome = Run(script, arguments);
        return outcome.Errors.Count == 0 ? outcome : throw new InvalidOperationException($"{script}\n{outcome.Everything}");
    }

    /// <summary>What the screen would show, at 120 columns, without colours unless they are wanted.</summary>
    public string Screen(string script, bool inColour = false)
    {
        _ = _host.Take();
        Do($"$PSStyle.OutputRendering = '{(inColour ? "Ansi" : "PlainText")}'; & {{ {script} }} | Out-Default");
        var text = _host.Take(inColour);
        TokenScan.Check(text, "the screen", script);
        return text;
    }

    /// <summary>What was written to the screen past all streams.</summary>
    public string TakeScreen() => _host.Take();

    /// <summary>Runs a script, answers its questions in order, and returns them.</summary>
    /// <param name="answers">The choices of a confirmation by their number: yes, yes to all, no, no to all.</param>
    /// <param name="script">The script.</param>
    public string[] Asked(IEnumerable<int> answers, string script)
    {
        _host.Questions.Clear();
        foreach (var answer in answers) _host.Answers.Enqueue(answer);
        Do(script);
        Assert.Empty(_host.Answers);
        return [.. _host.Questions];
    }

    /// <summary>
    /// What Tab offers. A list that does not arrive within 300 ms is offered by the next Tab, so that on a busy machine it is pressed
    /// again.
    /// </summary>
    public CommandCompletion Complete(string text)
    {
        var offered = CompleteOnce(text);
        for (var presses = 1; presses < 10 && offered.CompletionMatches.Count == 0; presses++) offered = CompleteOnce(text);
        return offered;
    }

    /// <summary>What the first Tab offers.</summary>
    public CommandCompletion CompleteOnce(string text)
    {
        using var engine = PS.Create();
        engine.Runspace = _runspace;
        return CommandCompletion.CompleteInput(text, text.Length, null, engine);
    }

    /// <summary>What is run before the shell ends: connections belong to the process, and the next test would see them.</summary>
    public string? AtEnd { get; set; }

    public void Dispose()
    {
        if (AtEnd is not null) Run(AtEnd);
        _runspace.Dispose();
    }
}

/// <summary>Select-Object -First, which the bare engine lacks: it stops the pipeline above it, as that does.</summary>
[Cmdlet("Take", "First")]
public sealed class TakeFirstCommand : PSCmdlet
{
    private int _taken;

    [Parameter(Position = 0)]
    public int Count { get; set; } = 1;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (_taken++ < Count) WriteObject(InputObject);
        if (_taken < Count) return;
        var stop = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", true)!;
        throw (Exception)Activator.CreateInstance(stop,
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic,
            null, [this], null)!;
    }
}

/// <summary>
/// Passes everything on. Once the pipeline is being stopped, does something and keeps the commands after it from knowing until they end.
/// </summary>
[Cmdlet("Hold", "Stop")]
public sealed class HoldStopCommand : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim _ended = new();

    [Parameter(Position = 0)]
    public Action Then { get; set; } = () => { };

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject);

    protected override void StopProcessing()
    {
        Then();
        _ended.Wait(TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _ended.Set();
}

/// <summary>Passes everything on, and does something once the pipeline is being stopped and each command before it knows.</summary>
[Cmdlet("Watch", "Stop")]
public sealed class WatchStopCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public Action Then { get; set; } = () => { };

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject);

    protected override void StopProcessing() => Then();
}
