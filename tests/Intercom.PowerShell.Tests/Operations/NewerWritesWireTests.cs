namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets of versions 2.15 and 2.16 that change something send, to the letter, and what their repeats mean.</summary>
public sealed class NewerWritesWireTests : IDisposable
{
    private const string Types = """
        {"type":"list","data":[
          {"type":"ticket_type","id":"81","name":"Bug","category":"Back-office",
           "ticket_states":{"type":"list","data":[{"type":"ticket_state","id":"51","internal_label":"Submitted"}]}},
          {"type":"ticket_type","id":"82","name":"Task","category":"Back-office",
           "ticket_states":{"type":"list","data":[{"type":"ticket_state","id":"51","internal_label":"Submitted"}]},
           "ticket_type_attributes":{"type":"list","data":[
             {"type":"ticket_type_attribute","id":"93","name":"Effort","data_type":"list",
              "input_options":{"list_options":[{"id":"g-1","label":"Low"},{"id":"g-2","label":"High"}]}}]}},
          {"type":"ticket_type","id":"83","name":"Wish","category":"Customer"}]}
        """;

    private const string States = """
        {"type":"list","data":[{"type":"ticket_state","id":"51","internal_label":"Submitted"},
          {"type":"ticket_state","id":"54","internal_label":"Done"}]}
        """;

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public NewerWritesWireTests()
    {
        _server.Connect(_shell);
        _server.Answer = Simple;
    }

    private IEnumerable<Received> Sent => _server.Requests.Where(request =>
        request.Path is not ("/me" or "/ticket_types" or "/ticket_states"));

    private static (int, string) Simple(Received request) => request switch
    {
        { Path: "/ticket_types" } => (200, Types),
        { Path: "/ticket_states" } => (200, States),
        { Path: var path } when path.StartsWith("/tickets/61/linked", StringComparison.Ordinal) =>
            (200, """{"type":"conversation","id":"215","linked_objects":{"data":[{"type":"ticket","id":"61","category":"Tracker"}]}}"""),
        { Path: var path } when path.StartsWith("/tickets/", StringComparison.Ordinal) =>
            (200, """{"type":"ticket","id":"61","ticket_type":{"type":"ticket_type","id":"82"}}"""),
        _ => RecordingServer.Simple(request),
    };

