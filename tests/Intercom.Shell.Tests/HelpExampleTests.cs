using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace Intercom.Shell.Tests;

/// <summary>Every example of every cmdlet's help runs in the shell, each on a sandbox of its own. One process runs them all.</summary>
public class HelpExampleTests
{
    private static readonly Lazy<Task<ILookup<string, string>>> Failures = new(RunAll);

    public static TheoryData<string> Cmdlets => [.. Names()];

    [Theory, MemberData(nameof(Cmdlets))]
    public async Task The_examples_of_a_cmdlet_run_without_an_error(string cmdlet)
    {
        string[] results = [.. (await Failures.Value)[cmdlet]];
        Assert.True(results.Length >= 2, $"{cmdlet} has {results.Length} examples that ran.");
        Assert.All(results, failure => Assert.Equal("", failure));
    }

    private static async Task<ILookup<string, string>> RunAll()
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "HelpExamples.ps1"));
        return result.Output.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == 3)
            .ToLookup(cells => cells[0], cells => cells[2].Length == 0 ? "" : $"Example {cells[1]}: {cells[2]}");
    }

    private static IEnumerable<string> Names()
    {
        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
        XDocument help = XDocument.Load(Path.Combine(Repository.Root, "out", "Intercom", "en-US", "Intercom.PowerShell.dll-Help.xml"));
        return help.Descendants(command + "details").Select(details => details.Element(command + "name")!.Value);
    }
}
