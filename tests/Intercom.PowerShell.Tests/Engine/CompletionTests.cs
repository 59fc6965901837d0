namespace Intercom.PowerShell.Tests.Engine;

/// <summary>What Tab offers: from what the workspace has, silently, and without waiting for it.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }

    private string[] Tab(string text) => _shell.Complete(text).CompletionMatches.Select(match => match.CompletionText).ToArray();

    [Theory]
    [InlineData("Add-IntercomTag v", "VIP")]
    [InlineData("Add-IntercomTag bug", "'Bug report'")]
    [InlineData("Set-IntercomConversationAssignee 1 -ToTeam Bi", "Billing")]
    [InlineData("Set-IntercomConversationAssignee 1 -ToAdmin ine", "ines@sandbox.example")]
    [InlineData("New-IntercomQuery state = o", "open")]
    [InlineData("New-IntercomQuery state = wait", "waiting_on_customer")]
    [InlineData("New-IntercomContact -Role u", "user")]
    [InlineData("Connect-Intercom -Region a", "AU")]
    public void A_name_is_completed(string typed, string completion) => Assert.Equal([completion], OnSandbox(typed));

    [Theory]
    [InlineData("New-IntercomQuery tag_ids = ", "7001")]
    [InlineData("New-IntercomQuery created_at ", "'>'")]
    [InlineData("New-IntercomQuery last_s", "last_seen_at")]
    [InlineData("New-IntercomQuery open = ", "$true")]
    [InlineData("New-IntercomQuery custom_attributes.se", "custom_attributes.seats")]
    [InlineData("Search-IntercomConversation @{ open = $true } -SortBy cr", "created_at")]
    public void Words_of_queries_are_among_what_is_offered(string typed, string completion) =>
        Assert.Contains(completion, OnSandbox(typed));

    private string[] OnSandbox(string typed)
    {
        _shell.Do("$null = Connect-Intercom -Sandbox");
        return Tab(typed);
    }

    [Theory]
    [InlineData("Get-IntercomAdmin ", "(Get-IntercomAdmin)[1].Id", "(Get-IntercomAdmin)[1].Name")]
    [InlineData("Set-IntercomArticle 1 -AuthorId ", "(Get-IntercomAdmin)[2].Id", "(Get-IntercomAdmin)[2].Email")]
    [InlineData("Get-IntercomTeam ", "(Get-IntercomTeam)[0].Id", "(Get-IntercomTeam)[0].Name")]
    [InlineData("Get-IntercomTag ", "(Get-IntercomTag)[0].Id", "(Get-IntercomTag)[0].Name")]
    [InlineData("Get-IntercomCompany -SegmentId ", "(Get-IntercomSegment)[0].Id", "(Get-IntercomSegment)[0].Name")]
    [InlineData("Get-IntercomCompany ", "(Get-IntercomCompany)[0].Id", "(Get-IntercomCompany)[0].Name")]
    [InlineData("Add-IntercomContactCompany -ExternalCompanyId ", "(Get-IntercomCompany)[0].ExternalCompanyId",
        "(Get-IntercomCompany)[0].Name")]
    [InlineData("Get-IntercomCollection ", "(Get-IntercomCollection)[0].Id", "(Get-IntercomCollection)[0].Name")]
    [InlineData("Get-IntercomHelpCenter ", "(Get-IntercomHelpCenter)[0].Id", "(Get-IntercomHelpCenter)[0].DisplayName")]
    [InlineData("Get-IntercomNewsfeed ", "(Get-IntercomNewsfeed)[0].Id", "(Get-IntercomNewsfeed)[0].Name")]
    [InlineData("Get-IntercomContentSource ", "(Get-IntercomContentSource)[0].Id", "(Get-IntercomContentSource)[0].Url")]
    [InlineData("Get-IntercomTicketType ", "(Get-IntercomTicketType)[0].Id", "(Get-IntercomTicketType)[0].Name")]
    [InlineData("Set-IntercomDataAttribute ", "(Get-IntercomDataAttribute -Custom)[0].Id", "(Get-IntercomDataAttribute -Custom)[0].Name")]
    [InlineData("Set-IntercomAdminStatus 1 -AwayReasonId ", "(Get-IntercomAwayReason)[0].Id", "(Get-IntercomAwayReason)[0].Label")]
    [InlineData("Add-IntercomContactSubscription ", "(Get-IntercomSubscriptionType)[0].Id", "(Get-IntercomSubscriptionType)[0].Name")]
    [InlineData("Start-IntercomReportingExport ", "(Get-IntercomReportingDataset)[0].Id", "(Get-IntercomReportingDataset)[0].Name")]
    [InlineData("Set-IntercomTicketTypeAttribute ", "((Get-IntercomTicketType)[0].TicketTypeAttributes)[0].Id",
        "((Get-IntercomTicketType)[0].TicketTypeAttributes)[0].Name")]
    public void An_id_is_completed_from_its_beginning_or_from_that_of_the_name(string typed, string idOf, string nameOf)
    {
        _shell.Do("$null = Connect-Intercom -Sandbox");
        var id = _shell.Do(idOf).Output.Single().ToString();
        var name = _shell.Do(nameOf).Output.Single().ToString();
        Assert.Contains(id, Tab(typed));
        Assert.Contains(id, Tab(typed + id[..Math.Min(4, id.Length)]));
        Assert.Contains(id, Tab($"{typed}'{name[..Math.Min(5, name.Length)]}"));
        Assert.Contains(_shell.Complete(typed).CompletionMatches, match =>
            match.CompletionText == id
            && match.ListItemText.Contains(name, StringComparison.Ordinal) | match.ToolTip.Contains(name, StringComparison.Ordinal));
        Assert.Empty(Tab(typed + "nosuchthing"));
    }

    [Fact]
    public void Every_parameter_whose_ids_can_be_completed_is()
    {
        var parameters = _shell.Do("""
            foreach ($command in Get-Command -Module Intercom -CommandType Cmdlet) {
                foreach ($parameter in $command.Parameters.Values) {
                    $completer = @($parameter.Attributes |
                        Where-Object { $_ -is [System.Management.Automation.ArgumentCompleterAttribute] })
                    "$($command.Name) -$($parameter.Name) $($completer.Type.Name)$($completer.Type.GenericTypeArguments.Name)"
                }
            }
            """).Output.Select(line => line.ToString().Split(' ')).ToList();
        // What is new has an id of your own making: nothing is there to complete.
        var wanted = parameters.Where(line => line[0] != "New-IntercomCompany").ToLookup(line => line[1][1..], line => line);
        foreach (var (name, completer) in new Dictionary<string, string>
        {
            ["AdminId"] = "IdCompleter", ["TeamId"] = "IdCompleter", ["TagId"] = "IdCompleter", ["TicketTypeId"] = "IdCompleter",
                ["CompanyId"] = "IdCompleter", ["ExternalCompanyId"] = "IdCompleter",
            ["CollectionId"] = "IdCompleter", ["SegmentId"] = "IdCompleter", ["HelpCenterId"] = "IdCompleter",
                ["NewsfeedId"] = "IdCompleter", ["ContentSourceId"] = "IdCompleter", ["AuthorId"] = "IdCompleter",
            ["OwnerId"] = "IdCompleter", ["SenderId"] = "IdCompleter", ["SubscriptionTypeId"] = "IdCompleter",
                ["DataAttributeId"] = "IdCompleter", ["AwayReasonId"] = "IdCompleter", ["Connection"] = "ConnectionCompleter",
            ["EventName"] = "EventNameCompleter", ["CustomAttribute"] = "AttributeTableCompleter",
                ["TicketAttribute"] = "AttributeTableCompleter",
            ["Tag"] = "NameCompleter`1Tag", ["ToTeam"] = "NameCompleter`1Team", ["ToAdmin"] = "NameCompleter`1Admin",
            ["TicketType"] = "NameCompleter`1TicketType", ["Collection"] = "NameCompleter`1Collection",
        })
        {
            Assert.NotEmpty(wanted[name]);
            // Objects that a report's data set calls by the same name are another thing.
            Assert.All(wanted[name], line => Assert.Equal($"{line[0]} -{name} {completer}", string.Join(' ', line)));
        }
    }

    [Theory]
    [InlineData("Search-IntercomConversation { $_.State -eq ", "'snoozed'")]
    [InlineData("Search-IntercomConversation { $_.State -eq sn", "'snoozed'")]
    [InlineData("Search-IntercomConversation { $_.State -eq 'sn", "'snoozed'")]
    [InlineData("Search-IntercomConversation { $_.State -in 'open', \"sn", "'snoozed'")]
    [InlineData("Search-IntercomConversation { $_.Open -eq ", "$true")]
    [InlineData("Search-IntercomConversation { $_.State -eq 'open' -and $_.AdminAssigneeId -eq In", "'5003'")]
    [InlineData("Get-IntercomConversation | Where-Object { $_.State -eq ", "'open'")]
    [InlineData("Get-IntercomConversation -First 5 | ? { $_.State -ne 'cl", "'closed'")]
    [InlineData("$x = 1; Get-IntercomContact | where { $_.Role -eq ", "'lead'")]
    [InlineData("Search-IntercomContact @{ ro", "role")]
    [InlineData("Search-IntercomContact @{ role = 'user'; last_s", "last_seen_at")]
    [InlineData("Search-IntercomContact @{ role = ", "'lead'")]
    [InlineData("Search-IntercomContact @{ 'role' = 'user', l", "'lead'")]
    [InlineData("New-IntercomQuery -All @{ state = 'sn", "'snoozed'")]
    [InlineData("Search-IntercomContact @{ custom_attributes.se", "'custom_attributes.seats'")]
    [InlineData("Set-IntercomContact 63a -CustomAttribute @{ plan = 'pro'; se", "seats")]
    [InlineData("Get-IntercomCompany -Name Iris", "'Iris Health'")]
    public void Values_and_keys_of_a_query_are_completed(string typed, string offered)
    {
        _shell.Do("$null = Connect-Intercom -Sandbox; Register-IntercomQueryCompletion");
        Assert.Contains(offered, Tabbed(typed));
        // What is completed can be run: the text before the word stays.
        var completed = _shell.Do("$found = TabExpansion2 $args[0] $args[0].Length; $found.ReplacementIndex, $found.ReplacementLength",
            typed).As<int>();
        Assert.Equal(typed.Length, completed[0] + completed[1]);
    }

    [Theory]
    [InlineData("Get-IntercomTag | Where-Object { $_.State -eq ")]
    [InlineData("Get-ChildItem | Where-Object { $_.Mode -eq ")]
    [InlineData("Get-IntercomConversation; Get-ChildItem | Where-Object { $_.State -eq ")]
    [InlineData("ForEach-Object { $_.State -eq ")]
    [InlineData("Get-IntercomConversation -First 1 | Select-Object @{ state = ")]
    [InlineData("$table = @{ role = ")]
    public void Values_are_not_offered_where_no_query_is(string typed)
    {
        _shell.Do("$null = Connect-Intercom -Sandbox; Register-IntercomQueryCompletion");
        Assert.DoesNotContain(Tabbed(typed), text => text.StartsWith('\'') || text.StartsWith("$true", StringComparison.Ordinal));
    }

    /// <summary>What TabExpansion2 offers, which Register-IntercomQueryCompletion extends.</summary>
    private string[] Tabbed(string typed)
    {
        string[] offered = [];
        for (var press = 0; press < 10 && offered.Length == 0; press++)
        {
            offered = _shell.Do("(TabExpansion2 $args[0] $args[0].Length).CompletionMatches.CompletionText", typed).Output
                .Where(text => text is not null).Select(text => text.ToString()!).ToArray();
        }
        return offered;
    }

    [Fact]
    public void Event_names_are_those_that_were_sent_or_read()
    {
        _shell.Do("$null = Connect-Intercom -Sandbox");
        Assert.Empty(Tab("Send-IntercomEvent tested-"));
        _shell.Do("Get-IntercomContact -First 1 | Send-IntercomEvent tested-completion");
        Assert.Equal(["tested-completion"], Tab("Send-IntercomEvent tested-"));
        var read = _shell.Do("Get-IntercomContact | Get-IntercomEvent | Where-Object EventName -ne tested-completion")
            .Values("EventName")[0];
        Assert.Contains(read, Tab("Send-IntercomEventSummary "));
    }

    [Fact]
    public void Tables_of_attributes_are_completed_with_a_value_of_their_type()
    {
        _shell.Do(
            "$null = Connect-Intercom -Sandbox; $null = New-IntercomDataAttribute 'size-class' -Model contact -DataType options -Option "
            + "small, large");
        Assert.Contains("@{ seats = 0 }", Tab("Set-IntercomContact c1 -CustomAttribute "));
        Assert.Equal(["@{ 'size-class' = 'small' }"], Tab("New-IntercomContact -CustomAttribute size"));
        var type = _shell.Do("(Get-IntercomTicketType)[0].Name").Output.Single();
        Assert.Contains(Tab($"New-IntercomTicket -TicketType '{type}' -TicketAttribute "), text =>
            text.StartsWith("@{ ", StringComparison.Ordinal));
        Assert.Empty(_shell.Run(Tab("Set-IntercomContact c1 -CustomAttribute ")[0]).Errors);
    }

    [Theory]
    [InlineData("Add-IntercomTag ")]
    [InlineData("Get-IntercomTeam ")]
    [InlineData("Send-IntercomEvent ")]
    [InlineData("Set-IntercomContact 1 -CustomAttribute ")]
    public void Without_a_connection_it_is_silent(string typed) =>
        Assert.DoesNotContain(_shell.Complete(typed).CompletionMatches, match =>
        match.ResultType == System.Management.Automation.CompletionResultType.ParameterValue);

    [Fact]
    public void A_slow_answer_is_not_waited_for_but_kept_for_the_next_time_and_a_broken_one_is_nothing()
    {
        using var server = new RecordingServer();
        server.Connect(_shell);
        var release = new TaskCompletionSource();
        server.Delay = request => request.Path == "/tags" ? release.Task : Task.CompletedTask;
        Assert.Empty(_shell.CompleteOnce("Add-IntercomTag v").CompletionMatches);
        release.SetResult();
        // Its arrival is the server's affair: a later completion finds it, without another call.
        while (Tab("Add-IntercomTag v") is not ["VIP"]) TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.Single(server.Requests, request => request.Path == "/tags");

        server.Answer = _ => (403, """{"type":"error.list","errors":[{"code":"forbidden","message":"no"}]}""");
        Assert.Empty(Tab("Get-IntercomTeam B"));
        Assert.Empty(_shell.Do("$Error").Output);
    }
}