    [Theory]
    [InlineData("2.16", "Merge-IntercomConversation 100118 900719925474099312 -Confirm:$false",
        """POST /conversations/100118/merge {"merge_into_conversation_id":900719925474099312}""")]
    [InlineData("2.16", "[Intercom.Conversation]@{ Id = '7' } | Merge-IntercomConversation -Into ([Intercom.Conversation]@{ Id = '8' }) "
        + "-Confirm:$false", """POST /conversations/7/merge {"merge_into_conversation_id":8}""")]
    [InlineData("2.16", "Add-IntercomNote 'Hi' -CompanyId c81", """POST /companies/c81/notes {"body":"Hi","admin_id":"1"}""")]
    [InlineData("2.16", "[Intercom.Company]@{ Id = 'c81' } | Add-IntercomNote Hi -AdminId 2",
        """POST /companies/c81/notes {"body":"Hi","admin_id":"2"}""")]
    [InlineData("2.16", "Add-IntercomTicketConversation 61 -ConversationId 215, 216 -ThrottleLimit 1",
        """POST /tickets/61/linked_conversations {"conversation_id":"215"}""",
        """POST /tickets/61/linked_conversations {"conversation_id":"216"}""")]
    [InlineData("2.16", "[Intercom.Conversation]@{ Id = '215' } | Add-IntercomTicketConversation ([Intercom.Ticket]@{ Id = '61' })",
        """POST /tickets/61/linked_conversations {"conversation_id":"215"}""")]
    [InlineData("2.16", "215 | Remove-IntercomTicketConversation 61", "DELETE /tickets/61/linked_conversations/215")]
    [InlineData("2.16", "Convert-IntercomTicket Task submitted -TicketId 61 -Confirm:$false",
        """POST /tickets/61/change_type {"ticket_type_id":"82","ticket_state_id":"51"}""")]
    [InlineData("2.16", "[Intercom.Ticket]@{ Id = '61' } | Convert-IntercomTicket 82 51 -TicketAttribute @{ effort = 'High' } "
        + "-Confirm:$false",
        """POST /tickets/61/change_type {"ticket_type_id":"82","ticket_state_id":"51","ticket_attributes":{"Effort":"g-2"}}""")]
    [InlineData("2.16", "Hide-IntercomBanner 9, 10 -ContactId c1 -ThrottleLimit 1", "POST /contacts/c1/banners/9/dismiss",
        "POST /contacts/c1/banners/10/dismiss")]
    [InlineData("2.16", "[Intercom.Banner]@{ Id = '4'; ViewId = '9'; ContactId = 'c1' } | Hide-IntercomBanner",
        "POST /contacts/c1/banners/9/dismiss")]
    [InlineData("2.15", "Register-IntercomFinVoiceCall '+353 87 123 4567' call-1",
        """POST /fin_voice/register {"phone_number":"+353871234567","call_id":"call-1"}""")]
    [InlineData("2.15", "[pscustomobject]@{ PhoneNumber = '+353871234567'; CallId = 'c'; Source = 'Five9' } | "
        + "Register-IntercomFinVoiceCall -Data @{ queue = 'a' }",
        """POST /fin_voice/register {"phone_number":"+353871234567","call_id":"c","source":"five9","data":{"queue":"a"}}""")]
    public void The_request_is_what_the_api_describes(string version, string command, params string[] requests)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(requests.Select(Received.Sorted), Sent.Select(request => $"{request}"));
        Assert.All(Sent, request => Assert.Equal(version, request.Headers["Intercom-Version"]));
    }

    [Theory]
    [InlineData("Merge-IntercomConversation 7 7 -Confirm:$false", "merged_into_itself", "conversation 7 cannot")]
    [InlineData("Merge-IntercomConversation 7 first -Confirm:$false", "not_a_numeric_id", "'first'")]
    [InlineData("Add-IntercomNote Hi -CompanyId c81 -AsTemplate", "parameter_of_other", "-AsTemplate cannot be used with -CompanyId")]
    [InlineData("Add-IntercomNote Hi -CompanyId c81 -Attachment $PSHOME", "Transformation", "directory")]
    [InlineData("Add-IntercomTicketConversation 61 -ConversationId (1..2501)", "too_many_links", "2501 conversations")]
    [InlineData("Register-IntercomFinVoiceCall 0871234567 c", "invalid_phone", "'0871234567'")]
    [InlineData("Register-IntercomFinVoiceCall +353871234567 c -Source twilio", "ParameterArgumentValidationError", "aws_connect")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says)
    {
        var error = _shell.Run(command).Error;
        Assert.Contains(code, $"{error.FullyQualifiedErrorId} {CodeOf(error.Exception)}", StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("$ticket | Convert-IntercomTicket Bug Submitted", "same_ticket_type", "has the type 'Bug' already")]
    [InlineData("$ticket | Convert-IntercomTicket Wish Submitted", "other_ticket_category", "Back-office")]
    [InlineData("$ticket | Convert-IntercomTicket Task Done", "state_of_other_type", "Its states are Submitted.")]
    [InlineData("$ticket | Convert-IntercomTicket Task Submitted -TicketAttribute @{ Effrt = 'Low' }", "unknown_ticket_attribute",
        "'Effort'")]
    public void A_type_that_does_not_fit_is_refused_before_the_change_is_sent(string command, string code, string says)
    {
        _shell.Do("$ticket = [Intercom.Ticket]@{ Id = '61'; TicketType = [Intercom.TicketType]@{ Id = '81'; Category = 'Back-office' } }");
        var error = _shell.Run(command + " -Confirm:$false").Error;
        Assert.Contains(code, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("Add-IntercomTicketConversation 61 -ConversationId 215 -PassThru", "already_linked_to_tracker")]
    [InlineData("Convert-IntercomTicket Task Submitted -TicketId 61 -PassThru -Confirm:$false", "parameter_invalid")]
    public void A_repeat_of_our_own_that_finds_its_work_done_is_a_success(string command, string code)
    {
        BreakFirst(code);
        var outcome = _shell.Run(command);
        Assert.Empty(outcome.Errors);
        Assert.Single(outcome.Output);
        Assert.Equal(2, _server.Requests.Count(request => request.Method == "POST"));
    }

    [Theory]
    [InlineData("Add-IntercomTicketConversation 62 -ConversationId 215", "already_linked_to_tracker")]
    [InlineData("Convert-IntercomTicket Bug Submitted -TicketId 61 -Confirm:$false", "parameter_invalid")]
    public void A_repeat_that_is_refused_for_another_reason_is_an_error(string command, string code)
    {
        BreakFirst(code);
        Assert.Contains(code, _shell.Run(command).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_of_the_first_try_is_an_error()
    {
        _server.Answer = request => request.Method == "POST" ? (400, Refusal("already_linked_to_tracker")) : Simple(request);
        var error = _shell.Run("Add-IntercomTicketConversation 61 -ConversationId 215").Error;
        Assert.Contains("already_linked_to_tracker", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public void A_link_that_a_repeat_does_not_find_is_gone()
    {
        var tries = 0;
        _server.Answer = request => request.Method == "DELETE"
            ? ++tries == 1 ? (503, "") : (404, Refusal("conversation_not_found")) : Simple(request);
        var outcome = _shell.Run("Remove-IntercomTicketConversation 61 -ConversationId 215 -PassThru");
        Assert.Empty(outcome.Errors);
        Assert.Equal("215", Assert.Single(outcome.Values("Id")));
    }

    [Theory]
    [InlineData("Register-IntercomFinVoiceCall +353871234567 c")]
    [InlineData("Merge-IntercomConversation 7 8 -Confirm:$false")]
    [InlineData("Add-IntercomNote Hi -CompanyId c81")]
    [InlineData("New-IntercomConversationAttributeOption x -ConversationAttribute 7")]
    public void What_must_not_run_twice_is_sent_once(string command)
    {
        _server.Answer = request => request.Method == "POST" ? (503, "") : Simple(request);
        Assert.NotEmpty(_shell.Run(command).Errors);
        Assert.Single(_server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public void A_dismissal_says_whose_it_is()
    {
        _server.Answer = _ => (200, """{"type":"banner_dismiss","view_id":"9","dismissed":true}""");
        var hidden = _shell.Do("Hide-IntercomBanner 9 -ContactId c1 -PassThru");
        Assert.Equal(("9", "c1", "True"), (hidden.Values("ViewId")[0], hidden.Values("ContactId")[0], hidden.Values("Dismissed")[0]));
    }

    /// <summary>The first write breaks off, and its repeat is refused with a code.</summary>
    private void BreakFirst(string code)
    {
        var tries = 0;
        _server.Answer = request => request switch
        {
            { Method: "POST" } => ++tries == 1 ? (503, "") : (400, Refusal(code)),
            { Method: "GET", Path: "/conversations/215" } =>
                (200, """{"type":"conversation","id":"215","linked_objects":{"data":[{"type":"ticket","id":"61"}]}}"""),
            _ => Simple(request),
        };
    }

    private static string Refusal(string code) =>
        $$"""{"type":"error.list","request_id":"r1","errors":[{"code":"{{code}}","message":"Refused"}]}""";

    private static object? CodeOf(Exception failure) =>
        failure.InnerException?.GetType().GetProperty("Code")?.GetValue(failure.InnerException);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
