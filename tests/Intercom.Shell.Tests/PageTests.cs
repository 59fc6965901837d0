namespace Intercom.Shell.Tests;

/// <summary>The PowerShell blocks of the README and of the pages in docs run in the shell, in order, on the sandbox.</summary>
public class PageTests
{
    public static TheoryData<string> Pages => ["README.md", "docs/from-curl.md", "docs/SKILL.md"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_block_of_a_page_runs_without_an_error(string page)
    {
        var folder = Directory.CreateTempSubdirectory("page-test-");
        try
        {
            await Run(page, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Runs a copy of the page that imports the built module by its full path, in a folder with the file that blocks read.
    /// </summary>
    private static async Task Run(string page, string folder)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, page), TestContext.Current.CancellationToken);
        var module = Path.Combine(Repository.Root, "out", "Intercom");
        var copy = Path.Combine(folder, "page.md");
        await File.WriteAllTextAsync(copy, text.Replace("./out/Intercom", $"'{module}'", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "people.csv"), "Email,Name\nada@birch.example,Ada\nben@birch.example,Ben\n",
            TestContext.Current.CancellationToken);

        var script = Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "MarkdownBlocks.ps1");
        var result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", script, copy);

        Assert.Equal("", result.Error);
        string[][] blocks = [.. result.Output.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == 2)];
        Assert.Equal(File.ReadLines(copy).Count(line => line == "```powershell"), blocks.Length);
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(block[1].Length == 0, $"{page}, line {block[0]}: {block[1]}"));
    }
}
