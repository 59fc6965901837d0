namespace Intercom.PowerShell;

/// <summary>What is known about a change before it is sent.</summary>
/// <param name="Session">The connection.</param>
/// <param name="Command">The name of the cmdlet.</param>
/// <param name="Action">The change in words.</param>
internal sealed record ChangeNote(IntercomConnection Session, string Command, string Action)
{
    /// <summary>The planned work; null for a request that the user wrote, and for a reversal.</summary>
    public Work? Work { get; init; }

    /// <summary>The type of the cmdlet that planned the work.</summary>
    public Type? Cmdlet { get; init; }

    /// <summary>The change that this one reverses; null for other changes.</summary>
    public IntercomChange? Undoes { get; init; }
}
