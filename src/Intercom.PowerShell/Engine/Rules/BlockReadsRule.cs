namespace Intercom.PowerShell;

/// <summary>Rejects an object without a property that a script block on the command line reads.</summary>
internal sealed class BlockReadsRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context) =>
        input.Piped is { } piped && context.Blocks.FirstUnknown(piped) is { } failure ? throw failure : input;
}
