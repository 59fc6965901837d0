namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>What tickets and what belongs to them look like on the screen.</summary>
public sealed class TicketViewTests : IDisposable
{
    private readonly Shell _shell = new();

    public TicketViewTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    [Fact]
    public void Views_show_what_people_look_for_first()
    {
        var screen = _shell.Screen(
            "Get-IntercomTicketType; (Get-IntercomTicketType -Name Bug).TicketTypeAttributes; Get-IntercomTicketState; "
            + "(Get-IntercomTicket 300002).TicketParts; Get-IntercomTicket 300002");
        string[] words = ["Back-office", "Severity", "waiting_on_customer", "Waiting on you",
            "ticket_state_updated_by_admin", "Customer request"];
        Assert.All(words, word => Assert.Contains(word, screen, StringComparison.Ordinal));
        Assert.All(screen.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Fact]
    public void The_words_of_tickets_and_companies_are_typed()
    {
        var tickets = "'9', '38', '100' | ForEach-Object { [Intercom.Ticket]@{ TicketNumber = $_; Id = \"t$_\" } }";
        Assert.Equal(["t38", "t100"], _shell.Do(tickets + " | Where-Object Number -gt 35").Values("Id"));
        Assert.Equal([9L, 38L, 100L], _shell.Do($"({tickets}).Number").As<long>());
        Assert.Equal(["x-1"], _shell.Do("[Intercom.Ticket]@{ TicketNumber = 'x-1' }").Values("Number"));
        Assert.NotEqual("", Assert.Single(_shell.Do("Get-IntercomTicket 300002").Values("Updated")));
        Assert.NotEqual("", Assert.Single(_shell.Do("Get-IntercomCompany | Where-Object Name -eq (Get-IntercomCompany)[0].Name")
            .Values("Updated")));
    }

    [Fact]
    public void Nobody_is_null_and_an_age_has_totals()
    {
        Assert.Equal(["1"], _shell.Do("[Intercom.Conversation]@{ Id = '1' } | Where-Object Assignee -eq $null").Values("Id"));
        Assert.Equal(["1"], _shell.Do(
            "[Intercom.Ticket]@{ Id = '1'; AdminAssigneeId = '0' } | Where-Object Assignee -eq $null").Values("Id"));
        Assert.Equal("2 48 2880", _shell.Do(
            "$age = [Intercom.Age][timespan]'2.05:00'; \"$($age.TotalDays) $($age.TotalHours) $($age.TotalMinutes)\"").As<string>()[0]);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
