using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What each cmdlet sends, to the letter, as it arrives at a server.</summary>
public sealed class WireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public WireTests() => _server.Connect(_shell);

    [Theory]
    // 1 admins
    // 2 create contact
    [InlineData("New-IntercomContact user@example.com -Name 'John Doe' -Phone +1234567890",
        """POST /contacts {"phone":"+1234567890","name":"John Doe","email":"user@example.com","role":"user"}""")]
    [InlineData("New-IntercomContact -Role lead -Name Anon", """POST /contacts {"name":"Anon","role":"lead"}""")]
    [InlineData(
        "New-IntercomContact a@b.c -CustomAttribute @{ plan = 'premium'; seats = 5; trial = $true; none = $null; since = "
        + "[datetime]'2024-01-15T00:00:00Z' }",
        """POST /contacts {"custom_attributes":{"none":null,"plan":"premium","seats":5,"since":1705276800,"trial":true}"""
        + ""","email":"a@b.c","role":"user"}""")]
    [InlineData("New-IntercomContact a@b.c -SignedUpAt 2024-01-15T00:00:00Z -Owner grace@example.com",
        """POST /contacts {"signed_up_at":1705276800,"email":"a@b.c","role":"user","owner_id":2}""")]
    [InlineData("New-IntercomContact a@b.c -AdditionalField @{ brand_new = @{ deep = 1 } }",
        """POST /contacts {"email":"a@b.c","role":"user","brand_new":{"deep":1}}""")]
    // 3 get contact
    [InlineData("Get-IntercomContact 63a0979a", "GET /contacts/63a0979a")]
    [InlineData("Get-IntercomContact -ExternalId 'a b/c'")]
    [InlineData("Get-IntercomContact -ExternalId 'user 1'", "GET /contacts/find_by_external_id/user%201")]
    [InlineData("Get-IntercomContact -Email a@b.c",
        """POST /contacts/search {"query":{"field":"email","operator":"=","value":"a@b.c"},"pagination":{"per_page":50}}""")]
    [InlineData("Get-IntercomContact", "GET /contacts?per_page=150")]
    [InlineData("Get-IntercomContact -First 5", "GET /contacts?per_page=5")]
    // 4 update contact
    [InlineData("Set-IntercomContact c1 -Name 'Jane Doe' -CustomAttribute @{ plan = 'enterprise' }",
        """PUT /contacts/c1 {"name":"Jane Doe","custom_attributes":{"plan":"enterprise"}}""")]
    [InlineData("Set-IntercomContact c1 -Phone $null", """PUT /contacts/c1 {"phone":null}""")]
    [InlineData("Set-IntercomContact c1 -Phone ''", """PUT /contacts/c1 {"phone":""}""")]
    [InlineData("Set-IntercomContact c1 -SignedUpAt $null -UnsubscribedFromEmails $false",
        """PUT /contacts/c1 {"signed_up_at":null,"unsubscribed_from_emails":false}""")]
    // 5 delete contact
    [InlineData("Remove-IntercomContact c1 -Confirm:$false", "DELETE /contacts/c1")]
    // 6 search contacts, in each of the ways to say it
    [InlineData("Search-IntercomContact (New-IntercomQuery email = user@example.com)",
        """POST /contacts/search {"query":{"field":"email","operator":"=","value":"user@example.com"},"pagination":{"per_page":150}}""")]
    [InlineData("Search-IntercomContact @{ email = 'user@example.com' } -First 5",
        """POST /contacts/search {"query":{"field":"email","operator":"=","value":"user@example.com"},"pagination":{"per_page":5}}""")]
    [InlineData("Search-IntercomContact '{\"query\":{\"field\":\"email\",\"operator\":\"=\",\"value\":\"user@example.com\"}}'",
        """POST /contacts/search {"query":{"field":"email","operator":"=","value":"user@example.com"},"pagination":{"per_page":150}}""")]
    [InlineData("Search-IntercomContact { $_.Role -eq 'user' -and $_.CustomAttributes.plan -eq 'premium' }",
        """POST /contacts/search {"query":{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"}"""
        + """,{"field":"custom_attributes.plan","operator":"=","value":"premium"}]},"pagination":{"per_page":150}}""")]
    [InlineData(
        "Search-IntercomContact (New-IntercomQuery -All (New-IntercomQuery role = user), (New-IntercomQuery created_at '>' 1609459200), "
        + "(New-IntercomQuery custom_attributes.plan IN premium, enterprise))",
        """POST /contacts/search {"query":{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"}"""
        + """,{"field":"created_at","operator":">","value":1609459200},{"field":"custom_attributes.plan","operator":"IN","value":"""
        + """["premium","enterprise"]}]},"pagination":{"per_page":150}}""")]
    [InlineData("Search-IntercomContact @{ role = 'user' } -SortBy CreatedAt -Descending",
        """POST /contacts/search {"query":{"field":"role","operator":"=","value":"user"},"sort":"""
        + """{"field":"created_at","order":"descending"},"pagination":{"per_page":150}}""")]
    // 9 search conversations
    [InlineData("Search-IntercomConversation { $_.State -eq 'open' }",
        """POST /conversations/search {"query":{"field":"state","operator":"=","value":"open"},"pagination":{"per_page":50}}""")]
    [InlineData("Search-IntercomConversation @{ admin_assignee_id = '1' }",
        """POST /conversations/search {"query":{"field":"admin_assignee_id","operator":"=","value":1},"pagination":{"per_page":50}}""")]
    [InlineData("Search-IntercomContact @{ android_sdk_version = '1' }",
        """POST /contacts/search {"query":{"field":"android_sdk_version","operator":"=","value":"1"},"pagination":{"per_page":150}}""")]
    [InlineData("Search-IntercomContact @{ android_sdk_version = '1' } -UsePrintedNames",
        """POST /contacts/search {"query":{"field":"andoid_sdk_version","operator":"=","value":"1"},"pagination":{"per_page":150}}""")]
    // searches of other things
    [InlineData("Search-IntercomTicket { $_.Open -and $_.AdminAssigneeId -eq 5 }",
        """POST /tickets/search {"query":{"operator":"AND","value":[{"field":"open","operator":"=","value":true}"""
        + """,{"field":"admin_assignee_id","operator":"=","value":"5"}]},"pagination":{"per_page":50}}""")]
    [InlineData("Get-IntercomTicket 633", "GET /tickets/633")]
    [InlineData("Search-IntercomArticle 'get started' -State published", "GET /articles/search?phrase=get%20started&state=published")]
    [InlineData("Search-IntercomInternalArticle refund -FolderId 7", "GET /internal_articles/search?folder_id=7")]
    // 7, 8 conversations
    [InlineData("Get-IntercomConversation", "GET /conversations?per_page=50")]
    [InlineData("Get-IntercomConversation 215", "GET /conversations/215")]
    [InlineData("Get-IntercomConversation 215 -PlainText", "GET /conversations/215?display_as=plaintext")]
    // 10 reply
    [InlineData("Send-IntercomReply 'On it' -ConversationId 215",
        """POST /conversations/215/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""")]
    [InlineData("Send-IntercomReply 'On it' -ConversationId 215 -AdminId 2 -AttachmentUrl https://x.example/a.png",
        """POST /conversations/215/reply {"message_type":"comment","type":"admin","body":"On """
        + """it","attachment_urls":["https://x.example/a.png"],"admin_id":"2"}""")]
    [InlineData("Send-IntercomReply 'Hi' -ConversationId 215 -ContactId c1",
        """POST /conversations/215/reply {"message_type":"comment","type":"user","body":"Hi","intercom_user_id":"c1"}""")]
    [InlineData("Send-IntercomReply 'Hi' -ConversationId 215 -Email a@b.c",
        """POST /conversations/215/reply {"message_type":"comment","type":"user","body":"Hi","email":"a@b.c"}""")]
    [InlineData("Send-IntercomReply 'Hi' -ConversationId 215 -ExternalId u1",
        """POST /conversations/215/reply {"message_type":"comment","type":"user","body":"Hi","user_id":"u1"}""")]
    // 11 assign
    [InlineData("Set-IntercomConversationAssignee 215 -ToAdmin grace@example.com",
        """POST /conversations/215/parts {"message_type":"assignment","type":"admin","assignee_id":"2","admin_id":"1"}""")]
    [InlineData("Set-IntercomConversationAssignee 215 -AdminEmail 'Grace Hopper'",
        """POST /conversations/215/parts {"message_type":"assignment","type":"admin","assignee_id":"2","admin_id":"1"}""")]
    [InlineData("Set-IntercomConversationAssignee 215 -ToTeam billing",
        """POST /conversations/215/parts {"message_type":"assignment","type":"team","assignee_id":"31","admin_id":"1"}""")]
    [InlineData("Set-IntercomConversationAssignee 215 grace@example.com -ToTeam billing -Body hi",
        """POST /conversations/215/parts {"message_type":"assignment","type":"team","assignee_id":"31","admin_id":"1"}""",
        """POST /conversations/215/parts {"message_type":"assignment","type":"admin","assignee_id":"2","admin_id":"1","body":"hi"}""")]
    [InlineData("Set-IntercomConversationAssignee 215 -Unassign",
        """POST /conversations/215/parts {"message_type":"assignment","type":"admin","assignee_id":"0","admin_id":"1"}""")]
    // 12 close, open, snooze
    [InlineData("Close-IntercomConversation 215",
        """POST /conversations/215/parts {"message_type":"close","type":"admin","admin_id":"1"}""")]
    [InlineData("Close-IntercomConversation 215 -Body Done -AdminId 2",
        """POST /conversations/215/parts {"message_type":"close","type":"admin","body":"Done","admin_id":"2"}""")]
    [InlineData("Open-IntercomConversation 215", """POST /conversations/215/parts {"message_type":"open","admin_id":"1"}""")]
    [InlineData("Suspend-IntercomConversation 215 -Until 2040-01-01T00:00:00Z",
        """POST /conversations/215/parts {"message_type":"snoozed","snoozed_until":2208988800,"admin_id":"1"}""")]
    // 13 notes
    [InlineData("Add-IntercomNote 'Follow up' -ContactId c1", """POST /contacts/c1/notes {"body":"Follow up","admin_id":"1"}""")]
    [InlineData("Add-IntercomNote 'Follow up' -ConversationId 215",
        """POST /conversations/215/reply {"message_type":"note","type":"admin","body":"Follow up","admin_id":"1"}""")]
    // 14-17 tags
    [InlineData("Get-IntercomTag -Id 71", "GET /tags/71")]
    [InlineData("Get-IntercomTag -ContactId c1", "GET /contacts/c1/tags")]
    [InlineData("New-IntercomTag 'VIP Customer'", """POST /tags {"name":"VIP Customer"}""")]
    [InlineData("Add-IntercomTag vip -ContactId c1", """POST /contacts/c1/tags {"id":"71"}""")]
    [InlineData("Add-IntercomTag 72 -ConversationId 215", """POST /conversations/215/tags {"id":"72","admin_id":"1"}""")]
    [InlineData("Remove-IntercomTag 'churn RISK' -ContactId c1", "DELETE /contacts/c1/tags/72")]
    [InlineData("Remove-IntercomTag vip -ConversationId 215", """DELETE /conversations/215/tags/71 {"admin_id":"1"}""")]
    // what people type by position
    [InlineData("Send-IntercomReply 215 'hi'",
        """POST /conversations/215/reply {"message_type":"comment","type":"admin","admin_id":"1","body":"hi"}""")]
    [InlineData("Add-IntercomNote 215 'n'",
        """POST /conversations/215/reply {"message_type":"note","type":"admin","admin_id":"1","body":"n"}""")]
    [InlineData("Add-IntercomNote 'n' -TicketId 9",
        """POST /tickets/9/reply {"message_type":"note","type":"admin","admin_id":"1","body":"n"}""")]
    [InlineData("[pscustomobject]@{ TicketId = '9'; Body = 'n' } | Send-IntercomReply",
        """POST /tickets/9/reply {"message_type":"comment","type":"admin","admin_id":"1","body":"n"}""")]
    [InlineData("Remove-IntercomTag vip -FromWorkspace -Confirm:$false", "DELETE /tags/71")]
    // 18, 19 articles
    [InlineData("Get-IntercomArticle", "GET /articles")]
    [InlineData("Get-IntercomArticle 55", "GET /articles/55")]
    // 20, 21 companies
    [InlineData("New-IntercomCompany acme -Name Acme -Plan enterprise -Size 500 -Website https://acme.com",
        """POST /companies {"company_id":"acme","name":"Acme","plan":"enterprise","size":500,"website":"https://acme.com"}""")]
    [InlineData("Get-IntercomCompany", "POST /companies/list?per_page=50")]
    [InlineData("Get-IntercomCompany -ExternalCompanyId acme", "GET /companies?company_id=acme")]
    [InlineData("Get-IntercomCompany -ContactId c1", "GET /contacts/c1/companies?per_page=50")]
    [InlineData("Add-IntercomContactCompany c81 -ContactId c1", """POST /contacts/c1/companies {"id":"c81"}""")]
    [InlineData("Add-IntercomContactCompany -ExternalCompanyId acme -ContactId c1", "GET /companies?company_id=acme",
        """POST /contacts/c1/companies {"id":"c81"}""")]
    [InlineData("Remove-IntercomContactCompany c81 -ContactId c1", "DELETE /contacts/c1/companies/c81")]
    // 22 events
    [InlineData(
        "Send-IntercomEvent purchased-plan -ExternalId user-123 -CreatedAt 2009-02-13T23:31:30Z -Metadata @{ plan = 'premium'; price = "
        + "99 }",
        """POST /events """
        + """{"event_name":"purchased-plan","user_id":"user-123","created_at":1234567890,"metadata":{"plan":"premium","price":99}}""")]
    [InlineData("Send-IntercomEvent seen -ContactId c1 -CreatedAt 2009-02-13T23:31:30Z",
        """POST /events {"event_name":"seen","id":"c1","created_at":1234567890}""")]
    [InlineData("Send-IntercomEvent seen -Email a@b.c -CreatedAt 2009-02-13T23:31:30Z",
        """POST /events {"event_name":"seen","email":"a@b.c","created_at":1234567890}""")]
    [InlineData("Get-IntercomEvent c1", "GET /events?type=user&intercom_user_id=c1&per_page=50")]
    [InlineData("Get-IntercomEvent -ExternalId u1 -Summary", "GET /events?type=user&user_id=u1&summary=true&per_page=50")]
    // and any other call
    [InlineData("Invoke-IntercomRequest /contacts/c1 PATCH '{\"name\":\"Jane\"}'", """PATCH /contacts/c1 {"name":"Jane"}""")]
    [InlineData("Invoke-IntercomRequest 'conversations?order=desc&sort=updated_at' -Query @{ per_page = 5 }",
        "GET /conversations?order=desc&sort=updated_at&per_page=5")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        var outcome = _shell.Run(command);
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
        if (requests.Length > 0) Assert.Empty(outcome.Errors);
    }

    /// <summary>
    /// Reads by id are under way at the same time, so the server may see them in any order; what comes out keeps that of the ids.
    /// </summary>
    [Theory]
    [InlineData("Get-IntercomAdmin -Id 1, 2", "GET /admins/1", "GET /admins/2")]
    [InlineData("Get-IntercomTicketType 81, 82", "GET /ticket_types/81", "GET /ticket_types/82")]
    public void Several_ids_are_one_request_each(string command, params string[] requests)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(requests, _server.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_event_without_a_time_gets_the_time_of_the_call_before_the_first_try()
    {
        var tries = 0;
        var clock = new StagedClock(_shell);
        var began = clock.GetUtcNow().ToUnixTimeSeconds();
        _server.Answer = request =>
        {
            clock.Advance(5000);
            return request.Path == "/events" && ++tries < 3 ? (503, "") : RecordingServer.Simple(request);
        };
        _shell.Do("Send-IntercomEvent seen -ContactId c1");
        Assert.Equal(3, _server.Calls.Count);
        Assert.Single(_server.Calls.Distinct());
        var time = long.Parse(Regex.Match(_server.Calls[0], "created_at\":(\\d+)").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(began, time);
    }

    [Fact]
    public void Every_request_carries_the_headers_and_no_other_token()
    {
        _shell.Do("Get-IntercomAdmin");
        var request = Assert.Single(_server.Requests);
        Assert.Equal("Bearer tok_3v3ryb0dy", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("2.14", request.Headers["Intercom-Version"]);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
