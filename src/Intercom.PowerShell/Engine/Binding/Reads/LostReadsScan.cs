using System.Management.Automation.Language;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>Finds the reads in an expression that must have a value, and the variables that the expression changes.</summary>
internal static class LostReadsScan
{
    // Windows PowerShell has no ?. and no ?[.
    private static readonly PropertyInfo? ConditionalMember = typeof(MemberExpressionAst).GetProperty("NullConditional");
    private static readonly PropertyInfo? ConditionalIndex = typeof(IndexExpressionAst).GetProperty("NullConditional");

    /// <summary>The reads that must have a value.</summary>
    public static IEnumerable<ExpressionAst> Reads(Ast written) => written
        .FindAll(ast => ast is VariableExpressionAst or IndexExpressionAst or MemberExpressionAst and not InvokeMemberExpressionAst,
            searchNestedScriptBlocks: false)
        .Cast<ExpressionAst>().Where(read => !IsAside(read, written));

    /// <summary>The variables that the expression assigns or counts up, and those whose methods it calls.</summary>
    public static IEnumerable<string> Changed(Ast written) => QueryVariables.OwnOf(written)
        .Concat(written.FindAll(ast => ast is UnaryExpressionAst, searchNestedScriptBlocks: true).Cast<UnaryExpressionAst>()
            .Where(unary => unary.TokenKind is TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.PostfixPlusPlus
                or TokenKind.PostfixMinusMinus)
            .Select(unary => unary.Child).OfType<VariableExpressionAst>().Select(variable => variable.VariablePath.UserPath))
        .Concat(written.FindAll(ast => ast is InvokeMemberExpressionAst, searchNestedScriptBlocks: true).Cast<InvokeMemberExpressionAst>()
            .Select(call => call.Expression).OfType<VariableExpressionAst>().Where(variable => !variable.IsItem())
            .Select(variable => variable.VariablePath.UserPath));

    /// <summary>True when a read uses one of the variables, also in an index or as the name of a property.</summary>
    public static bool Uses(Ast read, ICollection<string> variables) => read.Find(
        ast => ast is VariableExpressionAst variable
            && variables.Contains(variable.VariablePath.UserPath, StringComparer.OrdinalIgnoreCase),
        searchNestedScriptBlocks: false) is not null;

    /// <summary>
    /// True for a read that may be missing: in if, switch, try, ?:, ??, ?., -and and -or, in a question whether it exists, for $using:, and
    /// for an argument of another command. What that command gets of the piped object is checked.
    /// </summary>
    private static bool IsAside(ExpressionAst read, Ast written)
    {
        if (read.Find(IsNullConditional, searchNestedScriptBlocks: false) is not null) return true;
        var isOfItem = ObjectMembers.RootOf(read)?.IsItem() == true && written is ScriptBlockAst;
        for (Ast at = read; at != written && at.Parent is { } parent; at = parent)
        {
            if (parent is CommandAst && !isOfItem && parent != written) return true;
            if (IsConditional(parent) || IsQuestion(parent, read is not VariableExpressionAst)) return true;
        }
        return false;
    }

    private static bool IsConditional(Ast ast) => ast is IfStatementAst or SwitchStatementAst or TryStatementAst or UsingExpressionAst
        // Windows PowerShell has neither ?: nor ??, so they are compared by name.
        || ast.GetType().Name == "TernaryExpressionAst" || IsNullConditional(ast)
        || (ast is BinaryExpressionAst { Operator: var operation }
            && (operation is TokenKind.And or TokenKind.Or || operation.ToString() == "QuestionQuestion"));

    /// <summary>True where only whether a member exists is asked, as in <c>$null -ne $row.Zip</c>.</summary>
    private static bool IsQuestion(Ast ast, bool isMember) => isMember && ast switch
    {
        UnaryExpressionAst { TokenKind: TokenKind.Not or TokenKind.Exclaim } => true,
        ConvertExpressionAst { Type.TypeName.Name: var type } => type.Equals("bool", StringComparison.OrdinalIgnoreCase),
        BinaryExpressionAst { Operator: TokenKind.Is or TokenKind.IsNot } => true,
        BinaryExpressionAst { Operator: TokenKind.Ieq or TokenKind.Ine } comparison =>
            IsConstant(comparison.Left) || IsConstant(comparison.Right),
        _ => false,
    };

    private static bool IsConstant(ExpressionAst expression) => expression is VariableExpressionAst { VariablePath.UserPath: var name }
        && name.ToLowerInvariant() is "null" or "true" or "false";

    private static bool IsNullConditional(Ast ast) => ast switch
    {
        MemberExpressionAst => ConditionalMember?.GetValue(ast) is true,
        IndexExpressionAst => ConditionalIndex?.GetValue(ast) is true,
        _ => false,
    };
}
