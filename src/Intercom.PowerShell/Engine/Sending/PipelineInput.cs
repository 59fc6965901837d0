using System.Runtime.CompilerServices;

namespace Intercom.PowerShell;

/// <summary>
/// Records the input of each output, for the GetInput() method of all objects in the module. With several concurrent requests, a
/// -PipelineVariable already refers to a later input. This is a method, because a property would appear in every export.
/// </summary>
public static class PipelineInput
{
    private static readonly ConditionalWeakTable<object, object> Inputs = new();

    /// <summary>Gets the input that an output was created from.</summary>
    /// <param name="output">An object that a cmdlet wrote for a piped input.</param>
    /// <returns>The piped object, or the parameters as a row; null when the object came from a list.</returns>
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
