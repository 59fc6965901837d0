using System.Collections;
using System.Reflection;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// Custom attributes that are dates in the workspace although their names do not say so: read as all dates are, with one look at the list
/// of attributes.
/// </summary>
public sealed class AttributeDateTests : IDisposable
{
    private const string Milliseconds = "1700000000000";
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public AttributeDateTests()
    {
        _server.Connect(_shell);
        _server.Answer = request =>
            request.Path.StartsWith("/data_attributes", StringComparison.Ordinal) && request.Method == "GET"
            ? (200, List("contact", "company", "conversation")) : RecordingServer.Simple(request);
    }

    private static string List(params string[] models) => $$"""{"type":"list","data":[{{string.Join(',', models.SelectMany(model => new[]
    {
        Attribute(model, "renewal", "date"), Attribute(model, "note", "string"), Attribute(model, "big", "integer"),
    }))}},{"type":"data_attribute","name":"elsewhere","full_name":"elsewhere","model":"contact","data_type":"date","custom":false}]}""";

    private static string Attribute(string model, string name, string type) =>
        $$"""{"type":"data_attribute","name":"{{name}}","full_name":"custom_attributes.{{name}}","model":"{{model}}","data_type":"""
        + $"\"{type}\",\"custom\":true}}";

    private int Looks =>
        _server.Requests.Count(request => request.Method == "GET" && request.Path.StartsWith("/data_attributes", StringComparison.Ordinal));

    private IReadOnlyList<string> Sent =>
        _server.Requests.Where(request => request.Method != "GET").Select(request => request.ToString()).ToArray();

    private static bool Writes(Type? type) => type is not null && (type.Name == "IntercomWriteCommand" || Writes(type.BaseType));

    private static IEnumerable<PropertyInfo> Tables(Type command) =>
        BuiltModule.Parameters(command)
        .Where(parameter => BuiltModule.Attributes(parameter, "Body").Any(body => body.Name == "custom_attributes"));

    /// <summary>Each cmdlet that sends custom attributes, by its parameters.</summary>
    // The rows of an import come from a file. tests/Pester/Csv.Tests.ps1 tests their dates.
    public static IEnumerable<TheoryDataRow<string>> Commands =>
        BuiltModule.Cmdlets.Where(command => Writes(command) && Tables(command).Any() && command.Name != "ImportContactCommand")
        .Select(command => new TheoryDataRow<string>(command.Name));

    /// <summary>What each cmdlet needs besides the attributes.</summary>
    private static Hashtable Beside(Type command, params (object Key, object? Value)[] attributes)
    {
        var given = new Hashtable { ["Confirm"] = false,
            ["CustomAttribute"] = new Hashtable(attributes.ToDictionary(pair => pair.Key, pair => pair.Value)) };
        foreach (var parameter in BuiltModule.Parameters(command)
            .Where(parameter =>
            parameter.GetCustomAttributes<ParameterAttribute>()
            .Any(set => set.Mandatory && set.ParameterSetName == ParameterAttribute.AllParameterSets)))
        {
            given[parameter.Name] = parameter.Name == "Phone" ? "+353871234567" : parameter.PropertyType == typeof(string[])
                ? new[] { "71" } : "71";
        }
        var set = command.GetCustomAttribute<CmdletAttribute>()!.DefaultParameterSetName ?? BuiltModule.Sets(command)[0];
        foreach (var parameter in BuiltModule.Parameters(command).Where(parameter => BuiltModule.IsIn(parameter, set, mandatory: true)))
        {
            if (!given.ContainsKey(parameter.Name)) given[parameter.Name] = "71";
        }
        if (command.Name == "NewContactCommand") given["Email"] = "a@x.example";
        return given;
    }

    private Outcome Run(Type command, Hashtable given, string more = "") =>
        _shell.Run($"$given = $args[1]; & $args[0] @given {more}", BuiltModule.NameOf(command), given);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_cmdlet_reads_the_dates_among_its_attributes(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == name);
        var isListed = name != "SetCustomObjectCommand";
        Assert.Equal(isListed, BuiltModule.Attributes(Tables(command).Single(), "AttributesOf").Any());

