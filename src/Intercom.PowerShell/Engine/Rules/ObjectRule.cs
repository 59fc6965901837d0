namespace Intercom.PowerShell;

/// <summary>
/// Of a piped Intercom object only the id is used: of the parameters that were not given on the command line, only ids count. Into
/// New-, an object of the same kind supplies its fields and not its id (<see cref="CopyRule"/>).
/// </summary>
internal sealed class ObjectRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Shape != InputShape.Object) return input;
        var isCopy = OtherKindRule.IsCreating(scene.Name) && input.Kind == scene.Plan.Output?.Name;
        var bound = input.Copy();
        foreach (var name in bound.Keys.ToArray())
        {
            if (name == nameof(IntercomWriteCommand.InputObject) || input.IsOnCommandLine(name)) continue;
            if (isCopy || !scene.Plan.IsId(name)) scene.Drop(name, bound);
        }
        return input.Read(bound) with { IsCopy = isCopy };
    }
}
