using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// Every column of every writing cmdlet: a row sends the same request as it does alone, whatever rows come before or after it. A value
/// is passed as PowerShell's binder accepts it, and as only the module does.
/// </summary>
public sealed partial class EveryColumnTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public EveryColumnTests()
    {
        _server.Connect(_shell);
        _server.Answer = request => request switch
        {
            { Method: "GET", Path: "/ticket_types" } =>
                (200,
                """{"type":"list","data":[{"type":"ticket_type","id":"81","name":"Bug"}"""
                + """,{"type":"ticket_type","id":"82","name":"Wish"}]}"""),
            { Method: "GET", Path: "/ticket_states" } =>
                (200,
                """{"type":"list","data":[{"type":"ticket_state","id":"51","internal_label":"Held"}"""
                + """,{"type":"ticket_state","id":"52","internal_label":"Done"}]}"""),
            { Method: "GET" } when request.Path.StartsWith("/help_center/collections", StringComparison.Ordinal) =>
                (200,
                """{"type":"list","data":[{"type":"collection","id":"61","name":"Billing"}"""
                + """,{"type":"collection","id":"62","name":"Start"}]}"""),
            { Method: "GET", Path: "/teams" } =>
                (200,
                """{"type":"team.list","teams":[{"type":"team","id":"31","name":"Billing"},{"type":"team","id":"32","name":"Sales"}]}"""),
            { Method: "GET", Path: "/conversations/attributes" } =>
                (200,
                """{"type":"list","data":[{"type":"conversation_attribute","id":7,"name":"Cause"}"""
                + """,{"type":"conversation_attribute","id":8,"name":"Urgency"}]}"""),
            { Path: "/companies?company_id=b" } => (200, """{"type":"company","id":"c82","company_id":"b"}"""),
            _ => RecordingServer.Simple(request),
        };
    }

    /// <summary>What some columns need beside them, so that anything is sent.</summary>
    private static readonly Dictionary<string, (string Name, object Value)[]> Beside = new(StringComparer.Ordinal)
    {
        ["NewOfficeHoursScheduleCommand"] =
            [("TimeInterval", new Hashtable { ["Day"] = "Monday", ["Start"] = "09:00", ["End"] = "17:00" })],
        ["SetOfficeHoursExceptionCommand"] = [("Name", "n")],
        ["SetOfficeHoursExceptionCommand.Name"] = [],
        ["NewContentSnippetCommand"] = [("BodyMarkdown", "b")],
        ["NewContentSnippetCommand.BodyMarkdown"] = [],
        ["NewHelpCenterRedirectCommand"] = [("ArticleId", "9")],
        ["NewHelpCenterRedirectCommand.ArticleId"] = [],
        ["NewHelpCenterRedirectCommand.CollectionId"] = [],
        ["NewTicketCommand"] = [("ContactId", "c1")],
        ["SetConversationAssigneeCommand"] = [("ToTeam", "billing")],
        ["SetConversationAssigneeCommand.ToAdmin"] = [],
        ["NewTicketCommand.ExternalId"] = [],
        ["NewTicketCommand.Email"] = [],
        ["NewContactCommand"] = [("Email", "a@x.example")],
        ["NewContactCommand.Email"] = [],
        ["NewConversationAttributeCommand.ObjectTypeId"] = [("ReferenceType", "one")],
        ["NewTicketTypeAttributeCommand.Multiline"] = [("DataType", "string")],
        ["NewTicketTypeAttributeCommand.AllowMultipleValues"] = [("DataType", "files")],
        ["NewTicketTypeAttributeCommand.DataType"] = [],
        ["SetTicketTypeAttributeCommand.TicketType"] = [("Name", "n")],
        ["ConvertVisitorCommand.UserId"] = [("ExternalId", "e1")],
        ["RegisterFinVoiceCallCommand"] = [("PhoneNumber", "+353871234567")],
        ["RegisterFinVoiceCallCommand.PhoneNumber"] = [],
        ["SetContactCommand.EmailVerified"] = [("Email", "a@x.example")],
        ["SendPhoneSwitchCommand"] = [("Phone", "+353871234567")],
        ["SendPhoneSwitchCommand.Phone"] = [],
        ["SendMessageCommand"] = [("Subject", "s")],
        ["SendMessageCommand.Subject"] = [],
    };

    private static bool Writes(Type? type) => type is not null && (type.Name == "IntercomWriteCommand" || Writes(type.BaseType));

    private static bool HasMark(MemberInfo member, string name) => BuiltModule.Attributes(member, name).Any();

    private static bool IsColumn(PropertyInfo property)
    {
        var sets = property.GetCustomAttributes<ParameterAttribute>().ToList();
        return property.PropertyType != typeof(SwitchParameter) && !sets.Exists(set => set.ValueFromPipeline)
            && (sets.Exists(set => set.ValueFromPipelineByPropertyName) || HasMark(property, "FromRow"));
    }

    /// <summary>The rows of an import come from a file, not from the pipeline.</summary>
    private static bool ReadsFile(Type command) => command.Name == "ImportContactCommand";

    public static IEnumerable<TheoryDataRow<string>> Commands =>
        BuiltModule.Cmdlets.Where(command => Writes(command) && !ReadsFile(command) && BuiltModule.Parameters(command).Any(IsColumn))
        .Select(command => new TheoryDataRow<string>(command.Name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_row_sends_what_it_sends_alone(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == name);
        foreach (var column in BuiltModule.Parameters(command).Where(IsColumn))
        {
            var given = CommandLine(command, column);
            var binders = Row(column.Name, Values(column)[0]);
            var ours = Row(Heading(column.Name), Values(column)[1]);
            var other = Row(column.Name, Values(column)[2]);
            var absent = Row("Nothing to see", 1);
            object[] rows = [binders, ours, other, absent];
            var alone = rows.Select(row => Sent(command, given, row)).ToArray();
            Assert.True(alone[0].Length > 0,
                $"{name} -{column.Name} sends nothing: {string.Join(" ", Sends(command, given, binders).Errors)}");
            Assert.True(alone[0].SequenceEqual(alone[1]),
                $"{name} -{column.Name}: {string.Join(" ", alone[0])} but {string.Join(" ", alone[1])} "
                + $"{string.Join(" ", Sends(command, given, ours).Errors)}");
            Assert.True(!alone[0].SequenceEqual(alone[2]), $"{name} -{column.Name}: {string.Join(" ", alone[2])}");
            int[][] orders = [[0, 1], [1, 0], [0, 2, 1], [1, 2, 0], [2, 1, 2], [0, 3, 1, 3, 0], [1, 3, 0, 3, 1], [3, 1, 2, 3], [1, 2, 3]];
            foreach (var order in orders)
            {
                var together = Sent(command, given, order.Select(place => rows[place]).ToArray());
                var expected = order.SelectMany(place => alone[place]).ToArray();
                Assert.True(expected.SequenceEqual(together),
                    $"{name} -{column.Name}, order "
                    + $"{string.Join(", ", order)}:\n{string.Join("\n", expected)}\nbut\n{string.Join("\n", together)}");
            }
        }
    }

    /// <summary>
    /// A blank cell and a database's null leave the field as it is, and never refuse the row, unless the column must have a value.
    /// </summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public void A_blank_cell_says_nothing(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == name);
        foreach (var column in BuiltModule.Parameters(command).Where(IsColumn))
        {
            var given = CommandLine(command, column);
            var without = Sent(command, given, Row("Nothing to see", 1));
            foreach (var blank in new object[] { DBNull.Value, "", " \t" })
            {
                var outcome = Sends(command, given, Row(column.Name, blank));
                var with = Writes();
                Assert.True(without.SequenceEqual(with),
                    $"{name} -{column.Name} '{blank}': {string.Join(" ", with)} {string.Join(" ", outcome.Errors)}");
                Assert.All(outcome.Errors, error => Assert.DoesNotContain("transformation", error.ToString(), StringComparison.Ordinal));
            }
        }
    }

    /// <summary>The column between rows that cannot be read.</summary>
    [Fact]
    public void A_row_that_is_refused_leaves_nothing_to_the_next()
    {
        var outcome = _shell.Run("""
            [pscustomobject]@{ Email = 'a@x.y'; UnsubscribedFromEmails = 'TRUE';
                SignedUpAt = 'never' }, [pscustomobject]@{ Email = 'b@x.y' },
            [pscustomobject]@{ Email = 'c@x.y'; UnsubscribedFromEmails = $true; external_id = @{} }, [pscustomobject]@{ Email = 'd@x.y';
                UnsubscribedFromEmails = $false },
            [pscustomobject]@{ Email = 'e@x.y'; 'External ID' = 'e1' }, [pscustomobject]@{ Email = 'f@x.y'; ExternalId = 'f1' } |
                New-IntercomContact -ThrottleLimit 1
            """);
        Assert.Equal(2, outcome.Errors.Count);
        string[] expected =
        [
            """POST /contacts {"email":"b@x.y","role":"user"}""",
            """POST /contacts {"email":"d@x.y","role":"user","unsubscribed_from_emails":false}""",
            """POST /contacts {"email":"e@x.y","external_id":"e1","role":"user"}""",
            """POST /contacts {"email":"f@x.y","external_id":"f1","role":"user"}""",
        ];
        Assert.Equal(expected, _server.Calls);
    }

    private Dictionary<string, object> CommandLine(Type command, PropertyInfo column)
    {
        var sets = BuiltModule.Sets(command);
        var @default = command.GetCustomAttribute<CmdletAttribute>()!.DefaultParameterSetName;
        var chosen = sets.Where(set => BuiltModule.IsIn(column, set)).OrderBy(set => set != @default
            || column.GetCustomAttributes<ParameterAttribute>().Any(each => each.ParameterSetName != ParameterAttribute.AllParameterSets))
            .First();
        var given = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase) { ["ThrottleLimit"] = 1, ["Confirm"] = false };
        foreach (var parameter in BuiltModule.Parameters(command)
            .Where(parameter => parameter.Name != column.Name && BuiltModule.IsIn(parameter, chosen, mandatory: true)))
            given[parameter.Name] = Values(parameter)[2]!;
        // Otherwise the time of day is sent.
        foreach (var time in new[] { "CreatedAt", "Timestamp", "To" })
        {
            if (time != column.Name && command.GetProperty(time) is { } property && BuiltModule.IsIn(property, chosen)
                && !given.ContainsKey(time))
                given[time] = time == "To" ? "2024-01-01T00:00:00Z" : "2023-01-01T00:00:00Z";
        }
        if (Beside.TryGetValue($"{command.Name}.{column.Name}", out var beside) || Beside.TryGetValue(command.Name, out beside))
        {
            foreach (var (parameter, value) in beside) given[parameter] = value;
        }
        return given;
    }

    private static string Heading(string name) => " " + name[..1].ToLowerInvariant() + "-" + name[1..] + "_ ";

    private static PSObject Row(string heading, object? value)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty(heading, value));
        return row;
    }

    /// <summary>A value as PowerShell takes it, the same as only the module does, and another.</summary>
    private static object?[] Values(PropertyInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
        if (BuiltModule.Attributes(parameter, "OneOf").FirstOrDefault() is { } words)
            return [words.Words[0], words.Words[0].ToUpperInvariant(), words.Words[1]];
        if (BuiltModule.Attributes(parameter, "NameOf").FirstOrDefault() is { } named)
        {
            return ((Type)named.Model).Name switch
            {
                "Admin" => ["grace@example.com", "grace@example.com", "Ada"],
                "Tag" => ["VIP", "VIP", "Churn risk"],
                "Team" => ["Billing", "billing", "Sales"],
                "TicketType" => ["Bug", "bug", "Wish"],
                "TicketState" => ["Held", "held", "Done"],
                "Collection" => ["Billing", "billing", "Start"],
                "Company" => ["a", "a", "b"],
                "ConversationAttribute" => ["Cause", "cause", "Urgency"],
                _ => throw new NotSupportedException($"{parameter.Name} takes names of which the test has none."),
            };
        }
        if (parameter.Name == "TimeZoneName") return ["Europe/Dublin", " Europe/Dublin", "Europe/Berlin"];
        if (parameter.Name is "Phone" or "PhoneNumber") return ["+353871234567", " +353871234567", "+353871234568"];
        if (type == typeof(bool)) return [true, "TRUE", false];
        if (parameter.Name == "To") return ["2023-11-14T22:13:20Z", "1700000000", "2023-12-01T00:00:00Z"];
        if (parameter.Name == "From") return ["2023-11-14T22:13:20Z", "1700000000", "2023-05-01T00:00:00Z"];
        // A number is not a date where an id is possible.
        if (parameter.Name == "Until") return ["2033-05-18T03:33:20Z", "2033-05-18T04:33:20+01:00", "2034-05-01T00:00:00Z"];
        if (type == typeof(DateTime)) return ["2033-05-18T03:33:20Z", "2000000000", "2034-05-01T00:00:00Z"];
        if (type == typeof(Hashtable))
            return [new Hashtable { ["plan"] = "pro" }, """{"plan":"pro"}""", new Hashtable { ["plan"] = "free" }];
        if (type == typeof(Uri)) return ["https://example.com/a", "https://example.com/a", "https://example.com/b"];
        if (type == typeof(string[]) && !HasMark(parameter, "IntercomId"))
            return [new[] { "a", "b" }, new[] { "a", "b" }, new[] { "c", "d" }];
        return type.IsPrimitive ? [7, "7", 8] : ["71", "71", "72"];
    }

    private Outcome Sends(Type command, Dictionary<string, object> given, params object[] rows)
    {
        _server.Forget();
        return _shell.Run("$rows = $args[0]; $given = $args[2]; $rows | & $args[1] @given", rows, BuiltModule.NameOf(command),
            new Hashtable(given));
    }

    private string[] Sent(Type command, Dictionary<string, object> given, params object[] rows)
    {
        _ = Sends(command, given, rows);
        return Writes();
    }

    private string[] Writes() => _server.Requests.Where(request => request.Method != "GET")
            .Select(request =>
                Lately()
                .Replace(Now().Replace(request.ToString(), "\"$1\":now"), seconds => IsLately(seconds.Value) ? "now" : seconds.Value))
                .ToArray();

    /// <summary>Seconds; those of the present time of day are what the cmdlet supplies.</summary>
    private static Regex Lately() => new("\\b1[0-9]{9}\\b", RegexOptions.CultureInvariant);

    private static bool IsLately(string seconds) =>
        Math.Abs(long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow.ToUnixTimeSeconds()) < 600;

    /// <summary>The time of day, where a row does not specify one.</summary>
    private static Regex Now() => new("\"(created_at|timestamp)\":\"?(1[6-9]\\d{8}|202\\d-[^\"]*)\"?", RegexOptions.CultureInvariant);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
