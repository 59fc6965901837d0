using System.Text.Json;
using System.Text.RegularExpressions;

namespace Intercom.Shell.Tests;

/// <summary>
/// The screens of the README and of docs/screens.md are what comes out. Dates and times of day, which move with the clock, are not
/// compared. INTERCOM_TEST_SCREENS=write puts what comes out now into the page.
/// </summary>
public partial class ScreenTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/screens.md")]
    public async Task The_screens_of_the_page_are_what_comes_out(string name)
    {
        string path = Path.Combine(Repository.Root, name);
        string page = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        Match[] blocks = [.. Block().Matches(page).Cast<Match>()];
        Assert.NotEmpty(blocks);
        string[] screens = await ScreensOf(blocks);
        Assert.Equal(blocks.Length, screens.Length);
        if (Environment.GetEnvironmentVariable("INTERCOM_TEST_SCREENS") == "write")
        {
            int next = 0;
            await File.WriteAllTextAsync(path, Block().Replace(page, block => $"{block.Groups[1].Value}{screens[next++]}\n```"),
                TestContext.Current.CancellationToken);
            return;
        }
        Assert.All(blocks.Zip(screens), pair => Assert.Equal(Timeless(pair.First.Groups[2].Value.TrimEnd('\n')), Timeless(pair.Second)));
    }

    /// <summary>Runs the blocks that have a screen, without the other blocks of the page.</summary>
    private static async Task<string[]> ScreensOf(Match[] blocks)
    {
        string copy = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(copy, string.Concat(blocks.Select(block => block.Groups[1].Value + "```\n")),
                TestContext.Current.CancellationToken);
            ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-File",
                Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "Screens.ps1"), copy);
            Assert.Equal("", result.Error);
            return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<string>(line)!)];
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>What is left when the clock is taken away; runs of blanks and of lines under headings shrink with it.</summary>
    private static string Timeless(string screen) => Blanks().Replace(Moment().Replace(screen, "#"), " ");

    /// <summary>A block of PowerShell and the screen behind it.</summary>
    [GeneratedRegex("(```powershell\n(?:(?!```).*\n)+```\n+```text\n)((?:(?!```).*\n)*)```")]
    private static partial Regex Block();

    [GeneratedRegex(
        @"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d\d:\d\d(:\d\d)?(Z|\.\d+)?)?|\d\d:\d\d:\d\d|\d+ (ms|min|h|d)\b|\b1[5-9]\d{8}\b"
        + "|[0-9a-f]{8}-5a4d-4000-8000-[0-9a-f]{12}")]
    private static partial Regex Moment();

    [GeneratedRegex(" +|-{2,}")]
    private static partial Regex Blanks();
}
