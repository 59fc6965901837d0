using System.Reflection;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// An Intercom object that is piped into New-: one of the same kind is copied, one of another kind is a target or refused by name.
/// </summary>
public sealed class CopyTests : IDisposable
{
    private readonly Shell _shell = new();

    public CopyTests() => _shell.Do("$null = Connect-Intercom -Sandbox -Name a; $null = Connect-Intercom -Sandbox -Name b");

    private static IEnumerable<Type> Commands => BuiltModule.Cmdlets.Where(command =>
        command.GetCustomAttribute<CmdletAttribute>()!.VerbName == VerbsCommon.New && BuiltModule.Attributes(command, "Operation").Any());

    /// <summary>
    /// What one of each kind is, and what besides it is needed: names that are taken in every sandbox, references that a copy leaves
    /// behind.
    /// </summary>
    private static readonly Dictionary<string, (string Sample, string Needed)> Kinds = new(StringComparer.Ordinal)
    {
        ["Article"] = ("Get-IntercomArticle -First 1", ""),
        ["Audience"] = ("Get-IntercomAudience 6501", ""),
        ["ContentSnippet"] = ("Get-IntercomContentSnippet 6602", ""),
        ["HelpCenterRedirect"] = (
            "New-IntercomHelpCenterRedirect https://help.sandbox.invalid/sandbox-help/copied -HelpCenterId 8001 -ArticleId 9001 -Locale en",
            "-HelpCenterId 8001 -ArticleId 9001"),
        ["Collection"] = ("Get-IntercomCollection | Take-First", ""),
        ["Company"] = ("Get-IntercomCompany -First 1", ""),
        ["Contact"] = (
            "New-IntercomContact copy@x.example -ExternalId copy1 -Name Copy -Phone '+353871234567' -CustomAttribute @{ plan = 'pro' } "
            + "-Owner 5001", ""),
        ["ContentSource"] = ("New-IntercomContentSource https://copy.example", ""),
        ["ConversationAttribute"] = ("New-IntercomConversationAttribute copiedtalk -Option a, b -Description D", ""),
        ["ConversationAttributeOption"] = (
            "(Get-IntercomConversationAttribute 'Root cause').Options | Take-First", "-ConversationAttribute 'Root cause'"),
        ["DataConnector"] = ("Get-IntercomDataConnector 7702", ""),
        ["DataAttribute"] = ("New-IntercomDataAttribute copied contact string -Description D", ""),
        ["ExternalPage"] = (
            "New-IntercomContentSource https://page.example | ForEach-Object { New-IntercomExternalPage T -Html '<p>H</p>' -ExternalId "
            + "e1 -ContentSourceId $_.Id }", "-ContentSourceId (New-IntercomContentSource https://page.example -Connection b).Id"),
        ["InternalArticle"] = ("New-IntercomInternalArticle T -Body B", ""),
        ["NewsItem"] = ("New-IntercomNewsItem T -Body B -Label l -DeliverSilently $true", ""),
        ["OfficeHoursException"] = ("Get-IntercomOfficeHoursException 4201 4302", "-OfficeHoursScheduleId 4202"),
        ["OfficeHoursSchedule"] = ("Get-IntercomOfficeHoursSchedule 4201", ""),
        ["Tag"] = ("New-IntercomTag copied", ""),
        ["TicketType"] = ("New-IntercomTicketType Copied -Description D -Category Tracker", ""),
        ["TicketTypeAttribute"] = (
            "Get-IntercomTicketType | Take-First | New-IntercomTicketTypeAttribute copied -DataType integer -Description D",
            "-TicketType 'Customer request'"),
        ["Ticket"] = ("New-IntercomTicket -TicketType 'Customer request' -Title T -Email t@x.example", "-Email t@x.example"),
        ["Conversation"] = ("Get-IntercomConversation -First 1", ""),
        ["Message"] = ("Get-IntercomContact -First 1 | New-IntercomConversation Hello",
            "-ContactId (Get-IntercomContact -First 1 -Connection b).Id"),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Commands.Select(command => new TheoryDataRow<string>(command.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void One_of_the_same_kind_is_copied_with_the_fields_that_the_cmdlet_takes(string name)
    {
        var command = Commands.Single(type => type.Name == name);
        var kind = command.GetCustomAttribute<OutputTypeAttribute>()!.Type[0].Type.Name;
        var (sample, needed) = Kinds[kind];
        var source = _shell.Do($"$global:PSDefaultParameterValues = @{{ '*-Intercom*:Connection' = 'a' }}; {sample}").Output.Single();
        var outcome = _shell.Run(
            $"$global:PSDefaultParameterValues = @{{}}; $args[0] | {BuiltModule.NameOf(command)} -Connection b {needed}", source);
        Assert.True(outcome.Errors.Count == 0, $"{name}: {outcome.Everything}");
        var copy = outcome.Output.Single();
        foreach (var field in Fields(command, source.BaseObject.GetType()))
        {
            var (before, after) = (source.Properties[field]?.Value?.ToString(), copy.Properties[field]?.Value?.ToString());
            if (!string.IsNullOrEmpty(before)) Assert.True(before == after, $"{name}: {field} is '{after}' in the copy of '{before}'");
        }
        Assert.False(Equals(source, copy));
    }

    /// <summary>Since version 2.16 an article has its text as HTML and as Markdown, and accepts only one of them.</summary>
    [Fact]
    public void An_article_with_both_forms_of_its_text_is_copied()
    {
        var outcome = _shell.Run("""
            $null = Connect-Intercom -Sandbox -Name newer -ApiVersion 2.16
            $made = New-IntercomArticle T -BodyMarkdown '# Import' -Connection newer
            $made.BodyMarkdown; $made.Body; ($made | New-IntercomArticle -Connection newer).Body
            """);
        Assert.Empty(outcome.Errors);
        Assert.Equal(["# Import", "<h1>Import</h1>", "<h1>Import</h1>"], outcome.Output.Select(item => item?.ToString()));
    }

    [Fact]
    public void One_of_another_kind_is_refused_by_name_or_its_id_is_taken()
    {
        var samples = Kinds.ToDictionary(pair => pair.Key, pair =>
            _shell.Do($"$global:PSDefaultParameterValues = @{{ '*-Intercom*:Connection' = 'a' }}; {pair.Value.Sample}").Output.Single());
        _shell.Do("$global:PSDefaultParameterValues = @{}");
        foreach (var command in Commands)
        {
            var made = BuiltModule.NameOf(command);
            var output = command.GetCustomAttribute<OutputTypeAttribute>()!.Type[0].Type.Name;
            foreach (var (kind, sample) in samples.Where(pair => pair.Key != output))
            {
                if (IsTarget(command, sample)) continue;
                var errors = _shell.Run($"$args[0], $args[0] | {made} -Connection b -WhatIf", sample).Errors;
                Assert.Equal(2, errors.Count);
                Assert.All(errors, error =>
                    Assert.Contains($" {kind}, and {made} cannot create ", error.ToString(), StringComparison.Ordinal));
                Assert.All(errors, error => Assert.Same(sample.BaseObject, ((PSObject)error.TargetObject).BaseObject));
            }
        }
    }

    /// <summary>True where an id of the object is a parameter that takes it from the pipeline.</summary>
    private static bool IsTarget(Type command, PSObject sample) => BuiltModule.Parameters(command).Any(parameter =>
        BuiltModule.Attributes(parameter, "IntercomId").FirstOrDefault() is { } id && parameter.GetCustomAttributes<ParameterAttribute>()
            .Any(set =>
            set.ValueFromPipeline ? sample.Properties[(string)id.Property]?.Value is not null
            : set.ValueFromPipelineByPropertyName && (parameter.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [])
                .Append(parameter.Name).Any(name => sample.Properties[name]?.Value is not null)));

    /// <summary>
    /// The object's properties that a parameter takes as a field; references and what Intercom itself sets are not compared.
    /// </summary>
    private static IEnumerable<string> Fields(Type command, Type model) =>
        from parameter in BuiltModule.Parameters(command)
        where BuiltModule.Attributes(parameter, "Body").Any() && !BuiltModule.Attributes(parameter, "NameOf").Any()
            && !BuiltModule.Attributes(parameter, "IntercomId").Any()
        let names = (parameter.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Append(parameter.Name)
        let property = names.FirstOrDefault(name => model.GetProperty(name) is not null)
        where property is not null && property is not "CreatedAt"
        select property;

    [Fact]
    public void References_are_left_out_with_one_warning_unless_the_workspace_is_the_same()
    {
        var outcome = _shell.Do(
            "[Intercom.Contact]@{ Id = 'c'; Email = 'o@x.example'; OwnerId = '5001'; WorkspaceId = 'other' }, [Intercom.Contact]@{ Id = "
            + "'d'; Email = 'p@x.example'; OwnerId = '5001'; WorkspaceId = 'other' } | New-IntercomContact -Connection b");
        Assert.All(outcome.Values("OwnerId"), Assert.Empty);
        Assert.Single(outcome.Warnings, warning => warning.Contains("-Owner", StringComparison.Ordinal));
        var same = _shell.Do(
            "[Intercom.Contact]@{ Id = 'c'; Email = 'q@x.example'; OwnerId = '5001'; WorkspaceId = (Get-IntercomConnection "
            + "b).WorkspaceId } | New-IntercomContact -Connection b");
        Assert.Equal("5001", same.Values("OwnerId").Single());
        Assert.Empty(same.Warnings);
        Assert.Contains("-ContentSourceId",
            _shell.Run(
            "[Intercom.ExternalPage]@{ Id = '1'; Title = 'T'; Html = 'h'; ExternalId = 'e'; ContentSourceId = '7' } | "
            + "New-IntercomExternalPage -Connection b").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_copied_with_their_values()
    {
        var attribute = _shell.Do("New-IntercomDataAttribute size contact -Option small, large -Connection a | "
            + "New-IntercomDataAttribute -Connection b").Output.Single();
        Assert.Equal("small, large", attribute.Properties["Options"].Value.ToString());
        _shell.Do(
            "Get-IntercomTicketType -Connection a | Take-First | New-IntercomTicketTypeAttribute level -ListItem Low, High -Connection a "
            + "| New-IntercomTicketTypeAttribute -TicketType 'Customer request' -Connection b");
        var copied = _shell.Do(
            "(Get-IntercomTicketType 'Customer request' -Connection b).TicketTypeAttributes | Where-Object { $_.Name -eq 'level' } | "
            + "ForEach-Object { '{0} {1}' -f $_.DataType, $_.InputOptions }").Output;
        Assert.Matches("^list .*Low.*High", Assert.Single(copied).ToString());
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
