using System.Text.RegularExpressions;

namespace Intercom.Docs;

/// <summary>One figure of the code: what is counted, where, and how much it is.</summary>
/// <param name="Kind">The measure, as limits.tsv names it.</param>
/// <param name="Name">The file, or the project.</param>
/// <param name="Value">Lines, hooks or tenths of a percent, as <paramref name="Kind"/> says.</param>
internal sealed record Figure(string Kind, string Name, int Value);

/// <summary>
/// The measures of the code that docs/architecture.md states, and their limits. A file or project that is over its limit is listed in
/// limits.tsv with what it is allowed, a number that may only shrink.
/// </summary>
internal static class Measures
{
    public const string FileLines = "file-lines";
    public const string CmdletLines = "cmdlet-lines";
    public const string LongLines = "long-lines-per-mille";
    public const string BaseLines = "write-base-lines";
    public const string BaseHooks = "write-base-hooks";
    public const string ViewLines = "view-lines";

    /// <summary>The longest line, in characters.</summary>
    public const int LineLength = 140;

    /// <summary>The limit of each measure, where limits.tsv allows no more.</summary>
    public static IReadOnlyDictionary<string, int> Limits { get; } = new Dictionary<string, int>
    {
        [FileLines] = 250, [CmdletLines] = 90, [LongLines] = 0, [BaseLines] = 250, [BaseHooks] = 2, [ViewLines] = 300,
    };

    private const string Engine = "src/Intercom.PowerShell/";

    /// <summary>Every figure that has a limit, for the repository in a folder.</summary>
    public static IReadOnlyList<Figure> Of(string root)
    {
        var sources = Sources(Path.Combine(root, "src")).ToDictionary(path => Relative(root, path), File.ReadAllLines);
        var writeBase = sources.Where(file => IsWriteBase(file.Value)).SelectMany(file => file.Value).ToArray();
        return
        [
            .. sources.Select(file => new Figure(FileLines, Path.GetFileName(file.Key), file.Value.Length)),
            .. sources.Where(file => file.Key.StartsWith(Engine + "Cmdlets/", StringComparison.Ordinal))
                .GroupBy(file => ClassOf(file.Key))
                .Select(parts => new Figure(CmdletLines, parts.Key, parts.Sum(file => BesideParameters(file.Value)))),
            .. sources.GroupBy(file => file.Key.Split('/')[1], file => file.Value)
                .Select(project => new Figure(LongLines, project.Key, PerMille(project.SelectMany(lines => lines)))),
            new Figure(BaseLines, "IntercomWriteCommand", writeBase.Length),
            new Figure(BaseHooks, "IntercomWriteCommand", writeBase.Count(IsHook)),
            new Figure(ViewLines, "Intercom.PowerShell", Declarations(root)),
        ];
    }

