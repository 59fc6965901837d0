namespace Intercom.PowerShell;

/// <summary>Determines the operation of an input, where parameters such as -TicketId select it (<see cref="SelectsAttribute"/>).</summary>
internal sealed class SelectionRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        var (set, unused) = context.Plan.Select(
            input.ParameterSet, context.Name, input.Bound, input.IsOnCommandLine, input.Piped, input.Shape == InputShape.Object);
        return unused.Aggregate(input with { ParameterSet = set }, (read, parameter) => read.Without(parameter));
    }
}
