using System.Collections.Concurrent;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Passes the client's diagnostics from any thread to the pipeline thread, which alone may write to the streams.</summary>
internal sealed class CommandSink : IDiagnosticSink, IDisposable
{
    private readonly ConcurrentQueue<DiagnosticEvent> _events = new();
    private readonly AutoResetEvent _signal = new(false);

    public bool WantsBodies { get; private set; }

    /// <summary>True for a cmdlet called with -Debug and without -Verbose, where PowerShell would prompt at each verbose message.</summary>
    private bool _verboseAsDebug;

    private bool _warningAsDebug;

    /// <summary>Determines which streams the caller enabled, so that none of them prompts.</summary>
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

    /// <summary>Writes a warning after all queued messages. Call this and <see cref="LogVerbose"/> only on the pipeline thread.</summary>
    public void Warn(Cmdlet command, string message) => WriteNow(command, DiagnosticKind.Warning, message);

    /// <summary>Writes a verbose message.</summary>
    public void LogVerbose(Cmdlet command, string message) => WriteNow(command, DiagnosticKind.Verbose, message);

    private void WriteNow(Cmdlet command, DiagnosticKind kind, string message)
    {
        _events.Enqueue(new DiagnosticEvent(kind, message));
        Flush(command);
    }

    public void Write(DiagnosticEvent diagnostic)
    {
        _events.Enqueue(diagnostic);
        Wake();
    }

    /// <summary>Ends <see cref="Sleep"/> on the pipeline thread.</summary>
    public void Wake()
    {
        try
        {
            _signal.Set();
        }
        catch (ObjectDisposedException)
        {
            // The cmdlet has ended, so no thread is waiting.
        }
    }

    /// <summary>Waits for a message or a call to <see cref="Wake"/>, for at most half a second.</summary>
    public void Sleep() => _signal.WaitOne(500);

    /// <summary>Writes the queued messages to the cmdlet's streams.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="waiting">True while the pipeline thread waits. Only then is a wait shown as progress, because nothing would remove one
    /// that is already over.</param>
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

    /// <summary>True while the progress record of a wait is displayed.</summary>
    public bool IsWaitShown { get; set; }

    public void Dispose() => _signal.Dispose();
}
