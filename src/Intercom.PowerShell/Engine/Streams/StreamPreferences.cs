using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Keeps -Debug from asking. With that switch the engine stops at each warning and asks whether to go on; Windows PowerShell does
/// so at each debug line and error as well. An unattended run would hang or end there. A preference that was set to Inquire asks.
/// </summary>
internal static class StreamPreferences
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Gives the streams of a cmdlet that was called with -Debug the preferences that it would have without.</summary>
    /// <returns>False where the engine does not let itself be told; then a warning may ask.</returns>
    public static bool NeverAsk(PSCmdlet command)
    {
        var bound = command.MyInvocation.BoundParameters;
        if (!bound.TryGetValue("Debug", out var debug) || !((SwitchParameter)debug).IsPresent) return true;
        Replace(command, "DebugPreference", ActionPreference.Continue);
        if (!bound.ContainsKey("ErrorAction")) Replace(command, "ErrorAction", Of(command, "ErrorActionPreference"));
        return bound.ContainsKey("WarningAction") || Replace(command, "WarningPreference", Of(command, "WarningPreference"));
    }

    /// <summary>A preference variable as the cmdlet sees it.</summary>
    public static ActionPreference Of(PSCmdlet command, string variable)
    {
        // In a script of its own scope the variable holds the word as it was written.
        var value = command.SessionState.PSVariable.GetValue(variable);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(value, out var preference) ? preference : ActionPreference.Continue;
    }

    /// <summary>
    /// There is no public way to a preference of one call: the engine's own property is set, and only where it says that it would ask.
    /// </summary>
    private static bool Replace(PSCmdlet command, string name, ActionPreference value)
    {
        try
        {
            if (command.CommandRuntime.GetType().GetProperty(name, Any) is not { CanRead: true, CanWrite: true } property) return false;
            if (property.GetValue(command.CommandRuntime) is ActionPreference.Inquire) property.SetValue(command.CommandRuntime, value);
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }
}
