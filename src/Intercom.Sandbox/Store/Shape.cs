using System.Reflection;

namespace Intercom.Sandbox.Store;

/// <summary>
/// What a resource looks like: every field that Intercom shows, in its order, with the value that it has when nothing was set. The
/// shapes are the JSON files beside the routes of each resource.
/// </summary>
internal static class Shape
{
    private static readonly Dictionary<string, JsonNode> Known = new(StringComparer.Ordinal);

    /// <summary>A new object of a shape.</summary>
    /// <param name="name">The name of the shape, which is the name of its file.</param>
    /// <param name="fields">The fields that have another value.</param>
    /// <exception cref="InvalidOperationException">The shape does not have such a field: a fault of the sandbox.</exception>
    public static JsonObject Of(string name, JsonObject fields)
    {
        var made = (JsonObject)Read(name).DeepClone();
        foreach (var field in fields.ToArray())
        {
            if (!made.ContainsKey(field.Key)) throw new InvalidOperationException($"The shape {name} has no field {field.Key}.");
            fields.Remove(field.Key);
            made[field.Key] = field.Value;
        }
        return made;
    }

    /// <summary>Objects that every workspace has.</summary>
    public static IEnumerable<JsonObject> List(string name) => ((JsonArray)Read(name)).Select(item => (JsonObject)item!.DeepClone());

    private static JsonNode Read(string name)
    {
        lock (Known)
        {
            if (Known.TryGetValue(name, out var known)) return known;
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")
                ?? throw new InvalidOperationException($"The shape {name} does not exist.");
            return Known[name] = JsonNode.Parse(stream)!;
        }
    }
}
