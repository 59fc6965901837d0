namespace Intercom.PowerShell;

/// <summary>States how the changes of a cmdlet are reversed, where this does not follow from the request.</summary>
/// <param name="kind">A <see cref="ChangeKind"/>; null for changes that cannot be reversed.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UndoAttribute(Type? kind) : Attribute
{
    /// <summary>The kind of the changes; null for changes that cannot be reversed.</summary>
    public ChangeKind? Kind { get; } = kind is null ? null : (ChangeKind)Activator.CreateInstance(kind)!;
}
