using System.Collections.Concurrent;
using System.Reflection;
using Intercom.Http;

namespace Intercom.Sandbox.Store;

/// <summary>
/// Converts an answer to the form of the request's version. Objects have the fields of all versions. The shapes say which of them a
/// version has, and the part <c>@forms</c> of a shape says how a value looks since a version: <c>text</c>, <c>number</c>, or a table of
/// words.
/// </summary>
internal static class ShapeVersions
{
    /// <summary>The type of a shape whose objects have different types, such as the source of a conversation.</summary>
    private const string AnyType = "*";

    /// <summary>The names in these objects are those of the workspace.</summary>
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "custom_attributes", "ticket_attributes", "metadata" };

    private static readonly Lazy<IReadOnlyList<Rule>> Rules = new(() => [.. Read()]);
    private static readonly ConcurrentDictionary<string, Dictionary<string, Rule[]>> ByVersion = new(StringComparer.Ordinal);

    /// <summary>Changes an answer and all objects in it.</summary>
    public static void Apply(JsonNode? answer, string version) => Visit(answer, ByVersion.GetOrAdd(version, RulesOf));

    private static void Visit(JsonNode? node, Dictionary<string, Rule[]> rules)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Visit(item, rules);
        }
        if (node is not JsonObject fields) return;
        if (rules.TryGetValue(TypeOf(fields), out var own)) Change(fields, own);
        if (rules.TryGetValue(AnyType, out var others)) Change(fields, others);
        foreach (var field in fields)
        {
            if (field.Value is JsonObject or JsonArray && !Free.Contains(field.Key)) Visit(field.Value, rules);
        }
    }

    private static void Change(JsonObject fields, Rule[] rules)
    {
        foreach (var rule in rules)
        {
            if (fields.TryGetPropertyValue(rule.Field, out var value) && rule.Applies(fields)) rule.Change(fields, value);
        }
    }

    private static string TypeOf(JsonObject fields) =>
        fields["type"] is JsonValue type && type.TryGetValue<string>(out var text) ? text : "";

    /// <summary>The rules that change something in a version, by the type of the objects. Those without a type have an empty one.</summary>
    private static Dictionary<string, Rule[]> RulesOf(string version) => Rules.Value.Where(rule => rule.IsOf(version))
        .GroupBy(rule => rule.Type, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);

    private static IEnumerable<Rule> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            if (JsonNode.Parse(stream) is not JsonObject shape) continue;
            foreach (var rule in Read(shape)) yield return rule;
        }
    }

    private static IEnumerable<Rule> Read(JsonObject shape)
    {
        var type = shape.TryGetPropertyValue("type", out var stated) && stated is null ? AnyType : TypeOf(shape);
        // An object without a type, or with one of many, is known by the fields that it always has, in every version.
        var marks = type.Length > 0 && type != AnyType ? [] : shape
            .Where(field => field.Key != FieldName.Forms).Select(field => FieldName.Read(field.Key))
            .Where(field => !field.IsSometimes && field.Since is null && field.Before is null).Select(field => field.Name).ToArray();
        foreach (var field in shape)
        {
            if (field.Key == FieldName.Forms)
            {
                foreach (var version in (JsonObject)field.Value!)
                {
                    foreach (var form in (JsonObject)version.Value!)
                    {
                        yield return new Rule(type, form.Key, marks) { Since = version.Key, Form = form.Value!.DeepClone() };
                    }
                }
                continue;
            }
            var name = FieldName.Read(field.Key);
            if (name.Since is not null || name.Before is not null)
            {
                yield return new Rule(type, name.Name, marks) { Since = name.Before, Until = name.Since };
            }
            if (field.Value is not JsonObject inner) continue;
            foreach (var rule in Read(inner)) yield return rule;
        }
    }

    /// <summary>What a version does to a field: it takes the field away, or shows its value in another form.</summary>
    private sealed record Rule(string Type, string Field, string[] Marks)
    {
        /// <summary>The first version in which it holds. Null for any.</summary>
        public string? Since { get; init; }

        /// <summary>The first version in which it no longer holds. Null for none.</summary>
        public string? Until { get; init; }

        /// <summary>The form of the value. Null takes the field away.</summary>
        public JsonNode? Form { get; init; }

        public bool IsOf(string version) => (Since is null || ApiVersions.Compare(version, Since) >= 0)
            && (Until is null || ApiVersions.Compare(version, Until) < 0);

        public bool Applies(JsonObject fields) => Array.TrueForAll(Marks, fields.ContainsKey);

        public void Change(JsonObject fields, JsonNode? value)
        {
            if (Form is null) fields.Remove(Field);
            else if (Form is JsonObject words)
            {
                if (words.TryGetPropertyValue(value?.ToString() ?? "null", out var word)) fields[Field] = word?.DeepClone();
            }
            else if (value is not null)
            {
                fields[Field] = Form.ToString() == "text" ? value.ToString() : long.Parse(value.ToString(), CultureInfo.InvariantCulture);
            }
        }
    }
}
