namespace Intercom.PowerShell;

/// <summary>Rejects an object piped to New- that has another kind than the created one, and no id that the cmdlet accepts.</summary>
internal sealed class OtherKindRule : IInputRule
{
    private const string Creating = "New-Intercom";

    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (!IsOtherKind(input.Piped, context.Plan, context.Name)) return input;
        var noun = context.Name.Substring(Creating.Length);
        var kinds = string.Join(" or ", context.Plan.PipedKinds.Prepend(noun).Distinct().Select(InputContext.WithArticle));
        throw CommandErrors.OtherKind(
            $"{input.Piped}", InputContext.WithArticle(input.Kind), context.Name, InputContext.WithArticle(noun), kinds);
    }

    /// <summary>
    /// True for an object that this rule rejects. The binder must be shown valid values, or it rejects the object with a less helpful
    /// error.
    /// </summary>
    public static bool IsOtherKind(PSObject? piped, CommandPlan plan, string command) =>
        IsCreating(command) && PipedObject.KindOf(piped) is { } kind && kind != plan.Output?.Name && !plan.TakesIdOf(piped!);

    /// <summary>True for a cmdlet that changes fields.</summary>
    public static bool IsSetting(string command) => command.StartsWith("Set-", StringComparison.Ordinal);

    /// <summary>True for a cmdlet that creates objects.</summary>
    public static bool IsCreating(string command) => command.StartsWith("New-", StringComparison.Ordinal);
}
