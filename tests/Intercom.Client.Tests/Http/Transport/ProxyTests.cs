using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>The effects of a proxy on a request, counted at the proxy and behind it.</summary>
public class ProxyTests
{
    private static ApiRequest Create(RetryClass retry = RetryClass.Once) => new("POST", "contacts")
    {
        Retry = retry, Body = new JsonObject { ["name"] = "Ada" },
    };

    [Theory]
    [InlineData(RawProxy.AskForLogin, "proxy_authentication_required", 1, 1)]
    [InlineData("407 Proxy Authentication Required", "proxy_authentication_required", 1, 0)]
    [InlineData("403 Forbidden", "proxy_refused", 1, 0)]
    [InlineData("502 Bad Gateway", "connection_failed", 5, 0)]
    [InlineData(RawProxy.Reset, "connection_failed", 5, 0)]
    public async Task The_password_of_a_proxy_is_in_no_error_and_a_refusal_is_not_repeated(
        string answer, string code, int attempts, int logins)
    {
        using var proxy = new RawProxy(_ => answer);
        using var client = proxy.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => proxy.Time.Run(client.SendAsync<Contact>(Create())));
        Assert.Equal((code, RequestOutcome.NotApplied, attempts, logins), (failure.Code, failure.Outcome, failure.Attempts, proxy.Logins));
        Assert.Equal(0, failure.StatusCode);
        AssertHidesLogin(failure);
        Assert.Contains($"the proxy 127.0.0.1:{proxy.Address.Port}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://ines:pr0xy-s3cret@127.0.0.1:1/")]
    [InlineData("http://ines:pr0xy-s3cret@{0}:3128/")]
    [InlineData("http://ines:pr0xy%2Fs3cret@127.0.0.1:1/")]
    public async Task Nor_of_one_that_cannot_be_reached(string address)
    {
        using var proxy =
            new RawProxy(_ => RawProxy.Reset)
            {
                Address = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, OutcomeTests.NoName)),
            };
        using var client = proxy.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => proxy.Time.Run(client.SendAsync<Contact>(Create())));
        Assert.Equal(("connection_failed", RequestOutcome.NotApplied, 5), (failure.Code, failure.Outcome, failure.Attempts));
        AssertHidesLogin(failure);
    }

    [Fact]
    public async Task Many_requests_at_once_log_in_once_and_a_later_one_tries_again_after_a_minute()
    {
        // The clock does not move, so nothing here waits.
        var isRight = false;
        using var server = new Http2Server(_ => Http2Act.Answer);
        using var proxy = new RawProxy(
            head => head.Contains("Proxy-Authorization:", StringComparison.Ordinal) && Volatile.Read(ref isRight)
                ? RawProxy.Open
                : RawProxy.AskForLogin,
            server.Port);
        using var client = proxy.Client();
        var failures = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(Create()))));
        Assert.All(failures, failure =>
            Assert.Equal(("proxy_authentication_required", RequestOutcome.NotApplied), (failure.Code, failure.Outcome)));
        Assert.Equal(1, proxy.Logins);

        Volatile.Write(ref isRight, true);
        await Assert.ThrowsAsync<IntercomApiException>(() =>
            client.SendAsync<Contact>(Create(), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(1, proxy.Logins);
        proxy.Time.Advance(EnvironmentProxy.Memory);
        await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => client.SendAsync<Contact>(Create(), cancellation: TestContext.Current.CancellationToken)));
        Assert.Equal(64, server.Executed.Count);
    }

    [Fact]
    public async Task A_request_whose_tunnel_was_reset_is_sent_again_and_done_once()
    {
        var resets = 20;
        using var server = new Http2Server(_ => Http2Act.Answer);
        using var proxy = new RawProxy(_ => Interlocked.Decrement(ref resets) >= 0 ? RawProxy.Reset : RawProxy.Open, server.Port);
        using var client = proxy.Client();
        await proxy.Time.Run(client.SendAsync<Contact>(Create(), cancellation: TestContext.Current.CancellationToken));
        Assert.Single(server.Executed);
    }

    [Fact]
    public async Task A_403_from_behind_the_proxy_is_Intercoms_own()
    {
        using var certificate = RawServer.SelfSigned();
        using var server = new RawServer(
            (stream, stop) => stream.WriteAsync(
                RawServer.Answer(
                    Encoding.UTF8.GetBytes("""{"type":"error.list","errors":[{"code":"forbidden"}]}"""), status: "403 Forbidden"),
                stop).AsTask(),
            certificate);
        using var proxy = new RawProxy(_ => RawProxy.Open, server.BaseUri.Port);
        using var client = proxy.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => proxy.Time.Run(client.SendAsync<Contact>(Create())));
        Assert.Equal(("forbidden", 403), (failure.Code, failure.StatusCode));
    }

    [Fact]
    public async Task This_machine_is_reached_without_the_proxy()
    {
        using var server = new RawServer(RawServer.Answer("{}"u8.ToArray()));
        using var proxy = new RawProxy(_ => RawProxy.Reset);
        using var client = proxy.Client(server.BaseUri.AbsoluteUri);
        await proxy.Time.Run(client.SendAsync<Contact>(Create(), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(0, proxy.Connects);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void On_Windows_a_proxy_without_a_password_gets_the_users_own_credentials()
    {
        Assert.Same(System.Net.CredentialCache.DefaultCredentials, Transport.DefaultProxyCredentials(isWindows: true));
        Assert.Null(Transport.DefaultProxyCredentials(isWindows: false));
        var proxy = new EnvironmentProxy(new System.Net.WebProxy("http://proxy.test:3128"), System.Net.CredentialCache.DefaultCredentials);
        Assert.Same(
            System.Net.CredentialCache.DefaultNetworkCredentials, proxy.GetCredential(new Uri("http://proxy.test:3128"), "Negotiate"));
        proxy.Refuse(DateTimeOffset.UnixEpoch);
        Assert.Null(proxy.GetCredential(new Uri("http://proxy.test:3128"), "Negotiate"));
    }

    [Theory]
    [InlineData("https://ines:pr0xy-s3cret@api.intercom.io/")]
    [InlineData("http://ines:pr0xy-s3cret@api.intercom.io/")]
    public void An_address_with_a_login_is_refused_without_showing_it(string address)
    {
        var options = new IntercomClientOptions { BaseUri = new Uri(address), Token = "secret-token" };
        var failure = Assert.Throws<InvalidInputException>(() => new IntercomClient(options));
        AssertHidesLogin(failure);
        Assert.Equal(address.StartsWith("https", StringComparison.Ordinal) ? "address_with_login" : "insecure_address", failure.Code);
        Assert.Contains("://api.intercom.io/", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to proxy 'http://ines:pr0xy-s3cret@proxy:80/' failed", "to proxy 'http://proxy:80/' failed")]
    [InlineData("socks5://ines:p@ss@proxy:80", "socks5://proxy:80")]
    [InlineData("https://ines@proxy", "https://proxy")]
    [InlineData("https://api.intercom.io/contacts?email=ada@acme.example", "https://api.intercom.io/contacts?email=ada@acme.example")]
    [InlineData("see https://api.intercom.io or ask ada@acme.example", "see https://api.intercom.io or ask ada@acme.example")]
    public void Addresses_are_shown_without_a_login(string text, string shown)
    {
        Assert.Equal(shown, Redaction.Addresses(text));
        Assert.Equal(text != shown, Redaction.HasLogin(text));
    }

    private static void AssertHidesLogin(Exception failure)
    {
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ines", failure.ToString(), StringComparison.Ordinal);
    }
}
