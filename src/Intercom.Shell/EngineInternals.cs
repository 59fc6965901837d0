using System;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Intercom.Shell;

/// <summary>
/// The five things that pwsh's own host and utility cmdlets reach inside the engine for. The engine offers no public way
/// to them, and what users see depends on them: exit codes of scripts, errors on the error stream, Select-Object -First
/// stopping what comes before it, Write-Error blaming its caller, and Format-Table. They hold for the engine version that Directory.Packages.props pins;
/// the tests of the shell fail if another version moves them.
/// </summary>
internal static class EngineInternals
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
    private static readonly Assembly Engine = typeof(PSObject).Assembly;

    /// <summary>Lets <c>exit</c> in the next script file end the host with its code, instead of only setting $LASTEXITCODE.</summary>
    public static void LetExitOfNextScriptEndTheHost(Runspace runspace)
    {
        object context = Property(runspace.GetType(), "ExecutionContext").GetValue(runspace)!;
        Property(context.GetType(), "ScriptCommandProcessorShouldRethrowExit").SetValue(context, true);
    }

    /// <summary>An error record that Out-Default renders as an error, not as an object.</summary>
    public static PSObject OnErrorStream(ErrorRecord error)
    {
        var wrapped = new PSObject(error);
        PropertyInfo stream = Property(typeof(PSObject), "WriteStream");
        stream.SetValue(wrapped, Enum.Parse(stream.PropertyType, "Error"));
        return wrapped;
    }

    /// <summary>The exception that stops the commands before <paramref name="command"/> and lets those after it finish.</summary>
    public static Exception StopUpstream(InternalCommand command) =>
        (Exception)Activator.CreateInstance(Type("System.Management.Automation.StopUpstreamCommandsException"), Any, null, [command], null)!;

    /// <summary>Makes an error stand at the command that reports it by Write-Error, not at Write-Error itself.</summary>
    public static void SetOrigin(ErrorRecord error, InvocationInfo caller)
    {
        typeof(ErrorRecord).GetMethod("SetInvocationInfo", Any)!.Invoke(error, [caller]);
        Property(typeof(ErrorRecord), "PreserveInvocationInfoOnce").SetValue(error, true);
    }

    /// <summary>Gives a formatting cmdlet the engine's own implementation of a shape ("Table", "List").</summary>
    public static void ImplementShape(FrontEndCommandBase cmdlet, string shape)
    {
        object value = Enum.Parse(Type("Microsoft.PowerShell.Commands.Internal.Format.FormatShape"), shape);
        object implementation = Activator.CreateInstance(Type("Microsoft.PowerShell.Commands.Internal.Format.InnerFormatShapeCommand"), Any, null, [value], null)!;
        typeof(FrontEndCommandBase).GetField("implementation", Any)!.SetValue(cmdlet, implementation);
    }

    private static Type Type(string name) => Engine.GetType(name, throwOnError: true)!;

    private static PropertyInfo Property(Type type, string name)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
        {
            if (t.GetProperty(name, Any | BindingFlags.DeclaredOnly) is { } property)
            {
                return property;
            }
        }

        throw new MissingMemberException(type.FullName, name);
    }
}
