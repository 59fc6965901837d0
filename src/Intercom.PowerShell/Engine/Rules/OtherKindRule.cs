namespace Intercom.PowerShell;

/// <summary>Refuses, into New-, an object of which the cmdlet can create nothing and which carries no id that it takes.</summary>
internal sealed class OtherKindRule : IInputRule
{
    private const string Creating = "New-Intercom";

    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (!IsOtherKind(input.Piped, scene.Plan, scene.Name)) return input;
        var noun = scene.Name.Substring(Creating.Length);
        var kinds = string.Join(" or ", scene.Plan.PipedKinds.Prepend(noun).Distinct().Select(InputScene.One));
        throw CommandErrors.OtherKind(
            $"{input.Piped}", InputScene.One(input.Kind), scene.Name, InputScene.One(noun), kinds);
    }

    /// <summary>
    /// True for an object that is refused; the binder must be shown what it looks for, or it refuses it with less to say.
    /// </summary>
    public static bool IsOtherKind(PSObject? piped, CommandPlan plan, string command) =>
        IsCreating(command) && PipedObject.KindOf(piped) is { } kind && kind != plan.Output?.Name && !plan.TakesIdOf(piped!);

    /// <summary>True for a cmdlet that creates something.</summary>
    public static bool IsCreating(string command) => command.StartsWith("New-", StringComparison.Ordinal);
}
