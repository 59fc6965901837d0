using System.Dynamic;
using System.Linq.Expressions;
using System.Reflection;

namespace Intercom;

/// <summary>
/// Named values without a fixed shape, such as custom attributes and event metadata: <c>$contact.CustomAttributes.plan</c>. In scripts, a
/// name is found in any case, and one that the bag does not contain is null, also in strict mode: most contacts lack most attributes.
/// </summary>
public sealed class AttributeBag : Dictionary<string, object?>, IDynamicMetaObjectProvider
{
    /// <summary>Creates an empty bag. Names are case-sensitive, as in Intercom.</summary>
    public AttributeBag() : base(StringComparer.Ordinal) { }

    /// <summary>The values as text: <c>plan=premium; seats=5</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(pair => $"{pair.Key}={Words.Of(pair.Value)}"));

    /// <inheritdoc/>
    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new Members(parameter, this);

    /// <summary>The value of a name, or of the same name in another case; null without one.</summary>
    private object? Find(string name)
    {
        if (TryGetValue(name, out var value)) return value;
        foreach (var pair in this)
        {
            if (string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)) return pair.Value;
        }
        return null;
    }

    /// <summary>Reads a member for a script.</summary>
    private sealed class Members(Expression bag, AttributeBag value) : DynamicMetaObject(bag, BindingRestrictions.Empty, value)
    {
        private const BindingFlags AnyCase = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

        private static readonly MethodInfo FindMethod =
            typeof(AttributeBag).GetMethod(nameof(Find), BindingFlags.NonPublic | BindingFlags.Instance)!;

        public override DynamicMetaObject BindGetMember(GetMemberBinder binder)
        {
            // PowerShell itself reads Count, Keys and PSObject, and a key of such a name.
            if (binder.Name.StartsWith("PS", StringComparison.OrdinalIgnoreCase)
                || typeof(AttributeBag).GetMember(binder.Name, AnyCase).Length > 0) return base.BindGetMember(binder);
            return new DynamicMetaObject(
                Expression.Call(Expression.Convert(Expression, typeof(AttributeBag)), FindMethod, Expression.Constant(binder.Name)),
                BindingRestrictions.GetTypeRestriction(Expression, typeof(AttributeBag)));
        }
    }
}
