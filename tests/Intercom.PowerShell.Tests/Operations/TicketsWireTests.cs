namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for tickets send, to the letter.</summary>
public sealed class TicketsWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    private const string Types = """
        {"type":"list","data":[
          {"type":"ticket_type","id":"81","name":"Bug","category":"Back-office","archived":false,
           "ticket_type_attributes":{"type":"list","data":[
            {"type":"ticket_type_attribute","id":"91","name":"_default_title_","data_type":"string",
             "required_to_create":true,"ticket_type_id":81},
            {"type":"ticket_type_attribute","id":"92","name":"_default_description_","data_type":"string","ticket_type_id":81},
            {"type":"ticket_type_attribute","id":"93","name":"Severity","data_type":"list",
             "required_to_create":true,"ticket_type_id":81,
             "input_options":{"list_options":[{"id":"g-1","label":"Minor"},{"id":"g-2","label":"Major"}]}},
            {"type":"ticket_type_attribute","id":"94","name":"Affected","data_type":"integer","ticket_type_id":81},
            {"type":"ticket_type_attribute","id":"95","name":"Reproducible","data_type":"boolean","ticket_type_id":81},
            {"type":"ticket_type_attribute","id":"96","name":"Hours","data_type":"decimal","ticket_type_id":81}]}},
          {"type":"ticket_type","id":"82","name":"Old","category":"Customer","archived":true},
          {"type":"ticket_type","id":"83","name":"Twin","category":"Customer"},
          {"type":"ticket_type","id":"84","name":"twin","category":"Tracker"}]}
        """;

    private const string States = """
        {"type":"list","data":[
          {"type":"ticket_state","id":"51","category":"submitted","internal_label":"Submitted","external_label":"Submitted"},
          {"type":"ticket_state","id":"52","category":"waiting_on_customer","internal_label":"Waiting on customer",
           "external_label":"Waiting on you"},
          {"type":"ticket_state","id":"53","category":"waiting_on_customer","internal_label":"Waiting on you","external_label":"Held"},
          {"type":"ticket_state","id":"54","category":"resolved","internal_label":"Done","external_label":"Resolved","archived":false},
          {"type":"ticket_state","id":"55","category":"resolved","internal_label":"Done","external_label":"Resolved","archived":true}]}
        """;

    public TicketsWireTests()
    {
        _server.Connect(_shell);
        _server.Answer = request => request switch
        {
            { Method: "GET", Path: "/ticket_types" } => (200, Types),
            { Method: "GET", Path: "/ticket_states" } => (200, States),
            { Path: "/tickets/enqueue" } => (200, """{"type":"job","id":"20","status":"pending","resource_type":"ticket"}"""),
            { Path: "/jobs/status/20" } =>
                (200, """{"type":"job","id":"20","status":"success","resource_type":"ticket","resource_id":"61"}"""),
            { Method: "POST", Path: "/tickets" } => (200, """{"type":"ticket","id":"61"}"""),
            _ => RecordingServer.Simple(request),
        };
    }

    /// <summary>The requests besides those that look a name up.</summary>
    private string[] Calls => _server.Calls.Where(call => call is not ("GET /ticket_types" or "GET /ticket_states")).ToArray();

    [Theory]
    // Replies, notes and tags of tickets
    [InlineData("Send-IntercomReply 'On it' -TicketId 61",
        """POST /tickets/61/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61'; TicketNumber = '7' } | Send-IntercomReply 'On it' -SkipNotifications",
        """POST /tickets/61/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1","skip_notifications":true}""")]
    [InlineData("Send-IntercomReply 'Hi' -TicketId 61 -ContactId c1 -AttachmentUrl https://x.example/a.png",
        """POST /tickets/61/reply """
        + """{"message_type":"comment","type":"user","body":"Hi","intercom_user_id":"c1","attachment_urls":["https://x.example/a.png"]}""")]
    [InlineData("Send-IntercomReply 'Hi' -TicketId 61 -Email a@b.c -CreatedAt 2009-02-13T23:31:30Z",
        """POST /tickets/61/reply {"message_type":"comment","type":"user","body":"Hi","email":"a@b.c","created_at":1234567890}""")]
    [InlineData("[pscustomobject]@{ TicketId = 61; Body = 'From a row'; Email = 'other@b.c' } | Send-IntercomReply",
        """POST /tickets/61/reply {"message_type":"comment","type":"admin","body":"From a row","admin_id":"1"}""")]
    [InlineData("215, 216 | Send-IntercomReply 'On it' -ThrottleLimit 1",
        """POST /conversations/215/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""",
        """POST /conversations/216/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""")]
    [InlineData("Add-IntercomNote 'Seen' -TicketId 61 -CrossPost -AdminId 2",
        """POST /tickets/61/reply {"message_type":"note","type":"admin","body":"Seen","admin_id":"2","cross_post":true}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61' } | Add-IntercomNote 'Seen' -SkipNotifications",
        """POST /tickets/61/reply {"message_type":"note","type":"admin","body":"Seen","admin_id":"1","skip_notifications":true}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61' } | Add-IntercomTag vip", """POST /tickets/61/tags {"id":"71","admin_id":"1"}""")]
    [InlineData("Remove-IntercomTag vip -TicketId 61 -AdminId 2", """DELETE /tickets/61/tags/71 {"admin_id":"2"}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61' } | Remove-IntercomTag 71", """DELETE /tickets/61/tags/71 {"admin_id":"1"}""")]
    // Ticket types, their attributes, states
    [InlineData("New-IntercomTicketType Refund -Category back-office -Icon X -Description D -IsInternal $true",
        """POST /ticket_types {"name":"Refund","category":"Back-office","icon":"X","description":"D","is_internal":true}""")]
    [InlineData("[pscustomobject]@{ Name = 'Refund'; Category = 'Customer' } | New-IntercomTicketType",
        """POST /ticket_types {"name":"Refund","category":"Customer"}""")]
    [InlineData("Set-IntercomTicketType bug -Name Fault -Archived $true", """PUT /ticket_types/81 {"name":"Fault","archived":true}""")]
    [InlineData("[Intercom.TicketType]@{ Id = '82'; Name = 'Old'; Category = 'Customer' } | Set-IntercomTicketType -Archived $false",
        """PUT /ticket_types/82 {"archived":false}""")]
    [InlineData(
        "New-IntercomTicketTypeAttribute Platform list -TicketType Bug -ListItem Web, ' iOS' -Description Where -RequiredToCreate $true",
        """POST /ticket_types/81/attributes """
        + """{"name":"Platform","data_type":"list","description":"Where","list_items":"Web,iOS","required_to_create":true}""")]
    [InlineData("[Intercom.TicketType]@{ Id = '81'; Name = 'Bug' } | New-IntercomTicketTypeAttribute Notes -Multiline $true",
        """POST /ticket_types/81/attributes {"name":"Notes","data_type":"string","description":"","multiline":true}""")]
    [InlineData(
        "New-IntercomTicketTypeAttribute Logs files -TicketType 81 -AllowMultipleValues $true -VisibleToContacts $false -VisibleOnCreate "
        + "$true -RequiredToCreateForContacts $false",
        """POST /ticket_types/81/attributes {"name":"Logs","data_type":"files","description":"","allow_multiple_values":true"""
        + ""","visible_to_contacts":false,"visible_on_create":true,"required_to_create_for_contacts":false}""")]
    [InlineData("Set-IntercomTicketTypeAttribute 93 -TicketType Bug -ListItem Minor, Major, Fatal",
        """PUT /ticket_types/81/attributes/93 {"list_items":"Minor,Major,Fatal"}""")]
    [InlineData(
        "[Intercom.TicketTypeAttribute]@{ Id = '94'; TicketTypeId = '81'; Name = 'Affected'; Description = 'x' } | "
        + "Set-IntercomTicketTypeAttribute -Archived $true -Name Hit",
        """PUT /ticket_types/81/attributes/94 {"archived":true,"name":"Hit"}""")]
    // Tickets
    [InlineData("New-IntercomTicket Bug 'It breaks' -ContactId c1 -Description Often",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c1"}],"ticket_attributes":{"_default_title_":"It """
        + """breaks","_default_description_":"Often"}}""")]
    [InlineData("[Intercom.Contact]@{ Id = 'c1'; Email = 'a@b.c'; ExternalId = 'u1'; Name = 'Zoe' } | New-IntercomTicket Bug",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c1"}]}""")]
    [InlineData("[pscustomobject]@{ TicketType = 'bug'; Title = 'From a row'; Email = 'a@b.c'; ExternalId = 'u1' } | New-IntercomTicket",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"external_id":"u1"}],"ticket_attributes":{"_default_title_":"From a row"}}""")]
    [InlineData("[pscustomobject]@{ Email = 'a@b.c'; ExternalId = '' } | New-IntercomTicket 81",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"email":"a@b.c"}]}""")]
    [InlineData("'c1', 'c2' | New-IntercomTicket 81 -ThrottleLimit 1", """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c1"}]}""",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c2"}]}""")]
    [InlineData(
        "New-IntercomTicket ([Intercom.TicketType]@{ Id = '81' }) -Email a@b.c -TicketAttribute @{ title = 'T'; severity = 'major'; "
        + "AFFECTED = '12'; Reproducible = 'true'; hours = 1.5 }",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"email":"a@b.c"}],"ticket_attributes":"""
        + """{"_default_title_":"T","Severity":"g-2","Affected":12,"Reproducible":true,"Hours":1.5}}""")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Severity = 'g-1'; Affected = $null }",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c1"}],"ticket_attributes":"""
        + """{"_default_title_":"T","Severity":"g-1","Affected":null}}""")]
    [InlineData(
        "New-IntercomTicket Bug -ContactId c1 -CompanyId c81 -ToAdmin grace@example.com -ToTeam billing -CreatedAt 2009-02-13T23:31:30Z "
        + "-SkipNotifications -ConversationId 215",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c1"}],"company_id":"c81","assignment":"""
        + """{"admin_assignee_id":"2","team_assignee_id":"31"},"created_at":1234567890,"skip_notifications":true"""
        + ""","conversation_to_link_id":"215"}""")]
    [InlineData("[Intercom.Conversation]@{ Id = '215' } | New-IntercomTicket Bug -ContactId c1",
        """POST /tickets {"ticket_type_id":"81","contacts":[{"id":"c1"}],"conversation_to_link_id":"215"}""")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -AsJob",
        """POST /tickets/enqueue {"ticket_type_id":"81","contacts":[{"id":"c1"}],"ticket_attributes":{"_default_title_":"T"}}""")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -Wait",
        """POST /tickets/enqueue {"ticket_type_id":"81","contacts":[{"id":"c1"}],"ticket_attributes":{"_default_title_":"T"}}""",
        "GET /jobs/status/20", "GET /tickets/61")]
    [InlineData("[Intercom.Job]@{ Id = '20' } | Get-IntercomJob", "GET /jobs/status/20")]
    [InlineData("Set-IntercomTicket 61 done", """PUT /tickets/61 {"ticket_state_id":"54","admin_id":1}""")]
    [InlineData("Set-IntercomTicket 61 'Waiting on you' -AdminId 2", """PUT /tickets/61 {"ticket_state_id":"53","admin_id":2}""")]
    [InlineData("Set-IntercomTicket 61 submitted; Set-IntercomTicket 61 held; Set-IntercomTicket 61 55",
        """PUT /tickets/61 {"ticket_state_id":"51","admin_id":1}""", """PUT /tickets/61 {"ticket_state_id":"53","admin_id":1}""",
        """PUT /tickets/61 {"ticket_state_id":"55","admin_id":1}""")]
    [InlineData("Set-IntercomTicket 61 -State ([Intercom.TicketState]@{ Id = '52' }) -SkipNotifications",
        """PUT /tickets/61 {"ticket_state_id":"52","admin_id":1,"skip_notifications":true}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61'; Open = $true; IsShared = $true; AdminAssigneeId = '1' } | Set-IntercomTicket -Open $false",
        """PUT /tickets/61 {"open":false,"admin_id":1}""")]
    [InlineData(
        "$t = [Intercom.Ticket]@{ Id = '61' }; $t.TicketAttributes = [Intercom.AttributeBag]::new(); "
        + "$t.TicketAttributes['_default_title_'] = 'Old'; $t | Set-IntercomTicket -Title New",
        """PUT /tickets/61 {"ticket_attributes":{"_default_title_":"New"},"admin_id":1}""")]
    [InlineData("Set-IntercomTicket 61 -SnoozedUntil 2099-01-01T00:00:00Z -IsShared $false -CompanyId $null",
        """PUT /tickets/61 {"snoozed_until":4070908800,"is_shared":false,"company_id":null,"admin_id":1}""")]
    [InlineData("Set-IntercomTicket 61 -ToTeam Billing; Set-IntercomTicket 61 -ToAdmin ada@example.com; Set-IntercomTicket 61 -Unassign",
        """PUT /tickets/61 {"assignee_id":"31","admin_id":1}""", """PUT /tickets/61 {"assignee_id":"1","admin_id":1}""",
        """PUT /tickets/61 {"assignee_id":"0","admin_id":1}""")]
    [InlineData("Set-IntercomTicket 61 -Title T -Description D -TicketAttribute @{ Whatever = 'Major' }", "GET /tickets/61",
        """PUT /tickets/61 {"ticket_attributes":{"_default_title_":"T","_default_description_":"D","Whatever":"Major"},"admin_id":1}""")]
    [InlineData(
        "[Intercom.Ticket]@{ Id = '61'; TicketType = [Intercom.TicketType]@{ Id = '81' } } | Set-IntercomTicket -TicketAttribute @{ "
        + "severity = 'Minor' }", """PUT /tickets/61 {"ticket_attributes":{"Severity":"g-1"},"admin_id":1}""")]
    [InlineData("61, 62 | Remove-IntercomTicket -Confirm:$false -ThrottleLimit 1", "DELETE /tickets/61", "DELETE /tickets/62")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(requests.Select(Received.Sorted), Calls);
    }

    [Theory]
    [InlineData("Send-IntercomReply 'Hi' -TicketId 61 -ContactId c1 -Email a@b.c", "several_authors")]
    [InlineData("Send-IntercomReply 'Hi' -ConversationId 215 -ExternalId u1 -AdminId 2", "several_authors")]
    [InlineData("Add-IntercomNote 'Hi' -ConversationId 215 -SkipNotifications", "parameter_of_other")]
    [InlineData("Add-IntercomNote 'Hi' -ContactId c1 -CrossPost", "parameter_of_other")]
    [InlineData("Add-IntercomTag nosuchtag -TicketId 61", "name_not_found")]
    [InlineData("New-IntercomTicketType Refund -Category Private", "not_one_of")]
    [InlineData("Set-IntercomTicketType Bgu -Name x", "name_not_found")]
    [InlineData("Set-IntercomTicketType Twin -Name x", "ambiguous_name")]
    [InlineData("New-IntercomTicketTypeAttribute A list -TicketType Bug", "list_without_items")]
    [InlineData("New-IntercomTicketTypeAttribute A integer -TicketType Bug -ListItem x, y", "option_of_other_type")]
    [InlineData("New-IntercomTicketTypeAttribute A -TicketType Bug -ListItem 'x,y', z", "comma_in_list_item")]
    [InlineData("New-IntercomTicketTypeAttribute A -TicketType Bug -ListItem x, ' '", "blank_list_item")]
    [InlineData("New-IntercomTicketTypeAttribute A list -TicketType Bug -ListItem x -Multiline $true",
        "option_of_other_type")]
    [InlineData("New-IntercomTicketTypeAttribute A money -TicketType Bug", "not_one_of")]
    [InlineData("[Intercom.TicketTypeAttribute]@{ Name = 'A'; TicketTypeId = '81' } | Set-IntercomTicketTypeAttribute -Archived $true",
        "InputObjectMissingMandatory")]
    [InlineData("New-IntercomTicket Bug T", "ticket_without_contact")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -Email a@b.c", "several_contacts")]
    [InlineData("[Intercom.Contact]@{ Id = 'c1' } | New-IntercomTicket Bug T -ExternalId u1", "several_contacts")]
    [InlineData("New-IntercomTicket Old T -ContactId c1", "name_not_found")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Severty = 'Minor' }", "unknown_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Colour = 'red' }",
        "unknown_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Severity = 'Mild' }",
        "invalid_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Affected = 'many' }",
        "invalid_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Hours = 'long' }",
        "invalid_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Reproducible = 'maybe' }",
        "invalid_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Title = 'U' }", "duplicate_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Severity = 'Minor'; severity_ = 1 }",
        "unknown_ticket_attribute")]
    [InlineData("New-IntercomTicket Bug T -ContactId c1 -AsJob -Wait", "job_and_wait")]
    [InlineData("Set-IntercomTicket 61", "nothing_to_change")]
    [InlineData("Set-IntercomTicket 61 waiting_on_customer", "ambiguous_name")]
    [InlineData("Set-IntercomTicket 61 Nowhere", "name_not_found")]
    [InlineData("Set-IntercomTicket 61 -ToAdmin ada@example.com -Unassign", "two_assignees")]
    [InlineData("Set-IntercomTicket 61 -SnoozedUntil 2001-01-01", "time_in_past")]
    [InlineData("Set-IntercomTicket 61 -SnoozedUntil 2099-01-01 -Open $false", "snoozed_and_closed")]
    [InlineData("[Intercom.Conversation]@{ Id = '215' } | Set-IntercomTicket -Open $true", "InputObjectMissingMandatory")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code)
    {
        var error = _shell.Run(command).Error;
        Assert.Equal(code, error.Code());
        Assert.Empty(Calls);
    }

    [Fact]
    public void The_lists_are_asked_for_as_described_and_names_are_looked_up_once()
    {
        Assert.Equal(["Bug", "Old", "Twin", "twin"], _shell.Do("Get-IntercomTicketType").Values("Name"));
        Assert.Equal(["52", "53"], _shell.Do("Get-IntercomTicketState 'Waiting*'").Values("Id"));
        Assert.Equal(["GET /ticket_types", "GET /ticket_states"], _server.Requests.Select(request => request.ToString()));
        _server.Forget();
        _shell.Do("1..5 | ForEach-Object { $null = New-IntercomTicket Bug T -ContactId c1 -TicketAttribute @{ Severity = 'Minor' } }");
        Assert.Single(_server.Requests, request => request.Path == "/ticket_types");
        _shell.Do("Set-IntercomTicketType Bug -Icon X; $null = New-IntercomTicket Bug T -ContactId c1");
        Assert.Equal(2, _server.Requests.Count(request => request.Path == "/ticket_types"));
    }

    [Fact]
    public void What_a_refused_ticket_lacks_is_named()
    {
        var simple = _server.Answer;
        _server.Answer = request =>
            request.Method == "POST"
            ? (400, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"Missing required ticket attributes"}]}""")
            : simple(request);
        var outcome = _shell.Run("New-IntercomTicket Bug -ContactId c1 -Description D");
        Assert.Contains("Title, Severity", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Contains("Missing required", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_is_not_over_in_time_is_an_error_that_says_so()
    {
        var simple = _server.Answer;
        _server.Answer = request =>
            request.Path == "/jobs/status/20" ? (200, """{"type":"job","id":"20","status":"pending"}""") : simple(request);
        // Less than the first pause: given up after the first look, without a wait.
        var error = _shell.Run("New-IntercomTicket Bug T -ContactId c1 -Wait -TimeoutSec 1").Error;
        Assert.Contains("job 20 has not ended after 1 s", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _server.Requests.Count(request => request.Path == "/jobs/status/20"));
    }

    [Fact]
    public void WhatIf_sends_nothing_and_deleting_asks()
    {
        _shell.Do(
            "New-IntercomTicket Bug T -ContactId c1 -WhatIf; Set-IntercomTicket 61 Done -WhatIf; Remove-IntercomTicket 61 -WhatIf; "
            + "Set-IntercomTicketType Bug -Icon X -WhatIf; New-IntercomTicketType X -WhatIf; New-IntercomTicketTypeAttribute A "
            + "-TicketType Bug -WhatIf; Add-IntercomTag vip -TicketId 61 -WhatIf");
        Assert.NotEmpty(_shell.Run("Remove-IntercomTicket 61").Errors);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("New-IntercomTicket B", "Bug")]
    [InlineData("Set-IntercomTicket 61 'Waiting on c", "'Waiting on customer'")]
    [InlineData("New-IntercomTicketType x -Category t", "Tracker")]
    public void Names_complete(string typed, string completion) =>
        Assert.Contains(completion, _shell.Complete(typed).CompletionMatches.Select(match => match.CompletionText));

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
