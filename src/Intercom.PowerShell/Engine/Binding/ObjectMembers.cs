using System.Collections;
using System.Dynamic;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>Tells whether an object has a member, because PowerShell reads one that is not there as $null: $row.Emial.</summary>
internal static class ObjectMembers
{
    /// <summary>True where an object has a member of this name, or where that cannot be known.</summary>
    /// <param name="owner">The object; a list has what one of its elements has.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="known">The names that the object has instead.</param>
    public static bool Has(object owner, string name, out IEnumerable<string> known)
    {
        known = [];
        var bare = owner is PSObject wrapped ? wrapped.BaseObject : owner;
        // Every PowerShell object has a count, and some objects create their members when they are read.
        var isOfAll = name.StartsWith("ps", StringComparison.OrdinalIgnoreCase) || name.ToLowerInvariant() is "count" or "length";
        if (isOfAll || bare is IDynamicMetaObjectProvider and not PSObject) return true;
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

    /// <summary>True where the object of a property that a script reads has it, or where that cannot be known.</summary>
    /// <param name="read">The property, which may belong to a property: <c>$row.Company.Name</c>.</param>
    /// <param name="valueOf">The value of a variable.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="known">The names that the object has instead.</param>
    public static bool HasAll(
        MemberExpressionAst read, Func<VariableExpressionAst, object?> valueOf, out string name, out IEnumerable<string> known)
    {
        (name, known) = (NameOf(read) ?? "", []);
        return name.Length == 0 || ValueOf(read.Expression, valueOf) is not { } owner || Has(owner, name, out known);
    }

    private static object? ValueOf(ExpressionAst expression, Func<VariableExpressionAst, object?> valueOf) => expression switch
    {
        VariableExpressionAst variable => valueOf(variable),
        IndexExpressionAst { Index: ConstantExpressionAst { Value: var place } } index => Element(ValueOf(index.Target, valueOf), place),
        MemberExpressionAst member when NameOf(member) is { } name =>
            ValueOf(member.Expression, valueOf) is { } owner ? PSObject.AsPSObject(owner).Properties[name]?.Value : null,
        _ => null,
    };

    private static object? Element(object? owner, object place) => (owner is PSObject wrapped ? wrapped.BaseObject : owner) switch
    {
        IDictionary table => table[place],
        IList list when place is int at && (at < 0 ? at + list.Count : at) is var index && index >= 0 && index < list.Count => list[index],
        _ => null,
    };

    /// <summary>The variable that a property is read of, directly or through other properties. Null for another expression.</summary>
    public static VariableExpressionAst? RootOf(ExpressionAst expression) => expression switch
    {
        VariableExpressionAst variable => variable,
        IndexExpressionAst index => RootOf(index.Target),
        MemberExpressionAst member when NameOf(member) is not null => RootOf(member.Expression),
        _ => null,
    };

    /// <summary>The name of a property. Null for a method, a static member and a computed name.</summary>
    private static string? NameOf(MemberExpressionAst member) =>
        member is not InvokeMemberExpressionAst and { Static: false, Member: StringConstantExpressionAst { Value: var name } }
            ? name : null;

    /// <summary>Asks which name was meant, with a space before it. Empty when no name is similar.</summary>
    public static string Meant(string name, IEnumerable<string> known)
    {
        var near = NearMatch.Of(name, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(one => $"'{one}'"))}?";
    }
}
