namespace Intercom.PowerShell;

/// <summary>
/// Rejects an object when another parameter is mandatory. PowerShell bound that parameter from the object's properties, but only the id of
/// an object is sent.
/// </summary>
internal sealed class MissingParameterRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Shape != InputShape.Object) return input;
        var missing = context.Plan.Mandatory(input.ParameterSet).Where(name => !input.Has(name)).ToList();
        if (missing.Count == 0) return input;
        throw CommandErrors.MissingParameter($"{input.Piped}", InputContext.WithArticle(input.Kind), missing);
    }
}
