using System.Collections;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a parameter with names and values. It accepts a hashtable, an ordered dictionary, an object such as the output of
/// ConvertFrom-Json, and the text of a JSON object.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        switch (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
        {
            case Hashtable: return inputData;
            case PSCustomObject or IDictionary: return Table((IDictionary)WireBody.Unwrap(inputData)!);
            case string text when text.TrimStart().StartsWith("{", StringComparison.Ordinal)
                && Parsed(text) is IDictionary table: return Table(table);
            default: return inputData;
        }
    }

    private static Hashtable Table(IDictionary pairs)
    {
        // Intercom's names are case-sensitive. A PowerShell hashtable would merge two names that differ only in case.
        var table = new Hashtable(StringComparer.Ordinal);
        foreach (DictionaryEntry pair in pairs) table[pair.Key] = pair.Value;
        return table;
    }

    private static object? Parsed(string text)
    {
        try
        {
            return PlainValue.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
