namespace Intercom.PowerShell.Tests.Engine;

/// <summary>Undo-IntercomChange: the exact requests that reverse each kind of change, their order, and what is refused.</summary>
public sealed class UndoTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public UndoTests()
    {
        _server.Answer = Answer;
        _server.Connect(_shell);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    private static (int Status, string Body) Answer(Received request) => request switch
    {
        { Method: "GET", Path: "/contacts/c1" } => (200, """
            {"type":"contact","id":"c1","role":"user","name":"Ada","owner_id":2,"signed_up_at":1600000000,"created_at":1700000000,
            "custom_attributes":{"plan":"free"},"tags":{"type":"list","data":[{"id":"72","type":"tag"}],"has_more":false}}
            """),
        { Method: "GET", Path: var path } when path.StartsWith("/conversations/", StringComparison.Ordinal) => (200, Conversation(path)),
        { Method: "GET", Path: "/tickets/7" } => (200, """
            {"type":"ticket","id":"7","created_at":1700000000,"open":true,"is_shared":true,"admin_assignee_id":2,"team_assignee_id":0,
            "ticket_state":{"id":"900"},"ticket_attributes":{"_default_title_":"Old","Severity":"Major"},
            "ticket_type":{"id":"5","ticket_type_attributes":{"type":"list","data":[]}}}
            """),
        { Path: "/ticket_states" } => (200, """
            {"type":"list","data":[{"type":"ticket_state","id":"900","internal_label":"Old","external_label":"Old"},
            {"type":"ticket_state","id":"901","internal_label":"New","external_label":"New"}]}
            """),
        _ => RecordingServer.Simple(request),
    };

    private static string Conversation(string path) => path[^1] switch
    {
        '1' => """{"type":"conversation","id":"1","state":"open","created_at":1,"admin_assignee_id":null,"team_assignee_id":31}""",
        '2' => """
            {"type":"conversation","id":"2","state":"snoozed","snoozed_until":4102444800,"created_at":1,"admin_assignee_id":2,
            "team_assignee_id":null}
            """,
        _ => """{"type":"conversation","id":"3","state":"closed","created_at":1,"admin_assignee_id":1,"team_assignee_id":31}""",
    };

    public static TheoryData<string, string[]> Reversals => new()
    {
        { "Get-IntercomContact c1 | Set-IntercomContact -Name x -Owner Ada -Phone 1 -CustomAttribute @{ plan = 'pro'; a = 1 }",
            ["""PUT /contacts/c1 {"custom_attributes":{"a":null,"plan":"free"},"name":"Ada","owner_id":2,"phone":null}"""] },
        { "Get-IntercomContact c1 | Set-IntercomContact -SignedUpAt 2024-01-01", ["""PUT /contacts/c1 {"signed_up_at":1600000000}"""] },
        { "'c1' | Add-IntercomTag VIP", ["DELETE /contacts/c1/tags/71"] },
        { "'c1' | Remove-IntercomTag VIP", ["""POST /contacts/c1/tags {"id":"71"}"""] },
        { "Add-IntercomTag VIP -ConversationId 1", ["""DELETE /conversations/1/tags/71 {"admin_id":"1"}"""] },
        { "Remove-IntercomTag VIP -TicketId 7 -AdminId 2", ["""POST /tickets/7/tags {"admin_id":"2","id":"71"}"""] },
        { "Add-IntercomTag VIP -CompanyId c81", ["""POST /tags {"companies":[{"id":"c81","untag":true}],"name":"VIP"}"""] },
        { "Remove-IntercomTag VIP -CompanyId c81", ["""POST /tags {"companies":[{"id":"c81"}],"name":"VIP"}"""] },
        { "Add-IntercomContactCompany c81 -ContactId c1", ["DELETE /contacts/c1/companies/c81"] },
        { "Remove-IntercomContactCompany c81 -ContactId c1", ["""POST /contacts/c1/companies {"id":"c81"}"""] },
        { "Remove-IntercomContactCompany -ExternalCompanyId acme -ContactId c1", ["""POST /contacts/c1/companies {"id":"c81"}"""] },
        { "Add-IntercomConversationContact c1 -ConversationId 1", ["""DELETE /conversations/1/customers/c1 {"admin_id":"1"}"""] },
        { "Remove-IntercomConversationContact c1 -ConversationId 1",
            ["""POST /conversations/1/customers {"admin_id":"1","customer":{"intercom_user_id":"c1"}}"""] },
        { "Disable-IntercomContact c1", ["POST /contacts/c1/unarchive"] },
        { "Enable-IntercomContact c1", ["POST /contacts/c1/archive"] },
        { "Close-IntercomConversation 1 Bye", ["""POST /conversations/1/parts {"admin_id":"1","message_type":"open"}"""] },
        { "Open-IntercomConversation 1", ["""POST /conversations/1/parts {"admin_id":"1","message_type":"close","type":"admin"}"""] },
        { "Get-IntercomConversation 2 | Close-IntercomConversation",
            ["""POST /conversations/2/parts {"admin_id":"1","message_type":"snoozed","snoozed_until":4102444800}"""] },
        { "Get-IntercomConversation 3 | Suspend-IntercomConversation -Until '2090-01-01T00:00:00Z'",
            ["""POST /conversations/3/parts {"admin_id":"1","message_type":"close","type":"admin"}"""] },
        { "Get-IntercomConversation 2 | Set-IntercomConversationAssignee -ToAdmin Ada",
            ["""POST /conversations/2/parts {"admin_id":"1","assignee_id":"2","message_type":"assignment","type":"admin"}"""] },
        { "Get-IntercomConversation 1 | Set-IntercomConversationAssignee -ToAdmin Ada",
            [
                """POST /conversations/1/parts {"admin_id":"1","assignee_id":"0","message_type":"assignment","type":"admin"}""",
                """POST /conversations/1/parts {"admin_id":"1","assignee_id":"31","message_type":"assignment","type":"team"}""",
            ] },
        { "Get-IntercomConversation 3 | Set-IntercomConversationAssignee -Unassign",
            [
                """POST /conversations/3/parts {"admin_id":"1","assignee_id":"31","message_type":"assignment","type":"team"}""",
                """POST /conversations/3/parts {"admin_id":"1","assignee_id":"1","message_type":"assignment","type":"admin"}""",
            ] },
        { "Get-IntercomTicket 7 | Set-IntercomTicket -State 901 -Title New -Open $false",
            ["""PUT /tickets/7 {"admin_id":1,"open":true,"ticket_attributes":{"_default_title_":"Old"},"ticket_state_id":"900"}"""] },
        { "Get-IntercomTicket 7 | Set-IntercomTicket -ToTeam Billing", ["""PUT /tickets/7 {"admin_id":1,"assignee_id":"2"}"""] },
    };

    [Theory]
    [MemberData(nameof(Reversals))]
    public void A_change_is_reversed_by_exactly_these_requests(string change, string[] requests)
    {
        _shell.Do(change);
        _server.Forget();
        _shell.Do("Get-IntercomChange -Last 1 | Undo-IntercomChange -Confirm:$false");
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
        // The undo of the undo sends the change again, without its message.
        if (requests.Length > 1) return;
        _server.Forget();
        _shell.Do("Get-IntercomChange -Last 1 | Undo-IntercomChange -Confirm:$false");
        var redo = Assert.Single(_server.Calls);
        Assert.DoesNotContain("Bye", redo, StringComparison.Ordinal);
        _server.Forget();
        _shell.Do("Get-IntercomChange -Last 1 | Undo-IntercomChange -Confirm:$false");
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
    }

    [Theory]
    [InlineData("Add-IntercomTag VIP -ContactId c1", "did not have the tag before")]
    [InlineData("Close-IntercomConversation 1", "was open before")]
    [InlineData("Get-IntercomContact c1 | Add-IntercomTag VIP", null)]
    [InlineData("Get-IntercomConversation 2 | Close-IntercomConversation", null)]
    public void An_undo_that_assumes_the_former_state_warns(string change, string? assumed)
    {
        _shell.Do(change);
        var warnings = _shell.Do("Get-IntercomChange -Last 1 | Undo-IntercomChange -Confirm:$false").Warnings;
        Assert.Equal(assumed is null ? 0 : 1, warnings.Count);
        if (assumed is not null) Assert.Contains(assumed, warnings[0], StringComparison.Ordinal);
        Assert.Empty(_shell.Do("Get-IntercomChange -Last 1 | Undo-IntercomChange -WhatIf").Warnings);
    }

    [Theory]
    [InlineData("$null = Send-IntercomReply Hello -ConversationId 1", "What was sent cannot be taken back.")]
    [InlineData("Remove-IntercomContact c1 -Confirm:$false", "Intercom cannot restore what was removed.")]
    [InlineData("Remove-IntercomTag VIP -FromWorkspace -Confirm:$false", "Intercom cannot restore what was removed.")]
    [InlineData("$null = Merge-IntercomContact c1 -Into c2 -Confirm:$false", "Intercom cannot separate merged contacts.")]
    [InlineData("Set-IntercomContact c1 -Name x", "not piped as an object")]
    [InlineData("Set-IntercomConversationAssignee 1 -ToAdmin Ada", "former assignee is not known")]
    [InlineData("Get-IntercomContact c1 | Add-IntercomTag 'Churn risk'", "already had tag Churn risk")]
    [InlineData("Get-IntercomConversation 3 | Close-IntercomConversation", "was already closed")]
    [InlineData("Get-IntercomTicket 7 | Set-IntercomTicket -Title x -TicketAttribute @{ Severity = 'Minor' }",
        "former value of ticket_attributes.Severity is not known")]
    [InlineData("$null = Invoke-IntercomRequest contacts/c1 PUT @{ name = 'x' }", "Invoke-IntercomRequest is not known")]
    [InlineData("Add-IntercomNote Hm -ContactId c1", "does not know a reverse")]
    public void What_cannot_be_undone_is_refused_and_says_why(string change, string why)
    {
        _shell.Do(change);
        _server.Forget();
        var outcome = _shell.Run("Get-IntercomChange -Last 1 | Undo-IntercomChange -Confirm:$false");
        Assert.StartsWith("Intercom.not_undoable", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
        Assert.Equal(["False"], _shell.Do("(Get-IntercomChange -Last 1).CanUndo").Output.Select(item => item.ToString()));
    }

    [Fact]
    public void The_newest_change_is_reversed_first_and_each_only_once()
    {
        _shell.Do("$c = Get-IntercomContact c1; $c | Set-IntercomContact -Name One; $c | Set-IntercomContact -Name Two");
        _server.Forget();
        var outcome = _shell.Run("$all = Get-IntercomChange; $all + $all[0] | Undo-IntercomChange -Confirm:$false -PassThru");
        Assert.Equal(["""PUT /contacts/c1 {"name":"One"}""", """PUT /contacts/c1 {"name":"Ada"}"""], _server.Calls);
        Assert.StartsWith("Intercom.already_undone", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["2", "1"], outcome.Values("Undoes"));
        Assert.Equal(["4 ", "3 ", " 2", " 1"],
            _shell.Do("Get-IntercomChange | ForEach-Object { \"$($_.UndoneBy) $($_.Undoes)\" }").Output.Select(item => item.ToString()));
        var again = _shell.Run("(Get-IntercomChange)[0] | Undo-IntercomChange -Confirm:$false");
        Assert.Contains("by change 4", again.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_change_is_not_undone_under_a_newer_one_of_the_same_field()
    {
        _shell.Do("$c = Get-IntercomContact c1; $c | Set-IntercomContact -Name One; $c | Set-IntercomContact -Name Two -Phone 1");
        _server.Forget();
        var outcome = _shell.Run("(Get-IntercomChange)[0] | Undo-IntercomChange -Confirm:$false");
        Assert.StartsWith("Intercom.changed_since", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("change 2 changed name", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_newer_change_that_is_kept_keeps_the_older_one_of_the_same_field_too()
    {
        _shell.Do("$c = Get-IntercomContact c1; $c | Set-IntercomContact -Name One; $c | Set-IntercomContact -Name Two");
        _server.Forget();
        Assert.Single(_shell.Asked([2], "Get-IntercomChange | Undo-IntercomChange -ErrorAction SilentlyContinue -ErrorVariable refused"));
        Assert.Equal(["Intercom.changed_since"],
            _shell.Do("$refused.FullyQualifiedErrorId").Output.Select(item => item.ToString()!.Split(',')[0]).Distinct());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void WhatIf_says_how_and_sends_nothing_and_without_Confirm_it_asks()
    {
        _shell.Do("Get-IntercomContact c1 | Set-IntercomContact -Name One; Close-IntercomConversation 1");
        _server.Forget();
        _shell.TakeScreen();
        _shell.Do("Get-IntercomChange | Undo-IntercomChange -WhatIf");
        var said = _shell.TakeScreen();
        Assert.Contains("Undo change 1: Update contact c1 (Ada): name \"Ada\"", said, StringComparison.Ordinal);
        Assert.Contains("Undo change 2: Open conversation 1 (assuming that it was open before)", said, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        Assert.Equal(2, _shell.Asked([0, 2], "Get-IntercomChange | Undo-IntercomChange").Length);
        Assert.Single(_server.Calls);
    }

    [Fact]
    public void A_change_is_undone_through_its_own_connection_only()
    {
        _shell.Do("Disable-IntercomContact c1; $changes = Get-IntercomChange; $null = Connect-Intercom -Sandbox -Name other");
        _server.Forget();
        var outcome = _shell.Run("$changes | Undo-IntercomChange -Confirm:$false");
        Assert.StartsWith("Intercom.other_connection", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        _shell.Do("$changes | Undo-IntercomChange -Connection test -Confirm:$false");
        Assert.Equal(["POST /contacts/c1/unarchive"], _server.Calls);
    }

    [Fact]
    public void An_undo_that_fails_can_be_tried_again()
    {
        _shell.Do("Disable-IntercomContact c1");
        _server.Answer = request => request.Path.EndsWith("/unarchive", StringComparison.Ordinal)
            ? (422, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"no"}]}""") : Answer(request);
        Assert.Single(_shell.Run("Get-IntercomChange | Undo-IntercomChange -Confirm:$false").Errors);
        _server.Answer = Answer;
        _shell.Do("(Get-IntercomChange)[0] | Undo-IntercomChange -Confirm:$false");
        Assert.Equal("3", _shell.Do("(Get-IntercomChange)[0].UndoneBy").Output.Single().ToString());
    }
}
