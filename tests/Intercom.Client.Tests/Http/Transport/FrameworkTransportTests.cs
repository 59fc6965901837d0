using System.Net;
using System.Net.Http;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>How the netstandard2.0 build configures the transport of .NET Framework. Part of the suite only there.</summary>
public class FrameworkTransportTests
{
    [Fact]
    public void One_handler_serves_the_process_and_follows_no_redirect()
    {
        var handler = Assert.IsType<HttpClientHandler>(Transport.Shared);
        Assert.Same(handler, Transport.Shared);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        // The default of .NET Framework is two connections for each host.
        Assert.InRange(handler.MaxConnectionsPerServer, 32, 128);
    }

    [Fact]
    public void A_secure_protocol_that_Intercom_takes_is_among_those_that_are_offered()
    {
        _ = Transport.Shared;
        Assert.True(ServicePointManager.SecurityProtocol == 0 || ServicePointManager.SecurityProtocol.HasFlag(SecurityProtocolType.Tls12));
    }

    [Fact]
    public async Task Connections_to_the_host_end_in_time_to_follow_it_when_it_moves()
    {
        using var server = new RawServer(RawServer.Answer([(byte)'{', (byte)'}']));
        using var client = server.Client();
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(ServicePointManager.FindServicePoint(server.BaseUri).ConnectionLeaseTimeout, 60_000, 900_000);
        Assert.InRange(ServicePointManager.FindServicePoint(server.BaseUri).MaxIdleTime, 1_000, 5_000);
    }

    [Fact]
    public async Task A_script_that_accepts_any_certificate_for_the_process_does_not_accept_it_for_us()
    {
        Assert.SkipWhen(Type.GetType("Mono.Runtime") is not null, "mono cannot make a certificate.");
        var before = ServicePointManager.ServerCertificateValidationCallback;
        ServicePointManager.ServerCertificateValidationCallback = (_, _, _, _) => true;
        try
        {
            using var certificate = RawServer.SelfSigned();
            using var server = new RawServer((_, _) => Task.CompletedTask, certificate);
            using var client = server.Client();
            await Assert.ThrowsAsync<IntercomApiException>(() =>
                client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: TestContext.Current.CancellationToken));
            Assert.Empty(server.Requests);
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = before;
        }
    }

    [Fact]
    public async Task A_proxy_that_requires_a_login_is_told_from_the_server()
    {
        Assert.SkipWhen(Type.GetType("Mono.Runtime") is not null, "mono's transport does not ask for the process's proxy.");
        var before = WebRequest.DefaultWebProxy;
        using var proxy = new RawServer(
            RawServer.Answer([], "Proxy-Authenticate: Basic realm=\"proxy\"\r\n", "407 Proxy Authentication Required"));
        WebRequest.DefaultWebProxy = new WebProxy(proxy.BaseUri);
        try
        {
            using var client = new IntercomClient(new IntercomClientOptions
            {
                BaseUri = new Uri("https://api.test.invalid/"), Token = "secret-token", Budget = new CallBudget(TimeProvider.System),
            });
            var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
                client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: TestContext.Current.CancellationToken));
            Assert.Equal("proxy_authentication_required", failure.Code);
            Assert.All(proxy.Requests, request => Assert.DoesNotContain("secret-token", request, StringComparison.Ordinal));
        }
        finally
        {
            WebRequest.DefaultWebProxy = before;
        }
    }

    [Fact]
    public async Task A_body_goes_out_without_asking_first_whether_it_may()
    {
        using var server = new RawServer(RawServer.Answer([(byte)'{', (byte)'}']));
        using var client = server.Client();
        await client.SendAsync<Contact>(
            new ApiRequest("POST", "contacts") { Body = new System.Text.Json.Nodes.JsonObject { ["name"] = "Ada" } },
            cancellation: TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Expect:", Assert.Single(server.Requests), StringComparison.OrdinalIgnoreCase);
    }
}
