namespace Intercom.PowerShell;

/// <summary>What rules may know of the cmdlet, and what they may do to it.</summary>
/// <param name="command">The cmdlet.</param>
/// <param name="blocks">What the script blocks on the command line read. The command's text is parsed for it, once something is
/// piped.</param>
/// <param name="session">The connection; asked for only when it matters.</param>
/// <param name="warn">Writes a warning.</param>
/// <param name="reset">Takes a parameter back to what the cmdlet began with.</param>
internal sealed class InputScene(
    IntercomWriteCommand command, Func<BlockReads> blocks, Func<IntercomConnection> session, Action<string> warn, Action<string> reset)
{
    /// <summary>What the cmdlet's attributes say.</summary>
    public CommandPlan Plan { get; } = CommandPlan.Of(command.GetType());

    /// <summary>How it was called.</summary>
    public InvocationInfo Invocation => command.MyInvocation;

    /// <summary>What the script blocks on the command line read.</summary>
    public BlockReads Blocks => blocks();

    /// <summary>The cmdlet's name.</summary>
    public string Name => command.MyInvocation.MyCommand.Name;

    /// <summary>True when -ClearEmpty is given.</summary>
    public bool ClearEmpty => command.ClearEmpty.IsPresent;

    /// <summary>The connection.</summary>
    public IntercomConnection Session => session();

    /// <summary>Writes a warning.</summary>
    public void Warn(string message) => warn(message);

    /// <summary>Gives a parameter a value, on the cmdlet and among the parameters that count.</summary>
    public void Take(RowColumn column, object? value, Dictionary<string, object?> bound)
    {
        column.Property.SetValue(command, value);
        bound[column.Parameter] = value;
    }

    /// <summary>Takes a parameter's value away, on the cmdlet and from the parameters that count.</summary>
    public void Drop(string parameter, Dictionary<string, object?> bound)
    {
        bound.Remove(parameter);
        reset(parameter);
    }

    /// <summary>A kind of object in words: <c>a Contact</c>, <c>an Article</c>.</summary>
    public static string One(string? kind) => kind is { Length: > 0 } ? ("AEIO".IndexOf(kind[0]) >= 0 ? "an " : "a ") + kind : "an object";
}
