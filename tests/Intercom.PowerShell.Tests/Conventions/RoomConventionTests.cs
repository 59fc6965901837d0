using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>
/// The rooms of the client and of the sandbox, held by reading their source: which folder may refer to which, and how long files
/// and lines may be.
/// </summary>
public class RoomConventionTests
{
    /// <summary>
    /// The rooms of the client, the lowest first: each may refer to those before it. A model and its converter know each other, so
    /// that these two folders are one room; the models' namespace is the root.
    /// </summary>
    private static readonly string[][] Client = [["Errors"], ["Dates"], ["Json", "Models"], ["Csv"], ["Http"], ["Query"], ["Paging"]];

    /// <summary>The rooms of the sandbox. Files at its root do not belong to a room.</summary>
    private static readonly string[][] Sandbox = [["Access"], ["Store"], ["Search"], ["Resources"], ["Seed"], ["Http"]];

    /// <summary>
    /// The rooms of the module. The engine serves all cmdlets, and does not name a single one. The parts of the binder know each other,
    /// and so do the script blocks of queries and of arguments. The errors use the words of the binder. Csv converts between objects and
    /// rows for three cmdlets, and reads lists with others.
    /// </summary>
    private static readonly string[][] Module =
    [
        ["Engine/Errors", "Engine/Files", "Engine/Streams", "Engine/Binding"], ["Engine/Lookup"], ["Engine/Session"],
        ["Engine/Planning"], ["Engine/Changes"], ["Engine/Sending"], ["Engine/Checkpoint"], ["Engine/Templates"],
        ["Engine/Completion"], ["Engine/Views"],
        ["Engine/Queries", "Engine/Binding/Reads"], ["Engine/Rules"], ["Engine/Commands"], ["Cmdlets", "Csv"], ["Module"],
    ];

    private const int MostFiles = 20;

    private static readonly string[] Projects =
    [
        "src/Intercom.Client", "src/Intercom.Sandbox", "src/Intercom.PowerShell", "src/Intercom.Docs", "src/Intercom.Shell",
        "tests/Intercom.Client.Tests",
        "tests/Intercom.Sandbox.Tests", "tests/Intercom.PowerShell.Tests", "tests/Intercom.Shell.Tests", "tests/Intercom.Reliability.Tests",
        "tests/Intercom.Benchmarks", "tests/Net472", "tests/Intercom.Loading", "tests/Mutation",
    ];

    [Fact]
    public void Folders_of_the_client_refer_one_way() => Assert.Empty(Arrows.Wrong("src/Intercom.Client", Client));

    [Fact]
    public void Folders_of_the_sandbox_refer_one_way() => Assert.Empty(Arrows.Wrong("src/Intercom.Sandbox", Sandbox));

    [Fact]
    public void Folders_of_the_module_refer_one_way() => Assert.Empty(Arrows.Wrong("src/Intercom.PowerShell", Module));

    [Theory]
    [InlineData("var made = new Widget(1);", true)]
    [InlineData("return Widget.Of(1);", true)]
    [InlineData("if (item is Widget { Id: 1 }) return;", true)]
    [InlineData("var text = $\"{Widget.Count} of {all}\";", true)]
    [InlineData("List<Widget> all = [];", true)]
    [InlineData("var text = \"Widget\"; // Widget", false)]
    [InlineData("public string Widget => \"\";", false)]
    [InlineData("item.Widget = 1;", false)]
    [InlineData("new Item { Widget = 1 }", false)]
    public void What_counts_as_the_use_of_a_type_is_known(string code, bool isUse) =>
        Assert.Equal(isUse, Arrows.Names(Arrows.Code(code)).Contains("Widget"));

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        Assert.Empty(Arrows.WithoutPlace("src/Intercom.Client", Client));
        Assert.Empty(Arrows.WithoutPlace("src/Intercom.Sandbox", Sandbox));
        Assert.Empty(Arrows.WithoutPlace("src/Intercom.PowerShell", Module));
    }

    [Fact]
    public void No_folder_of_the_sources_has_more_than_20_files() => Assert.Empty(
        from folder in Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal)).SelectMany(Files)
            .GroupBy(file => Path.GetDirectoryName(file)!)
        where folder.Count() > MostFiles
        select $"{folder.Key} has {folder.Count()} files");

    [Fact]
    public void No_source_file_is_longer_than_250_lines() => Assert.All(
        Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal)).SelectMany(Files),
        file => Assert.True(File.ReadLines(file).Count() <= 250, file));

    [Fact]
    public void No_line_is_longer_than_140_characters() => Assert.Empty(
        from file in Projects.SelectMany(Files)
        from line in File.ReadLines(file).Select((text, number) => (text, number))
        where line.text.Length > 140
        select $"{file}:{line.number + 1}");

    [Fact]
    public void The_life_of_a_call_is_in_ten_files_that_exist()
    {
        var page = File.ReadAllText(Path.Combine(BuiltModule.Root, "docs/architecture.md"));
        var sentence = Regex.Match(page, @"open ten files[^.:]*:([^.]|\.\w)*");
        var names = Regex.Matches(sentence.Value, "`([^`]+)`").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, names.Count);
        var files = Projects.SelectMany(Files).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.DoesNotContain(names, name => !files.Contains(name));
    }

    [Fact]
    public void No_line_ends_with_blanks() => Assert.Empty(
        from file in Projects.SelectMany(Files)
        from line in File.ReadLines(file).Select((text, number) => (text, number))
        where line.text.TrimEnd() != line.text
        select $"{file}:{line.number + 1}");

    [Fact]
    public void No_file_repeats_a_global_using() => Assert.Empty(
        from project in AllProjects()
        let declared = GlobalUsings(project)
        from file in Files(project)
        from line in File.ReadLines(file)
        let named = Regex.Match(line, @"^using ([\w.]+);")
        where named.Success && declared.Contains(named.Groups[1].Value)
        select $"{file}: {line}");

    private static IEnumerable<string> AllProjects() =>
        from folder in new[] { "src", "tests" }
        from path in Directory.GetFiles(Path.Combine(BuiltModule.Root, folder), "*.csproj", SearchOption.AllDirectories)
        select Path.GetRelativePath(BuiltModule.Root, Path.GetDirectoryName(path)!);

    private static HashSet<string> GlobalUsings(string project)
    {
        var files = Directory.GetFiles(Path.Combine(BuiltModule.Root, project), "*.csproj")
            .Prepend(Path.Combine(BuiltModule.Root, "Directory.Build.props"));
        var usings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declared in files.SelectMany(file => XDocument.Load(file).Descendants("Using")))
        {
            if (declared.Attribute("Include")?.Value is { } added) usings.Add(added);
            if (declared.Attribute("Remove")?.Value is { } removed) usings.Remove(removed);
        }
        return usings;
    }

    internal static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[\\/](obj|bin)[\\/]"));
}
