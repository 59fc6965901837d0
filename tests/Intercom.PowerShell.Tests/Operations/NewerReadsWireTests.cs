namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets that read what versions 2.15 and 2.16 added send, to the letter, and how they read the responses.</summary>
public sealed class NewerReadsWireTests : IDisposable
{
    private const string NoMore = """
        {"type":"list","data":[],"side_conversations":[],"conversations":[],"handling_events":[],"activity_logs":[],"events":[],
         "workflow":{"id":"1"},"pages":{"type":"pages","page":1,"total_pages":1}}
        """;

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public NewerReadsWireTests()
    {
        _server.Connect(_shell);
        _server.Answer = request => request.Path is "/me" or "/teams" ? RecordingServer.Simple(request) : (200, NoMore);
    }

    [Theory]
    [InlineData("2.15", "Get-IntercomBrand", "GET /brands")]
    [InlineData("2.15", "Get-IntercomBrand 7", "GET /brands/7")]
    [InlineData("2.15", "Get-IntercomEmailSetting", "GET /emails")]
    [InlineData("2.15", "[Intercom.EmailSetting]@{ Id = '13' } | Get-IntercomEmailSetting", "GET /emails/13")]
    [InlineData("2.16", "Get-IntercomMacro", "GET /macros?per_page=150")]
    [InlineData("2.16", "Get-IntercomMacro -UpdatedSince 2025-06-27T07:56:06Z -First 5", "GET /macros?updated_since=1751010966&per_page=5")]
    [InlineData("2.16", "Get-IntercomMacro 123", "GET /macros/123")]
    [InlineData("2.16", "Get-IntercomSideConversation 215", "GET /conversations/215/side_conversations?per_page=50")]
    [InlineData("2.16", "Get-IntercomDeletedConversation", "GET /conversations/deleted?per_page=60")]
    [InlineData("2.16", "Get-IntercomDeletedConversation -Order ASC -First 2", "GET /conversations/deleted?order=asc&per_page=2")]
    [InlineData("2.15", "Get-IntercomHandlingEvent 215", "GET /conversations/215/handling_events")]
    [InlineData("2.15", "Get-IntercomNote -CompanyId c81", "GET /companies/c81/notes?per_page=50")]
    [InlineData("2.15", "[Intercom.Company]@{ Id = 'c81' } | Get-IntercomNote", "GET /companies/c81/notes?per_page=50")]
    [InlineData("2.16", "Get-IntercomTeamMetric 31", "GET /teams/31/metrics")]
    [InlineData("2.16", "Get-IntercomTeamMetric billing -IdleThreshold '00:10:00'", "GET /teams/31/metrics?idle_threshold=600")]
    [InlineData("2.16", "Get-IntercomTeamMetric Bill* -IdleThreshold ([timespan]::FromDays(1))",
        "GET /teams/31/metrics?idle_threshold=86400")]
    [InlineData("2.16", "Get-IntercomMergeHistory c1 -Order desc", "GET /contacts/c1/merge_history?order=desc&per_page=150")]
    [InlineData("2.16", "Get-IntercomBanner c1", "GET /contacts/c1/banners")]
    [InlineData("2.14", "Get-IntercomAdminActivity 2023-02-24T15:38:13Z", "GET /admins/activity_logs?created_at_after=1677253093")]
    [InlineData("2.16", "Get-IntercomAdminActivity 2023-02-24T15:38:13Z -EventType app_name_change, role_change",
        """POST /admins/activity_logs/search {"created_at_after":1677253093,"event_types":["app_name_change","role_change"]"""
        + ""","per_page":250}""")]
    [InlineData("2.16", "Get-IntercomAdminActivity 2023-02-24T15:38:13Z -Before 2023-03-03T16:38:13Z -EventType role_change -First 3",
        """POST /admins/activity_logs/search {"created_at_after":1677253093,"created_at_before":1677861493"""
        + ""","event_types":["role_change"],"per_page":3}""")]
    [InlineData("2.15", "Get-IntercomFinVoiceCall 12", "GET /fin_voice/collect/12")]
    [InlineData("2.15", "Get-IntercomFinVoiceCall -ExternalCallId 'call 1'", "GET /fin_voice/external_id/call%201")]
    [InlineData("2.15", "Get-IntercomFinVoiceCall -PhoneNumber '+353 (87) 123-4567'", "GET /fin_voice/phone_number/%2B353871234567")]
    [InlineData("2.15", "Get-IntercomFinVoiceCall -ConversationId 215", "GET /fin_voice/conversation/215")]
    [InlineData("2.16", "Get-IntercomMessageStatus wamid_1", "GET /messages/whatsapp/status?message_id=wamid_1")]
    [InlineData("2.16", "Get-IntercomMessageStatus -RulesetId 88", "GET /messages/status?ruleset_id=88&per_page=100")]
    public void The_request_is_what_the_api_describes(string version, string command, string request)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(Received.Sorted(request), Assert.Single(_server.Calls));
        Assert.Equal(version, _server.Requests[^1].Headers["Intercom-Version"]);
    }

    [Theory]
    [InlineData("Get-IntercomTeamMetric 31 -IdleThreshold 600", "invalid_idle_threshold", "'00:10:00'")]
    [InlineData("Get-IntercomTeamMetric 31 -IdleThreshold '1.00:00:01'", "invalid_idle_threshold", "one second and one day")]
    [InlineData("Get-IntercomFinVoiceCall -PhoneNumber 0871234567", "invalid_phone", "'0871234567'")]
    [InlineData("Get-IntercomFinVoiceCall", "missing_selector", "-ExternalCallId")]
    [InlineData("Get-IntercomMessageStatus", "missing_selector", "-RulesetId")]
    [InlineData("Get-IntercomMessageStatus wamid_1 -RulesetId 7", "two_selectors", "-RulesetId")]
    [InlineData("Get-IntercomMacro 5 -UpdatedSince 2025-01-01", "parameter_of_other", "-UpdatedSince")]
    [InlineData("Get-IntercomAdminActivityType ''", "empty_value", "-Name is empty")]
    [InlineData("Get-IntercomAdminActivity 2023-02-24 -EventType @()", "empty_value", "-EventType is empty")]
    [InlineData("Get-IntercomDeletedConversation -Order newest", "ParameterArgumentValidationError", "asc")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says)
    {
        var error = _shell.Run(command).Error;
        Assert.Contains(code, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Merge_history_follows_the_cursor_at_the_root()
    {
        _server.Answer = request => (200, request.Path.Contains("cursor=abc%3D", StringComparison.Ordinal)
            ? """{"type":"list","data":[{"type":"merge_history","source_contact_id":"c3"}],"has_more":false}"""
            : """{"type":"list","data":[{"type":"merge_history","source_contact_id":"c2","merged_at":1571672154}]"""
                + ""","next_cursor":"abc=","has_more":true}""");
        var found = _shell.Do("Get-IntercomMergeHistory c1");
        Assert.Equal(["c2", "c3"], found.Values("SourceContactId"));
        Assert.Equal(["c1", "c1"], found.Values("ContactId"));
        Assert.Equal(["GET /contacts/c1/merge_history?per_page=150", "GET /contacts/c1/merge_history?per_page=150&cursor=abc%3D"],
            _server.Calls);
    }

    [Fact]
    public void A_search_of_the_activity_log_numbers_its_pages_in_the_body()
    {
        _server.Answer = request => (200, request.Body.Contains("\"page\":2", StringComparison.Ordinal)
            ? """{"type":"activity_log.list","activity_logs":[{"id":"b"}],"pages":{"type":"pages","page":2,"total_pages":2}}"""
            : """{"type":"activity_log.list","activity_logs":[{"id":"a"}],"pages":{"type":"pages","page":1,"total_pages":2}}""");
        Assert.Equal(["a", "b"], _shell.Do("Get-IntercomAdminActivity 2023-02-24T15:38:13Z -EventType role_change").Values("Id"));
        Assert.Equal(2, _server.Calls.Count);
        Assert.All(_server.Calls, call => Assert.StartsWith("POST /admins/activity_logs/search {", call, StringComparison.Ordinal));
    }

    [Fact]
    public void Deleted_conversations_go_on_where_the_next_page_is_an_address()
    {
        _server.Answer = request => (200, request.Path.Contains("page=2", StringComparison.Ordinal)
            ? """{"type":"conversations.list","conversations":[{"type":"conversation","id":"513","metrics_retained":true}]"""
                + ""","pages":{"type":"pages","next":null,"page":2,"per_page":1,"total_pages":2}}"""
            : """{"type":"conversations.list","conversations":[{"type":"conversation","id":"512","deleted_at":1734537460}]"""
                + ""","pages":{"type":"pages","next":"https://api.intercom.io/conversations/deleted?page=2","page":1,"total_pages":2}}""");
        Assert.Equal(["512", "513"], _shell.Do("Get-IntercomDeletedConversation").Values("ConversationId"));
    }

    [Fact]
    public void Banners_are_requested_once_because_each_request_counts_as_a_view()
    {
        _server.Answer = _ => (503, "");
        Assert.Contains("503", _shell.Run("Get-IntercomBanner c1").Error.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
        _server.Answer = _ => (200,
            """{"type":"list","data":[{"type":"banner","id":"4","view_id":"9","action":{"type":"url","label":"Go"}}]}""");
        var banner = _shell.Do("Get-IntercomBanner c1");
        Assert.Equal(("9", "c1", "url Go"), (banner.Values("BannerViewId")[0], banner.Values("ContactId")[0], banner.Values("Action")[0]));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public void Fin_voice_calls_of_a_conversation_are_a_bare_list()
    {
        _server.Answer = _ => (200, """[{"id":1,"status":"registered"},{"id":2,"intercom_conversation_id":"215"}]""");
        var calls = _shell.Do("Get-IntercomFinVoiceCall -ConversationId 215");
        Assert.Equal(["1", "2"], calls.Values("Id"));
        Assert.Equal("215", calls.Values("ConversationId")[1]);
    }

    [Theory]
    [InlineData("Get-IntercomMessageStatus wamid_1", 400, """{"type":"error","request_id":"r1","message":"message_id is required"}""",
        "message_id is required")]
    [InlineData("Get-IntercomMessageStatus -RulesetId 7", 400, """{"type":"error","request_id":"r1","message":"ruleset_id is required"}""",
        "ruleset_id is required")]
    public void Errors_without_a_list_of_errors_are_read(string command, int status, string body, string says)
    {
        _server.Answer = _ => (status, body);
        var error = _shell.Run(command).Error;
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("r1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_have_the_id_of_their_message_in_both_forms()
    {
        _server.Answer = request => (200, request.Path.Contains("whatsapp", StringComparison.Ordinal)
            ? """{"message_id":"w1","status":"failed","error":{"message":"Not delivered","details":"No WhatsApp"}}"""
            : """{"type":"list","events":[{"id":"e1","whatsapp_message_id":"w1","status":"sent"}],"pages":{"next":null}}""");
        var listed = _shell.Do("Get-IntercomMessageStatus -RulesetId 7");
        Assert.Equal(("w1", "7", ""), (listed.Values("MessageId")[0], listed.Values("RulesetId")[0], listed.Values("AdditionalFields")[0]));
        Assert.Equal("Not delivered: No WhatsApp", _shell.Do("Get-IntercomMessageStatus w1").Values("Error")[0]);
    }

    [Fact]
    public void A_workflow_is_lifted_out_of_its_export()
    {
        _server.Answer = _ => (200, """
            {"export_version":"1.0","exported_at":"2026-01-26T12:00:00Z","app_id":12345,
             "workflow":{"id":"67","title":"Hello","state":"live","target_channels":["chat"],"snapshot":{"steps":[{"id":1}]}}}
            """);
        var workflow = _shell.Do("Get-IntercomWorkflow 67");
        Assert.Equal(("67", "1.0", "12345", "Hello"), (workflow.Values("WorkflowId")[0], workflow.Values("ExportVersion")[0],
            workflow.Values("AppId")[0], workflow.Output[0].ToString()));
        Assert.Equal("GET /export/workflows/67", Assert.Single(_server.Calls));
        _server.Answer = _ => (200, "{}");
        Assert.Contains("unreadable_answer", _shell.Run("Get-IntercomWorkflow 67").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-IntercomAdminActivity 2023-02-24 -EventType role", "role_change")]
    [InlineData("Get-IntercomAdminActivityType ", "app_name_change")]
    public void Kinds_of_actions_complete(string typed, string completion)
    {
        _server.Answer = request => (200, request.Path == "/admins/activity_log_event_types"
            ? """{"type":"activity_log_event_type.list","event_types":["role_change","app_name_change"]}""" : NoMore);
        Assert.Contains(completion, _shell.Complete(typed).CompletionMatches.Select(match => match.CompletionText));
        Assert.Equal(["app_name_change"], _shell.Do("Get-IntercomAdminActivityType app*").Output.Select(type => $"{type}"));
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
