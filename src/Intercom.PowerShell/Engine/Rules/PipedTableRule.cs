using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Rejects a piped hashtable with an error that says how to pass one.</summary>
internal sealed class PipedTableRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.Piped?.BaseObject is not IDictionary) return input;
        throw CommandErrors.PipedHashtable(context.Name);
    }
}
