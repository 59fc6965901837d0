using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Intercom.PowerShell.Tests.Hostile;

/// <summary>
/// The token is nowhere to be seen, and goes nowhere else. That no other script of the suite shows it is checked by <see cref="TokenScan"/>
/// for each.
/// </summary>
public sealed class SecretTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public SecretTests() => _server.Connect(_shell);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void The_scan_finds_a_token_wherever_it_hides()
    {
        Assert.NotNull(TokenScan.Find("Bearer " + Shell.Token));
        Assert.NotNull(TokenScan.Find(new[] { new { Inner = new { Text = Shell.Token.ToUpperInvariant() } } }));
        Assert.NotNull(
            TokenScan.Find(
            new System.Collections.Hashtable { ["a"] = new object[] { 1, new Uri("https://x.example/?t=" + Shell.Token) } }));
        Assert.NotNull(
            TokenScan.Find(new ErrorRecord(new InvalidOperationException("outer", new InvalidOperationException(Shell.Token)), "id",
            ErrorCategory.NotSpecified, null)));
        Assert.Throws<InvalidOperationException>(() => _shell.Run($"'{Shell.Token}'"));
        Assert.Throws<InvalidOperationException>(() => _shell.Run($"throw '{Shell.Token}'"));
        Assert.Throws<InvalidOperationException>(() => _shell.Run($"[pscustomobject]@{{ a = @{{ b = '{Shell.Token}' }} }}"));
        var quiet = new Outcome([], [], [], [], [], []);
        foreach (var loud in new[] { quiet with { Verbose = [Shell.Token] }, quiet with { Debug = [Shell.Token] },
            quiet with { Warnings = [Shell.Token] }, quiet with { Progress = [new ProgressRecord(1, "a", Shell.Token)] } })
        {
            Assert.Throws<InvalidOperationException>(() => TokenScan.Check(loud, ""));
        }
        Assert.Null(TokenScan.Find("tok"));
    }

    [Fact]
    public void No_dump_of_a_connection_shows_it()
    {
        var connection = Assert.Single(_shell.Do("Get-IntercomConnection").Output);
        Assert.Null(TokenScan.Find(connection));
        Assert.DoesNotContain(Shell.Token, _shell.Screen("Get-IntercomConnection"), StringComparison.Ordinal);
        Assert.DoesNotContain(Shell.Token, PSSerializer.Serialize(connection, 10), StringComparison.Ordinal);
        Assert.DoesNotContain(Shell.Token,
            System.Text.Json.JsonSerializer.Serialize(connection.BaseObject, connection.BaseObject.GetType()), StringComparison.Ordinal);
        // No public member of any type leads to it either; what is private, no cmdlet prints.
        Assert.DoesNotContain(BuiltModule.Assembly.GetExportedTypes().SelectMany(type => type.GetProperties()), property =>
            property.Name.EndsWith("Token", StringComparison.Ordinal) && property.PropertyType == typeof(string)
            && property.DeclaringType!.Name != "IntercomSandbox");
    }

    [Fact]
    public void A_server_that_sends_it_back_in_every_place_shows_it_nowhere()
    {
        _server.Odd = (_, response) =>
        {
            response.StatusCode = 400;
            response.Headers["X-Request-Id"] = Shell.Token;
            response.Headers["X-Echo"] = "Bearer " + Shell.Token;
            response.OutputStream.Write(
                System.Text.Encoding.UTF8.GetBytes(
                $$"""{"type":"error.list","request_id":"{{Shell.Token}}","errors":[{"code":"{{Shell.Token}}","message":"you sent """
                + $$"""{{Shell.Token}}","field":"{{Shell.Token}}"}],"other":"{{Shell.Token}}"}"""));
            response.Close();
            return true;
        };
        var seen = _shell.Run(
            "Get-IntercomContact c1 -Verbose -Debug; Set-IntercomContact c1 -Name Ada -Verbose -Debug; Invoke-IntercomRequest contacts "
            + "-Verbose -Debug; Test-IntercomConnection -Verbose -Debug; $Error");
        Assert.True(seen.Errors.Count >= 3);
        Assert.NotEmpty(seen.Debug);
    }

    [Fact]
    public void An_object_that_holds_it_shows_stars()
    {
        _server.Answer = request =>
            request.Path == "/contacts/c1"
            ? (200,
            $$"""{"type":"contact","id":"c1","name":"{{Shell.Token}}","custom_attributes":{"{{Shell.Token}}":"{{Shell.Token}}"}"""
            + $$""","unknown":["{{Shell.Token}}"]}""") : RecordingServer.Simple(request);
        Assert.Equal(new string('*', Shell.Token.Length), _shell.Do("(Get-IntercomContact c1).Name").Output[0].ToString());
        _shell.Do("Get-IntercomContact c1; Invoke-IntercomRequest contacts/c1 -Raw; Invoke-IntercomRequest contacts/c1 -Verbose -Debug");
    }

    [Theory]
    [InlineData("http://api.intercom.io/")]
    [InlineData("http://elsewhere.example/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://127.0.0.1.elsewhere.example/")]
    [InlineData("http://localhost.elsewhere.example/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    public void Only_https_and_this_machine_are_connected_to(string address)
    {
        using var token = new SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        var error = _shell.Run("Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name elsewhere", new Uri(address), token).Error;
        var code = address.StartsWith("file", StringComparison.Ordinal) ? "not_a_server" : "insecure_address";
        Assert.Equal($"Intercom.{code},Intercom.PowerShell.ConnectIntercomCommand", error.FullyQualifiedErrorId);
        Assert.Contains("https", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("test", _shell.Do("Get-IntercomConnection").Values("Name").Single());
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_ends_the_connection_before_anything_is_sent()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var handshake = Task.Run(async () =>
        {
            using var socket = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            using var secure = new SslStream(socket.GetStream());
            try
            {
                await secure.AuthenticateAsServerAsync(certificate);
                return await secure.ReadAsync(new byte[100], TestContext.Current.CancellationToken);
            }
            catch (Exception failure) when (failure is IOException or AuthenticationException)
            {
                return 0;
            }
        });
        using var token = new SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        var error = _shell.Run("Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name tls",
            new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/"), token).Error;
        Assert.StartsWith("Intercom.tls_failed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Assert.Contains("cannot be turned off", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(0, await handshake);
        // And nowhere is there a switch for it.
        Assert.DoesNotContain(BuiltModule.Cmdlets.SelectMany(BuiltModule.Parameters), parameter =>
            parameter.Name.Contains("Skip", StringComparison.OrdinalIgnoreCase)
            && parameter.Name.Contains("Certificate", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Debug_bodies_mask_addresses_and_numbers_unless_the_connection_was_told_otherwise()
    {
        _server.Answer = request =>
            request.Path == "/contacts/c1" ? (200, """{"type":"contact","id":"c1","email":"zoe@example.com","phone":"+44 20 7946 0958"}""")
            : RecordingServer.Simple(request);
        const string script = "$DebugPreference = 'Continue'; Set-IntercomContact c1 -Email zoe@example.com -Phone '+44 20 7946 0958'";
        var masked = string.Join("\n", _shell.Do(script).Debug);
        Assert.Contains("z***@***", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("7946", masked, StringComparison.Ordinal);
        using var token = new SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        _shell.Do("$null = Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name open -ShowPersonalData", _server.BaseUri, token);
        var open = string.Join("\n", _shell.Do(script).Debug);
        Assert.Contains("zoe@example.com", open, StringComparison.Ordinal);
        Assert.Contains("7946", open, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$DebugPreference = 'Continue'; Get-IntercomContact c1", true)]
    [InlineData("Get-IntercomContact c1 -Debug", true)]
    [InlineData("Get-IntercomContact c1 -Debug -Verbose", true)]
    [InlineData("& { $DebugPreference = 'Continue'; Get-IntercomContact c1 }", true)]
    [InlineData("& { $DebugPreference = [System.Management.Automation.ActionPreference]::Continue; Get-IntercomContact c1 }", true)]
    [InlineData("& { $DebugPreference = 'SilentlyContinue'; Get-IntercomContact c1 }", false)]
    [InlineData("Get-IntercomContact c1", false)]
    public void Bodies_are_shown_in_any_spelling_of_Debug_and_nobody_is_asked_to_confirm(string script, bool shown) =>
        Assert.Equal(shown, _shell.Do(script).Debug.Count > 0);

    [Fact]
    public void A_connection_that_cannot_be_made_shows_no_token_either()
    {
        using var token = new SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        _server.Answer = _ =>
            (401, $$"""{"type":"error.list","errors":[{"code":"unauthorized","message":"Access Token Invalid {{Shell.Token}}"}]}""");
        var refused = _shell.Run("Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name broken -Verbose -Debug", _server.BaseUri, token);
        Assert.Equal(ErrorCategory.AuthenticationError, refused.Error.CategoryInfo.Category);
        // $Error and the record's invocation hold what was bound: a SecureString, which shows its type.
        Assert.Contains(
            _shell.Do("$Error | ForEach-Object { $_; $_.InvocationInfo; $_.Exception; $_.InvocationInfo.BoundParameters.Values }").Output,
            item => item is not null);
    }

    [Fact]
    public void The_token_goes_to_the_connections_host_in_one_header_and_nowhere_else()
    {
        _shell.Do(
            "Get-IntercomContact c1; Set-IntercomContact c1 -Name Ada; 215 | Send-IntercomReply 'Hello' -AdminId 1; Get-IntercomContact "
            + "-First 3; Invoke-IntercomRequest contacts/c1");
        Assert.NotEmpty(_server.Requests);
        foreach (var request in _server.Requests)
        {
            Assert.Equal("Bearer " + Shell.Token, request.Headers["Authorization"]);
            Assert.DoesNotContain(Shell.Token, request.Path + request.Body
                + string.Concat(request.Headers.Where(header => header.Key != "Authorization").Select(header => header.Value)),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("{0}\nsecond line")]
    [InlineData("{0}\u00e9")]
    public void A_token_that_can_be_none_is_refused_before_anything_is_sent_and_not_shown(string form)
    {
        using var token = new SecureString();
        foreach (var letter in string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Shell.Token))
            token.AppendChar(letter);
        var before = _server.Calls.Count;
        var error = _shell.Run($"Connect-Intercom $args[0] -BaseUri {_server.BaseUri}", token).Error;
        Assert.Equal("Intercom.invalid_token", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("token", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, _server.Calls.Count);
    }
}
