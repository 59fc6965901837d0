using System;

namespace Intercom.Http;

/// <summary>What the client has to tell while it works.</summary>
public enum DiagnosticKind
{
    /// <summary>A line for each call.</summary>
    Verbose,

    /// <summary>Bodies, with secrets taken out.</summary>
    Debug,

    /// <summary>Something a person should know.</summary>
    Warning,

    /// <summary>The client waits: for the call budget or before a repeat.</summary>
    Waiting,
}

/// <summary>One thing told.</summary>
/// <param name="Kind">Which stream it belongs to.</param>
/// <param name="Message">The words.</param>
/// <param name="Wait">How long the client waits, for <see cref="DiagnosticKind.Waiting"/>.</param>
public sealed record DiagnosticEvent(DiagnosticKind Kind, string Message, TimeSpan? Wait = null);

/// <summary>Receives what the client tells; called from any thread.</summary>
public interface IDiagnosticSink
{
    /// <summary>True when somebody reads <see cref="DiagnosticKind.Debug"/>: bodies are formatted only then.</summary>
    bool WantsBodies { get; }

    /// <summary>Takes one event.</summary>
    void Write(DiagnosticEvent diagnostic);
}
