using System.Reflection;

namespace Intercom.Sandbox.Store;

/// <summary>
/// What a resource looks like: every field that Intercom shows, in its order, with the value that it has when nothing was set. The
/// shapes are the JSON files beside the routes of each resource. <see cref="FieldName"/> says how the names of fields are written that are
/// shown only sometimes, or only in some versions of the API.
/// </summary>
internal sealed class Shape
{
    private static readonly Dictionary<string, Shape> Known = new(StringComparer.Ordinal);
    private readonly JsonObject _always = [];
    private readonly HashSet<string> _sometimes = new(StringComparer.Ordinal);

    private Shape(JsonObject file)
    {
        foreach (var field in file)
        {
            if (field.Key == FieldName.Forms) continue;
            var name = FieldName.Read(field.Key);
            if (name.IsSometimes) _sometimes.Add(name.Name);
            else _always[name.Name] = FieldName.Plain(field.Value);
        }
    }

    /// <summary>A new object of a shape.</summary>
    /// <param name="name">The name of the shape, which is the name of its file.</param>
    /// <param name="fields">The fields that have another value.</param>
    /// <exception cref="InvalidOperationException">The shape does not have such a field: a fault of the sandbox.</exception>
    public static JsonObject Of(string name, JsonObject fields)
    {
        var pairs = fields.ToArray();
        // A value can be in one object only.
        fields.Clear();
        return Of(name, pairs);
    }

    /// <inheritdoc cref="Of(string, JsonObject)"/>
    public static JsonObject Of(string name, IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        var shape = Named(name);
        var made = (JsonObject)shape._always.DeepClone();
        foreach (var field in fields)
        {
            var isSometimes = shape._sometimes.Contains(field.Key);
            if (!isSometimes && !shape._always.ContainsKey(field.Key))
            {
                throw new InvalidOperationException($"The shape {name} has no field {field.Key}.");
            }
            if (!isSometimes || field.Value is not null) made[field.Key] = field.Value;
        }
        return made;
    }

    /// <summary>An object of a shape with the fields that another object has for it.</summary>
    /// <param name="name">The name of the shape.</param>
    /// <param name="source">The object, which may have other fields too. They are left out.</param>
    /// <param name="fields">The fields that have another value than in the object.</param>
    public static JsonObject From(string name, Entity source, JsonObject? fields = null)
    {
        var shape = Named(name);
        var given = source.Fields.DeepClone();
        var taken = given.ToArray();
        given.Clear();
        var made = Of(name, taken.Where(field => shape._always.ContainsKey(field.Key) || shape._sometimes.Contains(field.Key)));
        foreach (var field in fields ?? []) made[field.Key] = field.Value?.DeepClone();
        return made;
    }

    /// <summary>The value of a field of which nothing was set. It must not be changed.</summary>
    public static JsonNode? Default(string name, string field) => Named(name)._always[field];

    /// <summary>Objects that every workspace has.</summary>
    public static IEnumerable<JsonObject> List(string name) => ((JsonArray)Read(name)).Select(item => (JsonObject)item!.DeepClone());

    private static Shape Named(string name)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(name, out var known)) Known[name] = known = new Shape((JsonObject)Read(name));
            return known;
        }
    }

    private static JsonNode Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The shape {name} does not exist.");
        return JsonNode.Parse(stream)!;
    }
}
