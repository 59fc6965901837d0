using System.Runtime.CompilerServices;

namespace Intercom.PowerShell;

/// <summary>
/// Knows the input of each output, for the method GetInput() that all objects of the module have. With several requests under way a
/// -PipelineVariable is at a later input already when an output comes. It is not a property, because a property would be in every export.
/// </summary>
public static class PipelineInput
{
    private static readonly ConditionalWeakTable<object, object> Inputs = new();

    /// <summary>The input that an output was made from.</summary>
    /// <param name="output">An object that a cmdlet wrote for a piped input.</param>
    /// <returns>What was piped, or the parameters as a row; null when the object came from a list.</returns>
    public static object? Of(PSObject output) => output is not null && Inputs.TryGetValue(output.BaseObject, out var input) ? input : null;

    internal static void Keep(object output, object? input)
    {
        if (input is null || output is not IntercomObject) return;
        lock (Inputs)
        {
            Inputs.Remove(output);
            Inputs.Add(output, input);
        }
    }
}
