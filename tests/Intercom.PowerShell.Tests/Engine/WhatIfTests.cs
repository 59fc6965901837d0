using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// What -WhatIf says before anything is sent: the verb, the kind, the id, the name where it was piped, and what is changed.
/// </summary>
public sealed class WhatIfTests : IDisposable
{
    private const string PipedId = "7700";
    private const string PipedName = "Ada Rossi";
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("intercom-whatif-").FullName;

    public WhatIfTests() => _server.Connect(_shell);

    /// <summary>What nobody can tell from the attributes.</summary>
    private static readonly Dictionary<string, (string Parameter, object Value)[]> Needed = new(StringComparer.Ordinal)
    {
        ["SetConversationAssigneeCommand"] = [("ToTeam", "Billing")],
        ["ConvertVisitorCommand"] = [("ExternalId", "e1")],
        ["InvokeIntercomRequestCommand"] = [("Path", "contacts"), ("Method", "POST")],
        ["NewContactCommand"] = [("Email", "a@x.example")],
        ["NewContentSnippetCommand"] = [("BodyMarkdown", "b")],
        ["NewHelpCenterRedirectCommand"] = [("ArticleId", "7700")],
        ["PublishContentCommand"] = [("ContentItemId", "7700"), ("Type", "article_content")],
        ["UnpublishContentCommand"] = [("ContentItemId", "7700"), ("Type", "article_content")],
        ["RemoveContentCommand"] = [("ContentItemId", "7700"), ("Type", "content_snippet")],
        ["SetContentCommand"] = [("ContentItemId", "7700"), ("Type", "content_snippet"), ("AiAgent", true)],
        ["NewOfficeHoursScheduleCommand"] =
            [("TimeInterval", new Hashtable { ["Day"] = "Monday", ["Start"] = "09:00", ["End"] = "17:00" })],
        ["NewTicketCommand"] = [("ExternalId", "e1")],
        ["SetIPAllowlistCommand"] = [("Enabled", true)],
        ["SetTicketCommand"] = [("Open", true)],
        ["RegisterFinVoiceCallCommand"] = [("PhoneNumber", "+353871234567")],
        ["SendPhoneSwitchCommand"] = [("Phone", "+353871234567")],
    };

