using System;
using System.Linq;
using Xunit;

namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>Tickets and what belongs to them on the sandbox: made, read back, changed, answered, searched, removed.</summary>
public sealed class TicketsRoundTripTests : IDisposable
{
    private readonly Shell _shell = new();

    public TicketsRoundTripTests() => _shell.Do("$null = Connect-Intercom -Sandbox; $c = Get-IntercomContact -ExternalId user-1");

    private string Says(string script) => string.Join("|", _shell.Do(script).Output.Select(item => item?.ToString()));

    [Theory]
    [InlineData("A ticket is made, read, changed, found and deleted", "$t = $c | New-IntercomTicket 'customer request' 'Lost parcel' -Description 'Since May' -TicketAttribute @{ priority = 'High' }; $t = $t | Get-IntercomTicket; $t.Title; $t.Description; $t.TicketState; $t.Category; $t.Contacts[0].Id -eq $c.Id; $t | Set-IntercomTicket -State 'Waiting on you' -Title 'Lost parcel (2)'; $u = Search-IntercomTicket { $_.title -eq 'Lost parcel (2)' }; $u.TicketState.Category; $u.Id -eq $t.Id; $u | Remove-IntercomTicket -Confirm:$false; (Get-IntercomTicket $t.Id -ErrorAction SilentlyContinue) -eq $null", "Lost parcel|Since May|Submitted|Customer|True|waiting_on_customer|True|True")]
    [InlineData("An id alone takes labels of list items too", "$p = (Set-IntercomTicket 300037 -TicketAttribute @{ priority = 'High' } -PassThru).TicketAttributes['Priority']; $q = (Get-IntercomTicket 300037 | Set-IntercomTicket -TicketAttribute @{ Priority = 'High' } -PassThru).TicketAttributes['Priority']; $null -ne $p; $p -eq $q; $r = ([pscustomobject]@{ TicketId = 300037; TicketAttribute = '{\"PRIORITY\":\"High\"}' } | Set-IntercomTicket -PassThru).TicketAttributes['Priority']; $p -eq $r", "True|True|True")]
    [InlineData("Values are typed, and items of lists kept by id", "$t = New-IntercomTicket Bug T -ExternalId user-1 -TicketAttribute @{ severity = 'Major'; 'customers affected' = '3'; reproducible = $true }; $t.TicketAttributes['Customers affected'] -eq 3; $t.TicketAttributes['Reproducible'] -eq $true; $t.TicketAttributes['Severity'] -eq 'Major'; ($t | Set-IntercomTicket -TicketAttribute @{ Severity = 'Critical' } -PassThru).TicketParts[-1].UpdatedAttributeData.ToString()", "True|True|False|Severity = Critical")]
    [InlineData("An unknown e-mail address makes a contact", "$t = New-IntercomTicket Incident Down -Email new@x.example; (Get-IntercomContact $t.Contacts[0].Id).Email; $t.Category; $t.IsShared", "new@x.example|Tracker|False")]
    [InlineData("Assigned to an admin and a team at birth, then to one, then to nobody", "$t = $c | New-IntercomTicket 'Customer request' T -ToAdmin 5002 -ToTeam 6001; $t.AdminAssigneeId; $t.TeamAssigneeId; ($t | Set-IntercomTicket -ToAdmin 5003 -PassThru).AdminAssigneeId; ($t | Set-IntercomTicket -ToTeam 6002 -PassThru).TeamAssigneeId; $n = $t | Set-IntercomTicket -Unassign -PassThru; $n.AdminAssigneeId + $n.TeamAssigneeId; @($n.TicketParts | Where-Object PartType -eq assignment).Count", "5002|6001|5003|6002|00|5")]
    [InlineData("Closed, opened, snoozed, hidden", "$t = $c | New-IntercomTicket 'Customer request' T; ($t | Set-IntercomTicket -Open $false -PassThru).Open; $s = $t | Set-IntercomTicket -Open $true -SnoozedUntil ([datetime]::Now.AddDays(2)) -IsShared $false -PassThru; $s.Open; $s.SnoozedUntil -gt [datetime]::UtcNow; $s.IsShared; ($t | Set-IntercomTicket -Open $false -PassThru).SnoozedUntil -eq $null", "False|True|True|False|True")]
    [InlineData("A ticket is linked to a conversation", "$v = Get-IntercomConversation -First 1; $t = $v | New-IntercomTicket Bug T -ContactId $c.Id; $t.LinkedObjects[0].Id -eq $v.Id; $t.LinkedObjects[0].Type", "True|conversation")]
    [InlineData("Replies and notes are parts", "$t = $c | New-IntercomTicket 'Customer request' T; ($t | Send-IntercomReply 'On it').PartType; $r = $t | Send-IntercomReply 'Thanks' -ContactId $c.Id; $r.Author.Type; $n = $t | Add-IntercomNote 'Seen' -SkipNotifications -PassThru; $n.TicketParts.Count; $n.TicketParts[-1].PartType; $n.TicketParts[-1].Body", "comment|user|4|note|<p>Seen</p>")]
    [InlineData("Tags come and go", "$t = $c | New-IntercomTicket Bug T; $t | Add-IntercomTag vip; ($t | Remove-IntercomTag vip -PassThru).Id -eq $t.Id; ($t | Remove-IntercomTag vip -ErrorAction SilentlyContinue) -eq $null", "True|True")]
    [InlineData("A job makes a ticket", "$j = New-IntercomTicket Bug 'By a job' -ContactId $c.Id -AsJob; $j.GetType().Name; $j.Status; $s = Invoke-IntercomRequest jobs/status/$($j.Id); $s.status; (Get-IntercomTicket $s.resource_id).Title", "Job|pending|success|By a job")]
    [InlineData("A job fails on what is found out late", "$j = New-IntercomTicket Bug T -ContactId nobody -AsJob; (Invoke-IntercomRequest jobs/status/$($j.Id)).status", "failed")]
    [InlineData("A job is waited for", "$t = New-IntercomTicket Bug 'Waited for' -ContactId $c.Id -TicketAttribute @{ severity = 'minor' } -Wait; $t.GetType().Name; $t.Title; (New-IntercomTicket Bug T -ContactId $c.Id -AsJob | Get-IntercomJob).Status", "Ticket|Waited for|success")]
    [InlineData("Ticket types", "$y = New-IntercomTicketType Refund -Category back-office -Icon R; $y.TicketTypeAttributes.Count; $y.TicketStates.Count; Set-IntercomTicketType Refund -NewName Money -Description D; ($y | Get-IntercomTicketType).Description; (Get-IntercomTicketType -Name 'Mon*').Name; $y | Set-IntercomTicketType -Archived $true; (New-IntercomTicket Money T -ContactId $c.Id -ErrorAction SilentlyContinue) -eq $null; ($y | Set-IntercomTicketType -Archived $false -PassThru).Archived", "2|4|D|Money|True|False")]
    [InlineData("Attributes of ticket types", "$a = New-IntercomTicketTypeAttribute Platform -TicketType Bug -ListItem Web, iOS -Description Where; $a.DataType; $t = New-IntercomTicket Bug T -ContactId $c.Id -TicketAttribute @{ platform = 'ios' }; $a | Set-IntercomTicketTypeAttribute -ListItem iOS, Web, Android -RequiredToCreate $true; $b = (Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object Name -eq Platform; $b.RequiredToCreate; ($b.InputOptions['list_options'] | Where-Object { $_['label'] -eq 'iOS' })['id'] -eq $t.TicketAttributes['Platform']; ($b | Set-IntercomTicketTypeAttribute -Archived $true -PassThru).Archived", "list|True|True|True")]
    [InlineData("States", "(Get-IntercomTicketState).Category; (Get-IntercomTicketState 'Waiting on you').TicketTypes.Count", "submitted|in_progress|waiting_on_customer|resolved|3")]
    [InlineData("Tickets are found by an attribute of their type", "$a = (Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object Name -eq 'Version'; $null = New-IntercomTicket Bug T -ContactId $c.Id -TicketAttribute @{ Version = '7.1' }; (Search-IntercomTicket (New-IntercomQuery \"ticket_attribute.$($a.Id)\" = '7.1')).Title", "T")]
    [InlineData("Tickets are found by category, in the words of tickets and of searches", "$n = (Search-IntercomTicket { $_.category -eq 'Customer' }).Count; $n -gt 10; (Search-IntercomTicket { $_.category -eq 'request' }).Count -eq $n; (Search-IntercomTicket { $_.category -eq 'Back-office' }).Count + $n", "True|True|40")]
    [InlineData("Rows of a file", "$n = [pscustomobject]@{ TicketType = 'Bug'; Title = 'R1'; ExternalId = 'user-1'; ToAdmin = '5002' }, [pscustomobject]@{ TicketType = 'Incident'; Title = 'R2'; ExternalId = 'user-2'; ToAdmin = '' } | New-IntercomTicket; $n.Title; $n.AdminAssigneeId; $n.TicketType", "R1|R2|5002|0|Bug|Incident")]
    public void The_noun_goes_all_the_way_round(string story, string script, string says) => Assert.Equal($"{story}: {says}", $"{story}: {Says(script)}");

