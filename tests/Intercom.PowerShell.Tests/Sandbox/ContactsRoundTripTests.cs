using System;
using System.Linq;
using Xunit;

namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>Each noun on the sandbox: made, read back, changed, listed, removed.</summary>
public sealed class ContactsRoundTripTests : IDisposable
{
    private readonly Shell _shell = new();

    public ContactsRoundTripTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    private string Says(string script) => string.Join("|", _shell.Do(script).Output.Select(item => item?.ToString()));

    [Theory]
    [InlineData("A lead merged into a user is gone, and its company tags are the user's", "$l = New-IntercomContact -Role lead -Name L; $u = New-IntercomContact u@x.example; $l | Add-IntercomTag vip; $l | Merge-IntercomContact -Into $u -Confirm:$false; ($u | Get-IntercomTag).Name; (Get-IntercomContact $l.Id -ErrorAction SilentlyContinue) -eq $null", "VIP|True")]
    [InlineData("An archived contact is out of the list until it is brought back", "$u = New-IntercomContact u@x.example; ($u | Disable-IntercomContact -PassThru).Status; @(Get-IntercomContact | Where-Object Id -eq $u.Id).Count; ($u | Enable-IntercomContact -PassThru).Status; @(Get-IntercomContact | Where-Object Id -eq $u.Id).Count", "archived|0|active|1")]
    [InlineData("A blocked contact is out of the list", "$u = New-IntercomContact u@x.example; ($u | Block-IntercomContact -PassThru -Confirm:$false).Status; @(Get-IntercomContact | Where-Object Id -eq $u.Id).Count", "blocked|0")]
    [InlineData("Expand gives all tags, one by one and in a list", "$t = (Get-IntercomTag).Count; $c = Get-IntercomContact -ExternalId user-1; $c.Tags.Count; $e = $c | Get-IntercomContact -Expand Tags, Notes, Companies; $e.Tags.Count -eq $t; $e.Tags.HasMore; $e.Companies[0].Name -eq ($c | Get-IntercomCompany)[0].Name; $l = Get-IntercomContact -Email $c.Email -Expand Tags; $l.Tags.Count -eq $t", "10|True|False|True|True")]
    [InlineData("Notes by contact and by id", "$u = New-IntercomContact u@x.example; 1..12 | ForEach-Object { $u | Add-IntercomNote \"n$_\" }; $n = $u | Get-IntercomNote; $n.Count; ($n[0] | Get-IntercomNote).Body; ($u | Get-IntercomContact -Expand Notes).Notes.Count", "12|<p>n12</p>|12")]
    [InlineData("Contacts of a company", "$c = Get-IntercomCompany -First 1; $n = ($c | Get-IntercomContact).Count; $n -eq $c.UserCount; $n -gt 0", "True|True")]
    [InlineData("Segments", "$s = Get-IntercomSegment -IncludeCount; $s.Count; $s[0].Count -gt 0; ($s[0] | Get-IntercomSegment).Name; (Get-IntercomContact -ExternalId user-1 | Get-IntercomSegment).Count -ge 0; @(Get-IntercomSegment -Name 'Open*').Count", "3|True|Active|True|1")]
    [InlineData("Subscriptions", "$u = New-IntercomContact u@x.example; $t = Get-IntercomSubscriptionType; $u | Add-IntercomContactSubscription $t[0] opt_out; ($u | Get-IntercomSubscriptionType).Name; ($u | Get-IntercomContact).OptedOutSubscriptionTypes.Count; $u | Remove-IntercomContactSubscription $t[0]; @($u | Get-IntercomSubscriptionType).Count", "Newsletter|1|0")]
    [InlineData("Visitors", "$id = '3ecf64d0-0000-4e9f-88e1-000000000001'; $v = Get-IntercomVisitor $id; $v | Set-IntercomVisitor -Name Zoe; ($v | Get-IntercomVisitor).Name; $c = $v | Convert-IntercomVisitor -Email z@x.example; $c.Name; $c.Role; (Get-IntercomVisitor $id -ErrorAction SilentlyContinue) -eq $null", "Zoe|Zoe|user|True")]
    [InlineData("Companies", "$c = New-IntercomCompany acme -Name Acme; $c | Set-IntercomCompany -Plan pro -Size 7; $d = Get-IntercomCompany -ExternalCompanyId acme; $d.PlanName; $d.Size; $c | Remove-IntercomCompany -Confirm:$false; (Get-IntercomCompany $c.Id -ErrorAction SilentlyContinue) -eq $null", "pro|7|True")]
    [InlineData("A scroll gives what the list gives, and can be had again", "$l = (Get-IntercomCompany).Count; (Get-IntercomCompany -Scroll).Count -eq $l; (Get-IntercomCompany -Scroll).Count -eq $l", "True|True")]
    [InlineData("Tags of companies, and a tag's new name", "$c = Get-IntercomCompany -First 1; ($c | Add-IntercomTag vip -PassThru).Tags[0].Name; Set-IntercomTag vip Golden; ($c | Get-IntercomCompany).Tags[0].Name; $c | Remove-IntercomTag golden; ($c | Get-IntercomCompany).Tags.Count", "VIP|Golden|0")]
    [InlineData("Data attributes", "$a = New-IntercomDataAttribute tier contact -Option gold, silver; $a.Options.Count; $a | Set-IntercomDataAttribute -Description d -Archived $true; @(Get-IntercomDataAttribute tier).Count; (Get-IntercomDataAttribute tier -IncludeArchived).Description", "2|0|d")]
    [InlineData("Missing attributes are made with the types of the values", "$c = 1..9 | ForEach-Object { [pscustomobject]@{ Email = \"m$_@x.example\" } } | New-IntercomContact -CustomAttribute @{ age = 3; rate = 1.5; vip = $true; since = [datetime]::Now; note = 'x' } -CreateMissingAttribute; $c.Count; ('age', 'note', 'rate', 'since', 'vip' | ForEach-Object { (Get-IntercomDataAttribute $_ -Model contact).DataType }) -join ','", "9|integer,string,float,date,boolean")]
    [InlineData("Missing attributes of a company", "(New-IntercomCompany acme -CustomAttribute @{ floors = 3 } -CreateMissingAttribute).CustomAttributes.floors; (Get-IntercomDataAttribute floors).Model", "3|company")]
    [InlineData("Custom objects", "(Set-IntercomCustomObject Order Z-1 -CustomAttribute @{ total = 5 } -PassThru).CustomAttributes.total; $o = Get-IntercomCustomObject Order -ExternalId Z-1; $o | Set-IntercomCustomObject -CustomAttribute @{ total = 6 }; ($o | Get-IntercomCustomObject).CustomAttributes.total; $o | Remove-IntercomCustomObject -Confirm:$false; (Get-IntercomCustomObject Order -ExternalId Z-1 -ErrorAction SilentlyContinue) -eq $null", "5|6|True")]
    [InlineData("Event summaries", "$u = New-IntercomContact -ExternalId e1; $u | Send-IntercomEventSummary placed-order 4; ($u | Get-IntercomEvent -Summary).Count", "4")]
    [InlineData("Away and back, with its trace in the log", "$r = (Get-IntercomAwayReason)[0]; (Set-IntercomAdminStatus 5002 $true -AwayReasonId $r -PassThru).AwayStatusReasonId -eq $r.Id; (Get-IntercomAdmin 5002).AwayModeEnabled; Set-IntercomAdminStatus 5002 $false; (Get-IntercomAdmin 5002).AwayModeEnabled; @(Get-IntercomAdminActivity ([datetime]::Now.AddMinutes(-5))).Count; @(Get-IntercomAdminActivity ([datetime]::Now.AddDays(-100))).Count; @(Get-IntercomAwayReason -IncludeDeleted).Count", "True|True|False|2|47|4")]
    public void The_noun_goes_all_the_way_round(string story, string script, string says) => Assert.Equal($"{story}: {says}", $"{story}: {Says(script)}");

    [Theory]
    [InlineData("New-IntercomContact a@x.example -CustomAttribute @{ nosuch = 1 }", "nosuch")]
    [InlineData("Add-IntercomContactSubscription 301 opt_in -ContactId (Get-IntercomContact -First 1).Id", "opt_out")]
    [InlineData("Set-IntercomAdminStatus 5002 $true -AwayReasonId 404", "deleted")]
    [InlineData("New-IntercomDataAttribute plan company", "already")]
    [InlineData("Set-IntercomDataAttribute 99 -Description x", "data attribute")]
    [InlineData("$null = Get-IntercomCompany -Scroll -First 1; Get-IntercomCompany -Scroll", "scroll already exists")]
    public void What_the_server_refuses_is_one_error_that_says_why(string script, string says) => Assert.Contains(says, _shell.Run(script).Error.ToString(), StringComparison.Ordinal);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
