using System.Collections;
using System.Text.Json;

namespace Intercom.Query;

/// <summary>Looks the values of search fields up in items of an answer.</summary>
public static class QueryTarget
{
    /// <summary>The value of a field that an item does not carry, or not wholly (a contact lists ten of its tags).</summary>
    public static object Unknown { get; } = new UnknownValue();

    /// <summary>
    /// A lookup of search fields, by wire name, in an item: a <see cref="JsonElement"/> of the answer or a model such as
    /// <see cref="Contact"/>.
    /// </summary>
    public static Func<string, object?> Of(SearchResource resource, object item)
    {
        if (item is null) throw new ArgumentNullException(nameof(item));
        return name => Path(resource, name) is { } path ? Walk(item, path, 0) : Unknown;
    }

    private static string[]? Path(SearchResource resource, string name)
    {
        var path = (FieldCatalog.Find(resource, name) ?? FieldCatalog.Unknown(resource, name)).ItemPath;
        // The attribute's own name may have dots.
        return FieldCatalog.AttributeName(resource, name) is null ? path?.Split('.') : path?.Split(['.'], 2);
    }

    private static object? Walk(object? node, string[] path, int at)
    {
        if (at == path.Length) return node is JsonElement { ValueKind: JsonValueKind.Null } ? null : node;
        switch (node)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }: return null;
            // A model keeps the one value of some objects, such as the address of a picture.
            case string: return node;
            case JsonElement { ValueKind: JsonValueKind.Array } array: return Each(
                array.EnumerateArray().Select(item => (object?)item), path, at);
            case JsonElement { ValueKind: JsonValueKind.Object } json: return WalkJson(json, path, at);
            case JsonElement: return null;
            case IReadOnlyDictionary<string, object?> bag: return bag.TryGetValue(path[at], out var value)
                ? Walk(value, path, at + 1)
                : null;
            case IEnumerable list: return Property(list, "HasMore") is true ? Unknown : Each(list.Cast<object?>(), path, at);
            case IntercomObject { AdditionalFields: { } more } when more.TryGetValue(
                path[at], out var extra): return Walk(extra, path, at + 1);
            default: return Walk(Property(node, SearchField.ToPascal(path[at])), path, at + 1);
        }
    }

    private static object? WalkJson(JsonElement json, string[] path, int at)
    {
        if (json.TryGetProperty(path[at], out var member)) return Walk(member, path, at + 1);
        // A list is wrapped in an object, under its own name.
        var list = json.EnumerateObject().FirstOrDefault(each => each.Value.ValueKind == JsonValueKind.Array).Value;
        if (list.ValueKind != JsonValueKind.Array) return null;
        return json.TryGetProperty("has_more", out var more) && more.ValueKind == JsonValueKind.True ? Unknown : Walk(list, path, at);
    }

    private static List<object?> Each(IEnumerable<object?> items, string[] path, int at) => [.. items.Select(item => Walk(item, path, at))];

    private static object? Property(object owner, string name)
    {
        var property = owner.GetType().GetProperty(name);
        return property is null ? Unknown : property.GetValue(owner);
    }

    private sealed class UnknownValue
    {
        public override string ToString() => "unknown";
    }
}
