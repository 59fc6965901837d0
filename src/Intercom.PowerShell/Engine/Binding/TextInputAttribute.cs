using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a text parameter that accepts pipeline input. PowerShell turns every object into text, and <c>@{Title=Invoices}</c> would be
/// searched for unchanged, so rows, tables and Intercom objects are refused.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextInputAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not (PSCustomObject or IDictionary or IntercomObject)) return inputData;
        var kind = value is IntercomObject ? value.GetType().Name : value is IDictionary ? "hashtable" : "row";
        throw new ArgumentTransformationMetadataException(
            $"A {kind} was given where text is required. Give the text itself, such as one of its properties: ... | ForEach-Object Title");
    }
}