    /// <summary>What limits.tsv allows beyond the limits: kind, name, and the most that it may be.</summary>
    public static IReadOnlyList<Figure> Allowed(string root) =>
        [.. File.ReadAllLines(AllowedPath(root)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => new Figure(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture)))];

    /// <summary>The figures beyond what they may be, each as a sentence.</summary>
    public static IReadOnlyList<string> Broken(string root)
    {
        var allowed = Allowed(root).ToDictionary(figure => (figure.Kind, figure.Name), figure => figure.Value);
        return
        [
            .. from figure in Of(root)
               let limit = Math.Max(Limits[figure.Kind], allowed.GetValueOrDefault((figure.Kind, figure.Name)))
               where figure.Value > limit
               select $"{figure.Kind} of {figure.Name} is {figure.Value}, and may be {limit}.",
        ];
    }

    /// <summary>Writes limits.tsv anew with what is still over a limit; no number in it grows. Returns how many lines are left.</summary>
    public static int Tighten(string root)
    {
        var now = Of(root).GroupBy(figure => (figure.Kind, figure.Name))
            .ToDictionary(group => group.Key, group => group.Max(figure => figure.Value));
        var comment = File.ReadAllLines(AllowedPath(root)).Where(line => line.StartsWith('#'));
        var left = Allowed(root)
            .Select(figure => figure with { Value = Math.Min(figure.Value, now.GetValueOrDefault((figure.Kind, figure.Name))) })
            .Where(figure => figure.Value > Limits[figure.Kind]).ToList();
        File.WriteAllLines(AllowedPath(root), [.. comment, .. left.Select(figure => $"{figure.Kind}\t{figure.Name}\t{figure.Value}")]);
        return left.Count;
    }

    /// <summary>Prints the measures.</summary>
    public static int Print(string root, TextWriter output)
    {
        var figures = Of(root);
        int One(string kind) => figures.Single(figure => figure.Kind == kind).Value;
        output.WriteLine($"The write base: {One(BaseLines)} lines in all its parts, {One(BaseHooks)} hooks "
            + $"(limits {Limits[BaseLines]} and {Limits[BaseHooks]})");
        PrintOver(figures, FileLines, "Files in src over {0} lines", output);
        PrintOver(figures, CmdletLines, "Cmdlet classes, with all their parts, over {0} lines besides parameters and their documentation",
            output);
        output.WriteLine($"Lines of C# over {LineLength} characters, share of each project:");
        foreach (var (project, lines) in Projects(root))
        {
            output.WriteLine($"    {PerMille(lines) / 10.0,5:0.0} %  {lines.Count(IsLong),5} of {lines.Count,6}  {project}");
        }
        output.WriteLine($"Lines of views, aliases and exports that are written by hand: {One(ViewLines)} (limit {Limits[ViewLines]})");
        output.WriteLine($"A new listing operation, as CONTRIBUTING.md states it: {OperationCost(root) ?? "not stated"}");
        var broken = Broken(root);
        foreach (var line in broken) output.WriteLine("Over its limit: " + line);
        output.WriteLine($"{Allowed(root).Count} figures are allowed more than the limit in limits.tsv.");
        return broken.Count == 0 ? 0 : 1;
    }

    private static void PrintOver(IReadOnlyList<Figure> figures, string kind, string title, TextWriter output)
    {
        var over = figures.Where(figure => figure.Kind == kind && figure.Value > Limits[kind])
            .OrderByDescending(figure => figure.Value).ToList();
        output.WriteLine($"{string.Format(CultureInfo.InvariantCulture, title, Limits[kind])}: {over.Count}");
        foreach (var figure in over) output.WriteLine($"    {figure.Value,5}  {figure.Name}");
    }

    private static IEnumerable<(string Project, List<string> Lines)> Projects(string root) =>
        from top in new[] { "src", "tests" }
        from folder in Directory.GetDirectories(Path.Combine(root, top)).OrderBy(path => path, StringComparer.Ordinal)
        let lines = Sources(folder).SelectMany(File.ReadAllLines).ToList()
        where lines.Count > 0
        select (Relative(root, folder), lines);

    /// <summary>The lines of a cmdlet's file without those of its parameters: documentation, attributes and declaration.</summary>
    internal static int BesideParameters(IReadOnlyList<string> lines)
    {
        var count = lines.Count;
        var start = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].TrimStart();
            if (line.StartsWith("///", StringComparison.Ordinal) || line.StartsWith('[')) continue;
            var isParameter = line.StartsWith("public ", StringComparison.Ordinal) && lines.Skip(start).Take(i - start).Any(IsParameter);
            if (isParameter) count -= i - start + 1;
            start = i + 1;
        }
        return count;
    }

    /// <summary>The file of a class, for all its parts: <c>GetTagCommand.cs</c> for <c>GetTagCommand.Reading.cs</c>.</summary>
    private static string ClassOf(string path) => Path.GetFileName(path).Split('.')[0] + ".cs";

    private static bool IsParameter(string line) => Regex.IsMatch(line, @"^\s*\[(.*[,\s])?Parameter[\](,]");

    /// <summary>The views, alias ids and exports that a person keeps.</summary>
    private static int Declarations(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, Engine, "Module"), "*", SearchOption.TopDirectoryOnly)
            .Where(path => Path.GetFileName(path) != "ThirdPartyNotices.txt" && !path.EndsWith(".cs", StringComparison.Ordinal))
            .Sum(path => File.ReadAllLines(path).Length)
        + File.ReadAllLines(Path.Combine(root, "Intercom.psd1"))
            .Count(line => Regex.IsMatch(line, @"^\s+'[A-Z][a-z]+-Intercom[A-Za-z]*'\s*$"));

    /// <summary>The sentence of CONTRIBUTING.md that counts the files and lines of a new listing operation.</summary>
    private static string? OperationCost(string root) =>
        File.ReadLines(Path.Combine(root, "CONTRIBUTING.md")).SkipWhile(line => !Regex.IsMatch(line, "^#+ What a listing costs"))
            .FirstOrDefault(line => Regex.IsMatch(line, @"\d+ files and \d+ lines"))?.Trim();

    private static bool IsWriteBase(IEnumerable<string> lines) => lines.Any(line => Regex.IsMatch(line, @"\bclass IntercomWriteCommand\b"));

    private static bool IsHook(string line) => Regex.IsMatch(line, @"^\s+(private )?protected (internal )?(virtual|abstract) ");

    private static bool IsLong(string line) => line.Length > LineLength;

    private static int PerMille(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return (int)Math.Ceiling(1000.0 * all.Count(IsLong) / Math.Max(1, all.Count));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Regex.IsMatch(path, @"[\\/](bin|obj)[\\/]")).OrderBy(path => path, StringComparer.Ordinal);

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static string AllowedPath(string root) => Path.Combine(root, "tests", "Intercom.PowerShell.Tests", "Data", "limits.tsv");
}
