namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>One case of a file in Cases: a script, what it writes, and what its error says.</summary>
/// <param name="Title">What the case is about, in one sentence.</param>
/// <param name="Script">The lines of PowerShell.</param>
/// <param name="Output">Each output as text (<c>#> </c>); null where no line says.</param>
/// <param name="Error">The id of the one error (<c>#! </c>); null where there must be none.</param>
internal sealed record SandboxCase(string Title, string Script, IReadOnlyList<string>? Output, string? Error);

/// <summary>
/// The cases of one file in Cases: blocks between blank lines that begin with their title as a comment. "Before each" and "After each" are
/// run with every case; a block of comments alone is about the file.
/// </summary>
internal sealed class SandboxCases
{
    private static readonly string Folder = Path.Combine(BuiltModule.Root, "tests", "Intercom.PowerShell.Tests", "Sandbox", "Cases");

    private SandboxCases(string name)
    {
        var blocks = File.ReadAllText(Path.Combine(Folder, name + ".ps1")).ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Trim('\n').Split('\n')).Where(lines => lines.Any(line => line[0] != '#')).Select(Read).ToList();
        Before = blocks.SingleOrDefault(block => block.Title == "Before each")?.Script ?? "";
        After = blocks.SingleOrDefault(block => block.Title == "After each")?.Script ?? "";
        All = blocks.Where(block => block.Title is not ("Before each" or "After each")).ToList();
    }

    public string Before { get; }

    public string After { get; }

    public IReadOnlyList<SandboxCase> All { get; }

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.ps1").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static SandboxCases Of(string name) => new(name);

    private static SandboxCase Read(string[] lines)
    {
        string[] Marked(string mark) =>
        [
            .. lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..].TrimStart(' ')),
        ];

        if (!lines[0].StartsWith("# ", StringComparison.Ordinal)) throw new InvalidDataException($"A case has no title: {lines[0]}");
        var output = Marked("#>");
        var script = string.Join('\n', lines.Where(line => line[0] != '#'));
        return new SandboxCase(lines[0][2..], script, output.Length == 0 ? null : output, Marked("#!").SingleOrDefault());
    }
}
