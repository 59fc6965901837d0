using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Intercom.Http;
using Xunit;

namespace Intercom.Client.Tests.Http;

/// <summary>How the netstandard2.0 build sets up the transport of .NET Framework; part of the suite there only.</summary>
public class FrameworkTransportTests
{
    [Fact]
    public void One_handler_serves_the_process_and_follows_no_redirect()
    {
        var handler = Assert.IsType<HttpClientHandler>(Transport.Shared);
        Assert.Same(handler, Transport.Shared);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        // .NET Framework has two connections for each host unless it is told otherwise.
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
    public async Task A_body_goes_out_without_asking_first_whether_it_may()
    {
        using var server = new RawServer(RawServer.Answer([(byte)'{', (byte)'}']));
        using var client = server.Client();
        await client.SendAsync<Contact>(new ApiRequest("POST", "contacts") { Body = new System.Text.Json.Nodes.JsonObject { ["name"] = "Ada" } }, cancellation: TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Expect:", Assert.Single(server.Requests), StringComparison.OrdinalIgnoreCase);
    }
}
