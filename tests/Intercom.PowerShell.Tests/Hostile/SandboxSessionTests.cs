using System.Net.Http;

namespace Intercom.PowerShell.Tests.Hostile;

/// <summary>A sandbox that is served ends with its session.</summary>
public sealed class SandboxSessionTests
{
    private static readonly HttpClient Client = new();

    private static Uri Start(Shell shell) => (Uri)shell.Do("(Start-IntercomSandbox).BaseUri").Output[0].BaseObject;

    private static async Task<bool> Answers(Uri address)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(address, "me"), TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [Fact]
    public void A_port_in_use_is_an_error_that_names_it()
    {
        using var shell = new Shell();
        var port = Start(shell).Port;
        var error = shell.Run("Start-IntercomSandbox $args[0]", port).Error;
        Assert.Equal("Intercom.sandbox_port", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal((ErrorCategory.ResourceUnavailable, port), (error.CategoryInfo.Category, error.TargetObject));
        shell.Do("Stop-IntercomSandbox");
    }

    [Fact]
    public void A_served_sandbox_finds_a_new_contact_after_its_delay()
    {
        using var shell = new Shell();
        shell.Do("$sandbox = Start-IntercomSandbox -SearchDelay 600000; "
            + "$null = Connect-Intercom $sandbox.SecureToken -BaseUri $sandbox.BaseUri -Name delayed");
        Assert.Equal(["0", "1"], shell.Do("$made = New-IntercomContact -Email late@x.example; "
            + "@(Search-IntercomContact @{ email = 'late@x.example' }).Count; @(Get-IntercomContact $made.Id).Count")
            .Output.Select(item => item.ToString()));
        shell.Do("Disconnect-Intercom; Stop-IntercomSandbox");
    }

    [Fact]
    public async Task Stop_IntercomSandbox_ends_the_one_that_is_given_and_without_one_all()
    {
        using var shell = new Shell();
        var first = Start(shell);
        shell.Do("$second = Start-IntercomSandbox; $third = Start-IntercomSandbox");
        var second = (Uri)shell.Do("$second.BaseUri").Output[0].BaseObject;
        var third = (Uri)shell.Do("$third.BaseUri").Output[0].BaseObject;
        Assert.True(await Answers(first) && await Answers(second) && await Answers(third));
        shell.Do("$second | Stop-IntercomSandbox");
        Assert.True(await Answers(first) && !await Answers(second) && await Answers(third));
        shell.Do("Stop-IntercomSandbox");
        Assert.False(await Answers(first) || await Answers(third));
        // Stopped twice is stopped.
        shell.Do("Stop-IntercomSandbox; $second | Stop-IntercomSandbox");
    }

    [Fact]
    public async Task The_end_of_the_session_ends_its_sandboxes_and_no_others()
    {
        using var stays = new Shell();
        var other = Start(stays);
        Uri mine;
        using (var shell = new Shell())
        {
            mine = Start(shell);
            Assert.True(await Answers(mine));
        }
        Assert.False(await Answers(mine));
        Assert.True(await Answers(other));
        stays.Do("Stop-IntercomSandbox");
    }

    [Fact]
    public async Task The_removal_of_the_module_ends_its_sandboxes()
    {
        using var shell = new Shell();
        var address = Start(shell);
        Assert.True(await Answers(address));
        shell.Do("Remove-Module Intercom");
        Assert.False(await Answers(address));
    }
}
