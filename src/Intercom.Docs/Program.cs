using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace Intercom.Docs;

/// <summary>
/// Makes the help out of the built module and the comments in its code: the MAML that Get-Help reads, in the module, and the pages in docs/cmdlets.
/// </summary>
internal static class Program
{
    private const string Usage = """
        Makes the help of the cmdlets from the built module in out/Intercom.

        Intercom.Docs                writes docs/cmdlets/*.md
        Intercom.Docs check          says which of them are missing or stale; exit code 1 when some are
        Intercom.Docs maml <module>  writes en-US/Intercom.PowerShell.dll-Help.xml in the folder of the module
        Intercom.Docs measure        prints the measures of the code; exit code 1 when one is over its limit
        Intercom.Docs tighten        lowers the figures of limits.tsv to what they are now
        """;

    private static int Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case []: return WritePages();
                case ["check"]: return CheckPages();
                case ["maml", var module]: return WriteMaml(module);
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
            Console.Error.WriteLine($"The help was not made: {failure.Message}");
            return 1;
        }
    }

    private static int WriteMaml(string module)
    {
        var folder = Directory.CreateDirectory(Path.Combine(module, "en-US"));
        using var writer = XmlWriter.Create(Path.Combine(folder.FullName, "Intercom.PowerShell.dll-Help.xml"), new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        MamlWriter.Write(HelpReader.Read(module)).Save(writer);
        return 0;
    }

    private static int WritePages()
    {
        var root = FindRoot();
        var folder = Directory.CreateDirectory(PagesOf(root)).FullName;
        var pages = PagesNow(root);
        foreach (var path in Directory.GetFiles(folder).Where(path => !pages.ContainsKey(Path.GetFileName(path)))) File.Delete(path);
        foreach (var (name, text) in pages) File.WriteAllText(Path.Combine(folder, name), text);
        Console.WriteLine($"{pages.Count} pages in docs/cmdlets.");
        return 0;
    }

    private static int CheckPages()
    {
        var root = FindRoot();
        var pages = PagesNow(root);
        var there = Directory.Exists(PagesOf(root)) ? Directory.GetFiles(PagesOf(root)).ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path).ReplaceLineEndings("\n")) : [];
        string[] wrong =
        [
            .. pages.Keys.Where(name => !there.ContainsKey(name)).Select(name => $"docs/cmdlets/{name} is missing"),
            .. pages.Where(page => there.TryGetValue(page.Key, out var text) && text != page.Value).Select(page => $"docs/cmdlets/{page.Key} is stale"),
            .. there.Keys.Where(name => !pages.ContainsKey(name)).Select(name => $"docs/cmdlets/{name} belongs to no cmdlet"),
        ];
        foreach (var line in wrong) Console.WriteLine(line);
        if (wrong.Length > 0) Console.WriteLine("Run 'dotnet run --project src/Intercom.Docs' after the build.");
        return wrong.Length == 0 ? 0 : 1;
    }

    private static SortedDictionary<string, string> PagesNow(string root) => MarkdownWriter.Write(HelpReader.Read(Path.Combine(root, "out", "Intercom")));

    private static string PagesOf(string root) => Path.Combine(root, "docs", "cmdlets");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"Intercom.sln is in no folder above {AppContext.BaseDirectory}. Build the tool where the repository is.");
    }
}
