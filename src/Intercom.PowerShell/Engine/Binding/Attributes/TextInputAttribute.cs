using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a string parameter that accepts pipeline input. PowerShell converts every object to text, and would search for
/// <c>@{Title=Invoices}</c>, so rows, hashtables and Intercom objects are rejected.
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
        throw CommandErrors.NotText(kind);
    }
}
