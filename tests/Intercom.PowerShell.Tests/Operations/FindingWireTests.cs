namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The queries that the parameters of Get-IntercomConversation, -Contact and -Ticket become, to the letter.</summary>
public sealed class FindingWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public FindingWireTests()
    {
        _server.Connect(_shell);
        _server.Answer = request => request switch
        {
            { Path: "/segments" } => (200, """{"type":"segment.list","segments":[{"type":"segment","id":"65c0a19e3779b97f4a00aaaa" """
                + """,  "name":"Active","person_type":"user"}]}"""),
            { Path: "/ticket_types" } => (200, """{"type":"list","data":[{"type":"ticket_type","id":"81","name":"Bug"}]}"""),
            { Path: "/contacts/search", Body: var body } when body.Contains("nobody", StringComparison.Ordinal) =>
                (200, """{"type":"list","data":[],"pages":{"next":null}}"""),
            { Path: "/contacts/search", Body: var body } when body.Contains("Smith", StringComparison.Ordinal) => (200,
                """{"type":"list","data":[{"type":"contact","id":"c1"},{"type":"contact","id":"c2"}],"pages":{"next":null}}"""),
            _ => RecordingServer.Simple(request),
        };
    }

    private const string Conversations = "POST /conversations/search ";

    private const string Tickets = "POST /tickets/search ";

    private const string Contacts = "POST /contacts/search ";

    private static string Query(string query, string? sort = null, int size = 50) =>
        $$"""{"query":{{query}},"pagination":{"per_page":{{size}}}{{(sort is null ? "" : $",\"sort\":{sort}")}}}""";

    private static string Is(string field, string value, string operation = "=") =>
        $$"""{"field":"{{field}}","operator":"{{operation}}","value":{{value}}}""";

    private static string All(params string[] conditions) => $$"""{"operator":"AND","value":[{{string.Join(",", conditions)}}]}""";

    private static string Any(params string[] conditions) => $$"""{"operator":"OR","value":[{{string.Join(",", conditions)}}]}""";

    public static TheoryData<string, string> Searches => new()
    {
        { "Get-IntercomConversation -Assignee 'Grace Hopper'", Conversations + Query(Is("admin_assignee_id", "2")) },
        { "Get-IntercomConversation -Assignee grace@example.com, 1", Conversations + Query(Is("admin_assignee_id", "[2,1]", "IN")) },
        { "Get-IntercomConversation -Team billing -State open",
            Conversations + Query(All(Is("team_assignee_id", "31"), Is("state", "\"open\""))) },
        { "Get-IntercomConversation -Tag vip, 'Churn risk'", Conversations + Query(Is("tag_ids", "[\"71\",\"72\"]", "IN")) },
        { "Get-IntercomConversation -Tag ([Intercom.Tag]@{ Id = '72' })", Conversations + Query(Is("tag_ids", "\"72\"")) },
        { "Get-IntercomConversation -State open, snoozed", Conversations + Query(Is("state", "[\"open\",\"snoozed\"]", "IN")) },
        { "Get-IntercomConversation -Waiting", Conversations + Query(All(Is("waiting_since", "null", "!="), Is("state", "\"open\"")),
            """{"field":"waiting_since","order":"ascending"}""") },
        { "Get-IntercomConversation -WaitingBefore 2026-01-01T00:00:00Z -State snoozed",
            Conversations + Query(All(Is("state", "\"snoozed\""), Is("waiting_since", "1767225600", "<")),
            """{"field":"waiting_since","order":"ascending"}""") },
        { "Get-IntercomConversation -UpdatedAfter 2026-01-01T00:00:00Z", Conversations + Query(Is("updated_at", "1767225600", ">")) },
        { "[Intercom.Contact]@{ Id = '65c0a19e3779b97f4a000001' } | Get-IntercomConversation -State closed",
            Conversations + Query(All(Is("state", "\"closed\""), Is("contact_ids", "\"65c0a19e3779b97f4a000001\""))) },
        { "[Intercom.Contact]@{ Id = '65c0a19e3779b97f4a000001' } | Get-IntercomTicket -Open",
            Tickets + Query(All(Is("contact_ids", "\"65c0a19e3779b97f4a000001\""), Is("open", "true"))) },
        { "Get-IntercomTicket -Open:$false", Tickets + Query(Is("open", "false")) },
        { "Get-IntercomTicket -Type bug -Assignee grace@example.com",
            Tickets + Query(All(Is("admin_assignee_id", "\"2\""), Is("ticket_type_id", "\"81\""))) },
        { "Get-IntercomTicket -State 'In progress'", Tickets + Query(Is("state", "\"in_progress\"")) },
        { "Get-IntercomTicket", Tickets + Query(Is("created_at", "0", ">"), """{"field":"created_at","order":"descending"}""") },
        { "Get-IntercomContact -Tag vip -Role user", Contacts + Query(All(Is("tag_id", "\"71\""), Is("role", "\"user\"")), size: 150) },
        { "Get-IntercomContact -Tag vip, 'churn risk'", Contacts + Query(Any(Is("tag_id", "\"71\""), Is("tag_id", "\"72\"")), size: 150) },
        { "Get-IntercomContact -Owner grace@example.com", Contacts + Query(Is("owner_id", "2"), size: 150) },
        { "Get-IntercomContact -Name 'Ada*'", Contacts + Query(Is("name", "\"Ada\"", "^"), size: 150) },
        { "Get-IntercomContact -Name 'Ada Rossi'", Contacts + Query(Is("name", "\"Ada Rossi\""), size: 150) },
        { "Get-IntercomContact -Email a@b.c", Contacts + Query(Is("email", "\"a@b.c\"")) },
        { "Get-IntercomContact a@b.c", Contacts + Query(Is("email", "\"a@b.c\"")) },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public void Parameters_become_one_query(string command, string request)
    {
        var outcome = _shell.Run(command);
        Assert.Empty(outcome.Errors);
        var sent = _server.Calls.Where(call => call.StartsWith("POST", StringComparison.Ordinal)).Select(Normal).ToArray();
        Assert.Equal([Normal(request)], sent);
    }

    /// <summary>Without the size of the page, which each operation states.</summary>
    private static string Normal(string request)
    {
        var body = JsonNode.Parse(request[request.IndexOf('{', StringComparison.Ordinal)..])!.AsObject();
        body.Remove("pagination");
        return Received.Sorted(request[..request.IndexOf('{', StringComparison.Ordinal)] + body.ToJsonString());
    }

    [Theory]
    [InlineData("Get-IntercomConversation -Contact ada@example.com", "c1")]
    [InlineData("Get-IntercomTicket -Contact 'Ada Lovelace'", "c1")]
    public void A_contact_is_found_by_address_or_name_first(string command, string id)
    {
        _shell.Do(command);
        Assert.Contains("/contacts/search", _server.Calls[0], StringComparison.Ordinal);
        Assert.Contains($$"""{"field":"contact_ids","operator":"=","value":"{{id}}"}""", _server.Calls[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-IntercomConversation -Contact nobody@example.com", "email_not_found", "nobody@example.com")]
    [InlineData("Get-IntercomConversation -Contact nobody", "contact_not_found", "Get-IntercomContact -Name")]
    [InlineData("Get-IntercomConversation -Contact Smith", "ambiguous_name", "c1")]
    [InlineData("Get-IntercomConversation -Assignee Nemo", "name_not_found", "Nemo")]
    [InlineData("Get-IntercomConversation -Team Bilin", "name_not_found", "Billing")]
    [InlineData("Get-IntercomConversation -Assignee ''", "empty_value", "-Assignee is empty")]
    [InlineData("Get-IntercomConversation -Tag vip, ''", "empty_value", "-Tag is empty")]
    [InlineData("Get-IntercomConversation -Assignee $null", "empty_value", "-Assignee is empty")]
    [InlineData("Get-IntercomConversation -Contact $null", "empty_value", "-Contact is empty")]
    [InlineData("Get-IntercomTicket -Type @()", "Intercom.", "")]
    [InlineData("Get-IntercomConversation -Assignee $nobody", "variable_not_set", "$nobody")]
    [InlineData("Get-IntercomConversation 100120 -State open", "two_selectors", "-ConversationId and -State cannot be used together")]
    [InlineData("Get-IntercomContact -Name '*'", "pattern_of_nothing", "matches every text")]
    [InlineData("Get-IntercomContact -Name 'A?a'", "pattern_not_searchable", "at the start and at the end only")]
    [InlineData("Get-IntercomTicket -Number 5 -Open", "two_selectors", "-Number and -Open")]
    [InlineData("Get-IntercomTag -Name ''", "empty_value", "-Name is empty")]
    [InlineData("Get-IntercomConversation -Waiting -PlainText", "parameter_of_other", "Use it with -ConversationId")]
    [InlineData("Get-IntercomConversation -Assignee 1 -Unassigned", "assigned_and_unassigned", "-Assignee and -Unassigned")]
    [InlineData("Get-IntercomTicket -Team Billing -Unassigned", "assigned_and_unassigned", "-Team and -Unassigned")]
    [InlineData("Get-IntercomConversation -UpdatedAfter -1d -UpdatedBefore -3d", "empty_date_range", "is not earlier than -UpdatedBefore")]
    [InlineData("Get-IntercomTicket -CreatedAfter 2026-01-02 -CreatedBefore 2026-01-02", "empty_date_range", "-CreatedAfter")]
    [InlineData("Get-IntercomContact -CreatedAfter -1d -CreatedBefore -3d", "empty_date_range", "-CreatedBefore")]
    public void What_cannot_be_meant_is_an_error(string command, string code, string says)
    {
        var outcome = _shell.Run(command);
        Assert.Contains(code, outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Calls, call => call.Contains("/conversations", StringComparison.Ordinal)
            || call.Contains("/tickets/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_only_company_is_listed_and_not_searched()
    {
        _shell.Do("Get-IntercomContact -Company 65c0a19e3779b97f4a00cccc");
        Assert.Equal(["GET /companies/65c0a19e3779b97f4a00cccc/contacts?per_page=50"], _server.Calls);
    }

    [Theory]
    [InlineData("Get-IntercomTag V*", "VIP")]
    [InlineData("Get-IntercomTag -Name v*", "VIP")]
    [InlineData("Get-IntercomTag *r*, 71", "Churn risk|VIP")]
    [InlineData("Get-IntercomTeam Bill*", "Billing")]
    [InlineData("Get-IntercomTeam -Name billing", "Billing")]
    [InlineData("Get-IntercomAdmin -Name *@example.com", "Ada|Grace Hopper")]
    [InlineData("Get-IntercomAdmin Grace*", "Grace Hopper")]
    [InlineData("Get-IntercomSegment Act*", "Active")]
    [InlineData("Get-IntercomTicketType B*", "Bug")]
    [InlineData("Get-IntercomTag Z*", "")]
    public void Names_have_wildcards_by_position_and_by_name(string command, string names) =>
        Assert.Equal(names, string.Join("|", _shell.Do(command).Values("Name")));

    [Fact]
    public void A_number_is_read_from_the_newest_ticket_on_and_a_missing_one_is_an_error()
    {
        _server.Answer = request => request.Path == "/tickets/search"
            ? (200, """{"type":"ticket.list","tickets":[{"type":"ticket","id":"9","ticket_id":"38"}],"pages":{"next":null}}""")
            : RecordingServer.Simple(request);
        Assert.Equal("9", _shell.Do("Get-IntercomTicket -Number 38").Values("Id").Single());
        var outcome = _shell.Run("Get-IntercomTicket -Number 38, 40");
        Assert.Single(outcome.Output);
        Assert.Contains("ticket_number_not_found", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-IntercomConversation -Assignee gr", "grace@example.com")]
    [InlineData("Get-IntercomConversation -Team bi", "Billing")]
    [InlineData("Get-IntercomContact -Segment Ac", "Active")]
    [InlineData("Get-IntercomTicket -Type B", "Bug")]
    [InlineData("Get-IntercomTeam -Name Bi", "Billing")]
    public void Names_complete(string typed, string offered) => Assert.Contains(offered,
        _shell.Complete(typed).CompletionMatches.Select(match => match.CompletionText));

    [Theory]
    [InlineData("Suspend-IntercomConversation 215 -Until 2099-12-24", 9)]
    [InlineData("Suspend-IntercomConversation 215 -Until '2099-12-24 00:00'", 0)]
    [InlineData("[pscustomobject]@{ Id = '215'; Until = '2099-12-24' } | Suspend-IntercomConversation", 9)]
    public void A_day_ahead_without_a_time_means_nine_o_clock(string command, int hour)
    {
        _shell.Do(command);
        var sent = DateTimeOffset.FromUnixTimeSeconds(Seconds(_server.Calls.Single(), "snoozed_until")).ToLocalTime();
        Assert.Equal((24, hour), (sent.Day, sent.Hour));
    }

    /// <summary>The difference of two commands does not depend on the clock.</summary>
    [Theory]
    [InlineData("Suspend-IntercomConversation 215 +3d", "Suspend-IntercomConversation 215 +1d", "snoozed_until", 2 * 24)]
    [InlineData("Suspend-IntercomConversation 215 -Until '+5h'", "215 | Suspend-IntercomConversation 'in 2 hours'", "snoozed_until", 3)]
    [InlineData("Set-IntercomTicket 215 -SnoozedUntil +2w", "Set-IntercomTicket 215 -Until +7d", "snoozed_until", 7 * 24)]
    [InlineData("Get-IntercomConversation -UpdatedAfter -1d", "Get-IntercomConversation -UpdatedAfter -3d", "value", 2 * 24)]
    [InlineData("Get-IntercomConversation -WaitingBefore -2h", "Get-IntercomConversation -WaitingBefore '4 hours ago'", "value", 2)]
    [InlineData("Get-IntercomTicket -CreatedAfter today", "Get-IntercomTicket -CreatedAfter yesterday", "value", 24)]
    public void Words_become_seconds(string later, string earlier, string field, int hours)
    {
        _shell.Do(later);
        _shell.Do(earlier);
        var seconds = _server.Calls.Where(call => call.Contains(field, StringComparison.Ordinal)).Select(call => Seconds(call, field))
            .ToList();
        // An hour for a clock change.
        Assert.InRange(((seconds[0] - seconds[1]) / 3600.0) - hours, -1.1, 1.1);
    }

    private static long Seconds(string call, string name) => long.Parse(
        System.Text.RegularExpressions.Regex.Match(call, $"\"{name}\":([0-9]+)").Groups[1].Value,
        System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Suspend-IntercomConversation 215 -Until 3d", "step_without_sign")]
    [InlineData("Suspend-IntercomConversation 215 -Until -3d", "wrong_direction")]
    [InlineData("Get-IntercomConversation -UpdatedAfter +3d", "wrong_direction")]
    [InlineData("Get-IntercomConversation -UpdatedAfter 3d", "step_without_sign")]
    [InlineData("Set-IntercomContact c1 -SignedUpAt yesterday", "not_a_date")]
    [InlineData("[pscustomobject]@{ Id = '215'; Until = 'tomorrow' } | Suspend-IntercomConversation", "invalid_column")]
    public void Words_that_say_another_time_are_refused(string command, string code)
    {
        Assert.Equal(code, _shell.Run(command).Error.Code());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void What_was_understood_is_shown_before_it_is_sent()
    {
        _shell.Do("Suspend-IntercomConversation 215 'tomorrow 9:00'");
        var sent = DateTimeOffset.FromUnixTimeSeconds(Seconds(_server.Calls.Single(), "snoozed_until")).ToLocalTime();
        Assert.Equal(9, sent.Hour);
        _server.Forget();
        _shell.TakeScreen();
        _shell.Do("Suspend-IntercomConversation 215 'tomorrow 9:00' -WhatIf; Set-IntercomTicket 9 -SnoozedUntil 'tomorrow 9:00' -WhatIf");
        var shown = sent.ToString("ddd d MMM yyyy 09:00 zzz", System.Globalization.CultureInfo.InvariantCulture);
        var said = _shell.TakeScreen();
        Assert.Contains($"Snooze conversation 215 until {shown}", said, StringComparison.Ordinal);
        Assert.Contains($"snoozed until {shown}", said, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("Suspend-IntercomConversation 215 -Until next", "'next week'")]
    [InlineData("Get-IntercomConversation -UpdatedAfter yes", "yesterday")]
    [InlineData("Get-IntercomContact -LastSeenBefore ", "-30d")]
    public void Words_complete(string typed, string offered) => Assert.Contains(offered,
        _shell.Complete(typed).CompletionMatches.Select(match => match.CompletionText));

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
