using System.Reflection;
using System.Xml.Linq;

namespace Intercom.PowerShell.Tests;

/// <summary>What Get-Help and the pages in docs/cmdlets say, held against the cmdlets.</summary>
public class HelpTests
{
    private static readonly string Folder = Path.Combine(BuiltModule.Root, "out", "Intercom", "en-US");
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly Dictionary<string, XElement> Written = XDocument.Load(Path.Combine(Folder,
        "Intercom.PowerShell.dll-Help.xml")).Root!.Elements(Command + "command")
        .ToDictionary(command => command.Element(Command + "details")!.Element(Command + "name")!.Value);

    public static TheoryData<string> Names => new(BuiltModule.Cmdlets.Select(BuiltModule.NameOf));

    public static TheoryData<string> Topics =>
        new("about_Intercom", "about_Intercom_Connections", "about_Intercom_Queries", "about_Intercom_Pipelines", "about_Intercom_Sandbox",
        "about_Intercom_Errors");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_help_of_a_cmdlet_is_whole(string name)
    {
        var help = Assert.Contains(name, Written);
        Assert.True(help.Element(Command + "details")!.Element(Maml + "description")!.Value.Length > 10, "no synopsis");
        Assert.NotEmpty(help.Element(Maml + "description")!.Value);
        Assert.NotEmpty(help.Element(Command + "syntax")!.Elements());
        Assert.NotEmpty(help.Element(Command + "returnValues")!.Elements());
        Assert.NotEmpty(help.Element(Command + "relatedLinks")!.Elements());
        var described = help.Element(Command + "parameters")!.Elements()
            .ToDictionary(parameter => parameter.Element(Maml + "name")!.Value, parameter =>
            parameter.Element(Maml + "description")!.Value);
        foreach (var parameter in BuiltModule.Parameters(BuiltModule.Cmdlets.Single(command => BuiltModule.NameOf(command) == name)))
        {
            if (parameter.GetCustomAttributes<ParameterAttribute>().All(set => set.DontShow)) continue;
            Assert.True(described.TryGetValue(parameter.Name, out var text) && text.Length > 5, $"-{parameter.Name} is not described");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_has_two_examples_each_with_a_word_on_what_it_does(string name)
    {
        var examples = Written[name].Element(Command + "examples")!.Elements().ToList();
        Assert.True(examples.Count >= 2,
            $"{name} has {examples.Count} examples. Write <example> elements with <para> and <code> in the comment of its class.");
        Assert.All(examples, example =>
        {
            Assert.True(example.Element(Dev + "remarks")!.Value.Length > 10, "an example does not say what it does");
            Assert.Contains("Intercom", example.Element(Dev + "code")!.Value, StringComparison.Ordinal);
        });
    }

    /// <summary>The outcomes, which tests hold, stay in the comments of the code.</summary>
    [Fact]
    public void No_outcome_of_an_example_reaches_a_reader()
    {
        var pages = Directory.GetFiles(Path.Combine(BuiltModule.Root, "docs", "cmdlets"), "*.md")
            .Append(Path.Combine(Folder, "Intercom.PowerShell.dll-Help.xml"));
        Assert.All(pages, page =>
        {
            var text = File.ReadAllText(page);
            Assert.DoesNotContain("outcome>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("$output", text, StringComparison.Ordinal);
            Assert.DoesNotContain("$writes", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Online_links_lead_to_the_page_of_the_operation()
    {
        var links = Written["Close-IntercomConversation"].Descendants(Maml + "uri").Select(uri => uri.Value);
        Assert.Contains("https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/conversations/manageconversation",
            links);
        Assert.Contains("Open-IntercomConversation", Written["Close-IntercomConversation"].Descendants(Maml + "linkText")
            .Select(text => text.Value));
    }

    [Fact]
    public void Get_Help_finds_the_help_of_the_module_without_a_network()
    {
        using var shell = new Shell();
        var help = shell.Do("Get-Help Get-IntercomContact -Full").Output.Single();
        Assert.StartsWith("Gets contacts", (string)help.Properties["Synopsis"].Value, StringComparison.Ordinal);
        Assert.Contains("Get-IntercomContact -ExternalId user-1", shell.Screen("Get-Help Get-IntercomContact -Examples"),
            StringComparison.Ordinal);
        var parameter = shell.Do("Get-Help Get-IntercomContact -Parameter Expand").Output.Single();
        Assert.Equal("false", parameter.Properties["required"].Value.ToString());
        Assert.Contains("Accepted values: Tags, Notes, Companies.", shell.Screen("Get-Help Get-IntercomContact -Parameter Expand"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_in_docs_are_those_that_the_code_makes()
    {
        var (code, said, error) = DocsTool.Run("check");
        Assert.True(code == 0, said + error);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_is_there_with_a_short_description(string topic)
    {
        var text = File.ReadAllText(Path.Combine(Folder, topic + ".help.txt"));
        Assert.StartsWith($"TOPIC\n    {topic}\n\nSHORT DESCRIPTION\n    ", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(text.ReplaceLineEndings("\n").Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }
}
