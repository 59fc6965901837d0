namespace Intercom.PowerShell;

/// <summary>Marks a cmdlet whose changes can be reversed, with the kind of its changes.</summary>
/// <param name="kind">A <see cref="ChangeKind"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UndoAttribute(Type kind) : Attribute
{
    /// <summary>The kind of the changes.</summary>
    public ChangeKind Kind { get; } = (ChangeKind)Activator.CreateInstance(kind)!;
}
