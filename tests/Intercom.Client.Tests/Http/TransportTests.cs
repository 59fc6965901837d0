using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Intercom.Http;
using Xunit;

namespace Intercom.Client.Tests.Http;

/// <summary>What the transport of the net8.0 build can do; FrameworkTransportTests stands in its place on .NET Framework.</summary>
public class TransportTests
{
    [Fact]
    public async Task The_newer_protocol_is_offered_and_the_older_one_taken()
    {
        using var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        using var client = server.Client();
        using var answer = await client.SendRawAsync(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken);
        var request = Assert.Single(server.Requests);
        Assert.Equal(HttpVersion.Version20, request.Version);
        Assert.Equal(HttpVersionPolicy.RequestVersionOrLower, request.VersionPolicy);
    }

    [Fact]
    public void One_handler_serves_the_process_and_its_connections_end_in_time_to_follow_a_moved_host()
    {
        var handler = Assert.IsType<SocketsHttpHandler>(Transport.Shared);
        Assert.Same(handler, Transport.Shared);
        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
        Assert.True(handler.EnableMultipleHttp2Connections);
        Assert.False(handler.AllowAutoRedirect);
    }
}
