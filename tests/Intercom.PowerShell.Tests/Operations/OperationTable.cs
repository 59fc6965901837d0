using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>One operation of Intercom's API, as its description has it.</summary>
internal sealed record ApiOperation(string Method, string Path, string[] Query, string Paging, string Retry, string[][] Required,
    IReadOnlyDictionary<string, string> Fields, string? Since, IReadOnlyDictionary<string, string> Newer)
{
    public string Key => $"{Method} {Path}";
}

/// <summary>The facts of the operations, read from operations.tsv of Intercom.Docs.</summary>
internal static class OperationTable
{
    public static IReadOnlyDictionary<string, ApiOperation> All { get; } = Read().ToDictionary(operation => operation.Key);

    /// <summary>A stated operation's key: its placeholders without their names.</summary>
    public static string KeyOf(string method, string path) => $"{method} {Regex.Replace(path, @"\{[^}]+\}", "{}")}";

    private static IEnumerable<ApiOperation> Read()
    {
        using var reader = new StreamReader(typeof(OperationTable).Assembly.GetManifestResourceStream("operations.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            var fields = Words(cells[6], ',').Select(field => field.Split('@')).ToArray();
            var query = Words(cells[2], ',').Select(key => key.Split('@')).ToArray();
            var newer = fields.Where(field => field.Length > 1).Select(field => (field[0].Split(':')[0], field[1]))
                .Concat(query.Where(key => key.Length > 1).Select(key => (key[0], key[1])));
            yield return new ApiOperation(cells[0], cells[1], [.. query.Select(key => key[0])], cells[3], cells[4], cells[5].Split('|')
                .Select(alternative => Words(alternative, ',')).ToArray(),
                fields.Select(field => field[0].Split(':')).ToDictionary(pair => pair[0], pair => pair[1]),
                cells.Length > 8 ? cells[8] : null,
                newer.ToDictionary(pair => pair.Item1, pair => pair.Item2));
        }
    }

    private static string[] Words(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
