using System.Text.RegularExpressions;

namespace Intercom.Docs;

/// <summary>The page of Intercom's own documentation for each operation.</summary>
internal static class OperationPages
{
    private const string Root = "https://developers.intercom.com/docs/references/";
    private static readonly Dictionary<string, string> Pages = Read().ToDictionary(line => $"{line[0]} {line[1]}", Address);

    /// <summary>The address of the page.</summary>
    /// <exception cref="InvalidDataException">The operation is not in the table.</exception>
    public static string Of(string method, string path)
    {
        if (Pages.TryGetValue($"{method} {Regex.Replace(path, @"\{[^}]+\}", "{}")}", out var page)) return page;
        throw new InvalidDataException(
            $"{method} {path} is not in operations.tsv. Correct the path on its cmdlet, or add it to the table.");
    }

    /// <summary>The page in the version that the ninth column names, or in 2.14.</summary>
    private static string Address(string[] line) =>
        $"{Root}{(line.Length > 8 ? line[8].ToLowerInvariant() : "2.14")}/rest-api/api.intercom.io/{line[7]}";

    private static IEnumerable<string[]> Read()
    {
        using var reader = new StreamReader(typeof(OperationPages).Assembly.GetManifestResourceStream("operations.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) yield return line.Split('\t');
        }
    }
}
