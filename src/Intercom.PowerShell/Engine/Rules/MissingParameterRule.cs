namespace Intercom.PowerShell;

/// <summary>
/// Refuses an object that gives its id only where more is mandatory: the binder took that from its properties, which are not sent.
/// </summary>
internal sealed class MissingParameterRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Shape != InputShape.Object) return input;
        var missing = scene.Plan.Mandatory(input.ParameterSet).Where(name => !input.Has(name)).ToList();
        if (missing.Count == 0) return input;
        var isOne = missing.Count == 1;
        throw new ArgumentException($"'{input.Piped}' is {InputScene.One(input.Kind)}, which gives its id only, "
            + $"and -{string.Join(" and -", missing)} "
            + $"{(isOne ? "is" : "are")} missing. Give {(isOne ? "it" : "them")} on the command line.");
    }
}
