namespace Intercom.PowerShell;

/// <summary>
/// Refuses a second id: in <c>$conversation | Close-IntercomConversation 'Bye'</c> the binder takes the text for the id, and the call would
/// go to another resource than the piped one.
/// </summary>
internal sealed class SecondIdRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Piped is null) return input;
        foreach (var (parameter, id) in scene.Plan.PipedIds)
        {
            if (!input.IsOnCommandLine(parameter) || id.IdOf(input.Piped) is not { } piped) continue;
            var bound = scene.Invocation.BoundParameters[parameter];
            var given = bound is string[] several ? string.Join(", ", several) : $"{bound}";
            throw CommandErrors.TwoIds(parameter, given, $"{piped}");
        }
        return input;
    }
}
