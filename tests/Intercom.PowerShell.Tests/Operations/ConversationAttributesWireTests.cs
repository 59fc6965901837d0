namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for conversation attributes and their options send, to the letter.</summary>
public sealed class ConversationAttributesWireTests : IDisposable
{
    private const string List = """
        {"type":"list","data":[
          {"type":"conversation_attribute","id":7,"name":"Cause","data_type":"list","archived":false,"options":[
            {"id":"o-1","label":"Bug","archived":false},{"id":"o-2","label":"Outage","archived":false},
            {"id":"o-3","label":"Old","archived":true}]},
          {"type":"conversation_attribute","id":8,"name":"Urgency","data_type":"list","archived":false,"options":[
            {"id":"o-4","label":"Low","archived":false},{"id":"o-5","label":"High","archived":false},
            {"id":"o-6","label":"Highest","archived":false}]},
          {"type":"conversation_attribute","id":9,"name":"Twin","data_type":"string","archived":false},
          {"type":"conversation_attribute","id":10,"name":"twin","data_type":"string","archived":false}]}
        """;

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private bool _isListed = true;

    public ConversationAttributesWireTests()
    {
        _server.Connect(_shell);
        _server.Answer = request => request switch
        {
            { Method: "GET", Path: "/conversations/attributes" } when !_isListed =>
                (403, """{"type":"error.list","errors":[{"code":"forbidden","message":"Forbidden"}]}"""),
            { Method: "GET", Path: "/conversations/attributes" or "/conversations/attributes?include_archived=true" } => (200, List),
            { Path: "/me" or "/teams" } => RecordingServer.Simple(request),
            _ => (200, """{"type":"conversation_attribute","id":7,"name":"Cause","options":[{"id":"o-1","label":"Bug"}]}"""),
        };
    }

    [Theory]
    [InlineData("Get-IntercomConversationAttribute", "GET /conversations/attributes")]
    [InlineData("Get-IntercomConversationAttribute -IncludeArchived", "GET /conversations/attributes?include_archived=true")]
    [InlineData("Get-IntercomConversationAttribute 7", "GET /conversations/attributes/7")]
    [InlineData("Get-IntercomConversationAttribute cause", "GET /conversations/attributes", "GET /conversations/attributes/7")]
    [InlineData("New-IntercomConversationAttribute Notes", "GET /conversations/attributes",
        """POST /conversations/attributes {"name":"Notes","data_type":"string"}""")]
    [InlineData("New-IntercomConversationAttribute Notes -Multiline $true -Description '' -Required $false -TeamId 31, 32",
        "GET /conversations/attributes",
        """POST /conversations/attributes {"name":"Notes","data_type":"string","multiline":true,"description":"","required":false"""
        + ""","visible_to_team_ids":["31","32"]}""")]
    [InlineData("New-IntercomConversationAttribute Size -Option S, M", "GET /conversations/attributes",
        """POST /conversations/attributes {"name":"Size","data_type":"list","options":[{"label":"S"},{"label":"M"}]}""")]
    [InlineData("New-IntercomConversationAttribute Order -ReferenceType Many -ObjectTypeId Order", "GET /conversations/attributes",
        """POST /conversations/attributes {"name":"Order","data_type":"relationship","reference":"""
        + """{"type":"many","object_type_id":"Order"}}""")]
    [InlineData("Get-IntercomConversationAttribute -Name Cause | New-IntercomConversationAttribute -Name Copy",
        "GET /conversations/attributes", "GET /conversations/attributes",
        """POST /conversations/attributes {"name":"Copy","data_type":"list","options":[{"label":"Bug"},{"label":"Outage"}]}""")]
    [InlineData("Set-IntercomConversationAttribute 7 -Required $true -TeamId @()",
        """PUT /conversations/attributes/7 {"required":true,"visible_to_team_ids":[]}""")]
    [InlineData("Set-IntercomConversationAttribute cause -Description $null", "GET /conversations/attributes",
        """PUT /conversations/attributes/7 {"description":null}""")]
    [InlineData("[Intercom.ConversationAttribute]@{ Id = '7'; Name = 'Cause' } | Set-IntercomConversationAttribute -Name Reason",
        "GET /conversations/attributes", """PUT /conversations/attributes/7 {"name":"Reason"}""")]
    [InlineData("Disable-IntercomConversationAttribute 7 -Confirm:$false", "DELETE /conversations/attributes/7")]
    [InlineData("New-IntercomConversationAttributeOption Refund, Other -ConversationAttribute 7 -ThrottleLimit 1",
        """POST /conversations/attributes/7/options {"label":"Refund"}""",
        """POST /conversations/attributes/7/options {"label":"Other"}""")]
    [InlineData("[Intercom.ConversationAttribute]@{ Id = '7' } | New-IntercomConversationAttributeOption Refund",
        """POST /conversations/attributes/7/options {"label":"Refund"}""")]
    [InlineData("Set-IntercomConversationAttributeOption o-1 Defect -ConversationAttribute 7",
        """PUT /conversations/attributes/7/options/o-1 {"label":"Defect"}""")]
    [InlineData("(Get-IntercomConversationAttribute 7).Options | Set-IntercomConversationAttributeOption -Label Defect",
        "GET /conversations/attributes/7", """PUT /conversations/attributes/7/options/o-1 {"label":"Defect"}""")]
    [InlineData("Disable-IntercomConversationAttributeOption o-4 -ConversationAttribute Urgency -Confirm:$false",
        "GET /conversations/attributes", "DELETE /conversations/attributes/8/options/o-4")]
    [InlineData("Disable-IntercomConversationAttributeOption o-3 -ConversationAttribute 7 -Confirm:$false",
        "GET /conversations/attributes", "DELETE /conversations/attributes/7/options/o-3")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        Assert.Empty(_shell.Run(command).Errors);
        var sent = _server.Requests.Where(request => request.Path != "/me").ToList();
        Assert.Equal(requests.Select(Received.Sorted), sent.Select(request => $"{request}"));
        Assert.All(sent, request => Assert.Equal("2.16", request.Headers["Intercom-Version"]));
    }

