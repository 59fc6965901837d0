using System.Runtime.CompilerServices;
using Intercom.Query;

namespace Intercom.Client.Tests.Query;

/// <summary>
/// Every field with its type, operators, values and place in an answer, and the other names that lead to it, against Fields.txt beside
/// this file, whose names and types are those of the tables of version 2.14. INTERCOM_TEST_TEXTS=write writes it anew.
/// </summary>
public class FieldTableTests
{
    [Fact]
    public void The_fields_are_those_of_the_file()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "Fields.txt");
        string[] lines = [
            .. Enum.GetValues<SearchResource>().SelectMany(FieldCatalog.For).Select(Line),
            .. FieldTables.Aliases.Concat(FieldTables.Hints).Select(row => $"{row.Resource} {row.Word} means {row.Name}"),
            .. FieldTables.AnswerWords.Select(row => $"{row.Resource} {row.Name} '{row.Answer}' means '{row.Search}'"),
        ];
        if (Environment.GetEnvironmentVariable("INTERCOM_TEST_TEXTS") == "write") File.WriteAllLines(path, lines);
        Assert.Equal(File.ReadAllLines(path), lines);
    }

    private static string Line(SearchField field) => string.Concat(
        $"{field.Resource} {field.Name}: {field.Type} {QueryOperators.List(field.Operators)}",
        field.AlwaysSet ? ", always set" : "",
        field.KnownValues.Count == 0 ? "" : $", {(field.OnlyKnownValues ? "only" : "such as")} {string.Join(" ", field.KnownValues)}",
        field.PrintedName is null ? "" : $", printed as {field.PrintedName}",
        field.ItemPath == field.Name ? "" : $", at {field.ItemPath ?? "no place"}",
        FieldTables.KindOfId(field.Name) is { } kind ? $", id of {Intercom.Errors.Article(kind)}" : "",
        FieldTables.IsOwnId(field.Name) ? ", id of its own" : "");

    private static string Here([CallerFilePath] string path = "") => path;
}
