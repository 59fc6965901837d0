namespace Intercom.PowerShell;

/// <summary>
/// Rejects a second id. In <c>$conversation | Close-IntercomConversation 'Bye'</c>, PowerShell binds the text as the id, and the request
/// would change another resource than the piped one.
/// </summary>
internal sealed class SecondIdRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Piped is null) return input;
        foreach (var (parameter, id) in context.Plan.PipedIds)
        {
            if (!input.IsOnCommandLine(parameter) || id.IdOf(input.Piped) is not { } piped) continue;
            var bound = context.Invocation.BoundParameters[parameter];
            var given = bound is string[] several ? string.Join(", ", several) : $"{bound}";
            if (given == piped) continue;
            throw CommandErrors.TwoIds(parameter, given, $"{piped}");
        }
        return input;
    }
}
