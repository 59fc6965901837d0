using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Prevents -Debug from prompting. With -Debug, PowerShell prompts at each warning; Windows PowerShell also prompts at each debug message
/// and error. An unattended run would hang or end there. A preference that is set to Inquire still prompts.
/// </summary>
internal static class StreamPreferences
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Resets the stream preferences of a cmdlet called with -Debug to the values that they have without it.</summary>
    /// <returns>False when PowerShell does not allow the change, so that a warning may still prompt.</returns>
    public static bool NeverAsk(PSCmdlet command)
    {
        var bound = command.MyInvocation.BoundParameters;
        if (!bound.TryGetValue("Debug", out var debug) || !((SwitchParameter)debug).IsPresent) return true;
        Replace(command, "DebugPreference", ActionPreference.Continue);
        if (!bound.ContainsKey("ErrorAction")) Replace(command, "ErrorAction", Of(command, "ErrorActionPreference"));
        return bound.ContainsKey("WarningAction") || Replace(command, "WarningPreference", Of(command, "WarningPreference"));
    }

    /// <summary>The value of a preference variable as the cmdlet sees it.</summary>
    public static ActionPreference Of(PSCmdlet command, string variable)
    {
        // A script may have assigned the preference as a string.
        var value = command.SessionState.PSVariable.GetValue(variable);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(value, out var preference) ? preference : ActionPreference.Continue;
    }

    /// <summary>
    /// PowerShell has no public API for the preference of one call, so this sets its internal property, and only when it is Inquire.
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
