using System.Xml.Linq;

namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>What people type at a prompt in their first week, and what must come of it.</summary>
public sealed class AtThePromptTests : IDisposable
{
    private readonly Shell _shell = new();

    public AtThePromptTests() =>
        _shell.Do("$null = Connect-Intercom -Sandbox; $c = Get-IntercomConversation 100120; $t = Get-IntercomTicket 300002");

    [Theory]
    [InlineData("Get-IntercomConversation 999", "If the contact was created a moment ago", false)]
    [InlineData("Get-IntercomContact 65c0a19e3779b97f4a00ffff", "If the contact was created a moment ago", true)]
    [InlineData("Invoke-IntercomRequest contacts/65c0a19e3779b97f4a00ffff", "If the contact was created a moment ago", true)]
    [InlineData("Invoke-IntercomRequest conversations/999", "If the contact was created a moment ago", false)]
    [InlineData("Get-IntercomTicket 2", "Search-IntercomTicket returns both, as TicketNumber and Id", true)]
    public void The_advice_is_about_what_was_asked_for(string script, string says, bool isSaid) =>
        Assert.Equal(isSaid, _shell.Run(script).Error.ErrorDetails.RecommendedAction.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("-SortBy nonsense", "-SortBy 'nonsense' is not a documented field")]
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
    public void What_a_query_says_in_words_of_the_table_is_warned_of(string script, string says) =>
        Assert.Contains(says, string.Join("\n", _shell.Run(script).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("$c | Set-IntercomConversationAssignee in", "ines@sandbox.example")]
    [InlineData("Set-IntercomConversationAssignee in", "")]
    [InlineData("Start-IntercomReportingExport conversation -AttributeId conversation_s", "conversation_started_at|conversation_state")]
    [InlineData("Start-IntercomReportingExport call -AttributeId conversation_st", "")]
    [InlineData("Get-IntercomArticle Understand", "9012")]
    [InlineData("Set-IntercomInternalArticle Refund", "9501")]
    [InlineData("Remove-IntercomNewsItem Dark", "7902")]
    [InlineData("Set-IntercomExternalPage rel", "7503")]
    public void What_has_a_list_is_completed_from_it(string typed, string offered) =>
        Assert.Equal(offered,
        string.Join("|", _shell.Complete(typed).CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue)
        .Select(match => match.CompletionText)));

    [Fact]
    public void Every_table_fits_a_screen_of_120_columns()
    {
        // The console keeps the last column free, so 119 are there.
        var wide = Directory.GetFiles(Path.Combine(BuiltModule.Root, "out", "Intercom"), "*.Format.ps1xml")
            .SelectMany(file => XDocument.Load(file).Descendants("View"))
            .Select(view =>
                (Name: (string?)view.Element("Name"), Widths: view.Descendants("TableColumnHeader")
                .Select(column => (int?)column.Element("Width") ?? 0).ToList()))
            .Where(view => view.Widths.Count > 0 && view.Widths.Sum() + view.Widths.Count - 1 > 119).Select(view => view.Name);
        Assert.Empty(wide);
    }

    [Fact]
    public void Text_that_is_not_a_web_address_is_refused_in_words_of_its_own()
    {
        Assert.DoesNotContain("Attachment", _shell.Run("New-IntercomContentSource docs.example.com").Error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal("not_a_web_address", _shell.Run("$c | Send-IntercomReply Hi -AttachmentUrl a.png").Error.Code());
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
