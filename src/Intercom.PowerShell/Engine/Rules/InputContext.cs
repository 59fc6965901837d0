namespace Intercom.PowerShell;

/// <summary>The part of a cmdlet that the rules may read and change.</summary>
/// <param name="command">The cmdlet.</param>
/// <param name="reader">The reader of the inputs.</param>
/// <param name="session">Gets the connection, only when it is needed.</param>
/// <param name="warn">Writes a warning.</param>
/// <param name="reset">Restores a parameter to its value in BeginProcessing.</param>
/// <param name="clearEmpty">Gets -ClearEmpty.</param>
internal sealed class InputContext(
    PSCmdlet command, InputReader reader, Func<IntercomConnection> session, Action<string> warn, Action<string> reset,
    Func<bool> clearEmpty)
{
    /// <summary>The plan that the cmdlet's attributes describe.</summary>
    public CommandPlan Plan { get; } = CommandPlan.Of(command.GetType());

    /// <summary>The invocation of the cmdlet.</summary>
    public InvocationInfo Invocation => command.MyInvocation;

    /// <summary>The reads of the script blocks on the command line.</summary>
    public BlockReads Blocks => reader.Blocks;

    /// <summary>The columns of rows, with the headings of -ColumnMap.</summary>
    public RowColumns Columns => reader.Columns;

    /// <summary>True for a cmdlet that changes only the edited cells of an exported row.</summary>
    public bool IsChanging => reader.IsChanging;

    /// <summary>True for a property that was added to the row for -ColumnMap.</summary>
    public bool IsAdded(string heading) => reader.IsAdded(heading);

    /// <summary>The cmdlet's name.</summary>
    public string Name => command.MyInvocation.MyCommand.Name;

    /// <summary>True when -ClearEmpty is specified.</summary>
    public bool ClearEmpty => clearEmpty();

    /// <summary>The connection.</summary>
    public IntercomConnection Session => session();

    /// <summary>Writes a warning.</summary>
    public void Warn(string message) => warn(message);

    /// <summary>Sets a parameter, on the cmdlet and among the bound parameters.</summary>
    public void Bind(RowColumn column, object? value, Dictionary<string, object?> bound)
    {
        column.Property.SetValue(command, value);
        bound[column.Parameter] = value;
    }

    /// <summary>Sets a parameter of the command line back, if it still has the value that was made for another input.</summary>
    public void Unmerge(RowColumn column, object merged, object? given)
    {
        // PowerShell sets a parameter with a script block anew for each input.
        if (ReferenceEquals(column.Property.GetValue(command), merged)) column.Property.SetValue(command, given);
    }

    /// <summary>Resets a parameter, on the cmdlet and among the bound parameters.</summary>
    public void Unbind(string parameter, Dictionary<string, object?> bound)
    {
        bound.Remove(parameter);
        reset(parameter);
    }

    /// <summary>The kind of an object with its article, such as <c>a Contact</c> or <c>an Article</c>.</summary>
    public static string WithArticle(string? kind) =>
        kind is { Length: > 0 } ? ("AEIO".IndexOf(kind[0]) >= 0 ? "an " : "a ") + kind : "an object";
}
