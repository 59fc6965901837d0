namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// What goes to the streams, and that nobody is asked for it: the host of these tests has nobody to ask, so that a question would be an
/// error.
/// </summary>
public sealed class StreamTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public StreamTests() => _server.Connect(_shell);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    public static TheoryData<string> Warned =>
    [
        "Search-IntercomContact @{ role = 'user' } -SortBy nosuch",
        "Send-IntercomEvent placed-order -UserId u1 -Metadata @{ cart = @{ a = 1 } }",
        "Get-IntercomConnection | Disconnect-Intercom; Disconnect-Intercom",
    ];

    [Theory, MemberData(nameof(Warned))]
    public void Debug_and_Verbose_warn_without_asking(string script)
    {
        foreach (var switches in new[] { "-Debug", "-Verbose", "-Debug -Verbose" })
        {
            if (!script.Contains("Disconnect", StringComparison.Ordinal)) Assert.Single(_shell.Do($"{script} {switches}").Warnings);
        }
        Assert.Single(_shell.Do($"{script} -Debug").Warnings);
    }

    [Fact]
    public void A_preference_for_warnings_holds_with_Debug_too()
    {
        const string script = "Search-IntercomContact @{ role = 'user' } -SortBy nosuch -Debug";
        Assert.Empty(_shell.Do($"$WarningPreference = 'SilentlyContinue'; {script}").Warnings);
        Assert.Empty(_shell.Do($"{script} -WarningAction SilentlyContinue").Warnings);
        Assert.Single(_shell.Do($"$WarningPreference = 'Continue'; {script} -WarningVariable told; "
            + "if ($told.Count -ne 1) { throw \"$($told.Count)\" }").Warnings);
        // A preference of Inquire still prompts.
        Assert.Single(_shell.Run($"$WarningPreference = 'Inquire'; {script}").Errors);
    }

    [Fact]
    public void An_error_and_a_write_with_Debug_ask_nobody()
    {
        _server.Answer = request =>
            request.Path == "/contacts/bad" ? (404, """{"type":"error.list","errors":[{"code":"not_found","message":"User Not Found"}]}""")
            : RecordingServer.Simple(request);
        var seen = _shell.Run("'bad', 'c1' | Set-IntercomContact -Name n -PassThru -Debug");
        Assert.Equal("bad", seen.Error.TargetObject.ToString());
        Assert.Single(seen.Output);
        Assert.NotEmpty(seen.Debug);
    }
}
