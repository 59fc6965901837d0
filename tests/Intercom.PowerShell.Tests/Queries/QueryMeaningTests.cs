namespace Intercom.PowerShell.Tests.Queries;

/// <summary>
/// A search finds what Where-Object finds with the same block, or is an error; names stand for ids; a body is taken whole.
/// </summary>
public sealed class QueryMeaningTests : IDisposable
{
    private readonly Shell _shell = new();
    private readonly Random _random = new(14);

    public QueryMeaningTests() =>
        _shell.Do("$null = Connect-Intercom -Sandbox -RateLimit 0; $empty = @(); $one = @('Ada'); $all = Get-IntercomContact");

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }

    [Fact]
    public void A_search_finds_what_Where_Object_finds_or_is_an_error()
    {
        var (found, nothing, refused) = (0, 0, 0);
        for (var round = 0; round < 250; round++)
        {
            var block = Condition(_random.Next(3));
            var outcome = _shell.Run(
                "$block = [scriptblock]::Create($args[0]); @(Search-IntercomContact $block -WarningAction SilentlyContinue -ErrorAction "
                + "Stop).Id -join ' '; @($all | Where-Object $block).Id -join ' '", block);
            if (outcome.Errors.Count > 0)
            {
                Assert.Contains(outcome.Errors[0].Exception.GetType().Name, new[] { "QueryException", "ParseException" });
                Assert.StartsWith("Intercom.", outcome.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
                refused++;
                continue;
            }
            string[] Ids(int at) =>
                [.. outcome.Output[at].ToString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
            Assert.True(Ids(0).SequenceEqual(Ids(1)), $"{block}: the search finds {Ids(0).Length}, Where-Object {Ids(1).Length}");
            if (Ids(0).Length > 0) found++;
            else nothing++;
        }
        Assert.True(found > 40 && nothing > 20 && refused > 40,
            $"{found} conditions found something, {nothing} nothing, {refused} were refused");
    }

    private string Condition(int depth)
    {
        if (depth == 0) return Leaf();
        var (left, right) = (Condition(depth - 1), Condition(depth - 1));
        return _random.Next(5) switch { 0 => $"-not ({left})", 1 or 2 => $"({left}) -and ({right})", _ => $"({left}) -or ({right})" };
    }

    private string Leaf()
    {
        string[] leaves =
        [
            "$_.Role -eq 'user'", "$_.Role -ne 'lead'", "$_.Name -like 'A*'", "$_.Name -like '*a*'", "$_.Name -notlike '*o*'",
            "$_.Email -like '*.example'", "$_.Email -eq $null",
            "$_.Phone -ne $null", "$_.ExternalId -in 'user-1', 'user-2', 'nobody'", "$_.ExternalId -notin 'user-1'", "$_.OwnerId",
            "-not $_.OwnerId", "$_.Email", "!$_.Phone",
            "$_.HasHardBounced", "$_.CustomAttributes['plan'] -eq 'pro'", "$_.CustomAttributes.seats -gt 20",
            "$_.ExternalId -in @()", "$_.ExternalId -in $empty", "$_.ExternalId -notin $empty", "$empty -contains $_.Name",
            "$_.Name -in $one", "$_.Name -in 'Ada', $null",
            "$_.Name -like ''", "$_.Name -notlike ''", "$_.Name -like '*'", "$_.Name -eq ''", "$_.Name -eq @()", "$_.Name -in $null",
            "$_.Name -in @($null)", "$_.Name -contains $null",
        ];
        return leaves[_random.Next(leaves.Length)];
    }

    [Theory]
    [InlineData("Search-IntercomContact { $_.ExternalId -in $empty }")]
    [InlineData("Search-IntercomContact @{ external_id = $empty }")]
    [InlineData("Search-IntercomContact (New-IntercomQuery external_id IN $empty)")]
    [InlineData("""Search-IntercomContact '{"field":"external_id","operator":"IN","value":[]}'""")]
    [InlineData("Search-IntercomConversation { $_.TagIds -in $empty } -IncludeParts")]
    [InlineData("Search-IntercomTicket { $_.Open -and $_.AdminAssigneeId -in $empty }")]
    [InlineData("Search-IntercomContact { $_.ExternalId -in $empty } -Parallel 2")]
    public void An_empty_list_finds_nobody_says_so_and_sends_nothing(string search)
    {
        var outcome = _shell.Run(search + " -Debug");
        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Output);
        Assert.Contains("finds nothing", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Debug, line => line.Contains("/search", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_deleted_for_an_empty_list()
    {
        Assert.Equal("True",
            _shell.Do(
            "Search-IntercomContact { $_.ExternalId -in $empty } -WarningAction SilentlyContinue | Remove-IntercomContact "
            + "-Confirm:$false; @(Get-IntercomContact).Count -eq $all.Count").Output.Single().ToString());
        Assert.Equal("Intercom.variable_not_set",
            _shell.Run(
            "Search-IntercomContact { $_.ExternalId -in $ids } | Remove-IntercomContact -Confirm:$false").Error.FullyQualifiedErrorId.Split(
            ',')[0]);
        Assert.Equal(0,
            _shell.Do(
            "(Search-IntercomContact { $_.ExternalId -in $empty } -IncludeTotalCount -WarningAction SilentlyContinue)[0]").Output.Select(
            count => Convert.ToInt32(count.BaseObject, null)).Single());
    }

    [Theory]
    [InlineData("Conversation", "$_.AdminAssigneeId -eq 'Ines Okafor'", "$_.AdminAssigneeId -eq (Get-IntercomAdmin 'Ines Okafor').Id")]
    [InlineData("Conversation", "$_.TagIds -contains 'VIP'", "$_.Tags.Name -contains 'VIP'")]
    [InlineData("Contact", "$_.TagIds -eq 'VIP'", "$_.Tags.Id -contains (Get-IntercomTag VIP).Id")]
    [InlineData("Contact", "$_.Owner -in 'Ines Okafor', 'tomas@sandbox.example'",
        "$_.OwnerId -in (Get-IntercomAdmin | Where-Object { $_.Name -eq 'Ines Okafor' -or $_.Email -eq 'tomas@sandbox.example' }).Id")]
    [InlineData("Ticket", "$_.TicketType -eq 'Bug'", "$_.TicketType.Name -eq 'Bug'")]
    [InlineData("Ticket", "$_.TicketState -eq 'In progress'", "$_.TicketState.Category -eq 'in_progress'")]
    [InlineData("Contact", "$_.Company -eq 'Iris Health'", "$_.Id -in (Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact).Id")]
    [InlineData("Contact", "$_.Company -ne 'Iris Health' -and $_.Role -eq 'user'",
        "$_.Role -eq 'user' -and $_.Id -notin (Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact).Id")]
    [InlineData("Conversation", "$_.Companies.Name -contains 'Iris Health'",
        "$_.Contacts.Id -in (Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact).Id")]
    [InlineData("Ticket", "-not $_.AdminAssigneeId", "-not $_.AdminAssigneeId -or $_.AdminAssigneeId -eq '0'")]
    [InlineData("Ticket", "$_.AdminAssigneeId", "$_.AdminAssigneeId -and $_.AdminAssigneeId -ne '0'")]
    [InlineData("Conversation", "-not $_.AdminAssigneeId", "-not $_.AdminAssigneeId -or $_.AdminAssigneeId -eq '0'")]
    [InlineData("Conversation", "$_.TeamAssigneeId -and $_.State -eq 'open'",
        "$_.TeamAssigneeId -and $_.TeamAssigneeId -ne '0' -and $_.State -eq 'open'")]
    public void Names_stand_for_ids_and_a_field_alone_asks_for_a_value(string noun, string query, string where)
    {
        var all = noun == "Ticket" ? "Search-IntercomTicket { $_.CreatedAt -gt '2000-01-01' }" : $"Get-Intercom{noun}";
        var outcome = _shell.Do($"@(Search-Intercom{noun} {{ {query} }}).Id -join ' '; @({all} | Where-Object {{ {where} }}).Id -join ' '");
        string[] Ids(int at) => [.. outcome.Output[at].ToString()!.Split(' ').Order(StringComparer.Ordinal)];
        Assert.NotEmpty(outcome.Output[1].ToString()!);
        Assert.Equal(Ids(1), Ids(0));
    }

    [Theory]
    [InlineData("Search-IntercomConversation { $_.AdminAssigneeId -eq 'Ines Okafro' }", "name_not_found")]
    [InlineData("Search-IntercomContact { $_.TagIds -eq 'VPI' }", "name_not_found")]
    [InlineData("Search-IntercomContact @{ tag_id = 'Refunds' }", "name_not_found")]
    [InlineData("Search-IntercomConversation { $_.State -eq 'opn' }", "unknown_value")]
    [InlineData("Search-IntercomTicket { $_.State -eq 'in_progres' }", "state_not_found")]
    [InlineData("Search-IntercomTicket { $_.State -eq 'Nonsense' }", "state_not_found")]
    [InlineData("Search-IntercomConversation { $_.TagIds -like 'VI*' }", "name_in_part_of_id")]
    [InlineData("Search-IntercomConversation { $_.ContactIds -eq 'ada@x.example' }", "not_an_id")]
    [InlineData("Search-IntercomContact { $_.OwnerId -gt 'many' }", "wrong_type")]
    [InlineData("Search-IntercomContact { $_.CustomAttributes.plam -eq 'pro' }", "unknown_attribute")]
    [InlineData("Search-IntercomContact { $_.CustomAttributes.seats -eq 'many' }", "wrong_type")]
    [InlineData("Search-IntercomContact { $_.Emial -eq 'x' } -WarningAction SilentlyContinue", "invalid_field")]
    [InlineData("Search-IntercomContact { $_.Company -eq 'Iris Helth' }", "company_name_not_found")]
    [InlineData("Search-IntercomContact { $_.Company -like 'Iris*' }", "company_not_searchable")]
    [InlineData("Search-IntercomContact Ada", "text_without_field")]
    [InlineData("Search-IntercomContact \"O'Hara\"", "text_without_field")]
    [InlineData("Search-IntercomContact ada@x.example", "text_without_field")]
    [InlineData("Search-IntercomConversation refund", "text_without_field")]
    [InlineData("Search-IntercomTicket printer", "text_without_field")]
    [InlineData("Search-IntercomContact '$_.Role -eq 1'", "script_as_text")]
    [InlineData("Search-IntercomContact (,('a', 'b'))", "not_a_query")]
    [InlineData("""Search-IntercomContact '{"query":{"field":"role","operator":"=","value":"user"},"paginaton":{}}'""",
        "unknown_member")]
    [InlineData("""Search-IntercomContact '{"query":{"field":"role","operator":"=","value":"user"},"pagination":{"per_page":0}}'""",
        "invalid_page_size")]
    [InlineData("Search-IntercomContact @{ query = @{ role = 'user' }; sort = @{ field = 'created_at'; order = 'down' } }",
        "invalid_sort_order")]
    public void What_is_known_to_be_wrong_is_an_error_that_says_what_to_write(string search, string code) =>
        Assert.Equal(code, _shell.Run(search).Error.Code());

    [Theory]
    [InlineData(
        """$body = '{"query":{"field":"role","operator":"=","value":"user"},"pagination":{"per_page":7,"starting_after":"CURSOR"}"""
        + ""","sort":{"field":"name","order":"ascending"}}'""")]
    [InlineData(
        "$body = @{ query = @{ field = 'role'; operator = '='; value = 'user' }; pagination = @{ per_page = 7; starting_after = 'CURSOR' "
        + "}; sort = @{ field = 'name'; order = 'ascending' } }")]
    [InlineData(
        "$body = [pscustomobject]@{ query = [pscustomobject]@{ role = 'user' }; pagination = [pscustomobject]@{ per_page = 7; "
        + "starting_after = 'CURSOR' }; sort = [pscustomobject]@{ field = 'name'; order = 'ascending' } }")]
    public void A_body_keeps_its_page_size_its_place_and_its_order(string body)
    {
        using var server = new RecordingServer
        {
            Answer = request =>
                request.Path == "/contacts/search"
                ? (200, """{"type":"list","data":[{"type":"contact","id":"c1"}],"total_count":1,"pages":{"type":"pages","next":null}}""")
                : RecordingServer.Simple(request),
        };
        server.Connect(_shell);
        _shell.Do(body + "; Search-IntercomContact $body");
        var sent = System.Text.Json.Nodes.JsonNode.Parse(server.Requests.Last().Body)!;
        Assert.Equal("""{"starting_after":"CURSOR","per_page":7}""", sent["pagination"]!.ToJsonString());
        Assert.Equal("""{"field":"name","order":"ascending"}""", sent["sort"]!.ToJsonString());
        Assert.Equal("role", sent["query"]!["field"]!.ToString());
        Assert.Equal("parallel_and_cursor", _shell.Run("Search-IntercomContact $body -Parallel 2").Error.Code());
    }
}
