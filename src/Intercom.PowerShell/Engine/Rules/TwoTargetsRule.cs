namespace Intercom.PowerShell;

/// <summary>
/// Rejects a row with the ids of two objects of which the cmdlet changes only one, such as ConversationId and TicketId. The other id would
/// be ignored silently.
/// </summary>
internal sealed class TwoTargetsRule : IInputRule
{
    private (string Parameter, IntercomIdAttribute Id)[]? _ids;

    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Shape != InputShape.Row) return input;
        var targets = (_ids ??= [.. context.Plan.TargetIds]).Select(id => (id.Parameter, Id: id.Id.OwnIdOf(input.Piped!)))
            .Where(target => target.Id is not null && !input.IsOnCommandLine(target.Parameter)).ToList();
        var two = (
            from one in targets
            from other in targets
            where context.Plan.AreExclusive(one.Parameter, other.Parameter)
            select (One: one, Other: other)).FirstOrDefault();
        return two.One.Id is null ? input
            : throw CommandErrors.TwoTargets(two.One.Parameter, two.One.Id, two.Other.Parameter, two.Other.Id!, context.Name);
    }
}
