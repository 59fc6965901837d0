namespace Intercom.PowerShell.Tests.Engine;

/// <summary>How objects, rows and strings flow through the cmdlets.</summary>
public sealed class PipelineTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public PipelineTests() => _server.Connect(_shell);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    private static string[] Sorted(params string[] requests) => requests.Select(Received.Sorted).ToArray();

    [Fact]
    public void A_piped_object_supplies_only_its_id()
    {
        _shell.Do(
            "$c = [Intercom.Contact]@{ Id = 'c1'; Name = 'Old'; Email = 'old@x.y'; Role = 'user'; Phone = '1'; Avatar = 'http://x' }; $c "
            + "| Set-IntercomContact -Name New");
        Assert.Equal(Sorted("""PUT /contacts/c1 {"name":"New"}"""), _server.Calls);
    }

    [Fact]
    public void A_piped_row_supplies_every_column_that_matches()
    {
        _shell.Do(
            "[pscustomobject]@{ Id = 'c1'; Name = 'New'; Phone = '2'; Unrelated = 'x' }, [pscustomobject]@{ ContactId = 'c2'; Name = "
            + "$null } | Set-IntercomContact");
        Assert.Equal(Sorted("""PUT /contacts/c1 {"phone":"2","name":"New"}""", """PUT /contacts/c2 {"name":null}"""), _server.Calls);
    }

    [Theory]
    [InlineData("UnsubscribedFromEmails = 'TRUE'", "\"unsubscribed_from_emails\":true")]
    [InlineData("UnsubscribedFromEmails = 'no'", "\"unsubscribed_from_emails\":false")]
    [InlineData("SignedUpAt = '1700000000'", "\"signed_up_at\":1700000000")]
    [InlineData("SignedUpAt = 1700000000", "\"signed_up_at\":1700000000")]
    [InlineData("CustomAttributes = [pscustomobject]@{ plan = 'pro'; seats = 3 }", "\"custom_attributes\":{\"plan\":\"pro\",\"seats\":3}")]
    [InlineData("CustomAttribute = [ordered]@{ plan = 'pro' }", "\"custom_attributes\":{\"plan\":\"pro\"}")]
    [InlineData("CustomAttributes = '{\"plan\":\"pro\"}'", "\"custom_attributes\":{\"plan\":\"pro\"}")]
    [InlineData("external_id = 'user-1'", "\"external_id\":\"user-1\"")]
    [InlineData("signed_up_at = 1700000000", "\"signed_up_at\":1700000000")]
    [InlineData("signed_up_at = '2023-11-14T22:13:20Z'", "\"signed_up_at\":1700000000")]
    [InlineData("unsubscribed_from_emails = $true; custom_attributes = [pscustomobject]@{ plan = $null }",
        "\"unsubscribed_from_emails\":true,\"custom_attributes\":{\"plan\":null}")]
    [InlineData("external_id = $null", "\"external_id\":null")]
    [InlineData("SignedUpAt = ' '; CustomAttributes = ''; UnsubscribedFromEmails = ''", "")]
    public void A_row_loses_no_column_that_a_parameter_is_meant_by(string column, string body)
    {
        _shell.Do(
            $"[pscustomobject]@{{ Email = 'a@x.y'; {column} }}, [pscustomobject]@{{ Email = 'b@x.y' }} | New-IntercomContact "
            + $"-ThrottleLimit 1");
        Assert.Equal(Sorted($$"""POST /contacts {"email":"a@x.y","role":"user"{{(body.Length > 0 ? "," + body : "")}}}""",
            """POST /contacts {"email":"b@x.y","role":"user"}"""), _server.Calls);
    }

    [Theory]
    [InlineData("SignedUpAt = '31/12/2025'", "SignedUpAt", "31/12/2025", "2025-12-31")]
    [InlineData("SignedUpAt = '1700000000000'", "SignedUpAt", "1700000000000", "milliseconds")]
    [InlineData("signed_up_at = 'yesterday'", "signed_up_at", "yesterday", "Unix seconds")]
    [InlineData("UnsubscribedFromEmails = 'perhaps'", "UnsubscribedFromEmails", "perhaps", "true or false")]
    [InlineData("CustomAttributes = 'plan=pro; seats=3'", "CustomAttributes", "plan=pro", "-ExcludeProperty CustomAttributes")]
    [InlineData("external_id = @{ a = 1 }", "external_id", "-ExternalId", "text")]
    public void A_column_that_cannot_be_taken_is_the_error_of_its_row_and_not_lost(string column, params string[] words)
    {
        var error = _shell.Run(
            $"[pscustomobject]@{{ Email = 'a@x.y'; {column} }}, [pscustomobject]@{{ Email = 'b@x.y' }} | New-IntercomContact").Error;
        Assert.All(words, word => Assert.Contains(word, error.ToString(), StringComparison.Ordinal));
        Assert.Equal(Sorted("""POST /contacts {"email":"b@x.y","role":"user"}"""), _server.Calls);
    }

    [Fact]
    public void Columns_that_no_parameter_takes_are_named_where_something_is_missing()
    {
        var missing = _shell.Run("[pscustomobject]@{ Kundennr = '7'; 'E-Mail-Adresse' = 'a@x.y'; Name = 'A' } | New-IntercomContact").Error;
        Assert.Contains("@{ n = 'Email'; e = 'E-Mail-Adresse' }", missing.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("'Name'", missing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_a_wire_name_is_checked_as_its_parameter_is()
    {
        var error = _shell.Run("[pscustomobject]@{ ExternalCompanyId = 'c'; monthly_spend = -1 } | New-IntercomCompany").Error;
        Assert.Contains("monthly_spend", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("1700000000", "1700000000")]
    [InlineData("'1700000000'", "1700000000")]
    [InlineData("1700000000.0", "1700000000")]
    [InlineData("([DateTimeOffset]::FromUnixTimeSeconds(1700000000))", "1700000000")]
    [InlineData("'2023-11-14T22:13:20Z'", "1700000000")]
    [InlineData("$null", "null")]
    public void A_number_for_a_date_is_unix_seconds(string date, string sent)
    {
        _shell.Do($"Set-IntercomContact c1 -SignedUpAt {date}");
        Assert.Equal(Sorted($$"""PUT /contacts/c1 {"signed_up_at":{{sent}}}"""), _server.Calls);
    }

    [Theory]
    [InlineData("([ordered]@{ plan = 'pro' })")]
    [InlineData("([pscustomobject]@{ plan = 'pro' })")]
    [InlineData("'{\"plan\":\"pro\"}'")]
    public void A_table_is_taken_in_whatever_form(string table)
    {
        _shell.Do($"Set-IntercomContact c1 -CustomAttribute {table}");
        Assert.Equal(Sorted("""PUT /contacts/c1 {"custom_attributes":{"plan":"pro"}}"""), _server.Calls);
    }

    [Fact]
    public void Rows_create_contacts_and_a_command_line_value_holds_for_all()
    {
        _shell.Do(
            "[pscustomobject]@{ Email = 'a@x.y'; Name = 'A' }, [pscustomobject]@{ Email = 'b@x.y'; Name = 'B' } | New-IntercomContact "
            + "-Role lead -ThrottleLimit 1");
        Assert.Equal(Sorted("""POST /contacts {"name":"A","email":"a@x.y","role":"lead"}""",
            """POST /contacts {"name":"B","email":"b@x.y","role":"lead"}"""), _server.Calls);
    }

    [Fact]
    public void A_value_of_one_row_does_not_stay_for_the_next()
    {
        _shell.Do(
            "[pscustomobject]@{ Email = 'a@x.y'; Name = 'A' }, [pscustomobject]@{ Email = 'b@x.y' } | New-IntercomContact -ThrottleLimit "
            + "1");
        Assert.Equal(Received.Sorted("""POST /contacts {"email":"b@x.y","role":"user"}"""), _server.Calls[1]);
    }

    [Fact]
    public void Strings_and_numbers_are_ids()
    {
        _shell.Do("'c1', 42, ' c3 ' | Get-IntercomContact");
        Assert.Equal(["GET /contacts/42", "GET /contacts/c1", "GET /contacts/c3"], _server.Calls.Order());
    }

    [Fact]
    public void One_cmdlet_tells_contacts_from_conversations()
    {
        _shell.Do(
            "[Intercom.Contact]@{ Id = 'c1' }, [Intercom.Conversation]@{ Id = '215' }, [pscustomobject]@{ ConversationId = '216' } | "
            + "Add-IntercomTag vip -ThrottleLimit 1");
        Assert.Equal(Sorted("""POST /contacts/c1/tags {"id":"71"}""", """POST /conversations/215/tags {"id":"71","admin_id":"1"}""",
            """POST /conversations/216/tags {"id":"71","admin_id":"1"}"""), _server.Calls);
    }

    [Theory]
    [InlineData("'215' | Close-IntercomConversation 'It is solved.'",
        """{"message_type":"close","type":"admin","body":"It is solved.","admin_id":"1"}""")]
    [InlineData("$c | Close-IntercomConversation Done", """{"message_type":"close","type":"admin","body":"Done","admin_id":"1"}""")]
    [InlineData("[pscustomobject]@{ Id = 215 } | Close-IntercomConversation -Body 216",
        """{"message_type":"close","type":"admin","body":"216","admin_id":"1"}""")]
    [InlineData("$c | Close-IntercomConversation", """{"message_type":"close","type":"admin","admin_id":"1"}""")]
    [InlineData("Close-IntercomConversation $c Done", """{"message_type":"close","type":"admin","body":"Done","admin_id":"1"}""")]
    [InlineData("Close-IntercomConversation '215' 'It is solved.'",
        """{"message_type":"close","type":"admin","body":"It is solved.","admin_id":"1"}""")]
    [InlineData("$c | Suspend-IntercomConversation 2040-01-01T00:00:00Z",
        """{"message_type":"snoozed","snoozed_until":2208988800,"admin_id":"1"}""")]
    [InlineData("$c | Suspend-IntercomConversation ([datetime]'2040-01-01T00:00:00Z')",
        """{"message_type":"snoozed","snoozed_until":2208988800,"admin_id":"1"}""")]
    [InlineData("Suspend-IntercomConversation '215' '2040-01-01T00:00:00Z'",
        """{"message_type":"snoozed","snoozed_until":2208988800,"admin_id":"1"}""")]
    [InlineData("$c | Set-IntercomConversationAssignee grace@example.com",
        """{"message_type":"assignment","type":"admin","assignee_id":"2","admin_id":"1"}""")]
    [InlineData("Set-IntercomConversationAssignee '215' grace@example.com",
        """{"message_type":"assignment","type":"admin","assignee_id":"2","admin_id":"1"}""")]
    [InlineData("$c | Set-IntercomConversationAssignee -ToTeam Billing",
        """{"message_type":"assignment","type":"team","assignee_id":"31","admin_id":"1"}""")]
    [InlineData("$c | Set-IntercomConversationAssignee -Unassign",
        """{"message_type":"assignment","type":"admin","assignee_id":"0","admin_id":"1"}""")]
    public void The_first_word_is_the_conversation_or_what_is_done_with_those_that_are_piped(string script, string body)
    {
        _shell.Do("$c = [Intercom.Conversation]@{ Id = '215'; Title = 'Old' }; " + script);
        Assert.Equal(Sorted("POST /conversations/215/parts " + body), _server.Calls);
    }

    [Fact]
    public void The_name_of_a_tag_is_looked_up_once_for_a_whole_pipeline()
    {
        _shell.Do("1..20 | Add-IntercomTag vip");
        Assert.Single(_server.Requests, request => request.Path == "/tags");
        Assert.Equal(20, _server.Calls.Count);
    }

    [Theory]
    [InlineData("[Intercom.Conversation]@{ Id = '215' } | Get-IntercomContact")]
    [InlineData("[Intercom.Conversation]@{ Id = '215' } | Set-IntercomContact -Name x")]
    [InlineData("[pscustomobject]@{ Foo = 1 } | Set-IntercomContact -Name x")]
    [InlineData("[Intercom.Admin]@{ Id = '5' } | Add-IntercomTag vip")]
    [InlineData("@{ Id = 'c1' } | Remove-IntercomContact -Confirm:$false")]
    [InlineData("Get-Date -ErrorAction Ignore; [datetime]'2020-01-01' | Get-IntercomContact")]
    public void An_object_of_another_kind_is_refused_before_anything_is_sent(string script)
    {
        Assert.NotEmpty(_shell.Run(script).Errors);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void An_object_that_came_back_from_a_job_or_a_file_is_still_one()
    {
        const string back =
            "function Back($it) { "
            + "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it)) }; ";
        _shell.Do(back
            + "Back ([Intercom.Contact]@{ Id = 'c1'; Name = 'Old'; Phone = '1'; WorkspaceId = 'ws1' }) | Set-IntercomContact -Name New");
        Assert.Equal(Sorted("""PUT /contacts/c1 {"name":"New"}"""), _server.Calls);
        Assert.Contains("ContactId",
            _shell.Run(back + "Back ([Intercom.Conversation]@{ Id = '215' }) | Set-IntercomContact -Name x").Error.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("other",
            _shell.Run(back
            + "Back ([Intercom.Contact]@{ Id = 'c1'; WorkspaceId = 'other' }) | Set-IntercomContact -Name x").Error.ToString(),
            StringComparison.Ordinal);
        _shell.Do(back + "Back ([Intercom.Reference]@{ Id = 'c2'; Type = 'contact' }) | Get-IntercomContact");
        Assert.Equal("GET /contacts/c2", _server.Calls[1]);
        Assert.Equal(2, _server.Calls.Count);
    }

    [Theory]
    [InlineData("[Intercom.Conversation]@{ Id = '215' } | Close-IntercomConversation 216 'Bye'", "'216'", "'215'")]
    [InlineData("[pscustomobject]@{ Id = 'c1' } | Set-IntercomContact c2 -Name x", "'c2'", "'c1'")]
    [InlineData("'c1' | Set-IntercomContact c2, c3 -Name x", "'c2, c3'", "'c1'")]
    [InlineData("[Intercom.Ticket]@{ Id = '7' } | Set-IntercomTicket 'In progress'", "'In progress'", "'7'")]
    public void An_id_on_the_command_line_beside_a_piped_one_is_refused(string script, string given, string piped)
    {
        var error = _shell.Run(script).Error;
        Assert.Contains(given, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(piped, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("'jane@x.example', 'joe@x.example' | New-IntercomContact", "'jane@x.example'", "New-IntercomContact -Email $_")]
    [InlineData("'Words', 'words' | New-IntercomArticle Title -AuthorId 1", "'Words'", "Pipe such objects")]
    [InlineData("1..2 | Add-IntercomNote 'Seen' -ContactId c1", "'1'", "Pipe such objects")]
    [InlineData("@{ Email = 'a@x.example' }, @{ Email = 'b@x.example' } | New-IntercomContact", "hashtable", "[pscustomobject]@{ ... }")]
    public void An_input_that_is_not_a_row_and_that_no_parameter_takes_is_refused(string script,
        params string[] words)
    {
        var errors = _shell.Run(script).Errors;
        Assert.Equal(2, errors.Count);
        Assert.All(words, word => Assert.Contains(word, errors[0].ToString(), StringComparison.Ordinal));
        Assert.All(errors, error => Assert.NotNull(error.TargetObject));
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void Rows_without_an_id_or_with_one_of_their_own_are_sent_for_the_one_on_the_command_line()
    {
        _shell.Do("[pscustomobject]@{ Id = 'row 7'; EventName = 'called' } | Send-IntercomEvent -ContactId c1 -WhatIf");
        _shell.Do("[pscustomobject]@{ Name = 'A' } | Set-IntercomContact c1");
        Assert.Equal(Sorted("""PUT /contacts/c1 {"name":"A"}"""), _server.Calls);
    }

    [Fact]
    public void An_object_of_another_workspace_is_refused()
    {
        var error = _shell.Run("[Intercom.Contact]@{ Id = 'c1'; WorkspaceId = 'other' } | Set-IntercomContact -Name x").Error;
        Assert.Contains("other", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("ws1", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
        _shell.Do("[Intercom.Contact]@{ Id = 'c1'; WorkspaceId = 'ws1' } | Set-IntercomContact -Name x");
    }

    [Theory]
    [InlineData("Get-IntercomContact '../admins'")]
    [InlineData("Get-IntercomContact 'a/b'")]
    [InlineData("Get-IntercomContact ''")]
    [InlineData("Get-IntercomContact ' '")]
    [InlineData("Close-IntercomConversation '215/../../contacts'")]
    [InlineData("Close-IntercomConversation 'It is solved.'")]
    [InlineData("'abc' | Close-IntercomConversation")]
    [InlineData("'215' | Close-IntercomConversation 216")]
    [InlineData("'215' | Close-IntercomConversation 216 Done")]
    [InlineData("'215' | Suspend-IntercomConversation 216 2040-01-01T00:00:00Z")]
    [InlineData("'215' | Set-IntercomConversationAssignee 216 grace@example.com")]
    [InlineData("'215' | Set-IntercomConversationAssignee 216 -ToTeam Billing")]
    [InlineData("'215' | Open-IntercomConversation 216")]
    [InlineData("Suspend-IntercomConversation 215 -Until 2001-01-01")]
    [InlineData("New-IntercomContact -Name 'Nobody'")]
    [InlineData("New-IntercomContact a@b.c -Role owner")]
    [InlineData("Send-IntercomEvent ' ' -ContactId c1")]
    [InlineData("Add-IntercomTag nosuchtag -ContactId c1")]
    [InlineData("New-IntercomCompany acme -MonthlySpend -1")]
    [InlineData("Invoke-IntercomRequest https://elsewhere.example/contacts")]
    [InlineData("Invoke-IntercomRequest contacts POST '{broken'")]
    [InlineData("Invoke-IntercomRequest contacts GET @{ per_page = 5 }")]
    public void Bad_input_is_refused_before_anything_is_sent(string script)
    {
        var outcome = _shell.Run(script);
        Assert.NotEmpty(outcome.Error.ToString());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_name_that_resolves_to_nothing_lists_near_ones_and_is_the_error_of_its_input()
    {
        var error = _shell.Run("'c1' | Add-IntercomTag 'vpi'").Error;
        Assert.Equal("Intercom.name_not_found,Intercom.PowerShell.AddTagCommand", error.FullyQualifiedErrorId);
        Assert.Contains("'VIP'", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("c1", ((PSObject)error.TargetObject).BaseObject);
    }

    [Fact]
    public void WhatIf_sends_nothing_not_even_to_look_up_a_name()
    {
        _shell.Do("""
            $c = [Intercom.Contact]@{ Id = 'c1' }
            $c | Add-IntercomTag vip -WhatIf; $c | Set-IntercomContact -Name x -WhatIf; $c | Remove-IntercomContact -WhatIf;
            New-IntercomContact a@b.c -WhatIf -WaitVisible
            Set-IntercomConversationAssignee 215 -ToAdmin grace@example.com -WhatIf; Close-IntercomConversation 215 -WhatIf;
            Send-IntercomReply hi -ConversationId 215 -WhatIf
            Send-IntercomEvent x -ContactId c1 -WhatIf; New-IntercomTag t -WhatIf; Remove-IntercomTag vip -FromWorkspace -WhatIf;
            Add-IntercomContactCompany -ExternalCompanyId acme -ContactId c1 -WhatIf
            Invoke-IntercomRequest contacts POST @{ email = 'x' } -WhatIf
            """);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Ninety_seven_of_a_hundred_are_done_and_three_errors_carry_their_inputs()
    {
        _server.Answer = request =>
            request.Body.Contains("bad", StringComparison.Ordinal)
            ? (422, """{"type":"error.list","errors":[{"code":"data_invalid","message":"email is invalid"}]}""")
            : RecordingServer.Simple(request);
        var outcome = _shell.Run(
            "1..100 | ForEach-Object { [pscustomobject]@{ Email = \"$(if ($_ -in 7, 50, 93) { 'bad' })$_@x.y\"; Name = \"N$_\" } } | "
            + "New-IntercomContact");
        Assert.Equal(97, outcome.Output.Count);
        Assert.Equal(100, _server.Calls.Count);
        Assert.Equal(["bad7@x.y", "bad50@x.y", "bad93@x.y"],
            outcome.Errors.Select(error => ((PSObject)error.TargetObject).Properties["Email"].Value));
        Assert.All(outcome.Errors, error =>
        {
            Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
            Assert.StartsWith("Intercom.data_invalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        });

        _server.Answer = RecordingServer.Simple;
        _server.Forget();
        var again = _shell.Run("$args[0].TargetObject | New-IntercomContact", [outcome.Errors.ToArray()]);
        Assert.Equal(3, again.Output.Count);
        Assert.Equal(3, _server.Calls.Count(call => call.Contains("bad", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_input_order_whatever_overtakes_and_no_more_than_the_limit_are_under_way(int limit)
    {
        var entered = 0;
        _server.Delay = async request =>
        {
            if (!request.Path.StartsWith("/contacts/", StringComparison.Ordinal)) return;
            // Later ones are quicker: every fourth request is answered only after the others of its window.
            var mine = Interlocked.Increment(ref entered);
            for (var spin = 0; spin < (4 - mine % 4) * 20; spin++) await Task.Yield();
        };
        _server.Answer = request =>
            request.Method == "PUT" ? (200, $$"""{"type":"contact","id":"{{request.Path.Split('/')[^1]}}"}""")
            : RecordingServer.Simple(request);
        var outcome = _shell.Do($"1..40 | Set-IntercomContact -Name x -PassThru -ThrottleLimit {limit}");
        Assert.Equal(Enumerable.Range(1, 40).Select(i => i.ToString(CultureInfo.InvariantCulture)), outcome.Values("Id"));
        Assert.InRange(_server.MostUnderWay, 1, limit);
    }

    [Fact]
    public void Two_requests_for_one_resource_never_overlap_and_keep_their_order()
    {
        var underWay = 0;
        var overlap = false;
        _server.Delay = async request =>
        {
            if (Interlocked.Increment(ref underWay) > 1) overlap = true;
            for (var spin = 0; spin < 50; spin++) await Task.Yield();
            Interlocked.Decrement(ref underWay);
        };
        _shell.Do("1..12 | ForEach-Object { [pscustomobject]@{ ContactId = 'c1'; Name = \"$_\" } } | Set-IntercomContact -ThrottleLimit 8");
        Assert.False(overlap);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $$"""PUT /contacts/c1 {"name":"{{i}}"}"""), _server.Calls);
    }

    [Fact]
    public void A_401_ends_the_command_and_a_404_only_its_input()
    {
        _server.Answer = request =>
            (request.Path.EndsWith("/2", StringComparison.Ordinal) ? 404 : 200, request.Path.EndsWith("/2", StringComparison.Ordinal)
            ? """{"type":"error.list","request_id":"r7","errors":[{"code":"not_found","message":"User Not Found"}]}""" : """{"id":"1"}""");
        var some = _shell.Run("1..4 | Get-IntercomContact");
        Assert.Equal(3, some.Output.Count);
        Assert.Equal(ErrorCategory.ObjectNotFound, some.Error.CategoryInfo.Category);
        Assert.Contains("r7", some.Error.ToString(), StringComparison.Ordinal);

        _server.Answer = _ => (401, """{"type":"error.list","errors":[{"code":"unauthorized","message":"Access Token Invalid"}]}""");
        var none = _shell.Run("1..4 | Get-IntercomContact");
        Assert.Empty(none.Output);
        Assert.Equal(ErrorCategory.AuthenticationError, none.Error.CategoryInfo.Category);
        Assert.Contains("Connect-Intercom", none.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stop", 3)]
    [InlineData("SilentlyContinue", 3)]
    [InlineData("Ignore", 3)]
    public void ErrorAction_is_honoured_and_what_was_read_meanwhile_comes_out(string action, int outputs)
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        _server.Delay = request =>
        {
            if (request.Path.StartsWith("/contacts/", StringComparison.Ordinal) && Interlocked.Increment(ref arrived) == 4) all.SetResult();
            return request.Path == "/contacts/1" ? all.Task : Task.CompletedTask;
        };
        _server.Answer = request => request.Path == "/contacts/1" ? (404, "") : (200, """{"id":"x"}""");
        var outcome = _shell.Run($"1..4 | Get-IntercomContact -ErrorAction {action}; 'after'");
        Assert.Equal(outputs, outcome.Output.Count(item => item.BaseObject is not string));
        Assert.Equal(action != "Stop", outcome.Output.Any(item => item.BaseObject is string));
        Assert.Equal(action == "Stop" ? 1 : 0, outcome.Errors.Count);
    }

    [Fact]
    public void A_conflict_names_the_existing_contact_and_UpdateIfExists_changes_it()
    {
        _server.Answer = request =>
            request.Method == "POST"
            ? (409,
            """{"type":"error.list","errors":[{"code":"conflict","message":"A contact matching those details already exists with """
            + """id=c77"}]}""") : RecordingServer.Simple(request);
        var error = _shell.Run("New-IntercomContact a@b.c -Name Zoe").Error;
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("c77", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        _server.Forget();
        Assert.Single(_shell.Do("New-IntercomContact a@b.c -Name Zoe -UpdateIfExists").Output);
        Assert.Equal(Received.Sorted("""PUT /contacts/c77 {"name":"Zoe","email":"a@b.c"}"""), _server.Calls[1]);
    }

    [Fact]
    public void PassThru_returns_the_changed_object_read_again_and_without_it_nothing_comes()
    {
        Assert.Empty(_shell.Do("'c1' | Add-IntercomTag vip; 'c1' | Set-IntercomContact -Name x; Close-IntercomConversation 215").Output);
        _server.Forget();
        Assert.Equal("Intercom.Contact", _shell.Do("'c1' | Add-IntercomTag vip -PassThru").Output.Single().BaseObject.GetType().FullName);
        Assert.Equal(Sorted("""POST /contacts/c1/tags {"id":"71"}""", "GET /contacts/c1"), _server.Calls);
    }

    [Fact]
    public void Confirm_is_asked_once_for_each_input_and_high_impact_asks_by_itself()
    {
        // The hosted engine has nobody to ask: the question itself is the error.
        Assert.NotEmpty(_shell.Run("Remove-IntercomContact c1").Errors);
        Assert.NotEmpty(_shell.Run("Remove-IntercomTag vip -FromWorkspace").Errors);
        Assert.NotEmpty(_shell.Run("Set-IntercomContact c1 -Name x -Confirm").Errors);
        Assert.Empty(_server.Calls);
        _shell.Do("$ConfirmPreference = 'None'; Remove-IntercomContact c1; Remove-IntercomTag vip -FromWorkspace");
        Assert.Equal(["DELETE /contacts/c1", "DELETE /tags/71"], _server.Calls);
    }

    [Fact]
    public void Ctrl_C_ends_the_command_and_what_it_has_under_way_and_the_next_one_works()
    {
        using var arrived = new ManualResetEventSlim();
        var release = new TaskCompletionSource();
        _server.Delay = request =>
        {
            if (request.Path != "/contacts/slow") return Task.CompletedTask;
            arrived.Set();
            return release.Task;
        };
        var stopped = _shell.Run("Get-IntercomContact slow; 'never reached'", engine =>
        {
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(30)));
            engine.Stop();
        });
        Assert.Empty(stopped.Output);
        release.SetResult();
        Assert.Single(_shell.Do("Get-IntercomContact c1").Output);
    }

    [Fact]
    public async Task Who_stops_while_a_list_of_names_is_read_stops_nobody_else_who_waits_for_it()
    {
        using var other = new Shell();
        using var arrived = new ManualResetEventSlim();
        var release = new TaskCompletionSource();
        var lists = 0;
        _server.Delay = request =>
        {
            if (request.Path != "/tags" || Interlocked.Increment(ref lists) > 1) return Task.CompletedTask;
            arrived.Set();
            return release.Task;
        };
        Task<Outcome>? waiting = null;
        _shell.Run("'c1' | Add-IntercomTag vip", engine =>
        {
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(30)));
            using var asked = new ManualResetEventSlim();
            waiting = Task.Run(() => other.Run("'c2' | Add-IntercomTag vip -PassThru -Verbose", second =>
            {
                // What it says right before it looks for the name.
                second.Streams.Verbose.DataAdded += (_, _) => Look();
                Look();
                Assert.True(asked.Wait(TimeSpan.FromSeconds(30)));

                void Look()
                {
                    if (second.Streams.Verbose.ToArray().Any(record => record.Message.Contains("Add tag vip", StringComparison.Ordinal)))
                        asked.Set();
                }
            }));
            Assert.True(asked.Wait(TimeSpan.FromSeconds(30)));
            engine.Stop();
        });
        var outcome = await waiting!;
        release.SetResult();
        Assert.Empty(outcome.Errors);
        Assert.Single(outcome.Output);
        Assert.Equal(2, lists);
    }

    [Theory]
    [InlineData("api.example", "not_a_server")]
    [InlineData("/api", "not_a_server")]
    [InlineData("ftp://api.example", "insecure_address")]
    public void An_address_that_cannot_be_used_for_a_connection_is_quoted_with_what_to_give(string address, string code)
    {
        var error = _shell.Run("Connect-Intercom -BaseUri $args[0] ([System.Net.NetworkCredential]::new('', 'some-token').SecurePassword)",
            address).Error;
        Assert.StartsWith($"Intercom.{code},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(address, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("https", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Intercom words")]
    [InlineData("Connect-Intercom -Token 'words'")]
    public void A_token_as_text_is_told_how_it_is_given(string script)
    {
        var error = _shell.Run(script).Error;
        Assert.Contains("INTERCOM_TOKEN", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("words", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_was_ended_says_so_at_once()
    {
        var error = _shell.Run("$c = Get-IntercomConnection; $c | Disconnect-Intercom; Get-IntercomContact c1 -Connection $c").Error;
        Assert.StartsWith("Intercom.disconnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-Intercom", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("{\"data\":[{\"id\":")]
    public void A_search_that_cannot_be_read_is_the_error_of_the_contact_that_waits_to_be_visible(string answer)
    {
        _server.Answer = request => request.Path == "/contacts/search" ? (200, answer) : RecordingServer.Simple(request);
        var outcome = _shell.Run(
            "'a@b.c', 'd@e.f' | ForEach-Object { [pscustomobject]@{ Email = $_ } } | New-IntercomContact -WaitVisible");
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error =>
            Assert.StartsWith("Intercom.unreadable_answer,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void The_token_is_nowhere_to_be_seen()
    {
        _server.Answer = request =>
            request.Path == "/contacts/echo"
            ? (400, """{"type":"error.list","errors":[{"code":"bad","message":"you sent tok_3v3ryb0dy"}]}""")
            : RecordingServer.Simple(request);
        var seen = _shell.Run("""
            $DebugPreference = 'Continue'
            Get-IntercomContact c1 -Verbose -Debug; Get-IntercomContact echo -Verbose -Debug;
            Set-IntercomContact c1 -Name 'tok_3v3ryb0dy' -Verbose -Debug
            Get-IntercomConnection; Test-IntercomConnection -Verbose
            (Get-IntercomConnection).PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }
            $Error | ForEach-Object { $_.Exception.ToString(); $_.Exception.Message }
            """);
        Assert.NotEmpty(seen.Verbose);
        Assert.NotEmpty(seen.Debug);
        Assert.DoesNotContain("tok_3v3ryb0dy", seen.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("007", "007")]
    [InlineData("000000000000000000000000", "000000000000000000000000")]
    [InlineData("61e5", "61e5")]
    [InlineData("612345678901234567891234", "612345678901234567891234")]
    [InlineData("(7.0)", "7")]
    public void An_id_that_is_typed_without_quotes_is_sent_as_it_was_typed(string typed, string sent)
    {
        _shell.Run($"Get-IntercomContact {typed}");
        Assert.Equal([$"GET /contacts/{sent}"], _server.Calls);
    }
}