        var harmless = Run(command,
            Beside(command, ("renewal", 1700000000), ("note", "2 or 3"), ("big", 7),
            ("seen", new DateTime(2026, 5, 31, 0, 0, 0, DateTimeKind.Utc)), ("none", null)));
        Assert.True(harmless.Errors.Count == 0 && Sent.Count == 1, $"{name}: {string.Join(" ", harmless.Errors)}");
        Assert.Contains("\"seen\":1780185600", Sent[0], StringComparison.Ordinal);
        Assert.Equal(0, Looks);
        _server.Forget();

        var given = Beside(command, ("Renewal", "2026-05-31T00:00:00Z"), ("note", "01.02.2025"),
            ("big", long.Parse(Milliseconds, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(Run(command, given, "-WhatIf").Errors);
        Assert.Empty(_server.Requests);
        var mixed = Run(command, given);
        Assert.Contains("\"note\":\"01.02.2025\"", Sent[0], StringComparison.Ordinal);
        Assert.Contains($"\"big\":{Milliseconds}", Sent[0], StringComparison.Ordinal);
        Assert.Contains(isListed ? "\"Renewal\":1780185600" : "\"Renewal\":\"2026-05-31T00:00:00Z\"", Sent[0], StringComparison.Ordinal);
        Assert.Equal(isListed ? 1 : 0, Looks);
        Assert.Equal(isListed ? 0 : 1, mixed.Warnings.Count);
        _server.Forget();

        if (!isListed) return;
        foreach (var (bad, code) in new (object, string)[]
        {
            (1700000000000L, "milliseconds"), (Milliseconds, "milliseconds"), ("01.02.2025", "two_dates"),
            ("2026-05-31T09:00:00.000+99:00", "invalid_offset"),
        })
        {
            var refused = Run(command, Beside(command, ("renewal", bad)));
            Assert.Equal($"Intercom.{code}," + command.FullName, refused.Error.FullyQualifiedErrorId);
            Assert.Contains("The field 'renewal' is a date: ", refused.Error.ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(Sent);
    }

    [Fact]
    public void A_thousand_rows_cost_one_look_and_keep_their_order()
    {
        var outcome = _shell.Run($$"""
            1..1000 | ForEach-Object { [pscustomobject]@{ ContactId = "c$_";
                CustomAttribute = @{ renewal = $(if ($_ % 250) { '31.05.2026' } else { {{Milliseconds}} }) } } } |
                Set-IntercomContact -DateFormat 'dd.MM.yyyy'
            """);
        Assert.Equal(1, Looks);
        Assert.Equal(996, Sent.Count);
        Assert.DoesNotContain(Sent, request => request.Contains("31.05", StringComparison.Ordinal));
        Assert.Equal(["c250", "c500", "c750", "c1000"],
            outcome.Errors.Select(error => (string)((PSObject)error.TargetObject).Properties["ContactId"].Value));
    }

    [Theory]
    [InlineData("@{ renewal = 1700000000000 }", "{\"renewal\":1700000000000}")]
    [InlineData("@{ note = '2026-05-31' }", "{\"note\":\"2026-05-31\"}")]
    public void A_token_that_cannot_list_attributes_sends_what_was_given_with_one_warning(string attributes, string sent)
    {
        _server.Answer = request => request.Path.StartsWith("/data_attributes", StringComparison.Ordinal)
            ? (403, """{"type":"error.list","errors":[{"code":"forbidden","message":"No"}]}""") : RecordingServer.Simple(request);
        var outcome = _shell.Run(
            $"1..20 | ForEach-Object {{ [pscustomobject]@{{ ContactId = \"c$_\"; CustomAttribute = {attributes} }} }} | "
            + $"Set-IntercomContact -ThrottleLimit 1");
        Assert.Empty(outcome.Errors);
        Assert.Contains("this token cannot list the workspace's attributes", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, Looks);
        Assert.Equal(20, Sent.Count(request => request.EndsWith($"{{\"custom_attributes\":{sent}}}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_that_cannot_be_read_for_another_reason_is_the_error_of_the_input()
    {
        _server.Answer = request => request.Path.StartsWith("/data_attributes", StringComparison.Ordinal)
            ? (404, """{"type":"error.list","errors":[{"code":"not_found","message":"No"}]}""") : RecordingServer.Simple(request);
        const string Piped = "[pscustomobject]@{ ContactId = 'c1'; CustomAttribute = @{ renewal = '2026-05-31' } } | Set-IntercomContact";
        Assert.Equal("c1", ((PSObject)_shell.Run(Piped).Error.TargetObject).Properties["ContactId"].Value);
        Assert.Empty(Sent);
    }

    [Fact]
    public void Further_fields_and_numbers_beyond_any_are_looked_at_too()
    {
        _shell.Do(
            "Set-IntercomContact c1 -AdditionalField @{ custom_attributes = @{ big = 12345678901234567890; renewal = "
            + "'2026-05-31T00:00:00Z' } }");
        Assert.Equal(["""PUT /contacts/c1 {"custom_attributes":{"big":12345678901234567890,"renewal":1780185600}}"""], Sent);
    }

    [Theory]
    [InlineData("Set-IntercomContact")]
    [InlineData("Set-IntercomContact -Checkpoint $args[0]")]
    public void A_row_that_was_refused_is_sent_after_it_is_corrected(string command)
    {
        var journal = System.IO.Path.Combine(System.IO.Directory.CreateTempSubdirectory("intercom-test-").FullName, "run");
        _ = _shell.Run(
            $"[pscustomobject]@{{ ContactId = 'c1'; CustomAttribute = @{{ renewal = {Milliseconds} }} }}, [pscustomobject]@{{ ContactId "
            + $"= 'c2'; Name = 'n' }} | {command}", journal);
        Assert.Equal(["""PUT /contacts/c2 {"name":"n"}"""], Sent);
        if (!command.Contains("Checkpoint", StringComparison.Ordinal)) return;
        _server.Forget();
        var again = _shell.Run(
            $"[pscustomobject]@{{ ContactId = 'c1'; CustomAttribute = @{{ renewal = {Milliseconds} }} }}, [pscustomobject]@{{ ContactId "
            + $"= 'c2'; Name = 'n' }} | {command}", journal);
        Assert.Empty(Sent);
        Assert.Equal("milliseconds", again.Error.Code());
    }

    /// <summary>The attributes of tickets belong to their types, which are read anyway.</summary>
    [Theory]
    [InlineData("New-IntercomTicket Bug T -ContactId c1")]
    [InlineData("ConvertTo-IntercomTicket -TicketType Bug -ConversationId 215")]
    [InlineData("Set-IntercomTicket 61")]
    [InlineData("[Intercom.Ticket]@{ Id = '61'; TicketType = [Intercom.TicketType]@{ Id = '81' } } | Set-IntercomTicket")]
    public void A_date_of_a_ticket_is_read(string command)
    {
        const string Type =
            """{"type":"ticket_type","id":"81","name":"Bug","ticket_type_attributes":{"type":"list","data":"""
            + """[{"type":"ticket_type_attribute","id":"9","name":"Due","data_type":"datetime"}"""
            + """,{"type":"ticket_type_attribute","id":"8","name":"Note","data_type":"string"}]}}""";
        _server.Answer = request => request switch
        {
            { Method: "GET", Path: "/ticket_types" } => (200, $$"""{"type":"list","data":[{{Type}}]}"""),
            { Path: "/tickets/61" or "/tickets" or "/conversations/215/convert" } =>
                (200, $$"""{"type":"ticket","id":"61","ticket_type":{{Type}}}"""),
            _ => RecordingServer.Simple(request),
        };
        foreach (var bad in new[] { Milliseconds, $"'{Milliseconds}'", "'01.02.2025'" })
        {
            Assert.Contains("The field 'Due' is a date: ", _shell.Run($"{command} -TicketAttribute @{{ due = {bad} }}").Error.ToString(),
                StringComparison.Ordinal);
        }
        Assert.Empty(Sent);
        Assert.Empty(_shell.Run($"{command} -TicketAttribute @{{ due = '2026-05-31T00:00:00Z'; note = '01.02.2025' }}").Errors);
        Assert.Contains("\"Due\":1780185600,\"Note\":\"01.02.2025\"", Sent[^1], StringComparison.Ordinal);
        if (command.StartsWith("ConvertTo", StringComparison.Ordinal)) return;
        Assert.Empty(
            _shell.Run($"{command} -TicketAttribute @{{ due = '31.05.2026 00:00 +00:00' }} -DateFormat 'dd.MM.yyyy HH:mm zzz'").Errors);
        Assert.Contains("\"Due\":1780185600", Sent[^1], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
