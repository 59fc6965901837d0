using System;
using System.Linq;
using Xunit;

namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>Conversations on the sandbox: made, changed, shared, redacted, deleted; messages.</summary>
public sealed class ConversationsRoundTripTests : IDisposable
{
    private readonly Shell _shell = new();

    public ConversationsRoundTripTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    [Theory]
    [InlineData("A conversation that a contact starts", "$c = Get-IntercomContact -ExternalId user-1; $m = $c | New-IntercomConversation 'Where is my <b>order</b>?'; $v = $m | Get-IntercomConversation; $v.State; $v.Contact.Id -eq $c.Id; $v.Source.DeliveredAs; $v.Subject", "open|True|customer_initiated|Where is my <b>order</b>?")]
    [InlineData("Title, company and attributes", "$v = Get-IntercomConversation -First 1; $v | Set-IntercomConversation -Title 'Late parcel' -Read $true -CompanyId (Get-IntercomCompany -First 1); $w = $v | Get-IntercomConversation; $w.Subject; $w.Read; $null -ne $w.AdditionalFields['company']; ($v | Set-IntercomConversation -CompanyId $null -PassThru).AdditionalFields['company'] -eq $null", "Late parcel|True|True|True")]
    [InlineData("A deleted conversation is gone", "$v = Get-IntercomConversation -First 1; $v | Remove-IntercomConversation -Confirm:$false; (Get-IntercomConversation $v.Id -ErrorAction SilentlyContinue) -eq $null; @(Search-IntercomConversation @{ id = $v.Id }).Count", "True|0")]
    [InlineData("Contacts come and go", "$v = Get-IntercomConversation -First 1; $n = $v.Contacts.Count; ($v | Add-IntercomConversationContact -Email new@nobody.example -PassThru).Contacts.Count - $n; $l = Get-IntercomContact -Email new@nobody.example; $l.Role; ($v | Remove-IntercomConversationContact $l -PassThru).Contacts.Count - $n", "1|lead|0")]
    [InlineData("A redacted part stays without its text", "$v = Get-IntercomConversation -First 1; $r = $v | Send-IntercomReply 'card 4111111111111111'; $r.ConversationParts[-1] | Clear-IntercomConversationPart -Confirm:$false; $p = ($v | Get-IntercomConversation).ConversationParts[-1]; $p.Redacted; $p.Body -match '4111'; $p.ConversationId -eq $v.Id", "True|False|True")]
    [InlineData("The first message, looked up by itself", "$m = Get-IntercomContact -ExternalId user-1 | New-IntercomConversation 'secret'; Clear-IntercomConversationPart -Source -ConversationId $m.ConversationId -Confirm:$false; ($m | Get-IntercomConversation).Source.Redacted", "True")]
    [InlineData("Messages by admins", "$c = Get-IntercomContact -ExternalId user-1; $m = $c | Send-IntercomMessage 'Ready'; $m.MessageType; $null -eq $m.ConversationId; $e = Send-IntercomMessage '<p>News</p>' -Subject S -ContactId $c.Id -OpenConversation; $e.MessageType; ($e | Get-IntercomConversation).Source.Author.Type", "inapp|True|email|admin")]
    [InlineData("Quick replies, offered and chosen", "$v = Get-IntercomConversation -First 1; $o = ($v | Send-IntercomReply 'Solved?' -ReplyOption Yes, No).ConversationParts[-1].Metadata.QuickReplyOptions; $o.Text -join ','; ($v | Send-IntercomReply Yes -ContactId $v.Contact -ReplyOption $o[0]).ConversationParts[-1].Metadata.QuickReplyUuid -eq $o[0].Uuid", "Yes,No|True")]
    [InlineData("What a conversation refers to pipes on", "$v = Get-IntercomConversation -First 1; ($v.Contact | Get-IntercomContact).Id -eq $v.Contact.Id; $v.Contacts | Add-IntercomTag vip; (Get-IntercomTag -ContactId $v.Contact).Name -contains 'VIP'", "True|True")]
    [InlineData("IncludeParts gives the parts, in the order of the search", "$q = @{ open = $true }; $a = Search-IntercomConversation $q -First 20; $b = Search-IntercomConversation $q -First 20 -IncludeParts; ($a.Id -join ',') -eq ($b.Id -join ','); $null -eq $a[0].ConversationParts; @($b | Where-Object { $_.ConversationParts.Count -gt 0 }).Count -gt 5", "True|True|True")]
    public void The_noun_goes_all_the_way_round(string story, string script, string says) => Assert.Equal($"{story}: {says}", $"{story}: {string.Join("|", _shell.Do(script).Output.Select(item => item?.ToString()))}");

    [Theory]
    [InlineData("$v = Get-IntercomConversation -First 1; $v | Remove-IntercomConversationContact $v.Contact", "Removing the last customer")]
    [InlineData("$v = Get-IntercomConversation -First 1; Clear-IntercomConversationPart 99 -ConversationId $v.Id -Confirm:$false", "Not Found")]
    [InlineData("$v = Get-IntercomConversation -First 1; ($v | Close-IntercomConversation -PassThru).ConversationParts[-1] | Clear-IntercomConversationPart -Confirm:$false", "no body")]
    [InlineData("New-IntercomConversation x -ContactId nobody", "Not Found")]
    public void What_the_server_refuses_is_one_error_that_says_why(string script, string says) => Assert.Contains(says, _shell.Run(script).Error.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Conversations_deleted_while_they_are_read_are_told_of()
    {
        var outcome = _shell.Run("Search-IntercomConversation @{ open = $true } -First 12 -IncludeParts | ForEach-Object { if (-not $gone) { $gone = $true; Search-IntercomConversation @{ open = $true } -First 12 | ForEach-Object { Remove-IntercomConversation $_.Id -Confirm:$false } }; $_.Id } ");
        Assert.Equal(12, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
