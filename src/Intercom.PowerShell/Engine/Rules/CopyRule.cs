namespace Intercom.PowerShell;

/// <summary>Copies the fields of a piped object of the same kind into New-. References are copied only within the same workspace.</summary>
internal sealed class CopyRule : IInputRule
{
    private readonly HashSet<string> _reported = new(StringComparer.OrdinalIgnoreCase);

    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (!input.IsCopy) return input;
        var (kind, set) = (input.Kind!, input.ParameterSet);
        var theirs = input.Piped!.Properties["WorkspaceId"]?.Value as string;
        var isSameWorkspace = theirs is not null && theirs == context.Session.WorkspaceId;
        var copy = new ObjectCopy(context.Plan.CopiedColumns, input.Piped!, kind, isSameWorkspace);
        var bound = input.Copy();
        foreach (var (column, value) in copy.Fields(column => !input.IsOnCommandLine(column.Parameter) && column.IsIn(set)))
        {
            context.Bind(column, value, bound);
        }
        foreach (var column in copy.LeftOut)
        {
            var why = theirs is null ? "its workspace is unknown" : "it belongs to another workspace";
            if (column.IsMandatoryIn(set))
            {
                throw CommandErrors.UncopiedReference(kind, $"{input.Piped}", column.Parameter, $"{copy.Shown(column)}", why);
            }
            if (_reported.Add(column.Parameter))
            {
                context.Warn($"The {column.Parameter} of the {kind} was not copied, because {why}. To set it, specify "
                    + $"-{column.Parameter}.");
            }
        }
        return input.Read(bound);
    }
}
