using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Refuses a piped hashtable by name, before the binder's view of it can be taken for what it holds.</summary>
internal sealed class PipedTableRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.Piped?.BaseObject is not IDictionary) return input;
        throw new ArgumentException($"A hashtable was piped to {scene.Name}, which takes rows: objects whose properties have the names of its parameters. "
            + $"Pipe [pscustomobject]@{{ ... }}, or hand the table over as parameters: $table = @{{ ... }}; {scene.Name} @table.");
    }
}
