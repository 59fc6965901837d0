using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// Checks that the properties in a query's value exist, because PowerShell reads a missing one, such as $row.Emial, as null.
/// </summary>
/// <param name="evaluate">Evaluates an expression that only reads variables and properties.</param>
internal sealed class QueryProperties(Func<ExpressionAst, object?> evaluate)
{
    /// <summary>The error for the first property that does not exist; null when all of them exist.</summary>
    public ParseException? FirstUnknown(ExpressionAst value)
    {
        foreach (var member in value.FindAll(ast => ast is MemberExpressionAst and not InvokeMemberExpressionAst,
            searchNestedScriptBlocks: false).Cast<MemberExpressionAst>())
        {
            if (member.Static || member.Member is not StringConstantExpressionAst { Value: var name } || member.IsInBlockOf(value)
                || IsWithinLoop(member, value) || !OnlyReads(member.Expression)) continue;
            if (evaluate(member.Expression) is not { } owner || ObjectMembers.Has(owner, name, out var known)) continue;
            return ScriptBlockQuery.At(
                member, CommandErrors.UnknownPropertyInQuery(name, $"{member.Expression}", ObjectMembers.Meant(name, known)));
        }
        return null;
    }

    /// <summary>True for expressions without side effects: variables, their properties and their elements.</summary>
    public static bool OnlyReads(ExpressionAst expression) => expression switch
    {
        VariableExpressionAst => true,
        InvokeMemberExpressionAst => false,
        MemberExpressionAst { Static: false, Member: StringConstantExpressionAst } member => OnlyReads(member.Expression),
        IndexExpressionAst { Index: ConstantExpressionAst or VariableExpressionAst } index => OnlyReads(index.Target),
        _ => false,
    };

    /// <summary>True for a variable that the value itself sets, so that it does not have a value yet.</summary>
    private static bool IsWithinLoop(Ast place, Ast holder)
    {
        for (var at = place.Parent; at is not null && at != holder; at = at.Parent)
        {
            if (at is LoopStatementAst or AssignmentStatementAst or TrapStatementAst or TryStatementAst) return true;
        }
        return holder.Find(ast => ast is AssignmentStatementAst, searchNestedScriptBlocks: false) is not null;
    }
}
