namespace Intercom.PowerShell.Tests.Operations;

/// <summary>Get-IntercomContact -Everything: which calls it makes, and what it says of parts that it could not read.</summary>
public sealed class ContactRecordTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ContactRecordTests()
    {
        _server.Connect(_shell);
        _server.Answer = Whole;
    }

    private static (int Status, string Body) Whole(Received request) => request.Path switch
    {
        "/conversations/search" => (200, """{"type":"conversation.list","conversations":[{"type":"conversation","id":"91"}],"pages":{}}"""),
        "/conversations/91" => (200, """{"type":"conversation","id":"91","conversation_parts":{"total_count":1,"conversation_parts":"""
            + """[{"type":"conversation_part","id":"7","body":"Hello"}]}}"""),
        "/tickets/search" => (200, """{"type":"ticket.list","tickets":[{"type":"ticket","id":"61"}],"pages":{}}"""),
        "/tickets/61" => (200, """{"type":"ticket","id":"61","ticket_id":"5"}"""),
        "/contacts/c1" => (200, """{"type":"contact","id":"c1","name":"Zoe"}"""),
        "/contacts/c1/tags" => (200, """{"type":"list","data":[{"type":"tag","id":"71","name":"VIP"}]}"""),
        "/me" or "/tags" => RecordingServer.Simple(request),
        _ when request.Path.StartsWith("/events", StringComparison.Ordinal) =>
            (200, """{"type":"event.list","events":[{"type":"event","event_name":"placed-order"}]}"""),
        _ => (200, """{"type":"list","data":[],"pages":{}}"""),
    };

    [Fact]
    public void Every_part_is_read_once()
    {
        var record = _shell.Do("Get-IntercomContact c1 -Everything").Output.Single();
        Assert.Equal(
        [
            "GET /contacts/c1", "GET /contacts/c1/companies?per_page=50", "GET /contacts/c1/notes?per_page=50",
            "GET /contacts/c1/segments", "GET /contacts/c1/subscriptions", "GET /contacts/c1/tags", "GET /conversations/91",
            "GET /events?type=user&intercom_user_id=c1&per_page=50", "GET /tickets/61",
            """POST /conversations/search {"pagination":{"per_page":50},"query":{"field":"contact_ids","operator":"=","value":"c1"}}""",
            """POST /tickets/search {"pagination":{"per_page":50},"query":{"field":"contact_ids","operator":"=","value":"c1"}}""",
        ], _server.Calls.Order(StringComparer.Ordinal));
        Assert.Equal("Intercom.ContactRecord", record.TypeNames[0]);
        Assert.Equal("c1|Zoe|VIP|Hello|5|placed-order|0", _shell.Do("""
            $all = $args[0]
            $all.ContactId, $all.Contact.Name, $all.Tags.Name, $all.Conversations.ConversationParts.Body, $all.Tickets.TicketNumber,
                $all.Events.EventName, $all.Missing.Count -join '|'
            """, record).Output.Single().ToString());
    }

    [Fact]
    public void A_part_that_the_token_may_not_read_is_stated_and_warned_of()
    {
        _server.Answer = request => request.Path == "/tickets/search"
            ? (403, """{"type":"error.list","errors":[{"code":"api_plan_restricted","message":"Active subscription needed."}]}""")
            : Whole(request);
        var outcome = _shell.Do("Get-IntercomContact c1 -Everything");
        var record = outcome.Output.Single();
        Assert.Null(record.Properties["Tickets"].Value);
        Assert.NotNull(record.Properties["Conversations"].Value);
        var missing = _shell.Do("$args[0].Missing.Part; $args[0].Missing.Reason", record).Output.Select(item => item.ToString()).ToArray();
        Assert.Equal("Tickets", missing[0]);
        Assert.Contains("Active subscription needed", missing[1], StringComparison.Ordinal);
        Assert.Contains("The record of contact c1 is not complete. Tickets: ", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_a_long_conversation_that_Intercom_keeps_back_are_stated()
    {
        _server.Answer = request => request.Path == "/conversations/91"
            ? (200, """{"type":"conversation","id":"91","conversation_parts":{"total_count":720,"conversation_parts":[]}}""")
            : Whole(request);
        var outcome = _shell.Do("(Get-IntercomContact c1 -Everything).Missing | ForEach-Object { \"$_\" }");
        Assert.Equal("Conversation 91: Intercom returned only the newest 0 of 720 parts.", outcome.Output.Single().ToString());
    }

    [Fact]
    public void Another_failure_of_a_part_is_the_error_of_the_contact()
    {
        _server.Answer = request => request.Path == "/contacts/c1/notes?per_page=50"
            ? (400, """{"type":"error.list","errors":[{"code":"bad_request","message":"No."}]}""") : Whole(request);
        var outcome = _shell.Run("Get-IntercomContact c1 -Everything");
        Assert.Empty(outcome.Output);
        Assert.Contains("bad_request", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_a_contact_stands_for_its_id()
    {
        _shell.Do("Get-IntercomContact c1 -Everything | Add-IntercomTag VIP");
        Assert.Equal("""POST /contacts/c1/tags {"id":"71"}""", _server.Calls[^1]);
        Assert.Contains("expanded_everything",
            _shell.Run("Get-IntercomContact c1 -Everything -Expand Tags").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
