using System.Text.Json;
using System.Xml.Linq;

namespace Intercom.Shell.Tests;

/// <summary>
/// Every example of every cmdlet's help runs in the shell, each on a sandbox of its own, and its outcome (the outcome element beside its
/// code) is held.
/// One process runs them all. Outcomes.ps1 says what an outcome can use.
/// </summary>
public class HelpExampleTests
{
    private static readonly Lazy<Task<ILookup<string, Example>>> Examples = new(RunAll);

    public static TheoryData<string> Cmdlets => [.. Names()];

    [Theory, MemberData(nameof(Cmdlets))]
    public async Task The_examples_of_a_cmdlet_run_without_an_error(string cmdlet)
    {
        Example[] examples = [.. (await Examples.Value)[cmdlet]];
        Assert.True(examples.Length >= 2, $"{cmdlet} has {examples.Length} examples that ran.");
        Assert.All(examples, example => Assert.True(example.Errors.Length == 0, example.Say(example.Errors)));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public async Task The_outcome_of_each_example_of_a_cmdlet_holds(string cmdlet)
    {
        Example[] examples = [.. (await Examples.Value)[cmdlet]];
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.True(example.Faults.Length == 0, example.Say(example.Faults)));
    }

    /// <summary>Rejects an outcome that is missing, that is not true, or that is also true without the example.</summary>
    [Theory]
    [InlineData("", "has no outcome")]
    [InlineData("$true", "also true when the example does not run")]
    [InlineData("$output.Count -ge 0", "also true when the example does not run")]
    [InlineData("(Get-IntercomTag -Name VIP).Name -eq 'VIP'", "also true when the example does not run")]
    [InlineData("$output.Name -match 'VIP'", "Not true or false")]
    [InlineData("$output.Count -eq 13", "Not true: $output.Count -eq 13")]
    [InlineData("$writes.Count -eq 0; $output.Count -eq 12", "")]
    [InlineData("$calls[0].Path -eq 'tags'\n$names = $output.Name\n$names -contains 'VIP'", "")]
    public async Task An_outcome_that_checks_nothing_is_rejected(string outcome, string refusal)
    {
        string script = Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "Outcomes.ps1");
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-Command", $$"""
            . '{{script}}'
            Test-Outcome 'Get-IntercomTag' @'
            {{outcome}}
            '@ | ForEach-Object Text
            """);
        Assert.Equal("", result.Error);
        if (refusal.Length == 0) Assert.Equal("", result.Output);
        else Assert.Contains(refusal, result.Output, StringComparison.Ordinal);
    }

    private static async Task<ILookup<string, Example>> RunAll()
    {
        string script = Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "HelpExamples.ps1");
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", script);
        return result.Output.Split('\n').Where(line => line.StartsWith("{\"Cmdlet\"", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<Example>(line)!).ToLookup(example => example.Cmdlet);
    }

    private static IEnumerable<string> Names()
    {
        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
        XDocument help = XDocument.Load(Path.Combine(Repository.Root, "out", "Intercom", "en-US", "Intercom.PowerShell.dll-Help.xml"));
        return help.Descendants(command + "details").Select(details => details.Element(command + "name")!.Value);
    }

    /// <summary>One example as it went: Errors are those of its own code, Faults are what the outcome and the rules say.</summary>
    private sealed record Example(string Cmdlet, int Number, string Sentence, string Code, string Outcome, string[] Errors, string[] Faults)
    {
        public string Say(string[] failures) => $"""
            {Cmdlet}, example {Number}: {Sentence}
            {Code}
            Outcome:
            {Outcome}
            Failed:
            {string.Join('\n', failures)}
            """;
    }
}
