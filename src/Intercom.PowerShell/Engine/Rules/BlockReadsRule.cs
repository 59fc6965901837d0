namespace Intercom.PowerShell;

/// <summary>Refuses an object that does not have what a script block on the command line reads of it.</summary>
internal sealed class BlockReadsRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene) =>
        input.Piped is { } piped && scene.Blocks.FirstUnknown(piped) is { } failure ? throw failure : input;
}
