using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Intercom.Shell.Tests;

/// <summary>The runbooks of docs/examples run in the shell as they stand, on the sandbox.</summary>
public class ExampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "examples");

    public static TheoryData<string> Examples => [.. Directory.GetFiles(Folder, "*.ps1").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Examples))]
    public async Task An_example_runs_to_its_end_without_an_error(string example)
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", Path.Combine(Folder, example));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.True(result.Output.Split('\n').Length > 10, result.Output);
    }
}
