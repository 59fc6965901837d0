namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>-WaitVisible, with a sandbox whose clock the test moves.</summary>
public sealed class WaitVisibleTests : IDisposable
{
    private readonly Shell _shell = new();

    public WaitVisibleTests() => _shell.Do("$sandbox = Start-IntercomSandbox -SearchDelay 600000; "
        + "$null = Connect-Intercom $sandbox.SecureToken -BaseUri $sandbox.BaseUri -Name delayed");

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom; Stop-IntercomSandbox");
        _shell.Dispose();
    }

    [Fact]
    public void A_new_contact_is_returned_when_a_search_finds_it()
    {
        var sandbox = _shell.Do("$sandbox").Output.Single();
        var made = _shell.Run("New-IntercomContact w@x.example -WaitVisible -Verbose", engine =>
            engine.Streams.Verbose.DataAdded += (sender, added) =>
        {
            if (!((PSDataCollection<VerboseRecord>)sender!)[added.Index].Message.Contains("is not visible yet", StringComparison.Ordinal))
                return;
            var now = (DateTime)sandbox.Methods["GetClock"].Invoke();
            sandbox.Methods["MoveClock"].Invoke(now.AddMinutes(11));
        });
        Assert.Empty(made.Warnings);
        Assert.Contains(made.Verbose, line => line.Contains("is not visible yet", StringComparison.Ordinal));
        Assert.Single(_shell.Do("Search-IntercomContact @{ email = 'w@x.example' }").Output);
    }

    [Fact]
    public void A_contact_that_no_search_finds_in_time_is_returned_with_a_warning()
    {
        var clock = new StagedClock(_shell);
        clock.Looked = () => clock.Advance(16_000);
        var made = _shell.Do("New-IntercomContact v@x.example -WaitVisible -TimeoutSec 30");
        Assert.Single(made.Output);
        Assert.Contains("does not find it after 30 seconds", Assert.Single(made.Warnings), StringComparison.Ordinal);
    }
}
