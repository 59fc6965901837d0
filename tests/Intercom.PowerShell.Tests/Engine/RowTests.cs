using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>What the cells and headings of a piped row say, and what they do not.</summary>
public sealed class RowTests : IDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public RowTests() => _server.Connect(_shell);

    [Theory]
    [InlineData("Email = 'a@x.example'; Name = ''; Phone = ' '; external_id = ''", "", """{"email":"a@x.example","role":"user"}""")]
    [InlineData("Email = 'a@x.example'; Name = ''; Phone = ' '; SignedUpAt = ''", "-ClearEmpty",
        """{"email":"a@x.example","name":null,"phone":null,"role":"user","signed_up_at":null}""")]
    [InlineData("'E-Mail ' = ' a@x.example '; 'External ID' = 'e1 '; full_name = 'N'", "-WarningAction SilentlyContinue",
        """{"email":"a@x.example","external_id":"e1","role":"user"}""")]
    public void A_blank_cell_says_nothing_unless_it_is_to_clear(string row, string more, string body)
    {
        _shell.Do($"[pscustomobject]@{{ {row} }} | New-IntercomContact {more}");
        Assert.Equal(["POST /contacts " + body], _server.Calls);
    }

    [Fact]
    public void Null_clears_a_database_null_says_nothing_and_the_command_line_sends_what_it_says()
    {
        _shell.Do(
            "[pscustomobject]@{ ContactId = 'c1'; Phone = $null; Name = [DBNull]::Value } | Set-IntercomContact; Set-IntercomContact c1 "
            + "-Phone ''");
        Assert.Equal(["PUT /contacts/c1 {\"phone\":null}", "PUT /contacts/c1 {\"phone\":\"\"}"], _server.Calls);
    }

    /// <summary>An export has a column for each attribute. The apostrophe before a formula is the export's.</summary>
    [Theory]
    [InlineData("'CustomAttributes.plan' = 'a'; 'custom_attributes.note' = ''", "", """{"custom_attributes":{"plan":"a"}}""")]
    [InlineData("'CustomAttributes.plan' = ''", "-ClearEmpty", """{"custom_attributes":{"plan":null}}""")]
    [InlineData("'CustomAttributes.plan' = 'a'; 'CustomAttributes.x.y' = 'b'", "-CustomAttribute @{ plan = 'c'; z = 1 }",
        """{"custom_attributes":{"plan":"c","x.y":"b","z":1}}""")]
    [InlineData("CustomAttributes = '{\"a\":1}'; 'CustomAttributes.b' = 'c'", "", """{"custom_attributes":{"a":1,"b":"c"}}""")]
    [InlineData("Name = '''=1'; Phone = '''5'; 'CustomAttributes.plan' = '''@x'", "",
        """{"custom_attributes":{"plan":"@x"},"name":"=1","phone":"'5"}""")]
    public void A_column_can_set_one_attribute(string row, string more, string body)
    {
        _shell.Do($"[pscustomobject]@{{ ContactId = 'c1'; {row} }} | Set-IntercomContact {more}");
        Assert.Equal(["PUT /contacts/c1 " + body], Changes());
    }

    [Fact]
    public void Attributes_of_the_command_line_and_of_one_row_do_not_reach_the_next_row()
    {
        _shell.Do("""
            [pscustomobject]@{ ContactId = 'c1'; 'CustomAttributes.plan' = 'a' }, [pscustomobject]@{ ContactId = 'c2'; Name = 'n' } |
                Set-IntercomContact -CustomAttribute @{ z = 1 } -ThrottleLimit 1
            """);
        Assert.Equal("""PUT /contacts/c2 {"custom_attributes":{"z":1},"name":"n"}""", Changes()[^1]);
        _server.Forget();
        _shell.Do("""
            [pscustomobject]@{ ContactId = 'c1'; P = 'p'; 'CustomAttributes.plan' = 'a' }, [pscustomobject]@{ ContactId = 'c2'; P = 'q' } |
                Set-IntercomContact -CustomAttribute { @{ z = $_.P } } -ThrottleLimit 1
            """);
        Assert.Equal("""PUT /contacts/c1 {"custom_attributes":{"plan":"a","z":"p"}}""", Changes()[0]);
        Assert.Equal("""PUT /contacts/c2 {"custom_attributes":{"z":"q"}}""", Changes()[1]);
    }

    [Theory]
    [InlineData("Vorname = 'N'; 'E-Mail' = 'a@x.example'; Nr = 'c1'", "Vorname = 'Name'; Nr = 'ContactId'",
        """{"email":"a@x.example","name":"N"}""")]
    [InlineData("ContactId = 'c1'; Id = 'e1'; Name = 'p'; Phone = 'n'", "Id = 'ExternalId'; Name = 'Phone'; Phone = 'Name'",
        """{"external_id":"e1","name":"n","phone":"p"}""")]
    [InlineData("ContactId = 'c1'; Tarif = 'a'; Geb = '31.05.2026'", "Tarif = 'CustomAttributes.plan'; Geb = 'SignedUpAt'",
        """{"custom_attributes":{"plan":"a"},"signed_up_at":1780185600}""")]
    [InlineData("ContactId = 'c1'; Vorname = ' '; Name = 'n'", "Vorname = 'Phone'", """{"name":"n"}""")]
    public void A_map_names_the_columns(string row, string map, string body)
    {
        var outcome = _shell.Do($"$row = [pscustomobject]@{{ {row} }}; $row | Set-IntercomContact -ColumnMap @{{ {map} }} "
            + "-DateFormat 'dd.MM.yyyy'; @($row.PSObject.Properties).Count");
        Assert.Equal(["PUT /contacts/c1 " + body], Changes());
        Assert.Equal($"{row.Split(';').Length}", $"{outcome.Output[^1]}");
    }

    [Theory]
    [InlineData("New-IntercomCompany", "Nr = 'ExternalCompanyId'; Firma = 'Nmae'", "Intercom.unknown_map_target")]
    [InlineData("New-IntercomCompany", "Nr = 'ExternalCompanyId'; Name = 'ExternalCompanyId'", "Intercom.two_mapped_columns")]
    [InlineData("New-IntercomCompany", "Nummer = 'ExternalCompanyId'", "Intercom.mapped_column_missing")]
    [InlineData("New-IntercomCompany", "Firma = 'Name'; Nr = 'ExternalCompanyId'", "Intercom.two_mapped_columns")]
    [InlineData("Set-IntercomContact", "Nr = 'ThrottleLimit'", "Intercom.unknown_map_target")]
    public void A_wrong_map_ends_the_command_before_anything_is_sent(string command, string map, string code)
    {
        var outcome = _shell.Do($"try {{ 1..3 | ForEach-Object {{ [pscustomobject]@{{ Nr = 'c1'; Firma = 'F'; Name = 'N' }} }} | "
            + $"{command} -ColumnMap @{{ {map} }} }} catch {{ $_.FullyQualifiedErrorId }}");
        Assert.StartsWith(code, $"{Assert.Single(outcome.Output)}", StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    /// <summary>The changes that were sent, with sorted fields.</summary>
    private string[] Changes() => _server.Calls.Where(call => call.StartsWith("PUT", StringComparison.Ordinal)).Select(call =>
    {
        var at = call.IndexOf('{', StringComparison.Ordinal);
        return call[..at] + Sorted(JsonNode.Parse(call[at..])!).ToJsonString(Relaxed);
    }).ToArray();

    private static JsonNode Sorted(JsonNode node) => node is not JsonObject fields ? node.DeepClone()
        : new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field =>
            new KeyValuePair<string, JsonNode?>(field.Key, field.Value is null ? null : Sorted(field.Value))));

    /// <summary>Import-Csv and ConvertFrom-Csv give null for what a short line lacks, and for a blank cell that ends the text.</summary>
    [Theory]
    [InlineData("Import-Csv | Set-IntercomContact", """{"name":"n"}""")]
    [InlineData("Import-Csv |\n Where-Object Name |\n Set-IntercomContact", """{"name":"n"}""")]
    [InlineData("Import-Csv | Set-IntercomContact -ClearEmpty", """{"name":"n","phone":null}""")]
    [InlineData("$rows = [pscustomobject]@{ ContactId = 'c1'; Name = ''; ExternalId = 'e1'; Phone = $null }; $rows | Set-IntercomContact",
        """{"external_id":"e1"}""")]
    public void A_cell_that_a_line_does_not_have_says_nothing(string script, string body)
    {
        _shell.Do("function Import-Csv { [pscustomobject]@{ ContactId = 'c1'; Name = 'n'; Phone = $null } }; " + script);
        Assert.Equal(["PUT /contacts/c1 " + body], _server.Calls);
    }

    /// <summary>A file may have a column for each kind of target, of which each line fills one.</summary>
    [Theory]
    [InlineData("Body = 'b'", "ContactId,ConversationId,TicketId", "Add-IntercomNote", "contacts/1/notes", "conversations/1/reply",
        "tickets/1/reply")]
    [InlineData("Tag = 'VIP'", "ContactId,ConversationId,TicketId", "Add-IntercomTag", "contacts/1/tags", "conversations/1/tags",
        "tickets/1/tags")]
    [InlineData("EventName = 'e'", "ContactId,ExternalId,Email", "Send-IntercomEvent", "events", "events", "events")]
    [InlineData("ConversationId = 2", "ContactId,ExternalId,Email", "Add-IntercomConversationContact", "conversations/2/customers",
        "conversations/2/customers", "conversations/2/customers")]
    public void A_blank_cell_does_not_choose_what_a_row_is_for(string beside, string columns, string command, params string[] paths)
    {
        foreach (var blank in new[] { "''", "' '", "$null", "[DBNull]::Value" })
        {
            _server.Forget();
            var names = columns.Split(',');
            var rows = names.Select(filled =>
                $"[pscustomobject]@{{ {beside}; "
                + $"{string.Join("; ", names.Select(name => $"{name} = {(name == filled ? "'1'" : blank)}"))} }}");
            _shell.Do($"{string.Join(", ", rows)} | {command} -ThrottleLimit 1");
            Assert.Equal(paths.Select(path => "POST /" + path),
                _server.Calls.Where(call => call.StartsWith("POST", StringComparison.Ordinal))
                .Select(call => call[..call.IndexOf(" {", StringComparison.Ordinal)]));
        }
    }

    [Fact]
    public void A_null_in_a_table_of_a_database_says_nothing_in_any_type_of_column()
    {
        var outcome = _shell.Do("""
            $table = [System.Data.DataTable]::new()
            $null = $table.Columns.Add('Email'); $null = $table.Columns.Add('Role'); $null = $table.Columns.Add('SignedUpAt', [datetime])
            $null = $table.Columns.Add('UnsubscribedFromEmails', [bool]); $null = $table.Columns.Add('Name')
            $null = $table.Rows.Add('a@x.example', [DBNull]::Value, [DBNull]::Value, [DBNull]::Value, [DBNull]::Value)
            $null = $table.Rows.Add('b@x.example', 'lead', [datetime]::new(2025, 1, 2, 0, 0, 0, [DateTimeKind]::Utc), $true, 'B')
            $null = $table.Rows.Add('c@x.example', [DBNull]::Value, [DBNull]::Value, [DBNull]::Value, 'C')
            $null = $table.Rows | New-IntercomContact -ThrottleLimit 1
            $table.Rows[0].Name -is [DBNull]
            """);
        string[] expected =
        [
            """POST /contacts {"email":"a@x.example","role":"user"}""",
            """POST /contacts {"email":"b@x.example","name":"B","role":"lead","signed_up_at":1735776000,"unsubscribed_from_emails":true}""",
            """POST /contacts {"email":"c@x.example","name":"C","role":"user"}""",
        ];
        Assert.Equal(expected, _server.Calls);
        Assert.Equal(true, outcome.Output.Single().BaseObject);
    }

    [Fact]
    public void A_row_that_the_binder_refuses_is_left_as_it_was()
    {
        var outcome = _shell.Run(
            "$row = [pscustomobject]@{ ConversationId = ''; Body = ''; Name = $null }; $row | Close-IntercomConversation -ErrorAction "
            + "SilentlyContinue; $row");
        var row = Assert.IsType<PSObject>(Assert.Single(outcome.Output), exactMatch: false);
        Assert.Equal(["ConversationId=", "Body=", "Name="], row.Properties.Select(cell => $"{cell.Name}={cell.Value}"));
        Assert.Equal("", row.Properties["Body"].Value);
    }

    /// <summary>Ids from a database are decimals and GUIDs, those from a spreadsheet doubles.</summary>
    [Theory]
    [InlineData("@{ ConversationId = [double]215; Body = 'x' }", "Send-IntercomReply", "POST /conversations/215/reply ")]
    [InlineData("@{ ConversationId = [decimal]215000000000000001; Body = 'x' }", "Send-IntercomReply",
        "POST /conversations/215000000000000001/reply ")]
    [InlineData("@{ Id = [int16]7 }", "Close-IntercomConversation", "POST /conversations/7/parts ")]
    [InlineData("@{ 'Contact ID' = [guid]'6ba7b810-9dad-11d1-80b4-00c04fd430c8'; Name = 'n' }", "Set-IntercomContact",
        "PUT /contacts/6ba7b810-9dad-11d1-80b4-00c04fd430c8 ")]
    [InlineData("@{ ContactId = [uint64]18446744073709551615; Body = 'x' }", "Add-IntercomNote",
        "POST /contacts/18446744073709551615/notes ")]
    public void An_id_of_any_number_type_is_an_id(string row, string command, string call)
    {
        _shell.Do($"[pscustomobject]{row} | {command}");
        Assert.StartsWith(call, Assert.Single(_server.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("[double]9007199254740993")]
    public void A_number_that_is_not_an_id_is_not_rounded_to_one(string number)
    {
        Assert.Single(_shell.Run($"[pscustomobject]@{{ ConversationId = {number} }} | Close-IntercomConversation").Errors);
        Assert.Equal("inexact_id", _shell.Run($"Remove-IntercomContact ({number}) -Confirm:$false").Error.Code());
        Assert.Empty(_server.Calls);
    }

    /// <summary>ConvertFrom-Json makes a date of a text that looks like one.</summary>
    [Theory]
    [InlineData("[pscustomobject]@{ Email = 'a@x.example'; Name = [datetime]::new(2025, 1, 2, 3, 4, 5, [DateTimeKind]::Utc) }",
        "2025-01-02T03:04:05Z")]
    [InlineData("[pscustomobject]@{ Email = 'a@x.example'; Name = [datetime]'2025-01-02' }", "2025-01-02T00:00:00")]
    [InlineData("[pscustomobject]@{ Email = 'a@x.example'; Name = [DateTimeOffset]'2025-01-02T03:04:05.5+02:00' }",
        "2025-01-02T03:04:05.5+02:00")]
    [InlineData("[pscustomobject]@{ Email = 'a@x.example'; Name = [DateOnly]'2025-01-02' }", "2025-01-02")]
    public void A_date_in_a_text_is_written_as_it_can_be_read_in_one_way_only(string row, string name)
    {
        _shell.Do(row + " | New-IntercomContact");
        Assert.Contains($"\"name\":\"{name}\"", Assert.Single(_server.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ ContactId = 'c1'; Name = 'n' } | Set-IntercomContact")]
    [InlineData("[ordered]@{ ExternalCompanyId = 'e'; Name = 'n' } | New-IntercomCompany")]
    [InlineData("@{ Email = 'a@x.example' } | New-IntercomContact")]
    [InlineData("@{ Name = 'n' } | New-IntercomTag")]
    [InlineData("@{ EventName = 'e'; ContactId = 'c1' } | Send-IntercomEvent")]
    [InlineData("@{ ConversationId = 1; Body = 'b' } | Send-IntercomReply")]
    [InlineData("@{ TicketType = 'Bug'; Title = 't' } | New-IntercomTicket")]
    [InlineData("@{ ContactId = 'c1' } | Remove-IntercomContact -Confirm:$false")]
    public void A_hashtable_in_a_pipe_is_named(string script)
    {
        var error = _shell.Run(script).Error;
        Assert.Equal("piped_hashtable", error.Code());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_property_that_no_parameter_takes_is_not_read()
    {
        _shell.Do(
            "$row = [pscustomobject]@{ ContactId = 'c1'; Name = 'n' }; $row.PSObject.Properties.Add([psscriptproperty]::new('Bad', { "
            + "throw 'not to be read' })); $row | Set-IntercomContact");
        Assert.Equal(["PUT /contacts/c1 {\"name\":\"n\"}"], _server.Calls);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Title = ' ' } | New-IntercomArticle", "blank_column")]
    [InlineData("[pscustomobject]@{ Email = 'a@x.example'; 'E-Mail' = 'b@x.example' } | New-IntercomContact", "two_columns")]
    [InlineData("[pscustomobject]@{ EventName = 'e'; CreatedAt = '' } | Send-IntercomEvent -ContactId c1 -ClearEmpty",
        "column_not_clearable")]
    public void A_row_that_cannot_be_meant_is_an_error(string script, string code)
    {
        Assert.Equal(code, _shell.Run(script).Error.Code());
        Assert.Equal(code, _shell.Run(script + " -WhatIf").Error.Code());
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ 'Tag Name' = 'vip' } | New-IntercomTag", "missing_property")]
    [InlineData("[pscustomobject]@{ 'Name ' = 'vip' } | New-IntercomTag", "missing_property")]
    [InlineData("@{ Name = 'vip' } | New-IntercomTag", "piped_hashtable")]
    [InlineData("[ordered]@{ Name = 'vip' } | New-IntercomTag", "piped_hashtable")]
    [InlineData("[pscustomobject]@{ Telephone = '+353871234567' } | Send-IntercomPhoneSwitch", "missing_property")]
    public void The_text_of_a_whole_row_is_not_taken_for_a_name(string script, string code)
    {
        Assert.Equal(code, _shell.Run(script).Error.Code());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_column_that_is_sent_is_not_said_to_be_lost()
    {
        var outcome = _shell.Do(
            "[pscustomobject]@{ Name = 'vip' }, [pscustomobject]@{ name = 'b' } | New-IntercomTag -WhatIf; [pscustomobject]@{ Phone = "
            + "'+353871234567' } | Send-IntercomPhoneSwitch -WhatIf");
        Assert.Empty(outcome.Warnings);
        Assert.Contains("'Colour'",
            Assert.Single(_shell.Do("[pscustomobject]@{ Name = 'vip'; Colour = 'red' } | New-IntercomTag -WhatIf").Warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_no_parameter_takes_is_one_warning_with_the_nearest_one()
    {
        var outcome = _shell.Do(
            "1..3 | ForEach-Object { [pscustomobject]@{ Email = \"a$_@x.example\"; Nmae = 'A'; Plan = 'x' } } | New-IntercomContact");
        var warning = Assert.Single(outcome.Warnings);
        Assert.Contains("'Nmae', 'Plan'", warning, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Name' instead of 'Nmae'?", warning, StringComparison.Ordinal);
        Assert.Contains("Specify -Email on the command line.",
            Assert.Single(
            _shell.Do("[pscustomobject]@{ ConversationId = 1; Body = 'x'; Email = 'a' } | Send-IntercomReply -WhatIf").Warnings),
            StringComparison.Ordinal);
        Assert.Contains("'Titel'", Assert.Single(_shell.Run("[pscustomobject]@{ Titel = 'x' } | New-IntercomArticle").Warnings),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("External Company ID")]
    [InlineData(" external-company_id ")]
    [InlineData("company_id")]
    public void A_heading_of_a_mandatory_parameter_is_found_too_and_the_row_is_left_as_it_was(string heading)
    {
        var names = _shell.Do(
            "$row = [pscustomobject]@{ $args[0] = ' n1 '; Size = '' }; $row | New-IntercomCompany | Out-Null; "
            + "$row.PSObject.Properties.Name", heading).Output;
        Assert.Equal(["POST /companies {\"company_id\":\"n1\"}"], _server.Calls);
        Assert.Equal([heading, "Size"], names.Select(name => name.ToString()!));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("fr-FR")]
    [InlineData("")]
    public void A_number_is_read_without_a_culture_and_without_a_guess(string culture)
    {
        _shell.Do("$old = [cultureinfo]::CurrentCulture; [cultureinfo]::CurrentCulture = $args[0]", culture);
        foreach (var bad in new[] { "'99,90'", "98.5", "'98.5'", "'1.200'", "'1 200'", "'1kb'", "'0x10'", "'1e3'", "'۹۹'", "$true",
            "(Get-Date)" })
        {
            Assert.Single(_shell.Run($"[pscustomobject]@{{ ExternalCompanyId = 'n'; MonthlySpend = {bad} }} | New-IntercomCompany").Errors);
            Assert.Single(
                _shell.Run($"[pscustomobject]@{{ ExternalCompanyId = 'n'; monthly_spend = {bad} }} | New-IntercomCompany").Errors);
            Assert.Single(_shell.Run($"New-IntercomCompany n -MonthlySpend {bad}").Errors);
        }
        Assert.Empty(_server.Calls);
        _shell.Do("New-IntercomCompany n -MonthlySpend 98.0 -Size '7'");
        Assert.Equal(["POST /companies {\"company_id\":\"n\",\"monthly_spend\":98,\"size\":7}"], _server.Calls);
        Assert.Single(_shell.Run("Set-IntercomConversation 1 -Read 5").Errors);
        Assert.Single(_shell.Run("Set-IntercomConversation 1 -Read perhaps").Errors);
        Assert.Single(_shell.Run("Connect-Intercom -Sandbox -FailureRate '0,5'").Errors);
    }

    [Fact]
    public void Every_number_and_every_truth_is_read_by_our_own_reader() =>
        Assert.All(BuiltModule.Cmdlets.SelectMany(BuiltModule.Parameters), parameter =>
    {
        var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
        var mark = type == typeof(bool) ? "Truth" : type == typeof(double) || type == typeof(float) || type == typeof(decimal)
            ? "DecimalNumber" : type.IsPrimitive && type != typeof(char) ? "WholeNumber" : null;
        if (mark is not null)
            Assert.True(BuiltModule.Attributes(parameter, mark).Any(), $"{parameter.DeclaringType!.Name} {parameter.Name} lacks [{mark}]");
    });

    [Fact]
    public void Every_address_id_and_telephone_number_is_trimmed() =>
        Assert.All(BuiltModule.Cmdlets.SelectMany(BuiltModule.Parameters).Where(parameter => parameter.PropertyType == typeof(string)),
        parameter =>
    {
        var wire = ((string?)BuiltModule.Attributes(parameter, "Body").FirstOrDefault()?.Name)?.Split('.')[^1];
        if (wire is not (
            "email" or "phone" or "external_id" or "user_id" or "company_id" or "id" or "conversation_id" or "website" or "avatar")) return;
        Assert.True(BuiltModule.Attributes(parameter, "Trim").Any() || BuiltModule.Attributes(parameter, "IntercomId").Any()
            || BuiltModule.Attributes(parameter, "NameOf").Any(), $"{parameter.DeclaringType!.Name} {parameter.Name} lacks [Trim]");
    });

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
