namespace Intercom.Shell.Tests;

/// <summary>The blocks of PowerShell on the pages of docs run in the shell, one after the other, on the sandbox.</summary>
public class PageTests
{
    public static TheoryData<string> Pages => ["from-curl.md", "SKILL.md"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_block_of_a_page_runs_without_an_error(string page)
    {
        string path = Path.Combine(Repository.Root, "docs", page);
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "MarkdownBlocks.ps1"), path);
        Assert.Equal("", result.Error);
        string[][] blocks = [.. result.Output.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == 2)];
        Assert.Equal(File.ReadLines(path).Count(line => line == "```powershell"), blocks.Length);
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(block[1].Length == 0, $"{page}, line {block[0]}: {block[1]}"));
    }
}
