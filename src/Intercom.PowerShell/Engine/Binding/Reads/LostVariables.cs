using System.Management.Automation.Internal;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// Finds variables without a value among the arguments of a command. PowerShell passes them as $null, so a misspelled name would silently
/// clear a field, or remove the filter of a list.
/// </summary>
internal static class LostVariables
{
    /// <summary>Rejects a variable that is not set, and a property, key or element that does not exist.</summary>
    /// <param name="command">The command. Only the arguments on its command line are checked.</param>
    /// <param name="warn">Writes a warning about a variable that is $null; null for a command that changes nothing.</param>
    /// <exception cref="ArgumentException">An argument reads something that has no value.</exception>
    public static void Refuse(PSCmdlet command, Action<string>? warn)
    {
        var name = command.MyInvocation.MyCommand.Name;
        // Parsed once, because a script may call the cmdlet for each of many objects.
        var arguments = WrittenCommand.Arguments(command.MyInvocation)
            .Where(argument => argument is not ScriptBlockExpressionAst).ToArray();
        if (arguments.Length == 0) return;
        var reads = new LostReads(command.SessionState, name, arguments);
        reads.Refuse();
        foreach (var variable in WrittenCommand.Variables(arguments))
        {
            var path = variable.VariablePath;
            if (path.IsDriveQualified || variable.IsItem()) continue;
            if (path.UserPath.Equals("null", StringComparison.OrdinalIgnoreCase)) continue;
            var value = reads.ValueOf(variable);
            if (ReferenceEquals(value, AutomationNull.Value)) throw CommandErrors.NoOutputInVariable($"{variable}", name);
            if (value is null) warn?.Invoke($"{variable} is $null, and {name} receives $null as its value.");
        }
    }
}