    [Theory]
    [InlineData("New-IntercomConversationAttribute Size -Option S", "too_few_options")]
    [InlineData("New-IntercomConversationAttribute Size list", "list_without_options")]
    [InlineData("New-IntercomConversationAttribute Size string -Option S, M", "option_of_other_type")]
    [InlineData("New-IntercomConversationAttribute Size integer -Multiline $true", "option_of_other_type")]
    [InlineData("New-IntercomConversationAttribute Order relationship", "relationship_without_type")]
    [InlineData("New-IntercomConversationAttribute Order -ObjectTypeId Order", "option_of_other_type")]
    [InlineData("New-IntercomConversationAttribute Order -ReferenceType several", "ParameterArgumentValidationError")]
    [InlineData("New-IntercomConversationAttribute Size money", "ParameterArgumentValidationError")]
    [InlineData("Set-IntercomConversationAttribute 7", "nothing_to_change")]
    [InlineData("Set-IntercomConversationAttributeOption o-1 -Label '' -ConversationAttribute 7", "ParameterArgumentValidationError")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code)
    {
        Assert.Contains(code, _shell.Run(command).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("Disable-IntercomConversationAttributeOption o-1 -ConversationAttribute 7 -Confirm:$false", "last_options",
        "'Cause' has 2 options")]
    [InlineData("Set-IntercomConversationAttribute Twin -Required $true", "ambiguous_name", "9, 10")]
    [InlineData("Set-IntercomConversationAttribute Cuase -Required $true", "name_not_found", "Did you mean 'Cause'")]
    public void What_the_list_shows_to_be_wrong_is_refused(string command, string code, string says)
    {
        var error = _shell.Run(command).Error;
        Assert.Equal(("Intercom." + code, true), (error.FullyQualifiedErrorId.Split(',')[0],
            error.ToString().Contains(says, StringComparison.Ordinal)));
        Assert.DoesNotContain(_server.Requests, request => request.Method != "GET");
    }

    [Theory]
    [InlineData("New-IntercomConversationAttribute ' cause'", 1)]
    [InlineData("Set-IntercomConversationAttribute 8 -Name Cause", 1)]
    [InlineData("Set-IntercomConversationAttribute 7 -Name Cause", 0)]
    [InlineData("New-IntercomConversationAttribute Causes", 0)]
    public void A_name_that_another_attribute_has_is_warned_about(string command, int warnings)
    {
        var outcome = _shell.Run(command);
        Assert.Empty(outcome.Errors);
        Assert.Equal(warnings, outcome.Warnings.Count);
        if (warnings > 0) Assert.Contains("conversation attribute 7 has the name", outcome.Warnings[0], StringComparison.Ordinal);
        Assert.Single(_server.Requests, request => request.Method is "POST" or "PUT");
    }

    [Theory]
    [InlineData("New-IntercomConversationAttribute Cause")]
    [InlineData("Disable-IntercomConversationAttributeOption o-1 -ConversationAttribute 7 -Confirm:$false")]
    public void Without_the_list_the_server_decides(string command)
    {
        _isListed = false;
        var outcome = _shell.Run(command);
        Assert.Empty(outcome.Errors);
        Assert.Single(_server.Requests, request => request.Method is "POST" or "DELETE");
    }

    [Fact]
    public void WhatIf_names_what_would_change_and_sends_nothing()
    {
        _shell.TakeScreen();
        _shell.Do(
            """
            Disable-IntercomConversationAttribute Cause -WhatIf
            [Intercom.ConversationAttributeOption]@{ Id = 'o-1'; Label = 'Bug'; ConversationAttributeId = '7' } |
                Disable-IntercomConversationAttributeOption -WhatIf
            New-IntercomConversationAttributeOption Refund -ConversationAttribute Cause -WhatIf
            """);
        var said = _shell.TakeScreen();
        Assert.Empty(_server.Requests);
        Assert.Contains("What if: Archive conversation attribute Cause", said, StringComparison.Ordinal);
        Assert.Contains("What if: Archive conversation attribute option o-1 (Bug)", said, StringComparison.Ordinal);
        Assert.Contains("What if: Create option Refund of conversation attribute Cause", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-IntercomConversationAttribute c", "7")]
    [InlineData("Get-IntercomConversationAttribute -Name u", "Urgency")]
    [InlineData("Disable-IntercomConversationAttributeOption bu", "o-1")]
    [InlineData("New-IntercomConversationAttribute x -DataType rel", "relationship")]
    public void Names_complete(string typed, string completion) =>
        Assert.Contains(completion, _shell.Complete(typed).CompletionMatches.Select(match => match.CompletionText));

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
