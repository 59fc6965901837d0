using System.Text.Json;

namespace Intercom.Shell.Tests;

/// <summary>The PowerShell blocks of the README and of the pages in docs run in the shell, in order, on the sandbox.</summary>
public class PageTests
{
    private const string Guide = "docs/SKILL.md";

    private static readonly string Scripts = Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests");

    public static TheoryData<string> Pages => ["README.md", "docs/from-curl.md", Guide, "docs/testing-runbooks.md"];

    [Theory, MemberData(nameof(Pages))]
    public Task Every_block_of_a_page_runs_without_an_error(string page) => WithCopy(page, async copy =>
    {
        var result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", Path.Combine(Scripts, "MarkdownBlocks.ps1"), copy);

        Assert.Equal("", result.Error);
        string[][] blocks = [.. result.Output.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == 2)];
        Assert.Equal(BlocksOf(copy), blocks.Length);
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(block[1].Length == 0, $"{page}, line {block[0]}: {block[1]}"));
    });

    /// <summary>An assistant reads the whole guide each time, and all that its blocks print.</summary>
    [Fact]
    public Task The_guide_for_assistants_is_short_and_so_is_what_its_blocks_print() => WithCopy(Guide, async copy =>
    {
        const int MostLines = 250, MostPrinted = 40;
        Assert.InRange(File.ReadLines(copy).Count(), 1, MostLines - 1);
        var result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", Path.Combine(Scripts, "Screens.ps1"), copy);

        Assert.Equal("", result.Error);
        // The lines between are those of -WhatIf.
        string[] screens = [.. result.Output.Split('\n').Where(line => line.StartsWith('"'))
            .Select(line => JsonSerializer.Deserialize<string>(line)!)];
        Assert.Equal(BlocksOf(copy), screens.Length);
        Assert.All(screens, screen => Assert.True(screen.Split('\n').Length <= MostPrinted, screen));
    });

    /// <summary>The files of tests that the page shows are marked as <c>pwsh</c>.</summary>
    [Fact]
    public Task The_Pester_files_of_the_page_on_testing_pass() => WithCopy("docs/testing-runbooks.md", async copy =>
    {
        const string Start = "\n```pwsh\n", End = "\n```";
        var text = (await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        string[] files = [.. text.Split(Start).Skip(1).Select(block => block[..block.IndexOf(End, StringComparison.Ordinal)])];
        Assert.Equal(2, files.Length);
        for (int place = 0; place < files.Length; place++)
        {
            var path = Path.Combine(Path.GetDirectoryName(copy)!, $"Page{place}.Tests.ps1");
            await File.WriteAllTextAsync(path, files[place], TestContext.Current.CancellationToken);
            await PesterTests.Run(path);
        }
    });

    private static int BlocksOf(string copy) => File.ReadLines(copy).Count(line => line == "```powershell");

    /// <summary>
    /// Writes a copy of the page that imports the built module by its full path, in a folder with the file that blocks read.
    /// </summary>
    private static async Task WithCopy(string page, Func<string, Task> test)
    {
        var folder = Directory.CreateTempSubdirectory("page-test-").FullName;
        try
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, page), TestContext.Current.CancellationToken);
            var module = Path.Combine(Repository.Root, "out", "Intercom");
            var copy = Path.Combine(folder, "page.md");
            await File.WriteAllTextAsync(copy, text.Replace("./out/Intercom", $"'{module}'", StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "people.csv"), "Email,Name\nada@birch.example,Ada\nben@birch.example,Ben\n",
                TestContext.Current.CancellationToken);
            await test(copy);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
