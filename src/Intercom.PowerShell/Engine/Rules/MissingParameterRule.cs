namespace Intercom.PowerShell;

/// <summary>
/// Refuses an object, of which only the id is used, where more is mandatory: the binder took that from its properties, which are not sent.
/// </summary>
internal sealed class MissingParameterRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Shape != InputShape.Object) return input;
        var missing = scene.Plan.Mandatory(input.ParameterSet).Where(name => !input.Has(name)).ToList();
        if (missing.Count == 0) return input;
        throw CommandErrors.MissingParameter($"{input.Piped}", InputScene.One(input.Kind), missing);
    }
}
