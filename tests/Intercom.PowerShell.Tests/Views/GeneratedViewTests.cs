using System.Management.Automation.Language;
using System.Xml.Linq;

namespace Intercom.PowerShell.Tests.Views;

/// <summary>What the build makes of Views.txt: the views and the members that PowerShell adds to our types.</summary>
public class GeneratedViewTests
{
    private static readonly string Module = Path.Combine(BuiltModule.Root, "out", "Intercom");
    private static readonly string Declarations = Path.Combine(BuiltModule.Root, "src", "Intercom.PowerShell", "Module", "Views.txt");
    private static readonly XElement Types = XDocument.Load(Path.Combine(Module, "Intercom.Types.ps1xml")).Root!;

    /// <summary>ConstrainedLanguage reads properties of any type and calls methods of a few.</summary>
    [Fact]
    public void Scripts_of_views_call_no_method_and_no_command()
    {
        var scripts = XDocument.Load(Path.Combine(Module, "Intercom.Format.ps1xml")).Descendants("ScriptBlock")
            .Select(script => script.Value);
        Assert.All(scripts, script =>
        {
            var syntax = Parser.ParseInput(script, out _, out var errors);
            Assert.Empty(errors);
            Assert.Null(syntax.Find(part =>
                part is InvokeMemberExpressionAst or CommandAst or ConvertExpressionAst, searchNestedScriptBlocks: true));
        });
    }

    [Fact]
    public void Members_that_are_added_are_aliases_and_code()
    {
        var kinds = Types.Elements("Type").Elements("Members").Elements()
            .Where(member => (string?)member.Element("Name") != "PSStandardMembers").Select(member => member.Name.LocalName).Distinct();
        Assert.Equal(["AliasProperty", "CodeMethod", "CodeProperty"], kinds.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// A piped object would supply the value of its heading to such a parameter, so that a title that tables show would be written.
    /// </summary>
    [Fact]
    public void No_heading_is_a_parameter_that_binds_by_property_name()
    {
        var words = Types.Descendants().Where(member => (string?)member.Attribute("IsHidden") == "true")
            .Select(member => (string)member.Element("Name")!).Distinct().ToList();
        Assert.NotEmpty(words);
        var parameters = BuiltModule.Cmdlets.SelectMany(cmdlet => cmdlet.GetProperties())
            .Where(property => property.GetCustomAttributes(typeof(ParameterAttribute), true).Cast<ParameterAttribute>()
                .Any(parameter => parameter.ValueFromPipelineByPropertyName))
            .SelectMany(property => property.GetCustomAttributes(typeof(AliasAttribute), true).Cast<AliasAttribute>()
                .SelectMany(alias => alias.AliasNames).Prepend(property.Name)).ToList();
        Assert.NotEmpty(parameters);
        Assert.Empty(words.Intersect(parameters, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Contact", "ContactId", "Id")]
    [InlineData("ContactStatus", "ContactId", "Id")]
    [InlineData("ConversationSource", "SourceId", "Id")]
    [InlineData("ReportingDataset", "DatasetId", "Id")]
    [InlineData("AwayReason", "AwayReasonId", "Id")]
    [InlineData("AwayReason", "AwayStatusReasonId", "Id")]
    [InlineData("Event", "ContactId", "IntercomUserId")]
    public void Ids_have_names_of_their_own(string type, string alias, string property)
    {
        var members = Types.Elements("Type").Single(element => (string?)element.Element("Name") == "Intercom." + type)
            .Element("Members")!.Elements();
        var member = members.Single(element => (string?)element.Element("Name") == alias);
        Assert.Equal(property, (string?)member.Element("ReferencedMemberName"));
    }

    /// <summary>A reference has the id of what it refers to, and what that is only the object itself knows.</summary>
    [Theory]
    [InlineData("Reference")]
    [InlineData("Author")]
    public void Other_ids_have_none(string type) =>
        Assert.DoesNotContain(Types.Elements("Type"), element => (string?)element.Element("Name") == "Intercom." + type);

    [Theory]
    [InlineData("table Contact Id 24 | Nickname", "Views.txt shows Contact.Nickname. Intercom.Contact has no such property.")]
    [InlineData("table Contakt Id 24", "Views.txt names the type 'Contakt'. There is no Intercom.Contakt in the module.")]
    [InlineData("table Contact Name = @Nickname",
        "Views.txt shows '@Nickname'. Intercom.PowerShell.ViewWords has no property Nickname that is a ViewWord.")]
    [InlineData("table Contact Id 60 | Name 20", "Views.txt: the table of Contact is wider than 79 columns.")]
    [InlineData("table Contact Id 60 | Name | Role", "Views.txt: the table of Contact is wider than 79 columns.")]
    [InlineData("table Contact Id | Name 20", "Views.txt: the first column of Contact has no width.")]
    [InlineData("table Contact Id 24 | + Name 95", "Views.txt: the table of Contact is wider than 119 columns.")]
    [InlineData("table Contact Id 24 | Name = Email", "Views.txt: the heading Name of Contact is the name of another property.")]
    [InlineData("table Contact Id 24 | Shown = @ColouredState",
        "Views.txt: the heading Shown of Contact is not a property. Declare it as a word.")]
    [InlineData("word Contact Email = Name", "Views.txt adds Email to Intercom.Contact. It already has such a property.")]
    [InlineData("word Contact Nick = Nickname", "Views.txt names Nickname of Intercom.Contact also Nick. It has no such property.")]
    [InlineData("member Contact Nick = Nickname", "Views.txt names Nickname of Intercom.Contact also Nick. It has no such property.")]
    [InlineData("table Contact Id 24|Name", "Views.txt(2): 'table Contact Id 24|Name'. It cannot be read, or is said twice.")]
    [InlineData("table Contact Id\ntable Contact Name", "Views.txt(3): 'table Contact Name'. It cannot be read, or is said twice.")]
    [InlineData("sketch Contact Id", "Views.txt(2): 'sketch Contact Id'. It cannot be read, or is said twice.")]
    public void A_declaration_that_does_not_fit_ends_the_build(string declaration, string message)
    {
        var views = Path.GetTempFileName();
        try
        {
            File.WriteAllText(views, $"# A test\n{declaration}\n");
            var (code, _, error) = DocsTool.Run("module", Module, Path.Combine(BuiltModule.Root, "Intercom.psd1"), views);
            Assert.Equal(1, code);
            Assert.StartsWith("Intercom.Docs: " + message, error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(views);
        }
    }

    [Fact]
    public void Views_are_declared_in_no_more_than_300_lines() => Assert.InRange(File.ReadAllLines(Declarations).Length, 50, 300);
}
