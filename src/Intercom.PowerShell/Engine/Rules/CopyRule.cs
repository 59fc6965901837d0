namespace Intercom.PowerShell;

/// <summary>
/// New- copies the fields of a piped object of the same kind. References are copied only within the same workspace.
/// </summary>
internal sealed class CopyRule : IInputRule
{
    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);

    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (!input.IsCopy) return input;
        var (kind, set) = (input.Kind!, input.ParameterSet);
        var theirs = input.Piped!.Properties["WorkspaceId"]?.Value as string;
        var copy = new ObjectCopy(scene.Plan.CopiedColumns, input.Piped!, kind, theirs is not null && theirs == scene.Session.WorkspaceId);
        var bound = input.Copy();
        foreach (var (column, value) in copy.Fields(column => !input.IsOnCommandLine(column.Parameter) && column.IsIn(set)))
        {
            scene.Take(column, value, bound);
        }
        foreach (var column in copy.LeftOut)
        {
            var why = theirs is null ? $"{InputScene.One(kind)} does not say which workspace it is from" : "it is of another workspace";
            if (column.IsMandatoryIn(set))
            {
                throw CommandErrors.UncopiedReference(kind, $"{input.Piped}", column.Parameter, $"{copy.Shown(column)}", why);
            }
            if (_told.Add(column.Parameter))
            {
                scene.Warn($"The {column.Parameter} of a copied {kind} is left out: {why}. Give -{column.Parameter} to set it.");
            }
        }
        return input.Read(bound);
    }
}
