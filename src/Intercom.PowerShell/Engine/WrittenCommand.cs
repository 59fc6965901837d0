using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>The command as it is written in the script: the one place where a literal $null can be told from a variable without a value.</summary>
internal static class WrittenCommand
{
    /// <summary>True when one of the arguments is the variable itself, alone or as an element of a list that is written out.</summary>
    public static bool Says(InvocationInfo invocation, string variable)
    {
        // Statement is the whole of a command over several lines; older versions have the line only.
        var whole = PSObject.AsPSObject(invocation).Properties["Statement"]?.Value as string;
        var text = string.IsNullOrEmpty(whole) ? invocation.Line : whole;
        if (string.IsNullOrEmpty(text)) return false;
        return Parser.ParseInput(text, out _, out _).FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Where(command => IsThis(command, invocation)).SelectMany(command => command.CommandElements.Skip(1))
            .Select(element => element is CommandParameterAst { Argument: { } argument } ? argument : element).OfType<ExpressionAst>()
            .Any(argument => Is(argument, variable));
    }

    private static bool IsThis(CommandAst command, InvocationInfo invocation) => command.GetCommandName() is { } name
        && (name.Equals(invocation.InvocationName, StringComparison.OrdinalIgnoreCase) || name.Equals(invocation.MyCommand.Name, StringComparison.OrdinalIgnoreCase));

    private static bool Is(ExpressionAst argument, string variable) => argument.Bare() switch
    {
        VariableExpressionAst named => named.VariablePath.UserPath.Equals(variable, StringComparison.OrdinalIgnoreCase),
        ArrayLiteralAst list => list.Elements.Any(element => Is(element, variable)),
        _ => false,
    };
}
