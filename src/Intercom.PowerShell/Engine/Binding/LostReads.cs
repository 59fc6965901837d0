using System.Management.Automation.Internal;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// Finds reads without a value in an argument or in a script block: a variable that is not set, and a property, key or element that does
/// not exist. PowerShell reads each as $null, so a misspelled name would silently clear a field or shorten a string.
/// </summary>
/// <param name="scope">The session in which the expression is evaluated.</param>
/// <param name="command">The cmdlet's name, for errors.</param>
internal sealed class LostReads(SessionState scope, string command)
{
    private readonly QueryVariables _known = new(scope);

    /// <summary>Rejects the first read without a value.</summary>
    /// <param name="written">The argument, or a script block that PowerShell evaluates for each piped object.</param>
    /// <param name="piped">The piped object, which is $_ in a script block.</param>
    /// <exception cref="ArgumentException">A variable, property, key or element does not exist.</exception>
    public void Refuse(Ast written, PSObject? piped = null)
    {
        var own = QueryVariables.OwnOf(written);
        var reads = Reads(written).ToList();
        foreach (var variable in reads.OfType<VariableExpressionAst>())
        {
            if (!variable.IsItem() && !own.Contains(variable.VariablePath.UserPath) && !_known.IsSet(variable))
            {
                throw CommandErrors.VariableNotSet($"{variable}", command);
            }
        }
        foreach (var read in reads)
        {
            if (read is VariableExpressionAst || ObjectMembers.RootOf(read) is not { } root) continue;
            if (own.Contains(root.VariablePath.UserPath)) continue;
            RefuseMember(read, root, piped);
        }
    }

    /// <summary>The value of a variable. The variable itself is never evaluated.</summary>
    public object? ValueOf(VariableExpressionAst variable) => !variable.VariablePath.IsDriveQualified && _known.IsSet(variable)
        ? scope.PSVariable.GetValue(variable.VariablePath.UserPath) : null;

    /// <summary>True for a variable that is set.</summary>
    public bool IsSet(VariableExpressionAst variable) => _known.IsSet(variable);

    private void RefuseMember(ExpressionAst read, VariableExpressionAst root, PSObject? piped)
    {
        var isOfPiped = piped is not null && root.IsItem();
        object? Value(VariableExpressionAst variable) => piped is not null && variable.IsItem() ? piped : ValueOf(variable);
        if (!isOfPiped && !root.VariablePath.IsDriveQualified && Value(root) is null)
        {
            throw CommandErrors.PropertyOfNull($"{root}", $"{read}", command);
        }
        if (ObjectMembers.HasAll(read, Value, out var name, out var known)) return;
        var hint = ObjectMembers.Meant(name, known);
        if (isOfPiped) throw CommandErrors.UnknownColumn(name, $"{read}", hint);
        throw read is IndexExpressionAst index ? CommandErrors.MissingElement(name, $"{index.Target}", command, hint)
            : CommandErrors.UnknownProperty(name, $"{((MemberExpressionAst)read).Expression}", command, hint);
    }

    private static IEnumerable<ExpressionAst> Reads(Ast written) => written
        .FindAll(ast => ast is VariableExpressionAst or IndexExpressionAst or MemberExpressionAst and not InvokeMemberExpressionAst,
            searchNestedScriptBlocks: false)
        .Cast<ExpressionAst>().Where(read => !IsAside(read, written));

    /// <summary>
    /// True for a read that may be missing, inside if, switch, try, ?:, ??, -and and -or, for $using:, and for an argument of another
    /// command. What that command gets of the piped object is checked.
    /// </summary>
    private static bool IsAside(ExpressionAst read, Ast written)
    {
        var isOfItem = ObjectMembers.RootOf(read)?.IsItem() == true && written is ScriptBlockAst;
        for (Ast at = read; at != written && at.Parent is { } parent; at = parent)
        {
            if (parent is IfStatementAst or SwitchStatementAst or TryStatementAst or UsingExpressionAst) return true;
            if (parent is CommandAst && !isOfItem && parent != written) return true;
            // Windows PowerShell has neither ?: nor ?? nor ?., so they are compared by name.
            if (parent.GetType().Name == "TernaryExpressionAst" || IsNullConditional(parent)) return true;
            if (parent is BinaryExpressionAst { Operator: var operation }
                && (operation is TokenKind.And or TokenKind.Or || operation.ToString() == "QuestionQuestion")) return true;
        }
        return IsNullConditional(read);
    }

    private static bool IsNullConditional(Ast ast) =>
        ast is MemberExpressionAst or IndexExpressionAst && ast.GetType().GetProperty("NullConditional")?.GetValue(ast) is true;
}
