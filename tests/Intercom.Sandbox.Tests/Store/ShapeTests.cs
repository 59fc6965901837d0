using Intercom.Http;
using Intercom.Sandbox.Store;
using Intercom.Sandbox.Tests.Described;

namespace Intercom.Sandbox.Tests;

/// <summary>The shapes of the resources, which are JSON files.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("2.14")]
    [InlineData("2.15")]
    [InlineData("2.16")]
    public async Task Each_object_of_an_answer_has_the_fields_of_a_shape(string version)
    {
        var shapes = Files().SelectMany(file => Objects(file.Json)).Select(shape => In(shape, version)).ToList();
        var strange = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var call in await CallScript.RunAsync(new Workspace(), version: version))
        {
            foreach (var found in Objects(call.Json).Where(found => found["type"] is JsonValue type && !IsList(type.ToString())))
            {
                if (shapes.Exists(shape => Fits(shape, found))) continue;
                strange.Add($"{call.Line}: {found["type"]} with {string.Join(" ", found.Select(field => field.Key))}");
            }
        }
        Assert.True(strange.Count == 0, string.Join("\n", strange));
    }

    [Fact]
    public void Each_shape_is_used()
    {
        var source = string.Join("\n", Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(Files().Select(file => file.Name), name => Assert.Contains($"\"{name}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_that_the_shape_does_not_have_is_a_fault()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Shape.Of("tag", new JsonObject { ["colour"] = "red" }));
        Assert.Equal("The shape tag has no field colour.", error.Message);
    }

    [Fact]
    public void A_field_that_is_shown_only_with_a_value_is_absent_without_one()
    {
        Assert.False(Shape.Of("message", new JsonObject { ["subject"] = null }).ContainsKey("subject"));
        Assert.Equal("Hello", Shape.Of("message", new JsonObject { ["subject"] = "Hello" })["subject"]!.ToString());
    }

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Intercom.Sandbox"));

    private static IEnumerable<(string Name, JsonNode Json)> Files()
    {
        var assembly = typeof(SandboxWorkspace).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            yield return (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(stream)!);
        }
    }

    /// <summary>An object and all objects in it. Custom attributes have names of the workspace's own.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Objects),
        JsonObject fields => fields.Where(field => field.Key is not ("custom_attributes" or "ticket_attributes" or FieldName.Forms))
            .SelectMany(field => Objects(field.Value)).Prepend(fields),
        _ => [],
    };

    /// <summary>A shape as a version has it.</summary>
    private static JsonObject In(JsonObject shape, string version) => new(shape
        .Where(field => field.Key != FieldName.Forms).Select(field => (Name: FieldName.Read(field.Key), field.Value))
        .Where(field => (field.Name.Since is null || ApiVersions.Compare(version, field.Name.Since) >= 0)
            && (field.Name.Before is null || ApiVersions.Compare(version, field.Name.Before) < 0))
        .Select(field => KeyValuePair.Create(field.Name.Name + (field.Name.IsSometimes ? "?" : ""), field.Value?.DeepClone())));

    private static bool Fits(JsonObject shape, JsonObject found) =>
        shape.Where(field => !field.Key.EndsWith('?')).All(field => found.ContainsKey(field.Key))
            && found.All(field => shape.ContainsKey(field.Key) || shape.ContainsKey(field.Key + "?"))
            && (shape["type"] is not { } type || type.ToString() == found["type"]?.ToString());

    private static bool IsList(string type) => type.EndsWith("list", StringComparison.Ordinal) || type == "pages";
}
