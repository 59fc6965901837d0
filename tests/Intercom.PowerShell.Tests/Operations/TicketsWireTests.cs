using System;
using System.Linq;
using Xunit;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for tickets send, to the letter.</summary>
public sealed class TicketsWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public TicketsWireTests() => _server.Connect(_shell);

    [Theory]
    // Replies, notes and tags of tickets
    [InlineData("Send-IntercomReply 'On it' -TicketId 61", """POST /tickets/61/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61'; TicketNumber = '7' } | Send-IntercomReply 'On it' -SkipNotifications", """POST /tickets/61/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1","skip_notifications":true}""")]
    [InlineData("Send-IntercomReply 'Hi' -TicketId 61 -ContactId c1 -AttachmentUrl https://x.example/a.png", """POST /tickets/61/reply {"message_type":"comment","type":"user","body":"Hi","intercom_user_id":"c1","attachment_urls":["https://x.example/a.png"]}""")]
    [InlineData("Send-IntercomReply 'Hi' -TicketId 61 -Email a@b.c -CreatedAt 2009-02-13T23:31:30Z", """POST /tickets/61/reply {"message_type":"comment","type":"user","body":"Hi","email":"a@b.c","created_at":1234567890}""")]
    [InlineData("[pscustomobject]@{ TicketId = 61; Body = 'From a row'; Email = 'other@b.c' } | Send-IntercomReply", """POST /tickets/61/reply {"message_type":"comment","type":"admin","body":"From a row","admin_id":"1"}""")]
    [InlineData("215, 216 | Send-IntercomReply 'On it' -ThrottleLimit 1", """POST /conversations/215/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""", """POST /conversations/216/reply {"message_type":"comment","type":"admin","body":"On it","admin_id":"1"}""")]
    [InlineData("Add-IntercomNote 'Seen' -TicketId 61 -CrossPost -AdminId 2", """POST /tickets/61/reply {"message_type":"note","type":"admin","body":"Seen","admin_id":"2","cross_post":true}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61' } | Add-IntercomNote 'Seen' -SkipNotifications", """POST /tickets/61/reply {"message_type":"note","type":"admin","body":"Seen","admin_id":"1","skip_notifications":true}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61' } | Add-IntercomTag vip", """POST /tickets/61/tags {"id":"71","admin_id":"1"}""")]
    [InlineData("Remove-IntercomTag vip -TicketId 61 -AdminId 2", """DELETE /tickets/61/tags/71 {"admin_id":"2"}""")]
    [InlineData("[Intercom.Ticket]@{ Id = '61' } | Remove-IntercomTag 71", """DELETE /tickets/61/tags/71 {"admin_id":"1"}""")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
    }

    [Theory]
    [InlineData("Send-IntercomReply 'Hi' -TicketId 61 -ContactId c1 -Email a@b.c", "-ContactId and -Email name 2 authors")]
    [InlineData("Send-IntercomReply 'Hi' -ConversationId 215 -ExternalId u1 -AdminId 2", "-ExternalId and -AdminId")]
    [InlineData("Send-IntercomReply 'Hi' -ConversationId 215 -SkipNotifications", "Parameter set")]
    [InlineData("Add-IntercomNote 'Hi' -ContactId c1 -CrossPost", "Parameter set")]
    [InlineData("Add-IntercomTag nosuchtag -TicketId 61", "nosuchtag")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string says)
    {
        var error = _shell.Run(command).Error;
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
