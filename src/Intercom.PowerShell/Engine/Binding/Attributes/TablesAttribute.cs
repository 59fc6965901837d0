using System.Collections;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a parameter that accepts a list of tables: hashtables, objects such as the output of ConvertFrom-Json, the text of a JSON list,
/// and the entries of an object that was read.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TablesAttribute : ArgumentTransformationAttribute
{
    private static readonly TableAttribute One = new();

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = RowObject.Unwrapped(inputData);
        if (given is null) return null;
        if (given is string text && text.TrimStart().StartsWith("[", StringComparison.Ordinal)) given = Parsed(text) ?? given;
        var items = given is IEnumerable list and not (string or IDictionary or PSCustomObject) ? list.Cast<object?>() : [inputData];
        return items.Select(item => Fields(item, engineIntrinsics)).ToArray();
    }

    private static Hashtable Fields(object? item, EngineIntrinsics engine)
    {
        if (RowObject.Unwrapped(item) is IntercomObject read) item = PlainValue.Parse(
            JsonSerializer.SerializeToUtf8Bytes(read, IntercomJson.TypeInfo(read.GetType())));
        else if (item is PSObject saved && PipedObject.KindOf(saved) is not null) item = WireNames(saved);
        return One.Transform(engine, item) as Hashtable ?? throw CommandErrors.NotATable(RowObject.Shown(item));
    }

    /// <summary>The fields of an object that was saved to a file, by their API names.</summary>
    private static Hashtable WireNames(PSObject saved)
    {
        var fields = new Hashtable(StringComparer.Ordinal);
        foreach (var property in saved.Properties.Where(property => property.MemberType == PSMemberTypes.NoteProperty
            && property.Name != nameof(IntercomObject.AdditionalFields) && property.Value is not null))
        {
            fields[JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)] = property.Value;
        }
        return fields;
    }

    private static object? Parsed(string text)
    {
        try
        {
            return PlainValue.Parse(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
