using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.PowerShell;

/// <summary>
/// Copies the fields of an Intercom object to the parameters of the cmdlet that creates its kind. Null values are skipped. References, such
/// as those to admins and collections, are copied only within the same workspace, because ids differ between workspaces.
/// </summary>
internal sealed class ObjectCopy(IReadOnlyList<RowColumn> columns, PSObject source, string kind, bool isSameWorkspace)
{
    private static readonly HashSet<string> ReadOnlyInside = new(
        ["Type", "AdditionalFields", "Url", "CreatedAt", "UpdatedAt"], StringComparer.OrdinalIgnoreCase);
    private readonly PropertyInfo[] _model = (typeof(IntercomObject).Assembly.GetType("Intercom." + kind)?.GetProperties() ?? [])
        .Where(property => property.Name is not ("Type" or "AdditionalFields")).ToArray();
    private readonly List<RowColumn> _leftOut = [];

    /// <summary>The references that were not copied, after the fields were read.</summary>
    public IReadOnlyList<RowColumn> LeftOut => _leftOut;

    /// <summary>The parameters for which the object has a value, with the converted values.</summary>
    /// <exception cref="ArgumentException">The parameter does not accept a value.</exception>
    public IEnumerable<(RowColumn Column, object? Value)> Fields(Func<RowColumn, bool> isWanted)
    {
        foreach (var column in columns.Where(isWanted))
        {
            var held = Held(column);
            if (IsNothing(held)) continue;
            if (column.IsReference)
            {
                // Names are valid in any workspace.
                if (column.IsNamed && Named(held) is { } name) yield return (column, column.Converted(column.Parameter, name, []));
                else if (isSameWorkspace) yield return (column, column.Converted(column.Parameter, held, []));
                else _leftOut.Add(column);
                continue;
            }
            yield return (column, column.Converted(column.Parameter, Plain(column, held), []));
        }
    }

    /// <summary>The object's value for a parameter, as text.</summary>
    public string Shown(RowColumn column) => RowObject.Shown(Held(column));

    private object? Held(RowColumn column)
    {
        var names = column.Aliases.Prepend(column.Parameter).ToList();
        var wire = column.LastWire;
        var property = _model.FirstOrDefault(property => wire is not null and not "id" && WireOf(property) == wire)
            ?? _model.FirstOrDefault(property => names.Contains(property.Name, StringComparer.OrdinalIgnoreCase));
        if (property is not null) return RowObject.Unwrapped(source.Properties[property.Name]?.Value);
        // The ids in a list, such as the newsfeeds of a news item.
        if (column.IdProperty is not { } id || !column.Property.PropertyType.IsArray) return null;
        var list = _model.FirstOrDefault(property => property.PropertyType.IsGenericType && property.PropertyType.GenericTypeArguments[0]
            .GetProperty(id) is not null);
        return list is null || RowObject.Unwrapped(source.Properties[list.Name]?.Value) is not IEnumerable entries ? null
            : entries.Cast<object>().Select(entry => RowObject.Unwrapped(PSObject.AsPSObject(entry).Properties[id]?.Value))
                .Where(value => value is not null).ToArray();
    }

    private static string WireOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool IsNothing(object? held) => held is null or "" or "0" or ICollection { Count: 0 };

    private static string? Named(object? held) => held is string ? null : held is null
        ? null : RowObject.Unwrapped(PSObject.AsPSObject(held).Properties["Name"]?.Value) as string;

    /// <summary>
    /// Replaces Intercom's own types: objects become dictionaries with API names, or their name where the parameter requires a string.
    /// </summary>
    private object? Plain(RowColumn column, object? held)
    {
        if (column.Property.PropertyType == typeof(Hashtable)) return Table(held);
        return held is not string && Named(held) is { } name ? name : held;
    }

    private object? Table(object? held)
    {
        held = RowObject.Unwrapped(held);
        if (held is IDictionary map)
        {
            var table = new Hashtable(StringComparer.Ordinal);
            foreach (DictionaryEntry entry in map)
            {
                if (Table(entry.Value) is { } value) table[entry.Key.ToString()!] = value;
            }
            return table;
        }
        if (held is not IntercomObject && PipedObject.KindOf(held) is null) return held;
        var fields = new Hashtable(StringComparer.Ordinal);
        foreach (var property in PSObject.AsPSObject(held).Properties)
        {
            if (ReadOnlyInside.Contains(property.Name) || (property.Name.EndsWith("Id", StringComparison.Ordinal)
                && !isSameWorkspace)) continue;
            if (Table(property.Value) is { } value) fields[JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)] = value;
        }
        return fields;
    }
}
