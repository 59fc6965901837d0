using System.Text;
using System.Xml;
using System.Xml.Linq;
using Intercom.Docs.Views;

namespace Intercom.Docs;

/// <summary>
/// Makes what follows from the built module: its manifest, views and help, in the module, and the pages in docs/cmdlets.
/// </summary>
internal static class Program
{
    private const string Usage = """
        Makes what follows from the built module in out/Intercom.

        Intercom.Docs                                     writes docs/cmdlets/*.md, and the ids in about_Intercom_Errors
        Intercom.Docs check                               says which of them are missing or stale; exit code 1 when some are
        Intercom.Docs module <folder> <manifest> <views>  completes the module: the manifest with its exports, the views, the help
        Intercom.Docs measure                             prints the measures of the code; exit code 1 when one is over its limit
        Intercom.Docs tighten                             lowers the figures of limits.tsv to what they are now
        """;

    private static int Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case []: return WritePages();
                case ["check"]: return CheckPages();
                case ["module", var module, var manifest, var views]: return CompleteModule(module, manifest, views);
                case ["measure"]: return Measures.Print(FindRoot(), Console.Out);
                case ["tighten"]:
                    Console.WriteLine($"{Measures.Tighten(FindRoot())} figures are still allowed more than the limit.");
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or System.Management.Automation.RuntimeException)
        {
            Console.Error.WriteLine($"Intercom.Docs: {failure.Message}");
            return 1;
        }
    }

    /// <summary>
    /// Writes nothing where a declaration does not fit. The help comes last: the engine imports the module for it, as the manifest says.
    /// </summary>
    private static int CompleteModule(string module, string manifest, string views)
    {
        var types = new ModuleTypes(module);
        var declarations = ViewFile.Read(views);
        var exports = ManifestWriter.Write(File.ReadAllText(manifest), types.Cmdlets);
        var (format, members) = (FormatWriter.Write(declarations, types), TypesWriter.Write(declarations, types));
        File.WriteAllText(Path.Combine(module, "Intercom.psd1"), exports);
        Save(format, Path.Combine(module, "Intercom.Format.ps1xml"));
        Save(members, Path.Combine(module, "Intercom.Types.ps1xml"));
        var folder = Directory.CreateDirectory(Path.Combine(module, "en-US"));
        Save(MamlWriter.Write(HelpReader.Read(module)), Path.Combine(folder.FullName, "Intercom.PowerShell.dll-Help.xml"));
        return 0;
    }

    private static void Save(XDocument document, string path)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using var writer = XmlWriter.Create(path, settings);
        document.Save(writer);
    }

    private static int WritePages()
    {
        var root = FindRoot();
        var folder = Directory.CreateDirectory(PagesOf(root)).FullName;
        var pages = PagesNow(root);
        foreach (var path in Directory.GetFiles(folder))
        {
            if (!pages.ContainsKey(Path.GetFileName(path))) File.Delete(path);
        }
        foreach (var (name, text) in pages) File.WriteAllText(Path.Combine(folder, name), text);
        var topic = Path.Combine(root, ErrorTopic.File);
        File.WriteAllText(topic, ErrorTopic.Write(TextOf(topic)));
        Console.WriteLine($"{pages.Count} pages in docs/cmdlets.");
        return 0;
    }

    private static int CheckPages()
    {
        var root = FindRoot();
        var pages = PagesNow(root);
        string[] files = Directory.Exists(PagesOf(root)) ? Directory.GetFiles(PagesOf(root)) : [];
        var there = files.ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path).ReplaceLineEndings("\n"));
        string[] wrong =
        [
            .. pages.Keys.Where(name => !there.ContainsKey(name)).Select(name => $"docs/cmdlets/{name} is missing"),
            .. pages.Where(page => there.TryGetValue(page.Key, out var text) && text != page.Value)
                .Select(page => $"docs/cmdlets/{page.Key} is stale"),
            .. there.Keys.Where(name => !pages.ContainsKey(name)).Select(name => $"docs/cmdlets/{name} belongs to no cmdlet"),
            .. TextOf(Path.Combine(root, ErrorTopic.File)) is var topic && ErrorTopic.Write(topic) != topic
                ? new[] { $"{ErrorTopic.File} is stale" } : [],
        ];
        foreach (var line in wrong) Console.WriteLine(line);
        if (wrong.Length > 0) Console.WriteLine("Run 'dotnet run --project src/Intercom.Docs' after the build.");
        return wrong.Length == 0 ? 0 : 1;
    }

    private static SortedDictionary<string, string> PagesNow(string root) =>
        MarkdownWriter.Write(HelpReader.Read(Path.Combine(root, "out", "Intercom")));

    private static string TextOf(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string PagesOf(string root) => Path.Combine(root, "docs", "cmdlets");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException(
            $"Intercom.sln is in no folder above {AppContext.BaseDirectory}. Build the tool where the repository is.");
    }
}
