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
            throw new ArgumentException($"-{parameter} is '{given}' on the command line, but '{piped}' is piped as well. "
                + $"Leave -{parameter} out to work on what is piped; "
                + $"if '{given}' is meant for another parameter, write that parameter's name before it.");
        }
        return input;
    }
}
