namespace Intercom.Sandbox.Tests.Described;

/// <summary>Compares the names in answers with the names that the description has for each of its schemas.</summary>
internal sealed class NameCheck(Description description)
{
    private readonly Dictionary<string, (HashSet<string> Described, HashSet<string> Seen)> _schemas = new(StringComparer.Ordinal);

    /// <summary>Names that the description has and no answer had, as schema.name.</summary>
    public IEnumerable<string> Missing => _schemas.SelectMany(
        schema => schema.Value.Described.Except(schema.Value.Seen).Select(name => $"{schema.Key}.{name}"));

    /// <summary>Names that an answer had and the description does not have.</summary>
    public IEnumerable<string> Unknown => _schemas.SelectMany(
        schema => schema.Value.Seen.Except(schema.Value.Described).Select(name => $"{schema.Key}.{name}"));

    /// <summary>Takes the names of an answer.</summary>
    public void Add(JsonNode? answer, JsonObject schema, string name) => Walk(answer, schema, name, names => names.Seen);

    /// <summary>Takes the names of an example, which often has some that its schema does not.</summary>
    public void AddExample(JsonNode? example, JsonObject schema, string name) => Walk(example, schema, name, names => names.Described);

    private void Walk(
        JsonNode? value, JsonObject schema, string name, Func<(HashSet<string> Described, HashSet<string> Seen), HashSet<string>> into)
    {
        if (schema["$ref"]?.ToString() is { } reference) name = reference[(reference.LastIndexOf('/') + 1)..];
        schema = description.Resolve(schema);
        if (value is JsonArray list && schema["items"] is JsonObject items)
        {
            foreach (var item in list) Walk(item, items, $"{name}[]", into);
        }
        if (value is not JsonObject given) return;
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray choices && schema["properties"] is null)
        {
            var fitting = choices.OfType<JsonObject>().FirstOrDefault(choice => Fits(given, choice));
            if (fitting is not null) Walk(value, fitting, name, into);
            return;
        }
        var properties = Properties(schema).ToList();
        // An object whose names are free, such as custom attributes.
        if (properties.Count == 0) return;
        if (!_schemas.TryGetValue(name, out var names)) _schemas[name] = names = ([], []);
        names.Described.UnionWith(properties.Select(property => property.Key));
        var free = schema["additionalProperties"] is not null;
        into(names).UnionWith(given.Select(pair => pair.Key).Where(key => !free || names.Described.Contains(key)));
        foreach (var property in properties)
        {
            if (property.Value is JsonObject inner && given[property.Key] is { } child) Walk(child, inner, $"{name}.{property.Key}", into);
        }
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonObject schema) =>
        (schema["properties"] as JsonObject ?? []).Concat(
            (schema["allOf"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(part => Properties(description.Resolve(part))));

    private bool Fits(JsonObject given, JsonObject choice)
    {
        choice = description.Resolve(choice);
        if (choice["type"]?.ToString() == "null") return false;
        return choice["properties"]?["type"]?["enum"] is not JsonArray words || given["type"] is not { } type
            || words.Any(word => word?.ToString() == type.ToString());
    }
}
