namespace Intercom.PowerShell;

/// <summary>
/// Rejects a row with the ids of two objects of which the cmdlet changes only one, such as ConversationId and TicketId. The other id would
/// be ignored silently.
/// </summary>
internal sealed class TwoTargetsRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Shape != InputShape.Row) return input;
        foreach (var (one, other) in context.Plan.ExclusiveTargets)
        {
            if (IdOf(one) is not { } first || IdOf(other) is not { } second) continue;
            throw CommandErrors.TwoTargets(one.Parameter, first, other.Parameter, second, context.Name);
        }
        return input;

        string? IdOf(CommandPlan.Target target) => input.IsOnCommandLine(target.Parameter) ? null : target.Id.OwnIdOf(input.Piped!);
    }
}
