namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>A sandbox of any size, with a name, a token and a plan of choice.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom; Stop-IntercomSandbox");
        _shell.Dispose();
    }

    [Theory]
    [InlineData("Connect-Intercom -Sandbox @large -Name own")]
    [InlineData("$s = Start-IntercomSandbox @large; Connect-Intercom $s.SecureToken -BaseUri $s.BaseUri")]
    public void A_workspace_has_the_size_the_id_and_the_name_that_were_asked_for(string connect)
    {
        var connection = _shell.Do(
            "$large = @{ Contacts = 1250; Conversations = 2120; WorkspaceId = 'rehearsal-7'; WorkspaceName = 'Rehearsal' }; " + connect)
            .Output.Single();
        Assert.Equal("rehearsal-7", connection.Properties["WorkspaceId"].Value);
        Assert.Equal("Rehearsal", connection.Properties["Workspace"].Value);
        Assert.Equal(1250, _shell.Do("Get-IntercomContact").Output.Count);
        Assert.Equal(
            ["2120", "rehearsal-7"],
            _shell.Do("@(Search-IntercomConversation { $_.CreatedAt -gt '2001-01-01' }).Count; (Get-IntercomContact -First 1).WorkspaceId")
                .Output.Select(item => item.ToString()));
        // One that is not among the first is found and changed.
        Assert.Equal("Changed", _shell.Do(
            "$c = Search-IntercomContact { $_.ExternalId -eq 'user-1001' }; $c | Set-IntercomContact -Name Changed; "
            + "(Get-IntercomContact $c.Id).Name").Output.Single().ToString());
    }

    [Fact]
    public void A_wrong_token_is_refused()
    {
        _shell.Do("$s = Start-IntercomSandbox; $wrong = [securestring]::new(); $wrong.AppendChar('x')");
        var error = _shell.Run("Connect-Intercom $wrong -BaseUri $s.BaseUri").Error;
        Assert.Equal("Intercom.unauthorized", error.FullyQualifiedErrorId.Split(',')[0]);
        // The same token is accepted by a sandbox that was told of it, and is not shown.
        Assert.Equal(["", "True"], _shell.Do(
            "$own = Start-IntercomSandbox -Token $wrong; \"$($own.Token)\"; "
            + "(Connect-Intercom $own.SecureToken -BaseUri $own.BaseUri).IsSandbox")
            .Output.Select(item => item.ToString()));
        Assert.NotEmpty(_shell.Run("Connect-Intercom $s.SecureToken -BaseUri $own.BaseUri").Errors);
    }

    [Theory]
    [InlineData("'secret-text'", "plain_text_token")]
    [InlineData("$null", "empty_token")]
    [InlineData("([securestring]::new())", "empty_token")]
    public void A_token_of_a_sandbox_is_a_SecureString(string token, string code)
    {
        var result = _shell.Run($"Start-IntercomSandbox -Token {token}");
        Assert.Equal(code, result.Error.Code());
        Assert.DoesNotContain("secret-text", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-MissingScope 'Read conversations'", "Get-IntercomConversation -First 1", "Intercom.token_unauthorized")]
    [InlineData("-MissingScope 'read tickets'", "Search-IntercomTicket { $_.Open -eq $true }", "Intercom.token_unauthorized")]
    [InlineData("-MissingFeature Conversations", "Get-IntercomConversation -First 1", "Intercom.api_plan_restricted")]
    [InlineData("-MissingFeature News", "Get-IntercomNewsItem -First 1", "Intercom.not_found")]
    public void What_the_token_or_the_plan_does_not_allow_is_refused(string parameter, string command, string code)
    {
        _shell.Do("$null = Connect-Intercom -Sandbox " + parameter);
        Assert.Equal(code, _shell.Run(command).Error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.NotEmpty(_shell.Do("Get-IntercomTag").Output);
    }

    [Theory]
    [InlineData("-MissingScope 'Read all'", "not_one_of")]
    [InlineData("-MissingFeature Fin", "not_one_of")]
    [InlineData("-Contacts 249", "ParameterArgumentValidationError")]
    [InlineData("-Conversations 1000001", "ParameterArgumentValidationError")]
    public void What_the_sandbox_does_not_know_is_refused(string parameter, string code)
    {
        foreach (var command in new[] { "Connect-Intercom -Sandbox", "Start-IntercomSandbox" })
        {
            Assert.Equal(code, _shell.Run($"{command} {parameter}").Error.Code());
        }
    }

    [Fact]
    public void Scopes_and_features_complete()
    {
        string[] Complete(string line) => _shell.Do("(TabExpansion2 $args[0] $args[0].Length).CompletionMatches.CompletionText", line)
            .Output.Select(item => item.ToString()!).ToArray();
        Assert.Equal(["'Read conversations'"], Complete("Start-IntercomSandbox -MissingScope 'Read co"));
        Assert.Equal(["Conversations"], Complete("Connect-Intercom -Sandbox -MissingFeature co"));
    }
}
