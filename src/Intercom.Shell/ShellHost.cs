using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace Intercom.Shell;

/// <summary>The host that the engine sees: its user interface is the console, and it remembers the exit code it is given.</summary>
internal sealed class ShellHost(ShellUserInterface ui, Action enterNestedPrompt) : PSHost
{
    public override string Name => "IntercomShell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => ui;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The code that <c>exit</c> gave; null while nothing has asked to end.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>The innermost nested prompt (opened by the answer "Suspend") is to end.</summary>
    public bool LeaveNestedPrompt { get; private set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt()
    {
        ui.RequireSomebody();
        try
        {
            enterNestedPrompt();
        }
        finally
        {
            LeaveNestedPrompt = false;
        }
    }

    // "exit" at a nested prompt goes back to what was suspended; the engine says so here, not by SetShouldExit.
    public override void ExitNestedPrompt() => LeaveNestedPrompt = true;

    public override void NotifyBeginApplication() => ui.ClearProgress();

    public override void NotifyEndApplication()
    {
    }
}