    /// <summary>The words for the kind, where they are not those of the cmdlet or of what is piped.</summary>
    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        ["InvokeIntercomRequestCommand"] = "POST contacts",
        ["RegisterFinVoiceCallCommand"] = "Fin voice call",
        ["SendFinReplyCommand"] = "Fin conversation",
        ["SaveCallRecordingCommand"] = "call",
        ["ClearConversationPartCommand"] = "conversation",
        ["SendMessageCommand"] = "message",
    };

    public static IEnumerable<TheoryDataRow<string>> Commands => BuiltModule.Cmdlets
        // Without changes, there is nothing to undo.
        // tests/Pester/Csv.Tests.ps1 tests the cmdlets that need a file.
        .Where(command => command.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess
            && command.Name is not ("UndoChangeCommand" or "ImportContactCommand" or "ExportCsvCommand"))
            .Select(command => new TheoryDataRow<string>(command.Name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_cmdlet_says_what_would_happen_and_asks_nobody(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == name);
        foreach (var set in BuiltModule.Sets(command))
        {
            var mandatory = BuiltModule.Parameters(command).Where(parameter => BuiltModule.IsIn(parameter, set, mandatory: true)).ToList();
            var piped = BuiltModule.Parameters(command).Where(parameter => BuiltModule.IsIn(parameter, set))
                .Select(parameter => (Parameter: parameter, Kind: KindOf(parameter, set)))
                .Where(candidate => candidate.Kind is not null)
                .OrderByDescending(candidate =>
                    candidate.Parameter.GetCustomAttributes<ParameterAttribute>().Any(one => one.ValueFromPipeline)).FirstOrDefault();
            var given = new Hashtable(StringComparer.OrdinalIgnoreCase) { ["WhatIf"] = true };
            foreach (var parameter in mandatory.Where(parameter => parameter.Name != piped.Parameter?.Name))
                given[parameter.Name] = Value(parameter);
            foreach (var (parameter, value) in Needed.GetValueOrDefault(name, []))
            {
                if (parameter != piped.Parameter?.Name && BuiltModule.IsIn(command.GetProperty(parameter)!, set)) given[parameter] = value;
            }
            if (name == "NewTicketCommand" && piped.Kind is not null) given.Remove("ExternalId");
            if (command.GetCustomAttribute<CmdletAttribute>()!.VerbName == "Set" && !given.ContainsKey("AdditionalField"))
                given["AdditionalField"] = new Hashtable { ["extra"] = 1 };

            _shell.TakeScreen();
            _server.Forget();
            var sample = piped.Kind is null ? null : Sample(piped.Kind);
            var outcome = sample is null ? _shell.Run("$given = $args[1]; & $args[0] @given", BuiltModule.NameOf(command), given)
                : _shell.Run("$given = $args[1]; $args[2] | & $args[0] @given", BuiltModule.NameOf(command), given, sample);
            var said = _shell.TakeScreen();
            var where = $"{name}, {set}: '{said.Trim()}' {outcome.Everything}";
            Assert.True(outcome.Errors.Count == 0, where);
            Assert.True(Regex.Count(said, "^What if: ", RegexOptions.Multiline) == 1, where);
            Assert.DoesNotMatch("Performing the operation", said);
            var noun = Nouns.GetValueOrDefault(name)
                ?? Words(piped.Kind ?? command.GetCustomAttribute<CmdletAttribute>()!.NounName["Intercom".Length..]);
            Assert.True(said.Contains(noun, StringComparison.Ordinal), $"no '{noun}' in {where}");
            var id = sample is not null ? PipedId
                : mandatory.FirstOrDefault(parameter => BuiltModule.Attributes(parameter, "IntercomId").Any()) is { } named
                    && IsTarget(command, named) ? given[named.Name]?.ToString() : null;
            if (id is not null) Assert.True(said.Contains(id, StringComparison.Ordinal), $"no '{id}' in {where}");
            if (sample is not null && sample.Properties["Name"] is not null)
                Assert.True(said.Contains(PipedName, StringComparison.Ordinal), $"no name in {where}");
            Assert.True(_server.Requests.Count == 0, $"{where}\n{string.Join("\n", _server.Requests)}");
        }
    }

    private static string Offset(int year, int month, int day) =>
        new DateTimeOffset(new DateTime(year, month, day, 9, 0, 0)).ToString("zzz", System.Globalization.CultureInfo.InvariantCulture);

    public static TheoryData<string, string> Texts => new()
    {
        { "$ada | Remove-IntercomContact", "Delete contact 65c0 (Ada Rossi, ada@example.com)" },
        { "Remove-IntercomContact 65c0, 65c1", "Delete contact 65c0\nDelete contact 65c1" },
        { "$talk | Send-IntercomReply 'Hello Ada, we have found the cause of all that and mended it'",
            "Reply \"Hello Ada, we have found the cause of a…\" to conversation 100120 (Ada Rossi, Dark mode)" },
        { "$talk | Send-IntercomReply '<p>Thanks</p>' -ContactId 65c0",
            "Reply \"Thanks\" to conversation 100120 (Ada Rossi, Dark mode) as contact 65c0" },
        { "$talk | Set-IntercomConversationAssignee -ToTeam Billing", "Assign conversation 100120 (Ada Rossi, Dark mode) to team Billing" },
        { "Set-IntercomConversationAssignee 5 -Unassign", "Assign conversation 5 to nobody" },
        { "$talk | Close-IntercomConversation -Body Bye", "Close conversation 100120 (Ada Rossi, Dark mode) and say \"Bye\"" },
        { "$talk | Suspend-IntercomConversation ([datetime]'2040-11-30T09:00:00')",
            "Snooze conversation 100120 (Ada Rossi, Dark mode) until Fri 30 Nov 2040 09:00 " + Offset(2040, 11, 30) },
        { "$ada | Set-IntercomContact -Name Ada -Phone $null -CustomAttribute @{ plan = 'pro' } -Owner grace@example.com",
            "Update contact 65c0 (Ada Rossi, ada@example.com): phone cleared, name \"Ada\", plan \"pro\", owner grace@example.com" },
        { "New-IntercomContact a@x.example", "Create contact a@x.example" },
        { "New-IntercomContact a@x.example -UpdateIfExists", "Create contact a@x.example, or update it where it exists" },
        { "$ada | Add-IntercomTag VIP, News",
            "Add tag VIP to contact 65c0 (Ada Rossi, ada@example.com)\nAdd tag News to contact 65c0 (Ada Rossi, ada@example.com)" },
        { "Remove-IntercomTag VIP -FromWorkspace", "Delete tag VIP from the workspace" },
        { "Remove-IntercomNewsItem 7903", "Delete news item 7903" },
        { "Remove-IntercomContentSource 7002", "Delete content source 7002" },
        { "Remove-IntercomExternalPage 7503", "Delete external page 7503" },
        { "Remove-IntercomCollection 8104", "Delete collection 8104" },
        { "Stop-IntercomDataExport job1", "Cancel data export job1" },
        { "Remove-IntercomCustomObject Order -ExternalId A-3", "Delete custom object A-3 (Order)" },
        { "$ada | Merge-IntercomContact -Into 65c9", "Merge contact 65c0 (Ada Rossi, ada@example.com) into contact 65c9" },
        { "$talk | Merge-IntercomConversation -Into 100118",
            "Close conversation 100120 (Ada Rossi, Dark mode) and merge it into conversation 100118" },
        { "[pscustomobject]@{ ContactId = '65c0'; Title = 'Dr' } | Remove-IntercomContact", "Delete contact 65c0 (Dr)" },
        { "[pscustomobject]@{ ContactId = '65c0'; Name = 'New' } | Set-IntercomContact", "Update contact 65c0: name \"New\"" },
        { "Invoke-IntercomRequest contacts/65c0 DELETE", "Send DELETE contacts/65c0" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_text_is_what_a_person_must_know(string script, string text)
    {
        _shell.TakeScreen();
        _shell.Do("""
            $global:WhatIfPreference = $false
            $ada = [Intercom.Contact]@{ Id = '65c0'; Name = 'Ada Rossi'; Email = 'ada@example.com' }
            $talk = [Intercom.Conversation]@{ Id = '100120'; Title = 'Dark mode';
                Source = [Intercom.ConversationSource]@{ Author = [Intercom.Author]@{ Type = 'user'; Name = 'Ada Rossi' } } }
            & { $WhatIfPreference = $true; . ([scriptblock]::Create($args[0])) } $args[0]
            """, script);
        var said = string.Join("\n", _shell.TakeScreen().Split('\n').Where(line => line.StartsWith("What if: ", StringComparison.Ordinal))
            .Select(line => line["What if: ".Length..].TrimEnd()));
        Assert.Equal(text, said);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void An_object_that_came_back_from_a_file_is_named_too()
    {
        _shell.TakeScreen();
        _shell.Do("""
            $text = [System.Management.Automation.PSSerializer]::Serialize([Intercom.Contact]@{ Id = '65c0'; Name = 'Ada Rossi' })
            $copy = [System.Management.Automation.PSSerializer]::Deserialize($text)
            $copy | Remove-IntercomContact -WhatIf
            """);
        Assert.Contains("What if: Delete contact 65c0 (Ada Rossi)", _shell.TakeScreen(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_not_taken_for_its_conversation()
    {
        _shell.TakeScreen();
        _shell.Do(
            "[Intercom.ConversationPart]@{ Id = '9'; ConversationId = '5'; Body = 'my number is 1234' } | Clear-IntercomConversationPart "
            + "-WhatIf");
        Assert.Contains("What if: Redact conversation part 9 (my number is 1234) of conversation 5", _shell.TakeScreen(),
            StringComparison.Ordinal);
    }

    /// <summary>The kind of piped object that supplies this id; null when no object supplies it.</summary>
    private static string? KindOf(PropertyInfo parameter, string set)
    {
        if (BuiltModule.Attributes(parameter, "IntercomId").FirstOrDefault() is not { } id) return null;
        var takes = parameter.GetCustomAttributes<ParameterAttribute>()
            .Where(_ => BuiltModule.IsIn(parameter, set))
            .Any(one => one.ValueFromPipeline || (one.ValueFromPipelineByPropertyName && (BuiltModule.Attributes(parameter, "Selects").Any()
                || (one.Mandatory && one.ParameterSetName == set))));
        var property = (string)id.Property;
        return takes && property.EndsWith("Id", StringComparison.Ordinal) && Model(property[..^2]) is not null ? property[..^2] : null;
    }

    private static Type? Model(string kind) =>
        AppDomain.CurrentDomain.GetAssemblies().First(assembly => assembly.GetName().Name == "Intercom.Client").GetType("Intercom." + kind);

    private PSObject Sample(string kind)
    {
        var name = new[] { "Name", "Title" }.FirstOrDefault(property => Model(kind)!.GetProperty(property)?.CanWrite == true);
        return _shell.Do($"[Intercom.{kind}]@{{ Id = '{PipedId}'{(name is null ? "" : $"; {name} = '{PipedName}'")} }}").Output.Single();
    }

    /// <summary>True for an id in the path of an operation, or of the only thing that the cmdlet works on.</summary>
    private static bool IsTarget(Type command, PropertyInfo parameter) =>
        BuiltModule.Attributes(command, "Operation")
            .Any(operation => ((string)operation.Path).Contains("{" + parameter.Name + "}", StringComparison.Ordinal));

    private object Value(PropertyInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
        if (BuiltModule.Attributes(parameter, "OneOf").FirstOrDefault() is { } words) return words.Words[0];
        if (type == typeof(SwitchParameter) || type == typeof(bool)) return true;
        if (type == typeof(DateTime)) return parameter.Name == "Until" ? "2040-05-01T00:00:00Z" : "2023-05-01T00:00:00Z";
        if (type == typeof(Uri)) return "https://example.com/a";
        if (parameter.Name == "TimeZoneName") return "Europe/Dublin";
        if (type == typeof(string) && parameter.Name == "Path") return _folder;
        return type.IsPrimitive ? 7 : "7200";
    }

    private static string Words(string name) =>
        name == "IPAllowlist" ? "IP allowlist" : Regex.Replace(name, "(?<=[a-z])[A-Z]|^[A-Z](?=[a-z])",
        letter => letter.Index == 0 ? letter.Value.ToLowerInvariant() : " " + letter.Value.ToLowerInvariant())
            .Replace("fin ", "Fin ", StringComparison.Ordinal);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
