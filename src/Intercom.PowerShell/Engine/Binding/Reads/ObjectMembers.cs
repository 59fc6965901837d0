using System.Collections;
using System.Collections.Specialized;
using System.ComponentModel;
using System.Dynamic;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>Determines whether an object has a member, because PowerShell reads a missing one, such as $row.Emial, as $null.</summary>
internal static class ObjectMembers
{
    /// <summary>True when an object has a member of this name, or when that is unknown.</summary>
    /// <param name="owner">The object. A list has the members of its elements.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="known">The names that the object has.</param>
    public static bool Has(object owner, string name, out IEnumerable<string> known)
    {
        known = [];
        var bare = Bare(owner);
        // Every PowerShell object has a count, and some objects create their members on demand.
        var isOfAll = name.ToLowerInvariant() is "count" or "length" or "psobject" or "psbase" or "psadapted" or "psextended"
            or "pstypenames";
        // A table of a database has the columns of its rows.
        if (isOfAll || bare is IListSource || bare is IDynamicMetaObjectProvider and not PSObject) return true;
        if (bare is IDictionary table)
        {
            if (ValueIn(table, name) is not null || PSObject.AsPSObject(owner).Properties[name] is not null) return true;
            var keys = table.Keys.Cast<object?>().Select(key => key?.ToString() ?? "").ToList();
            known = keys;
            return keys.Contains(name, StringComparer.OrdinalIgnoreCase);
        }
        if (Member(owner, name)) return true;
        if (bare is IEnumerable items and not string)
        {
            // A property of a list is a property of its elements. An empty list cannot be checked.
            var elements = items.Cast<object?>().Where(item => item is not null).Take(1000).ToList();
            if (elements.Count == 0 || elements.Exists(item => Has(item!, name, out _))) return true;
            owner = elements[0]!;
        }
        known = PSObject.AsPSObject(owner).Properties.Select(property => property.Name).ToList();
        return false;
    }

    private static bool Member(object owner, string name) => PSObject.AsPSObject(owner).Members[name] is not null;

    /// <summary>True when the object has the property, key or element that a script reads, or when that is unknown.</summary>
    /// <param name="read">The access, which may be nested, such as <c>$row.Company.Name</c> or <c>$names['c1']</c>.</param>
    /// <param name="valueOf">Gets the value of a variable.</param>
    /// <param name="name">The name of the missing property, key or element.</param>
    /// <param name="known">The names that the object has.</param>
    public static bool HasAll(
        ExpressionAst read, Func<VariableExpressionAst, object?> valueOf, out string name, out IEnumerable<string> known)
    {
        (name, known) = ("", []);
        if (read is IndexExpressionAst index)
        {
            if (ValueOf(index.Index, valueOf) is not { } place || ValueOf(index.Target, valueOf) is not { } holder) return true;
            name = $"{place}";
            return HasElement(holder, place, out known);
        }
        if (read is not MemberExpressionAst member || NameOf(member, valueOf) is not { } property) return true;
        name = property;
        return ValueOf(member.Expression, valueOf) is not { } owner || Has(owner, name, out known);
    }

    private static bool HasElement(object owner, object place, out IEnumerable<string> known)
    {
        known = [];
        switch (Bare(owner))
        {
            case IOrderedDictionary ordered when Bare(place) is int at:
                return At(ordered.Count, at) is not null;
            // PowerShell converts a key to the type of a typed dictionary's keys, in its own way.
            case IDictionary table when Bare(place) is { } key && (table is Hashtable or IOrderedDictionary
                || (key is string && table.GetType().GetGenericArguments() is [var type, ..] && type == typeof(string))):
                if (table.Contains(key)) return true;
                known = table.Keys.Cast<object?>().Select(one => $"{one}").ToList();
                return false;
            case IList list when Bare(place) is int at:
                return At(list.Count, at) is not null;
            default:
                return true;
        }
    }

    private static object? ValueOf(ExpressionAst expression, Func<VariableExpressionAst, object?> valueOf) => expression.Bare() switch
    {
        VariableExpressionAst variable => valueOf(variable),
        ConstantExpressionAst constant => constant.Value,
        IndexExpressionAst index => ValueOf(index.Index, valueOf) is { } place ? Element(ValueOf(index.Target, valueOf), place) : null,
        MemberExpressionAst member when NameOf(member, valueOf) is { } name =>
            ValueOf(member.Expression, valueOf) is { } owner ? PropertyOf(owner, name) : null,
        _ => null,
    };

    private static object? Element(object? owner, object place) => Bare(owner) switch
    {
        IOrderedDictionary ordered when Bare(place) is int at => At(ordered.Count, at) is { } index ? ordered[index] : null,
        IDictionary table => ValueIn(table, Bare(place)!),
        IList list when Bare(place) is int at => At(list.Count, at) is { } index ? list[index] : null,
        _ => null,
    };

    /// <summary>The index of an element, which is counted from the end when it is negative; null outside the list.</summary>
    private static int? At(int count, int index) => index < -count || index >= count ? null : index < 0 ? index + count : index;

    private static object? ValueIn(IDictionary table, object key)
    {
        try
        {
            return table[key];
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            // A sorted list cannot compare the key with those of another type.
            return null;
        }
    }

    private static object? PropertyOf(object owner, string name)
    {
        if (Bare(owner) is IDictionary table && ValueIn(table, name) is { } value) return value;
        try
        {
            return PSObject.AsPSObject(owner).Properties[name]?.Value;
        }
        catch (GetValueException)
        {
            // PowerShell itself reports what a property of a script throws.
            return null;
        }
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The variable at the root of a property access; null for another expression.</summary>
    public static VariableExpressionAst? RootOf(ExpressionAst expression) => expression.Bare() switch
    {
        VariableExpressionAst variable => variable,
        IndexExpressionAst index => RootOf(index.Target),
        MemberExpressionAst { Static: false } member and not InvokeMemberExpressionAst => RootOf(member.Expression),
        _ => null,
    };

    /// <summary>The name of a property, which a variable may hold; null for a method, a static member or another computed name.</summary>
    private static string? NameOf(MemberExpressionAst member, Func<VariableExpressionAst, object?> valueOf) =>
        member is InvokeMemberExpressionAst or { Static: true } ? null : member.Member switch
        {
            StringConstantExpressionAst { Value: var name } => name,
            VariableExpressionAst variable => Bare(valueOf(variable)) as string,
            _ => null,
        };

    /// <summary>A "Did you mean" question that starts with a space; empty when no name is similar.</summary>
    public static string Meant(string name, IEnumerable<string> known)
    {
        var near = NearMatch.Of(name, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(one => $"'{one}'"))}?";
    }
}
