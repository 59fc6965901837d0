using System.Collections.Concurrent;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Carries what the client tells, from any thread, to the pipeline thread, where alone it may be written.</summary>
internal sealed class CommandSink : IDiagnosticSink, IDisposable
{
    private readonly ConcurrentQueue<DiagnosticEvent> _events = new();
    private readonly AutoResetEvent _signal = new(false);

    public bool WantsBodies { get; private set; }

    /// <summary>
    /// True for a cmdlet called with -Debug and without -Verbose: the engine would stop at each verbose line and ask whether to go on.
    /// </summary>
    private bool _verboseAsDebug;

    private bool _warningAsDebug;

    /// <summary>Looks which streams a cmdlet was called with, so that none of them asks anybody.</summary>
    public CommandSink Begin(PSCmdlet command)
    {
        var bound = command.MyInvocation.BoundParameters;
        var onCommandLine = bound.TryGetValue("Debug", out var debug);
        WantsBodies = onCommandLine ? ((SwitchParameter)debug!).IsPresent
            : StreamPreferences.Of(command, "DebugPreference") is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
        _verboseAsDebug = WantsBodies && onCommandLine && !bound.ContainsKey("Verbose");
        _warningAsDebug = !StreamPreferences.NeverAsk(command);
        return this;
    }

    /// <summary>Writes a warning, behind what was told before. On the pipeline thread only, as <see cref="Tell"/> is.</summary>
    public void Warn(Cmdlet command, string message) => Now(command, DiagnosticKind.Warning, message);

    /// <summary>Writes a verbose line.</summary>
    public void Tell(Cmdlet command, string message) => Now(command, DiagnosticKind.Verbose, message);

    private void Now(Cmdlet command, DiagnosticKind kind, string message)
    {
        _events.Enqueue(new DiagnosticEvent(kind, message));
        Flush(command);
    }

    public void Write(DiagnosticEvent diagnostic)
    {
        _events.Enqueue(diagnostic);
        Wake();
    }

    /// <summary>Ends a wait of the pipeline thread.</summary>
    public void Wake()
    {
        try
        {
            _signal.Set();
        }
        catch (ObjectDisposedException)
        {
            // The cmdlet is over; nobody waits.
        }
    }

    /// <summary>Waits until something was told or somebody called <see cref="Wake"/>, for half a second at most.</summary>
    public void Sleep() => _signal.WaitOne(500);

    /// <summary>Writes what has been told to the cmdlet's streams.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="waiting">True while the pipeline thread waits: only then is a wait shown, because otherwise it may be over, and nobody
    /// would take it off the screen.</param>
    public void Flush(Cmdlet command, bool waiting = false)
    {
        while (_events.TryDequeue(out var diagnostic))
        {
            switch (diagnostic.Kind)
            {
                case DiagnosticKind.Verbose: WriteVerbose(command, diagnostic.Message); break;
                case DiagnosticKind.Debug: command.WriteDebug(diagnostic.Message); break;
                case DiagnosticKind.Warning when _warningAsDebug: command.WriteDebug("WARNING: " + diagnostic.Message); break;
                case DiagnosticKind.Warning: command.WriteWarning(diagnostic.Message); break;
                case DiagnosticKind.Waiting when diagnostic.Wait is { } wait:
                    WriteVerbose(command, $"{diagnostic.Message}: {wait.TotalSeconds:0.0} s");
                    if (!waiting || wait < TimeSpan.FromSeconds(1)) break;
                    command.WriteProgress(new ProgressRecord(WaitingActivity, "Intercom",
                        diagnostic.Message) { SecondsRemaining = (int)Math.Ceiling(wait.TotalSeconds) });
                    IsWaitShown = true;
                    break;
            }
        }
    }

    private void WriteVerbose(Cmdlet command, string message)
    {
        if (_verboseAsDebug) command.WriteDebug(message);
        else command.WriteVerbose(message);
    }

    public const int WaitingActivity = 730_001;

    /// <summary>True while a wait stands on the screen.</summary>
    public bool IsWaitShown { get; set; }

    public void Dispose() => _signal.Dispose();
}
