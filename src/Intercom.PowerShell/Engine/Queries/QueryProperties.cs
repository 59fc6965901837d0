using System.Collections;
using System.Dynamic;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>Looks whether the properties in the value of a query are there, for PowerShell itself takes one that is not for null: $row.Emial.</summary>
/// <param name="evaluate">Gives the value of an expression that only reads variables and properties.</param>
internal sealed class QueryProperties(Func<ExpressionAst, object?> evaluate)
{
    /// <summary>The error of the first property that its object does not have; null when all are there.</summary>
    public ParseException? FirstUnknown(ExpressionAst value)
    {
        foreach (var member in value.FindAll(ast => ast is MemberExpressionAst and not InvokeMemberExpressionAst, searchNestedScriptBlocks: false).Cast<MemberExpressionAst>())
        {
            if (member.Static || member.Member is not StringConstantExpressionAst { Value: var name } || member.IsInBlockOf(value) || IsWithinLoop(member, value) || !OnlyReads(member.Expression)) continue;
            if (evaluate(member.Expression) is not { } owner || Has(owner, name, out var known)) continue;
            var near = NearMatch.Of(name, known);
            var hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(one => $"'{one}'"))}?";
            return ScriptBlockQuery.Error(member.Extent, $"'{name}' is not a property of {member.Expression}.{hint}");
        }
        return null;
    }

    /// <summary>True for what changes nothing and asks nobody: variables, their properties, and their elements.</summary>
    private static bool OnlyReads(ExpressionAst expression) => expression switch
    {
        VariableExpressionAst => true,
        InvokeMemberExpressionAst => false,
        MemberExpressionAst { Static: false, Member: StringConstantExpressionAst } member => OnlyReads(member.Expression),
        IndexExpressionAst { Index: ConstantExpressionAst or VariableExpressionAst } index => OnlyReads(index.Target),
        _ => false,
    };

    /// <summary>A variable that the value itself sets has no value yet.</summary>
    private static bool IsWithinLoop(Ast place, Ast holder)
    {
        for (var at = place.Parent; at is not null && at != holder; at = at.Parent)
        {
            if (at is LoopStatementAst or AssignmentStatementAst or TrapStatementAst or TryStatementAst) return true;
        }
        return holder.Find(ast => ast is AssignmentStatementAst, searchNestedScriptBlocks: false) is not null;
    }

    private static bool Has(object owner, string name, out IEnumerable<string> known)
    {
        known = [];
        var bare = owner is PSObject wrapped ? wrapped.BaseObject : owner;
        // PowerShell gives everything a count, and some objects make up their members as they are asked.
        if (bare is IDynamicMetaObjectProvider and not PSObject || name.StartsWith("ps", StringComparison.OrdinalIgnoreCase) || name.ToLowerInvariant() is "count" or "length") return true;
        if (bare is IDictionary table)
        {
            if (table.Contains(name) || PSObject.AsPSObject(owner).Properties[name] is not null) return true;
            var keys = table.Keys.Cast<object?>().Select(key => key?.ToString() ?? "").ToList();
            known = keys;
            return keys.Contains(name, StringComparer.OrdinalIgnoreCase);
        }
        if (Member(owner, name)) return true;
        if (bare is IEnumerable items and not string)
        {
            // A property of a list is that of its elements; an empty list has none to look at.
            var elements = items.Cast<object?>().Where(item => item is not null).Take(1000).ToList();
            if (elements.Count == 0 || elements.Exists(item => Has(item!, name, out _))) return true;
            owner = elements[0]!;
        }
        known = PSObject.AsPSObject(owner).Properties.Select(property => property.Name).ToList();
        return false;
    }

    private static bool Member(object owner, string name) => PSObject.AsPSObject(owner).Members[name] is not null;
}
