namespace Intercom.Http;

/// <summary>The kinds of diagnostics that the client reports.</summary>
public enum DiagnosticKind
{
    /// <summary>A line for each call.</summary>
    Verbose,

    /// <summary>Bodies, without secrets.</summary>
    Debug,

    /// <summary>A problem that a person should know about.</summary>
    Warning,

    /// <summary>The client waits: for the call budget or before a repeat.</summary>
    Waiting,
}

/// <summary>One diagnostic.</summary>
/// <param name="Kind">Which stream it belongs to.</param>
/// <param name="Message">The words.</param>
/// <param name="Wait">How long the client waits, for <see cref="DiagnosticKind.Waiting"/>.</param>
public sealed record DiagnosticEvent(DiagnosticKind Kind, string Message, TimeSpan? Wait = null);

/// <summary>Receives the client's diagnostics, from any thread.</summary>
public interface IDiagnosticSink
{
    /// <summary>True when <see cref="DiagnosticKind.Debug"/> is read. Bodies are formatted only then.</summary>
    bool WantsBodies { get; }

    /// <summary>Takes one event.</summary>
    void Write(DiagnosticEvent diagnostic);
}
