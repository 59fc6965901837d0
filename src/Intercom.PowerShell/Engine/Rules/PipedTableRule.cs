using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Refuses a piped hashtable by name, before the binder's view of it can be taken for what it holds.</summary>
internal sealed class PipedTableRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Piped?.BaseObject is not IDictionary) return input;
        throw CommandErrors.PipedHashtable(scene.Name);
    }
}
