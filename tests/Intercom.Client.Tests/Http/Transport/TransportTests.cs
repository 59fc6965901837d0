using System.Net;
using System.Net.Http;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests.Http;

/// <summary>The transport of the net8.0 build. FrameworkTransportTests replaces these tests on .NET Framework.</summary>
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
        // A server closes idle connections. A request that must not run twice is never sent on one that may be closed.
        var fresh = Assert.IsType<SocketsHttpHandler>(Transport.Fresh);
        Assert.InRange(fresh.PooledConnectionIdleTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        Assert.InRange(handler.PooledConnectionIdleTimeout, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_connection_that_does_not_come_about_in_its_time_was_never_made()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(20),
            ConnectCallback = async (_, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                throw new InvalidOperationException("It never comes here.");
            },
        };
        var time = new FakeTimeProvider();
        using var client = new IntercomClient(
            new IntercomClientOptions
            {
                Handler = handler, Token = "secret-token", Time = time, Budget = new CallBudget(time),
                Timeout = TimeSpan.FromMinutes(5),
            });
        var send = client.SendRawAsync(
            new ApiRequest("POST", "messages") { Retry = RetryClass.Once }, cancellation: TestContext.Current.CancellationToken);
        // A message that never left may be sent again.
        while (!send.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => send);
        Assert.Equal(("connection_failed", RequestOutcome.NotApplied, 5), (failure.Code, failure.Outcome, failure.Attempts));
        Assert.Contains("could not reach", failure.Message, StringComparison.Ordinal);
    }
}
