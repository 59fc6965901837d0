using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Intercom.Shell.Tests;

/// <summary>The environment's proxy is used, and one that listens in learns nothing.</summary>
public class ProxyTests
{
    private const string Token = "tok_3v3ryb0dy";
    private const string Password = "pr0xy-s3cret";

    [Fact]
    public async Task Calls_go_through_the_proxy_of_the_environment_and_one_that_listens_in_is_refused()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        Task<(string Head, int Heard)> seen = Task.Run(() => ListenIn(proxy));
        string address = $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";

        ShellResult result = await ShellProcess.RunWith(
            new Dictionary<string, string?> { ["INTERCOM_TOKEN"] = Token, ["INTERCOM_REGION"] = "EU", ["https_proxy"] = address,
                ["HTTPS_PROXY"] = address, ["all_proxy"] = null, ["no_proxy"] = null, ["NO_PROXY"] = null },
            "Get-IntercomTag -Verbose");

        (string head, int heard) = await seen;
        Assert.StartsWith("CONNECT api.eu.intercom.io:443 HTTP/1.1", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, heard);
        Assert.Contains("secure connection", result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, head + result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"",
        "Intercom.proxy_authentication_required", 1)]
    [InlineData("403 Forbidden", "Intercom.proxy_refused", 0)]
    public async Task A_proxys_password_is_nowhere_to_be_seen_and_a_long_pipeline_logs_in_once(string answer, string id, int logins)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        int seen = 0;
        _ = Task.Run(() => Refuse(proxy, answer, () => Interlocked.Increment(ref seen)));
        string host = $"127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";
        string address = $"http://ines:{Password}@{host}";
        DirectoryInfo folder = Directory.CreateTempSubdirectory("proxy-test-");
        try
        {
            string transcript = Path.Combine(folder.FullName, "transcript.txt");
            ShellResult result = await ShellProcess.RunWith(
                new Dictionary<string, string?> { ["INTERCOM_TOKEN"] = Token, ["INTERCOM_REGION"] = "EU", ["https_proxy"] = address,
                    ["HTTPS_PROXY"] = address, ["all_proxy"] = null, ["no_proxy"] = null, ["NO_PROXY"] = null },
                $$"""
                $null = Start-Transcript '{{transcript}}'
                1..1000 | ForEach-Object { [pscustomobject]@{ Email = "p$_@acme.example" } } | New-IntercomContact -Verbose -Debug
                Test-IntercomConnection | Format-List * | Out-String
                $Error | Format-List * -Force | Out-String
                $Error | ForEach-Object { $_.Exception.ToString(); $_.CategoryInfo; $_.TargetObject | Out-String }
                Get-Error | Out-String
                "refusals: $(@($Error | Where-Object FullyQualifiedErrorId -like '{{id}},*').Count)"
                $null = Stop-Transcript
                """);
            string all = result.Output + result.Error + await File.ReadAllTextAsync(transcript, TestContext.Current.CancellationToken);
            // One error for all rows; what was under way is in the list of a run that ended early.
            Assert.Contains("refusals: 1\n", all, StringComparison.Ordinal);
            Assert.Contains(host, all, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, all, StringComparison.Ordinal);
            Assert.DoesNotContain("ines:", all, StringComparison.Ordinal);
            Assert.Equal(logins, Volatile.Read(ref seen));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Answers each CONNECT with the same words and tells of those that carry a login.</summary>
    private static async Task Refuse(TcpListener proxy, string answer, Action login)
    {
        try
        {
            while (true)
            {
                TcpClient socket = await proxy.AcceptTcpClientAsync();
                _ = Task.Run(async () =>
                {
                    using TcpClient open = socket;
                    using var reader = new StreamReader(open.GetStream(), Encoding.ASCII);
                    while (await reader.ReadLineAsync() is { } line)
                    {
                        if (line.StartsWith("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase)) login();
                        if (line.Length == 0)
                            await open.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n"));
                    }
                });
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>
    /// Takes one tunnel and answers in the server's place, with a certificate of its own; returns what it received before encryption, and
    /// how much after.
    /// </summary>
    private static async Task<(string Head, int Heard)> ListenIn(TcpListener proxy)
    {
        using TcpClient socket = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        NetworkStream stream = socket.GetStream();
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(one, TestContext.Current.CancellationToken) > 0) head.Append((char)one[0]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 Connection established\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var key = RSA.Create(2048);
        using X509Certificate2 made = new CertificateRequest("CN=api.eu.intercom.io", key, HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        using var secure = new SslStream(stream);
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
            return (head.ToString(), await secure.ReadAsync(new byte[100], TestContext.Current.CancellationToken));
        }
        catch (Exception failure) when (failure is IOException or AuthenticationException)
        {
            return (head.ToString(), 0);
        }
    }
}
