namespace Intercom.PowerShell;

/// <summary>
/// Keeps only the id of a piped Intercom object, and discards parameters that were bound from its other properties. For New-, an object of
/// the same kind supplies its fields instead (<see cref="CopyRule"/>).
/// </summary>
internal sealed class ObjectRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Shape != InputShape.Object) return input;
        var isCopy = OtherKindRule.IsCreating(context.Name) && input.Kind == context.Plan.Output?.Name;
        var bound = input.Copy();
        foreach (var name in bound.Keys.ToArray())
        {
            if (name == SharedParameters.InputObject || input.IsOnCommandLine(name)) continue;
            if (isCopy || !context.Plan.IsId(name)) context.Unbind(name, bound);
        }
        return input.Read(bound) with { IsCopy = isCopy };
    }
}
