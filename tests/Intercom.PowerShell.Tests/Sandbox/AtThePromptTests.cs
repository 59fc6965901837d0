using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;
using Xunit;

namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>What people type at a prompt in their first week, and what must come of it.</summary>
public sealed class AtThePromptTests : IDisposable
{
    private readonly Shell _shell = new();

    public AtThePromptTests() => _shell.Do("$null = Connect-Intercom -Sandbox; $c = Get-IntercomConversation 100120; $t = Get-IntercomTicket 300002");

    [Theory]
    [InlineData("A conversation that went through a file is a conversation still", "$row = [pscustomobject]@{ ConversationId = '100120'; Id = '100120'; Type = 'conversation' }; $row | Add-IntercomTag VIP; $row | Add-IntercomNote Seen; $d = Get-IntercomConversation 100120; $d.Tags[0].Name; $d.ConversationParts[-1].Body; $row | Remove-IntercomTag VIP; (Get-IntercomConversation 100120).Tags.Count", "VIP|<p>Seen</p>|0")]
    [InlineData("So is a ticket", "[pscustomobject]@{ TicketId = $t.Id; Id = $t.Id } | Add-IntercomTag VIP -PassThru | ForEach-Object { $_.GetType().Name }", "Ticket")]
    [InlineData("A row with an id of its own alone is taken by it", "$p = Get-IntercomContact -ExternalId user-1; ([pscustomobject]@{ Id = $p.Id; ExternalId = $p.Id; CompanyId = 'x' } | Add-IntercomTag VIP -PassThru).GetType().Name", "Contact")]
    [InlineData("The assignee of the table is a property", "$null = Get-IntercomAdmin; $null = Get-IntercomTeam; (Get-IntercomConversation 100111).Assignee; (Get-IntercomConversation 100107).Assignee; $t.Assignee", "Ines Okafor|team Support|Tomás Herrera")]
    [InlineData("Dates come in every form", "$u = [datetimeoffset]::Now.AddDays(3); $s = { param($to) (Set-IntercomTicket 300038 -SnoozedUntil $to -PassThru).SnoozedUntil.ToUniversalTime().ToString('s') -eq $u.UtcDateTime.ToString('s') }; & $s $u; & $s $u.ToUnixTimeSeconds(); & $s \"$($u.ToUnixTimeSeconds())\"; & $s $u.LocalDateTime; & $s $u.UtcDateTime", "True|True|True|True|True")]
    [InlineData("Short lists are read by name", "Get-IntercomTag vip; Get-IntercomTeam Billing; 'Ines Okafor', 'jonas@sandbox.example' | Get-IntercomAdmin; Get-IntercomTicketType Bug; Get-IntercomCollection Billing; (Get-IntercomTag 7001).Name", "VIP|Billing|Ines Okafor|Jonas Weber|Bug|Billing|VIP")]
    [InlineData("An assignment says to whom", "$null = Get-IntercomAdmin; $null = Get-IntercomTeam; $c | Set-IntercomConversationAssignee -ToTeam Billing; $c | Set-IntercomConversationAssignee ines@sandbox.example; (Get-IntercomConversation 100120).ConversationParts[-2, -1] | ForEach-Object { \"$_\"; [Intercom.PowerShell.ViewWords]::Said[$_] }", "assigned to 6002|assigned to team Billing|assigned to 5003|assigned to Ines Okafor")]
    [InlineData("An assignment with words gives the words", "($c | Set-IntercomConversationAssignee ines@sandbox.example -Body 'Yours now.' -PassThru).ConversationParts[-1] | ForEach-Object { [Intercom.PowerShell.ViewWords]::Said[$_] }", "Yours now.")]
    [InlineData("A ticket's first state is named", "\"$($t.TicketParts[0])\"", "submitted")]
    [InlineData("Whoever acts is named", "($c | Send-IntercomReply Hi -AdminId 'Ines Okafor').ConversationParts[-1].Author.Name; ($c | Close-IntercomConversation -AdminId jonas@sandbox.example -PassThru).ConversationParts[-1].Author.Name; (New-IntercomArticle T -AuthorId ines@sandbox.example).AuthorId; (Get-IntercomArticle -First 1 | Set-IntercomArticle -AuthorId 'Jonas Weber' -PassThru).AuthorId; (Get-IntercomInternalArticle 9501 | Set-IntercomInternalArticle -OwnerId 5004 -PassThru).OwnerId; ($c | Send-IntercomReply Hi -AdminId 5003).ConversationParts[-1].Author.Name", "Ines Okafor|Jonas Weber|5003|5004|5004|Ines Okafor")]
    [InlineData("A search gives its parts as text", "(Search-IntercomConversation { $_.State -eq 'open' } -First 1 -IncludeParts -PlainText).Source.Body; (Search-IntercomConversation { $_.State -eq 'open' } -First 1 -IncludeParts).Source.Body", "Is there a dark mode planned? My eyes would thank you.|<p>Is there a dark mode planned? My eyes would thank you.</p>")]
    [InlineData("A snooze takes the id as a number", "(Snooze-IntercomConversation 100120 '2099-12-24 09:00' -PassThru).State; (Resume-IntercomConversation 100120 -PassThru).State", "snoozed|open")]
    [InlineData("A row says to whom, and until when", "([pscustomobject]@{ Id = '100111'; ToAdmin = 'Jonas Weber'; Body = 'Yours.' } | Set-IntercomConversationAssignee -PassThru).ConversationParts[-1].Body; ([pscustomobject]@{ ConversationId = '100111'; Until = '2099-01-01' } | Suspend-IntercomConversation -PassThru).SnoozedUntil.Year; ([pscustomobject]@{ ConversationId = '100111'; Body = 'Bye.' } | Close-IntercomConversation -PassThru).ConversationParts[-1].Body; ([pscustomobject]@{ ConversationId = '100111'; Tag = 'VIP' } | Add-IntercomTag -PassThru).Tags.Name -contains 'VIP'; $null = [pscustomobject]@{ ConversationId = '100119'; Body = '' } | Close-IntercomConversation; [string]::IsNullOrEmpty((Get-IntercomConversation 100119).ConversationParts[-1].Body)", "<p>Yours.</p>|2099|<p>Bye.</p>|True|True")]
    [InlineData("A conversation's number is no time", "$null = Suspend-IntercomConversation 1790000000 ([datetime]::Now.AddDays(1)) -ErrorVariable e -ErrorAction SilentlyContinue; $e[0].TargetObject.ConversationId", "1790000000")]
    [InlineData("A state in words", "$n = { param($s) (Search-IntercomTicket (New-IntercomQuery state = $s) -First 3).Id -join ',' }; (& $n in_progress).Length -gt 0; (& $n 'In progress') -eq (& $n in_progress)", "True|True")]
    [InlineData("A job leads to its ticket", "$j = New-IntercomTicket Bug T -ExternalId user-1 -AsJob | Wait-IntercomJob; ($j | Get-IntercomTicket).Id -eq $j.ResourceId; ($j | Set-IntercomTicket -State 'In progress' -PassThru).TicketState.InternalLabel", "True|In progress")]
    public void What_is_typed_does_what_is_meant(string story, string script, string says) => Assert.Equal($"{story}: {says}", $"{story}: {string.Join("|", _shell.Do(script).Output.Select(item => item?.ToString()))}");

