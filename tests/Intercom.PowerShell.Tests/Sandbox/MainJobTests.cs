namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>The main job on the sandbox, as a user would type it.</summary>
public sealed class MainJobTests : IDisposable
{
    private readonly Shell _shell = new();

    public MainJobTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom; Stop-IntercomSandbox");
        _shell.Dispose();
    }

    [Fact]
    public void Contacts_are_tagged_in_one_line()
    {
        var tagged = _shell.Do("Get-IntercomContact -First 5 | Add-IntercomTag vip -PassThru");
        Assert.Equal(5, tagged.Output.Count);
        Assert.All(tagged.Output, contact =>
            Assert.Contains("7001", contact.Properties["Tags"].Value.ToString(), StringComparison.Ordinal));
        _shell.Do("Get-IntercomContact -First 5 | Remove-IntercomTag vip");
        Assert.Empty(
            _shell.Do(
            "Get-IntercomContact -First 5 | ForEach-Object { Get-IntercomTag -ContactId $_ } | Where-Object Name -eq VIP").Output);
    }

    [Fact]
    public void Open_conversations_are_closed_and_stay_closed()
    {
        Assert.NotEmpty(_shell.Do("Search-IntercomConversation (New-IntercomQuery state = open) -First 3").Output);
        _shell.Do("Search-IntercomConversation (New-IntercomQuery state = open) | Close-IntercomConversation -Body 'Done' -WhatIf");
        Assert.NotEmpty(_shell.Do("Search-IntercomConversation (New-IntercomQuery state = open) -First 3").Output);
        _shell.Do("Search-IntercomConversation (New-IntercomQuery state = open) | Close-IntercomConversation -Body 'Done'");
        Assert.Empty(_shell.Do("Search-IntercomConversation (New-IntercomQuery state = open)").Output);
    }

    [Fact]
    public void A_conversation_is_answered_noted_assigned_snoozed_opened_and_closed()
    {
        var states = _shell.Do("""
            $c = Search-IntercomConversation { $_.State -eq 'open' } -First 1
            $reply = $c | Send-IntercomReply 'On it'; $reply.ConversationParts[-1].PartType
            $c | Add-IntercomNote 'internal'; ($c | Get-IntercomConversation).ConversationParts[-1].PartType
            ($c | Set-IntercomConversationAssignee -ToTeam Billing -PassThru).TeamAssigneeId
            ($c | Set-IntercomConversationAssignee -ToAdmin ines@sandbox.example -PassThru).AdminAssigneeId
            $none = $c | Set-IntercomConversationAssignee -Unassign -PassThru; "[$($none.AdminAssigneeId)$($none.TeamAssigneeId)]"
            ($c | Suspend-IntercomConversation -Until ([datetime]::Now.AddDays(1)) -PassThru).State
            ($c | Open-IntercomConversation -PassThru).State
            ($c | Close-IntercomConversation -PassThru).State
            """);
        Assert.Equal(["comment", "note", "6002", "5003", "[]", "snoozed", "open", "closed"], states.Output.Select(item => item.ToString()));
    }

    [Fact]
    public void A_contact_is_made_found_changed_attached_tracked_and_removed()
    {
        _shell.Do("""
            $c = New-IntercomContact jane@acme.example -Name 'Jane Doe' -CustomAttribute @{ plan = 'premium'; seats = 5 } -WaitVisible
            if ((Get-IntercomContact -Email jane@acme.example).Id -ne $c.Id) { throw 'not found by address' }
            $c | Set-IntercomContact -Phone '+44 20 7946 0001' -ExternalId u-1 -CustomAttribute @{ plan = 'enterprise' }
            $again = Get-IntercomContact -ExternalId u-1
            if ($again.Phone -ne '+44 20 7946 0001' -or
                $again.CustomAttributes.plan -ne 'enterprise' -or $again.CustomAttributes.seats -ne 5) { throw 'not changed' }
            $c | Set-IntercomContact -Phone $null
            if ($null -ne ($c | Get-IntercomContact).Phone) { throw 'not cleared' }
            $company = New-IntercomCompany acme -Name Acme -Plan enterprise
            $c | Add-IntercomContactCompany $company
            $c | Add-IntercomContactCompany -ExternalCompanyId alder-works
            if (@($c | Get-IntercomCompany).Count -ne 2) { throw 'not in two companies' }
            $c | Remove-IntercomContactCompany -ExternalCompanyId acme
            if (($c | Get-IntercomCompany).ExternalCompanyId -ne 'alder-works') { throw 'not taken out' }
            1..3 | ForEach-Object { $c |
                Send-IntercomEvent placed-order -CreatedAt ([datetime]::Now.AddMinutes(-$_)) -Metadata @{ order = $_ } }
            if (@($c | Get-IntercomEvent).Count -ne 3 -or ($c | Get-IntercomEvent -Summary).Count -ne 3) { throw 'events' }
            $c | Add-IntercomNote 'a note'
            $c | Remove-IntercomContact -Confirm:$false
            """);
        Assert.Equal(ErrorCategory.ObjectNotFound, _shell.Run("Get-IntercomContact -ExternalId u-1").Error.CategoryInfo.Category);
    }

    [Fact]
    public void Every_page_of_the_articles_comes()
    {
        Assert.Equal(32, _shell.Do("Get-IntercomArticle").Output.Count);
        Assert.Equal(250, _shell.Do("Get-IntercomContact").Output.Count);
        Assert.Equal(120, _shell.Do("Get-IntercomConversation").Output.Count);
        Assert.Equal(20, _shell.Do("Get-IntercomCompany").Output.Count);
    }

    [Fact]
    public void Tickets_and_articles_are_searched()
    {
        Assert.Equal(40, _shell.Do("Search-IntercomTicket { $_.CreatedAt -gt [datetime]::Now.AddYears(-1) }").Output.Count);
        Assert.Equal(10, _shell.Do("Search-IntercomTicket @{ state = 'resolved' }").Output.Count);
        Assert.Equal(30, _shell.Do("Search-IntercomTicket { $_.Open } -SortBy created_at | Get-IntercomTicket").Output.Count);
        Assert.Equal(["API rate limits", "API tokens"], _shell.Do("Search-IntercomArticle api").Values("Title")
            .Order(StringComparer.Ordinal));
        Assert.Equal(["Refund policy"], _shell.Do("Search-IntercomInternalArticle REFUND").Values("Title"));
    }

    [Fact]
    public void A_missing_attribute_is_a_clear_error_with_the_remedy()
    {
        var error = _shell.Run("New-IntercomContact a@b.example -CustomAttribute @{ nope = 1 }").Error;
        Assert.Contains("nope", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Create the custom attribute", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_connections_check_names_the_failing_step_and_never_the_token()
    {
        Assert.True((bool)_shell.Do("Test-IntercomConnection -Quiet").Output.Single().BaseObject);
        Assert.All(_shell.Do("Test-IntercomConnection").Values("Passed"), passed => Assert.Equal("True", passed));
        using var refused = new System.Security.SecureString();
        foreach (var letter in "invalid") refused.AppendChar(letter);
        var failed = _shell.Run("$s = Start-IntercomSandbox; Connect-Intercom -BaseUri $s.BaseUri -Token $args[0]", refused);
        Assert.Equal(ErrorCategory.AuthenticationError, failed.Error.CategoryInfo.Category);
        var unreachable = _shell.Run(
            "$env:INTERCOM_TOKEN = 'tok_zzz'; Get-IntercomConnection | Disconnect-Intercom; Invoke-IntercomRequest me -Connection "
            + "nowhere; $env:INTERCOM_TOKEN = $null");
        Assert.NotEmpty(unreachable.Errors);
        Assert.DoesNotContain("tok_zzz", unreachable.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_a_call_is_shown_also_when_the_pipeline_stops()
    {
        Assert.Single(_shell.Do("Get-IntercomContact -Verbose | Take-First 1").Verbose, line =>
            line.StartsWith("GET contacts", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_connections_have_names_and_one_is_current()
    {
        _shell.Do("$null = Connect-Intercom -Sandbox -Name second");
        Assert.Equal(["Sandbox", "second"], _shell.Do("Get-IntercomConnection").Values("Name"));
        Assert.Equal("second", _shell.Do("Get-IntercomConnection -Current").Values("Name").Single());
        _shell.Do("New-IntercomTag OnlyHere -Connection Sandbox; Select-IntercomConnection Sandbox");
        Assert.Single(_shell.Do("Get-IntercomTag -Name OnlyHere").Output);
        Assert.Empty(_shell.Do("Get-IntercomTag -Name OnlyHere -Connection second").Output);
    }

    [Fact]
    public void The_sandbox_serves_over_http_and_the_module_can_call_it()
    {
        Assert.Equal(7,
            _shell.Do(
            "$s = Start-IntercomSandbox; $null = Connect-Intercom -BaseUri $s.BaseUri -Token $s.SecureToken -Name http; "
            + "Get-IntercomContact -First 7; Stop-IntercomSandbox $s").Output.Count);
    }

    [Theory]
    [InlineData("Get-IntercomContact -First 2", "Id ", "Email")]
    [InlineData("Get-IntercomConversation -First 2", "State", "Subject")]
    [InlineData("Get-IntercomAdmin", "JobTitle", "mara@")]
    [InlineData("Get-IntercomCompany -First 2", "ExternalCompanyId", "Plan")]
    [InlineData("Get-IntercomConnection", "Workspace", "Sandbox Workspace")]
    [InlineData("New-IntercomQuery role = user", "Query", "role = user")]
    [InlineData("Test-IntercomConnection", "Passed", "True")]
    public void Things_print_as_tables_of_at_most_120_columns(string script, params string[] words)
    {
        var text = _shell.Screen(script);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Theory]
    [InlineData("Search-IntercomConversation @{ state = 'open' } -First 1", "\e[32mopen\e[")]
    [InlineData("Search-IntercomConversation @{ state = 'snoozed' } -First 1", "\e[33msnoozed\e[")]
    [InlineData("Search-IntercomConversation @{ state = 'closed' } -First 1", "\e[90mclosed\e[")]
    [InlineData("Search-IntercomTicket { $_.state -eq 'waiting_on_customer' } -First 1", "\e[33mWaiting on customer\e[")]
    [InlineData("Test-IntercomConnection", "\e[32mTrue\e[")]
    public void A_state_has_its_colour_where_the_host_shows_colours(string script, string words) =>
        Assert.Contains(words, _shell.Screen(script, inColour: true), StringComparison.Ordinal);
}
