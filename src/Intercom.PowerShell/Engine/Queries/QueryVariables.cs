using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>Checks that the variables in a query's value are set, because PowerShell reads an unset one as null.</summary>
internal sealed class QueryVariables(SessionState scope)
{
    // PowerShell creates these on demand.
    private static readonly HashSet<string> Automatic = new(StringComparer.OrdinalIgnoreCase)
    {
        "?", "^", "$", "args", "input", "this", "Matches", "MyInvocation", "PSBoundParameters", "PSCmdlet", "PSCommandPath", "PSScriptRoot",
        "foreach", "switch",
        "LASTEXITCODE", "PSDebugContext", "StackTrace", "OFS", "PSSenderInfo",
        "PSModuleAutoLoadingPreference", "ConsoleFileName", "PSLogUserData", "Error", "ExecutionContext", "null", "true", "false",
    };

    /// <summary>Rejects the first variable that is not set.</summary>
    /// <exception cref="ParseException">A variable is not set, or the value is computed from the field itself.</exception>
    public void RequireAll(ExpressionAst value)
    {
        var own = OwnOf(value);
        foreach (var variable in value.FindAll(ast => ast is VariableExpressionAst, searchNestedScriptBlocks: true)
            .Cast<VariableExpressionAst>())
        {
            var path = variable.VariablePath;
            if (variable.IsItem())
            {
                // In the script block of a command such as ForEach-Object, $_ is the command's own.
                if (variable.IsInBlockOf(value)) continue;
                throw ScriptBlockQuery.At(variable, CommandErrors.FieldInValue());
            }
            if (own.Contains(path.UserPath) || IsSet(variable)) continue;
            throw ScriptBlockQuery.At(variable, CommandErrors.QueryVariableNotSet($"{variable}"));
        }
    }

    /// <summary>True for a variable that is set, even to null, and for automatic variables.</summary>
    public bool IsSet(VariableExpressionAst variable)
    {
        var path = variable.VariablePath;
        if (variable.Parent is UsingExpressionAst || Automatic.Contains(path.UserPath)) return true;
        const string Drive = "variable:";
        if (path.UserPath.StartsWith(Drive, StringComparison.OrdinalIgnoreCase))
        {
            return scope.PSVariable.Get(path.UserPath.Substring(Drive.Length)) is not null;
        }
        try
        {
            return path.IsDriveQualified ? scope.InvokeProvider.Item.Exists(WildcardPattern.Escape(path.UserPath))
                : scope.PSVariable.Get(path.UserPath) is not null;
        }
        catch (Exception failure) when (failure is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException
            or ItemNotFoundException or ProviderInvocationException)
        {
            return false;
        }
    }

    /// <summary>
    /// The names that the value sets itself: by assignments, loops, parameters, and common parameters such as -PipelineVariable.
    /// </summary>
    internal static HashSet<string> OwnOf(Ast value)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var ast in value.FindAll(_ => true, searchNestedScriptBlocks: true))
        {
            switch (ast)
            {
                case AssignmentStatementAst assignment:
                    names.UnionWith(assignment.Left.FindAll(left => left is VariableExpressionAst, false).Cast<VariableExpressionAst>()
                        .Select(left => left.VariablePath.UserPath));
                    break;
                case ForEachStatementAst loop:
                    names.Add(loop.Variable.VariablePath.UserPath);
                    break;
                case ParameterAst parameter:
                    names.Add(parameter.Name.VariablePath.UserPath);
                    break;
                case CommandAst command:
                    names.UnionWith(SetBy(command));
                    break;
            }
        }
        return names;
    }

    private static IEnumerable<string> SetBy(CommandAst command)
    {
        for (var at = 0; at < command.CommandElements.Count; at++)
        {
            if (command.CommandElements[at] is not CommandParameterAst { ParameterName: var name } parameter) continue;
            if (!name.EndsWith("Variable", StringComparison.OrdinalIgnoreCase)
                && name.ToLowerInvariant() is not ("pv" or "ov" or "ev" or "wv" or "iv")) continue;
            var given = (parameter.Argument ?? (at + 1 < command.CommandElements.Count
                ? command.CommandElements[at + 1] : null)) as StringConstantExpressionAst;
            if (given is not null) yield return given.Value.TrimStart('+');
        }
    }
}
