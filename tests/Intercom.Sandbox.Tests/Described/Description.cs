using System.Text.RegularExpressions;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>
/// Intercom's own description of its API, an OpenAPI file that is not part of the project. INTERCOM_DESCRIPTIONS names its folder; without
/// it, a folder shared/api above the project is used.
/// </summary>
internal sealed partial class Description
{
    private readonly JsonObject _root;
    private readonly List<(Regex Path, JsonObject Operations, string Template)> _paths;
    private readonly JsonObject _definitions = [];

    private Description(JsonObject root)
    {
        _root = root;
        _paths = root["paths"]!.AsObject()
            .Select(path => (Pattern(path.Key), path.Value!.AsObject(), path.Key))
            // A literal segment comes before a placeholder.
            .OrderBy(path => path.Key.Count(letter => letter == '{')).ToList();
        foreach (var schema in root["components"]!["schemas"]!.AsObject()) _definitions[schema.Key] = SchemaFrom(schema.Value);
    }

    /// <summary>The operations: method and path.</summary>
    public IEnumerable<string> Operations => _paths.SelectMany(path => path.Operations
        .Where(operation => operation.Key is "get" or "put" or "post" or "delete")
        .Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Template}"));

    /// <summary>The description of a version, or null where it is absent.</summary>
    public static Description? Load(string version)
    {
        var folder = Environment.GetEnvironmentVariable("INTERCOM_DESCRIPTIONS") ?? Above("shared/api");
        var file = folder is null ? null : Path.Combine(folder, $"intercom-{version}.yaml");
        if (file is null || !File.Exists(file)) return null;
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return new Description(Json(yaml.Documents[0].RootNode)!.AsObject());
    }

    /// <summary>The operation that a call is, as the description writes it.</summary>
    public string? OperationOf(string method, string path) => _paths
        .Where(known => known.Path.IsMatch(path) && known.Operations.ContainsKey(method.ToLowerInvariant()))
        .Select(known => $"{method} {known.Template}").FirstOrDefault();

    /// <summary>The schema of an answer in JSON, or null where the description has none.</summary>
    public JsonObject? SchemaOf(string operation, int status) =>
        SchemaFrom(Answer(operation, status)?["content"]?["application/json"]?["schema"])?.AsObject();

    /// <summary>The examples of an answer.</summary>
    public IEnumerable<JsonNode> ExamplesOf(string operation, int status)
    {
        var content = Answer(operation, status)?["content"]?["application/json"];
        if (content?["example"] is { } one) yield return one;
        foreach (var example in content?["examples"] as JsonObject ?? [])
        {
            if (example.Value?["value"] is { } value) yield return value;
        }
    }

    /// <summary>Whether the description shows this status for the operation.</summary>
    public bool Knows(string operation, int status) => Answer(operation, status) is not null;

    /// <summary>A schema that can be evaluated: with all definitions that it may refer to.</summary>
    public JsonSchema Evaluable(JsonObject schema)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        whole["$defs"] = _definitions.DeepClone();
        return JsonSchema.FromText(whole.ToJsonString());
    }

    /// <summary>The definition that a reference names, or the schema itself.</summary>
    public JsonObject Resolve(JsonObject schema)
    {
        while (schema["$ref"]?.ToString() is { } reference) schema = _definitions[reference["#/$defs/".Length..]]!.AsObject();
        return schema;
    }

    private JsonNode? Answer(string operation, int status)
    {
        var words = operation.Split(' ');
        return _root["paths"]![words[1]]![words[0].ToLowerInvariant()]!["responses"]?[$"{status}"];
    }

    private static string? Above(string folder)
    {
        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            var found = Path.Combine(place.FullName, folder);
            if (Directory.Exists(found)) return found;
        }
        return null;
    }

    private static Regex Pattern(string template) =>
        new("^" + Regex.Replace(Regex.Escape(template), @"\\\{[^}]*}", "[^/]+") + "$", RegexOptions.CultureInvariant);

    /// <summary>A schema of OpenAPI 3.0 as JSON Schema: the two differ in how null is allowed, and in words that only describe.</summary>
    private static JsonNode? SchemaFrom(JsonNode? node)
    {
        if (node is JsonArray list) return new JsonArray([.. list.Select(SchemaFrom)]);
        if (node is not JsonObject given) return node?.DeepClone();
        if (given["$ref"]?.ToString() is { } reference)
        {
            var target = new JsonObject { ["$ref"] = "#/$defs/" + reference[(reference.LastIndexOf('/') + 1)..] };
            return IsNullable(given) ? Or(target) : target;
        }
        var schema = new JsonObject();
        foreach (var (name, value) in given)
        {
            switch (name)
            {
                case "properties":
                    schema[name] = new JsonObject(value!.AsObject().Select(pair => KeyValuePair.Create(pair.Key, SchemaFrom(pair.Value))));
                    break;
                case "required" when value is JsonArray:
                case "type" or "enum" or "minimum" or "maximum" or "minItems" or "maxItems" or "minLength" or "maxLength":
                    schema[name] = value!.DeepClone();
                    break;
                case "items" or "additionalProperties" or "allOf" or "anyOf" or "oneOf" or "not":
                    schema[name] = SchemaFrom(value);
                    break;
            }
        }
        if (!IsNullable(given)) return schema;
        if (schema["enum"] is JsonArray words && !words.Any(word => word is null)) words.Add(null);
        if (schema["type"] is not { } type) return Or(schema);
        schema["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    }

    private static bool IsNullable(JsonObject schema) => schema["nullable"]?.ToString() == "true";

    private static JsonObject Or(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        YamlScalarNode text => text.Value,
        _ => null,
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => true,
        "false" => false,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when Decimals().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    [GeneratedRegex(@"^-?[0-9]+\.[0-9]+$")]
    private static partial Regex Decimals();
}
