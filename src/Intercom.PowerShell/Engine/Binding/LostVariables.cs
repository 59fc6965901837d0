using System.Collections;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// Finds variables without a value among the arguments of a command. PowerShell passes them as $null, so a misspelled name would silently
/// clear a field, or remove the filter of a list.
/// </summary>
internal static class LostVariables
{
    private const int Levels = 4;

    /// <summary>Rejects a variable that is not set.</summary>
    /// <param name="command">The command. Only the arguments on its command line are checked.</param>
    /// <exception cref="ArgumentException">An argument is a variable that is not set.</exception>
    public static void Refuse(PSCmdlet command)
    {
        // Parsing the script takes time, so it is done only when a value is missing.
        if (!command.MyInvocation.BoundParameters.Values.Any(value => HoldsNothing(value))) return;
        var known = new QueryVariables(command.SessionState);
        var lost = WrittenCommand.Variables(command.MyInvocation).FirstOrDefault(variable => !known.IsSet(variable));
        if (lost is null)
        {
            RefuseProperties(command, known);
            return;
        }
        throw CommandErrors.VariableNotSet($"{lost}", command.MyInvocation.MyCommand.Name);
    }

    /// <summary>Rejects a property that its object does not have, and a property of $null, such as <c>$row.Nmae</c>.</summary>
    private static void RefuseProperties(PSCmdlet command, QueryVariables known)
    {
        var name = command.MyInvocation.MyCommand.Name;
        foreach (var property in WrittenCommand.Properties(command.MyInvocation))
        {
            if (ObjectMembers.RootOf(property) is { } root && !root.VariablePath.IsDriveQualified)
            {
                if (!known.IsSet(root)) throw CommandErrors.VariableNotSet($"{root}", name);
                if (ValueOf(root) is null) throw CommandErrors.PropertyOfNull($"{root}", $"{property}", name);
            }
            if (ObjectMembers.HasAll(property, ValueOf, out var missing, out var members)) continue;
            throw CommandErrors.UnknownProperty(
                missing, $"{property.Expression}", name, ObjectMembers.Meant(missing, members));
        }

        object? ValueOf(VariableExpressionAst variable) => !variable.VariablePath.IsDriveQualified && known.IsSet(variable)
            ? command.SessionState.PSVariable.GetValue(variable.VariablePath.UserPath)
            : null;
    }

    /// <summary>
    /// True for null, and for a list or hashtable that contains null. Only a few levels are checked, because a hashtable may contain
    /// itself.
    /// </summary>
    private static bool HoldsNothing(object? value, int level = 0) => value switch
    {
        null or "" => true,
        PSObject wrapped => HoldsNothing(wrapped.BaseObject, level),
        string => false,
        _ when level > Levels => false,
        IDictionary table => table.Values.Cast<object?>().Any(item => HoldsNothing(item, level + 1)),
        Array list => list.Cast<object?>().Any(item => HoldsNothing(item, level + 1)),
        _ => false,
    };
}
