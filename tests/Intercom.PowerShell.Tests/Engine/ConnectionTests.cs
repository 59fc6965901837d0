namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// Which workspace a call goes to: never to one that nobody chose, and never to one that has gone under somebody's hands.
/// </summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ConnectionTests()
    {
        _server.Answer = request => request.Path.StartsWith("/contacts/", StringComparison.Ordinal)
            ? (200, $$"""{"type":"contact","id":"{{request.Path.Split('/')[2]}}"}""") : RecordingServer.Simple(request);
        _server.Connect(_shell);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    private string Current(Shell? shell = null) =>
        (shell ?? _shell).Do("(Get-IntercomConnection -Current).Name").Output.Single().ToString()!;

    private static void ExpectNone(Shell shell, params string[] words)
    {
        var error = shell.Run("Set-IntercomContact c1 -Name n").Error;
        Assert.StartsWith("Intercom.not_connected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, error.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain((object?)true, shell.Do("(Get-IntercomConnection).IsCurrent").Output.Select(current => current?.BaseObject));
    }

    [Theory]
    [InlineData("Connect-Intercom -BaseUri http://example.com/ -Token $token")]
    [InlineData("Connect-Intercom -BaseUri /nowhere -Token $token")]
    [InlineData("Connect-Intercom -Token words")]
    [InlineData("Connect-Intercom words")]
    [InlineData("Connect-Intercom -Region XX -Token $token")]
    [InlineData("Connect-Intercom -Name $null -Sandbox")]
    [InlineData("Connect-Intercom -SecretName $null")]
    [InlineData("Connect-Intercom -SecretName nosuch")]
    [InlineData("Connect-Intercom -Sandbox -Latency -1")]
    [InlineData("Connect-Intercom -TimeoutSec abc -Token $token")]
    [InlineData("Connect-Intercom -Sandbox -Token $token")]
    [InlineData("Connect-Intercom -Sandbox -Nmae x")]
    [InlineData("Connect-Intercom -Nmae x")]
    [InlineData("Connect-Intercom -Bogus")]
    [InlineData("Connect-Intercom -Token $null -BaseUri http://127.0.0.1:9")]
    [InlineData("Connect-Intercom -BaseUri $null -Token $token")]
    [InlineData("Connect-Intercom -Name")]
    [InlineData("Connect-Intercom -Verbose:nope")]
    [InlineData("Connect-Intercom")]
    public void A_connect_that_fails_leaves_no_connection_current(string connect)
    {
        Assert.NotEmpty(_shell.Run("$token = [System.Net.NetworkCredential]::new('', 'some-token').SecurePassword; " + connect).Errors);
        ExpectNone(_shell, "Connect-Intercom failed", "Select-IntercomConnection", "test");
        Assert.Empty(_server.Calls);
        // The others are there under their names.
        _shell.Do("Set-IntercomContact c1 -Name n -Connection test; Select-IntercomConnection test; Set-IntercomContact c1 -Name n");
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public void A_token_that_is_refused_leaves_none_current_either()
    {
        _server.Answer = _ => (401, """{"type":"error.list","errors":[{"code":"unauthorized","message":"Access Token Invalid"}]}""");
        Assert.NotEmpty(
            _shell.Run(
            "Connect-Intercom ([System.Net.NetworkCredential]::new('', 'some-token').SecurePassword) -BaseUri $args[0] -Name other",
            _server.BaseUri).Errors);
        ExpectNone(_shell, "Connect-Intercom failed");
        Assert.Equal(["test"], _shell.Do("Get-IntercomConnection").Values("Name"));
    }

    [Theory]
    [InlineData("Set-IntercomContact c1 -Name n -Connection $nosuch")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; Name = 'n' } | Set-IntercomContact -Connection $nosuch")]
    [InlineData("$p = @{ Connection = $null; ContactId = 'c1' }; Get-IntercomContact @p")]
    [InlineData("Disconnect-Intercom $nosuch")]
    [InlineData("Disconnect-Intercom -Name $nosuch")]
    [InlineData("Select-IntercomConnection $nosuch")]
    public void A_connection_that_was_given_and_is_null_is_not_the_current_one(string command)
    {
        Assert.Equal("null_connection", _shell.Run(command).Error.Code());
        Assert.Empty(_server.Calls);
        Assert.Equal("test", Current());
    }

    [Fact]
    public void A_base_address_that_was_given_and_is_null_is_not_Intercoms_own() =>
        Assert.StartsWith("-BaseUri is $null",
            _shell.Run(
            "Connect-Intercom ([System.Net.NetworkCredential]::new('', 'some-token').SecurePassword) -BaseUri $null").Error.ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void To_complete_a_command_line_is_not_to_connect()
    {
        _shell.Complete("Connect-Intercom -Sandbox -Name x -Region ");
        Assert.Equal("test", Current());
    }

    [Fact]
    public void To_ask_for_help_is_not_to_connect()
    {
        _shell.Run("$null = Connect-Intercom -?");
        Assert.Equal("test", Current());
    }

    [Fact]
    public void A_name_means_the_connection_that_its_own_session_made()
    {
        using var second = new Shell();
        using var third = new Shell();
        second.Do("$null = Connect-Intercom -Sandbox -Name test");
        foreach (var shell in new[] { _shell, third })
        {
            var before = _server.Calls.Count;
            shell.Do("Set-IntercomContact c1 -Name n -Connection test");
            Assert.Equal(before + 1, _server.Calls.Count);
        }
        Assert.Equal([true], _shell.Do("(Get-IntercomConnection).IsCurrent").Output.Select(current => (bool)current.BaseObject));

        // The name is not handed on when somebody else ends the connection.
        second.Do("Disconnect-Intercom test; $null = Connect-Intercom -Sandbox -Name test");
        second.Do("$args[0] | Disconnect-Intercom", _shell.Do("Get-IntercomConnection test").Output.Single());
        var error = _shell.Run("Set-IntercomContact c1 -Name n -Connection test").Error;
        Assert.StartsWith("Intercom.disconnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        second.Do("Disconnect-Intercom test");
    }

    [Fact]
    public void Disconnecting_the_current_one_makes_no_other_current()
    {
        _shell.Do("$null = Connect-Intercom -Sandbox -Name rehearsal; Disconnect-Intercom");
        ExpectNone(_shell, "'rehearsal' was closed", "Select-IntercomConnection (test)", "Connect-Intercom");
        _shell.Do("Select-IntercomConnection test; Disconnect-Intercom");
        ExpectNone(_shell, "'test' was closed", "Connect-Intercom");
    }

    [Fact]
    public void Disconnecting_another_one_by_its_name_changes_nothing()
    {
        _shell.Do("$null = Connect-Intercom -Sandbox -Name rehearsal; Select-IntercomConnection test; Disconnect-Intercom rehearsal");
        Assert.Equal("test", Current());
    }

    [Fact]
    public void A_connection_that_is_replaced_lives_on_for_those_who_use_it()
    {
        using var other = new Shell();
        var arrived = 0;
        using var busy = new ManualResetEventSlim();
        var release = new TaskCompletionSource();
        _server.Delay = request =>
        {
            if (request.Method != "PUT") return Task.CompletedTask;
            if (Interlocked.Increment(ref arrived) == 4) busy.Set();
            return release.Task;
        };
        var outcome = _shell.Run(
            "$held = Get-IntercomConnection test; 1..20 | Set-IntercomContact -Name n -PassThru -ThrottleLimit 4; Set-IntercomContact "
            + "after -Name n -PassThru -Connection $held", _ =>
        {
            Assert.True(busy.Wait(TimeSpan.FromSeconds(60)));
            var me = _server.Delay;
            _server.Connect(other);
            other.Do("$null = Connect-Intercom -Sandbox -Name test; Disconnect-Intercom");
            release.SetResult();
        });
        Assert.Empty(outcome.Errors);
        Assert.Equal(21, outcome.Output.Count);
        Assert.Equal("test", Current());
    }

    [Fact]
    public void Connecting_in_parallel_breaks_no_write()
    {
        var script =
            "$manifest = $args[0]; $out = 1..40 | ForEach-Object -ThrottleLimit 4 -Parallel { Import-Module $using:manifest; $null = "
            + "Connect-Intercom -Sandbox -Name shared; "
            + "1..3 | ForEach-Object { [pscustomobject]@{ Email = \"p$_@x.example\" } } | New-IntercomContact }; $out";
        var outcome = _shell.Run(script, BuiltModule.Manifest);
        Assert.Empty(outcome.Errors);
        Assert.Equal(120, outcome.Output.Count);
        // What others chose is theirs.
        Assert.Equal("test", Current());
    }

    [Fact]
    public void Each_session_has_a_current_connection_of_its_own_and_one_without_follows_the_first()
    {
        using var second = new Shell();
        using var third = new Shell();
        Assert.Equal("test", Current(second));
        second.Do("$null = Connect-Intercom -Sandbox -Name second");
        Assert.Equal(["test", "second", "test"], new[] { _shell, second, third }.Select(Current));
        _shell.Do("$null = Connect-Intercom -Sandbox -Name first");
        Assert.Equal(["first", "second", "first"], new[] { _shell, second, third }.Select(Current));

        // One that failed to connect has none: it does not fall back to the first one's.
        Assert.NotEmpty(third.Run("Connect-Intercom -Region XX").Errors);
        ExpectNone(third);
        Assert.Equal(["first", "second"], new[] { _shell, second }.Select(Current));

        // Nor may one without a choice end what others use.
        using var fourth = new Shell();
        Assert.Single(fourth.Do("Disconnect-Intercom").Warnings);
        Assert.Equal("first", Current());
        second.Do("Disconnect-Intercom first");
        ExpectNone(_shell, "'first' was closed");
    }

    [Fact]
    public void Each_sandbox_is_a_workspace_of_its_own_that_its_name_decides()
    {
        const string script =
            "(Connect-Intercom -Sandbox -Name a), (Connect-Intercom -Sandbox -Name b), (Connect-Intercom -Sandbox -Name A), "
            + "(Connect-Intercom -Sandbox)";
        Assert.Equal(["sandbox-a", "sandbox-b", "sandbox-a", "sandbox1"], _shell.Do(script).Values("WorkspaceId"));
        Assert.Equal(["sandbox-a", "sandbox-b"], _shell.Do("'a', 'b' | ForEach-Object { Get-IntercomContact -First 1 -Connection $_ }")
            .Values("WorkspaceId"));
        var error = _shell.Run("Get-IntercomContact -First 1 -Connection a | Set-IntercomContact -Name n -Connection b").Error;
        Assert.Contains("sandbox-a", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("sandbox-b", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _shell.Do("Start-IntercomSandbox; Start-IntercomSandbox").Output.Count);
        _shell.Do("Stop-IntercomSandbox");
    }
}

/// <summary>A session that never had a connection; one that ended its connection is told of that instead.</summary>
public sealed class WithoutConnectionTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Without_a_token_there_is_one_terminating_error_that_says_what_to_do()
    {
        var error = _shell.Run("1..5 | Get-IntercomContact").Error;
        Assert.Equal("Intercom.not_connected", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("Connect-Intercom", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("INTERCOM_TOKEN", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_for_the_token_that_is_empty_is_said_to_be_empty()
    {
        var error = _shell.Run("$env:INTERCOM_TOKEN = ' '; Get-IntercomTag; $env:INTERCOM_TOKEN = $null").Error;
        Assert.Equal("Intercom.empty_token_variable", error.FullyQualifiedErrorId.Split(',')[0]);
    }
}