    [Theory]
    [InlineData("New-IntercomTicket Bug -ContactId $c.Id", "Missing required ticket attributes")]
    [InlineData("New-IntercomTicket Bug T -ContactId nobody", "User Not Found")]
    [InlineData("New-IntercomTicket Bug T -ContactId $c.Id -TicketAttribute @{ 'Due date' = 1 }", "no attribute 'Due date'")]
    [InlineData("Set-IntercomTicket 300001 -TicketAttribute @{ nosuch = 1 }", "nosuch")]
    [InlineData("$s = Get-IntercomTicket 300001 | Get-IntercomTicket; Invoke-IntercomRequest tickets/300001 PUT -Body @{ ticket_state_id = '9' }", "state id is not valid")]
    [InlineData("Invoke-IntercomRequest tickets/300001 PUT -Body @{ assignee_id = '9' }", "Assignee")]
    [InlineData("Invoke-IntercomRequest tickets/300001 PUT -Body @{ admin_id = 9 }", "Assignee")]
    [InlineData("New-IntercomTicket Bug T -ContactId nobody -Wait", "ended as 'failed'")]
    [InlineData("Set-IntercomTicket 9 -Open $true", "Ticket Not Found")]
    [InlineData("Remove-IntercomTicket 9 -Confirm:$false", "Ticket Not Found")]
    [InlineData("Send-IntercomReply Hi -TicketId 9", "Resource Not Found")]
    [InlineData("$t = New-IntercomTicket Bug T -ContactId $c.Id; $t | Send-IntercomReply Hi -ContactId $c.Id", "Backoffice")]
    [InlineData("Add-IntercomTag vip -TicketId 9", "Ticket Not Found")]
    [InlineData("Remove-IntercomTag vip -TicketId 300001", "Tag Not Found")]
    [InlineData("Invoke-IntercomRequest jobs/status/9", "Job Not Found")]
    [InlineData("Get-IntercomTicketType 9", "Ticket type Not Found")]
    [InlineData("New-IntercomTicketTypeAttribute Severity -TicketType Bug", "already exists")]
    public void What_the_server_refuses_is_one_error_that_says_why(string script, string says) => Assert.Contains(says, _shell.Run(script).Error.ToString(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_refused_ticket_leaves_nothing_behind()
    {
        _shell.Run("$n = @(Get-IntercomContact).Count; New-IntercomTicket Bug T -Email fresh@x.example -ToAdmin 5001 -CompanyId nosuch -ErrorAction SilentlyContinue");
        Assert.Equal("True", Says("@(Get-IntercomContact).Count -eq $n"));
        _shell.Run("$t = Get-IntercomTicket 300001; $t | Set-IntercomTicket -Title Changed -CompanyId nosuch -ErrorAction SilentlyContinue");
        Assert.Equal("True", Says("(Get-IntercomTicket 300001).Title -eq $t.Title"));
    }

    [Fact]
    public void Views_show_what_people_look_for_first()
    {
        var screen = _shell.Screen("Get-IntercomTicketType; (Get-IntercomTicketType -Name Bug).TicketTypeAttributes; Get-IntercomTicketState; (Get-IntercomTicket 300002).TicketParts; Get-IntercomTicket 300002");
        foreach (var word in new[] { "Back-office", "Severity", "waiting_on_customer", "Waiting on you", "ticket_state_updated_by_admin", "Customer request" }) Assert.Contains(word, screen, StringComparison.Ordinal);
        Assert.All(screen.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
