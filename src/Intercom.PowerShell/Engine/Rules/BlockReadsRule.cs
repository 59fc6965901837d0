namespace Intercom.PowerShell;

/// <summary>Rejects an object for which a script block on the command line reads something that does not exist.</summary>
internal sealed class BlockReadsRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Piped is { } piped) context.Blocks.Refuse(piped);
        return input;
    }
}
