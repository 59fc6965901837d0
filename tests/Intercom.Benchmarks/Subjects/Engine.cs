using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;
using PS = System.Management.Automation.PowerShell;

namespace Intercom.Benchmarks.Subjects;

/// <summary>Ours: a runspace of the real engine, with the module that the build left in out/Intercom.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    public Engine(bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        state.Commands.Add(new SessionStateCmdletEntry("Measure-Stream", typeof(MeasureStreamCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Take-First", typeof(TakeFirstCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        if (import) Import(Module.Manifest);
    }

    /// <summary>Imports a module and returns the milliseconds that it took.</summary>
    public double Import(string manifest)
    {
        var watch = Stopwatch.StartNew();
        Run("Import-Module $args[0] -ErrorAction Stop", manifest);
        return watch.Elapsed.TotalMilliseconds;
    }

    public void Connect(Uri address)
    {
        using var token = new SecureString();
        foreach (var letter in "tok_bench") token.AppendChar(letter);
        Run("$null = Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name bench", address, token);
    }

    /// <summary>Runs a script that must succeed and returns the last object that it wrote.</summary>
    public object? Run(string script, params object?[] arguments)
    {
        using var engine = PS.Create();
        engine.Runspace = _runspace;
        engine.AddScript(script);
        foreach (var argument in arguments) engine.AddArgument(argument);
        var output = engine.Invoke();
        if (engine.Streams.Error.Count > 0)
            throw new InvalidOperationException($"{script}: {engine.Streams.Error[0]}", engine.Streams.Error[0].Exception);
        return output.LastOrDefault()?.BaseObject;
    }

    public void Dispose() => _runspace.Dispose();
}

/// <summary>Counts what comes down the pipeline and lets it go; Measure-Object is not part of the bare engine.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Stream")]
public sealed class MeasureStreamCommand : PSCmdlet
{
    private long _count;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord() => _count++;

    protected override void EndProcessing() => WriteObject(_count);
}

/// <summary>Select-Object -First, which the bare engine lacks: it stops the pipeline above it, as that does.</summary>
[Cmdlet("Take", "First")]
public sealed class TakeFirstCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        var stop = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", true)!;
        throw (Exception)Activator.CreateInstance(stop,
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic,
            null, [this], null)!;
    }
}
