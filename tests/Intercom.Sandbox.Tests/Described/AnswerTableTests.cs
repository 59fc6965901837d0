using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>
/// The names and kinds of every object in the answers to calls.txt, kept in answers.txt. The description is not everywhere, and this
/// table is: it was written when the answers were valid. INTERCOM_TEST_TEXTS=write writes it anew.
/// </summary>
public sealed class AnswerTableTests
{
    [Fact]
    public async Task The_answers_have_the_names_and_kinds_of_the_table()
    {
        var found = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var call in await CallScript.RunAsync(new Workspace())) Add(found, call.Json, $"{call.Method} {Template(call.Line)}");
        var lines = found.Select(name => $"{name.Key}: {string.Join(" ", name.Value)}").ToList();
        if (Environment.GetEnvironmentVariable("INTERCOM_TEST_TEXTS") == "write") await File.WriteAllLinesAsync(Table(), lines);
        Assert.Equal(await File.ReadAllLinesAsync(Table()), lines);
    }

    /// <summary>An object is known by its type, and one without a type by where it is.</summary>
    private static void Add(SortedDictionary<string, SortedSet<string>> found, JsonNode? value, string place)
    {
        if (value is JsonArray list)
        {
            foreach (var item in list) Add(found, item, place + "[]");
        }
        if (value is not JsonObject fields) return;
        if (fields["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String) place = type.ToString();
        foreach (var (name, field) in fields)
        {
            var path = $"{place}.{name}";
            if (!found.TryGetValue(path, out var kinds)) found[path] = kinds = new SortedSet<string>(StringComparer.Ordinal);
            kinds.Add(field is null ? "null" : field.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? "boolean" : field.GetValueKind().ToString().ToLowerInvariant());
            // The names in these objects are those of the workspace.
            if (name is not ("custom_attributes" or "ticket_attributes" or "metadata" or "attributes")) Add(found, field, path);
        }
    }

    private static string Template(string line) => line.Split(' ')[1].Split('?')[0];

    private static string Table([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "answers.txt");
}