    [Theory]
    [InlineData("[pscustomobject]@{ ConversationId = '100120'; Id = '100120' } | Set-IntercomContact -Name X", "ContactId")]
    [InlineData("$c | Suspend-IntercomConversation -Until 1900000000", "1900000000 is a number, not a date.")]
    [InlineData("Set-IntercomTicket 300038 -SnoozedUntil 1900000000000", "is a number of milliseconds, and Intercom counts seconds. Give 1900000000")]
    [InlineData("Get-IntercomContact -ExternalId user-1 | New-IntercomConversation Hi -CreatedAt 12", "12 is not a date")]
    [InlineData("Set-IntercomConversation 100120", "Nothing to change was given. Give -Title, -Read, -CustomAttribute or another field.")]
    [InlineData("[pscustomobject]@{ Id = $c.Contact.Id; 'Full name' = 'X' } | Set-IntercomContact", "none of the columns of the piped row (Id, Full name) is a field of Set-IntercomContact")]
    [InlineData("$c | Close-IntercomConversation -Body ''", "-Body is empty. Leave it out")]
    [InlineData("Get-IntercomConversation 100107 | Suspend-IntercomConversation", "-Until is missing")]
    [InlineData("Search-IntercomConversation { $_.TeamAssigneeId -eq 'Suport' }", "There is no team 'Suport' in this workspace. Did you mean 'Support'?")]
    [InlineData("Get-IntercomTag Vipp", "There is no tag 'Vipp' in this workspace. Did you mean 'VIP'?")]
    [InlineData("$c | Send-IntercomReply Hi -AdminId Ines", "There is no admin 'Ines' in this workspace. Did you mean 'Ines Okafor'")]
    [InlineData("Search-IntercomConversation @{ state = 'open' } -PlainText", "give -IncludeParts beside -PlainText")]
    [InlineData("Get-IntercomContact -ExternalId user-1 | Search-IntercomConversation", "A Contact cannot be used as a query. To find somebody's conversations")]
    public void What_cannot_be_meant_is_one_error_that_says_what_to_do(string script, string says) => Assert.Contains(says, _shell.Run(script).Error.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Get-IntercomConversation 999", "A contact made a moment ago", false)]
    [InlineData("Get-IntercomContact 65c0a19e3779b97f4a00ffff", "A contact made a moment ago", true)]
    [InlineData("Get-IntercomTicket 2", "Search-IntercomTicket gives both, as TicketNumber and Id", true)]
    public void The_advice_is_about_what_was_asked_for(string script, string says, bool isSaid) => Assert.Equal(isSaid, _shell.Run(script).Error.ErrorDetails.RecommendedAction.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("-SortBy nonsense", "-SortBy 'nonsense' is not among the fields")]
    [InlineData("-SortBy UpdateAt", "Did you mean updated_at?")]
    [InlineData("-SortBy UpdatedAt", "")]
    [InlineData("-SortBy custom_attributes.topic", "")]
    public void An_order_that_is_not_known_is_warned_of(string sorting, string says)
    {
        var warnings = string.Join("\n", _shell.Do($"Search-IntercomConversation @{{ state = 'open' }} -First 1 {sorting}").Warnings);
        if (says.Length == 0) Assert.Empty(warnings);
        else Assert.Contains(says, warnings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Search-IntercomConversation { $_.Contact -eq 'x' }", "Did you mean contact_ids?")]
    [InlineData("Search-IntercomTicket { $_.Assignee -eq '5003' }", "Did you mean admin_assignee_id?")]
    public void What_a_query_says_in_words_of_the_table_is_warned_of(string script, string says) => Assert.Contains(says, string.Join("\n", _shell.Run(script).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("$c | Set-IntercomConversationAssignee in", "ines@sandbox.example")]
    [InlineData("Set-IntercomConversationAssignee in", "")]
    [InlineData("Start-IntercomReportingExport conversation -AttributeId conversation_s", "conversation_started_at|conversation_state")]
    [InlineData("Start-IntercomReportingExport call -AttributeId conversation_st", "")]
    [InlineData("Get-IntercomArticle Understand", "9012")]
    [InlineData("Set-IntercomInternalArticle Refund", "9501")]
    [InlineData("Remove-IntercomNewsItem Dark", "7902")]
    [InlineData("Set-IntercomExternalPage rel", "7503")]
    public void What_has_a_list_is_completed_from_it(string typed, string offered) => Assert.Equal(offered, string.Join("|", _shell.Complete(typed).CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue).Select(match => match.CompletionText)));

    [Fact]
    public void Every_table_fits_a_screen_of_120_columns()
    {
        // The console keeps the last column free, so 119 are there.
        var wide = Directory.GetFiles(Path.Combine(BuiltModule.Root, "out", "Intercom"), "*.Format.ps1xml").SelectMany(file => XDocument.Load(file).Descendants("View"))
            .Select(view => (Name: (string?)view.Element("Name"), Widths: view.Descendants("TableColumnHeader").Select(column => (int?)column.Element("Width") ?? 0).ToList()))
            .Where(view => view.Widths.Count > 0 && view.Widths.Sum() + view.Widths.Count - 1 > 119).Select(view => view.Name);
        Assert.Empty(wide);
    }

    [Fact]
    public void A_web_address_that_is_none_is_refused_in_words_of_its_own()
    {
        Assert.DoesNotContain("Attachment", _shell.Run("New-IntercomContentSource docs.example.com").Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-Attachment", _shell.Run("$c | Send-IntercomReply Hi -AttachmentUrl a.png").Error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
