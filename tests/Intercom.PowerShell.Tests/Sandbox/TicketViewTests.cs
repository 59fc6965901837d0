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

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
