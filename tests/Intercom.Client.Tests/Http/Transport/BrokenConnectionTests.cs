using System.Net.Sockets;
using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>
/// A real connection that is kept alive and then ends after a request arrived, before its answer: the transport below would send the
/// request again by itself.
/// </summary>
public sealed class BrokenConnectionTests : IDisposable
{
    private readonly LoopbackServer _server;
    private int _writes;
    private int _connections;
    private bool _staysOpen = false;

    private Uri BaseUri => new($"http://127.0.0.1:{_server.Port}/");

    public BrokenConnectionTests() => _server = new LoopbackServer(TalkAsync);

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_must_not_happen_twice_arrives_once_when_a_kept_alive_connection_ends(bool body)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var handler = Transport.CreateHandler();
        using var client = new IntercomClient(new IntercomClientOptions
        {
            BaseUri = BaseUri, Token = "t", Handler = handler, Budget = new CallBudget(TimeProvider.System),
        });
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: cancellation);
        var write = new ApiRequest("POST", "conversations/1/reply")
        {
            Retry = RetryClass.Once, Body = body ? new JsonObject { ["body"] = "x" } : null,
        };
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(write, cancellation: cancellation));
        Assert.Equal("connection_broken", failure.Code);
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Equal(1, Volatile.Read(ref _writes));
    }

#if NET
    [Fact]
    public async Task A_delete_that_the_transport_repeats_by_itself_has_found_its_own_work()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var handler = Transport.CreateHandler();
        using var client = new IntercomClient(
            new IntercomClientOptions { BaseUri = BaseUri, Token = "t", Handler = handler, Budget = new CallBudget(TimeProvider.System) });
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: cancellation);
        // The first request is executed and its connection ends. The second finds nothing.
        Assert.Null(
            await client.SendAsync<Contact>(
                new ApiRequest("DELETE", "contacts/1") { Retry = RetryClass.Idempotent }, cancellation: cancellation));
        Assert.Equal(2, Volatile.Read(ref _writes));
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_again_leaves_what_was_sent_before_unknown()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var handler = Transport.CreateHandler();
        using var client = new IntercomClient(
            new IntercomClientOptions { BaseUri = BaseUri, Token = "t", Handler = handler, Budget = new CallBudget(TimeProvider.System) });
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: cancellation);
        _server.StopListening();
        var write = new ApiRequest("POST", "conversations/1/reply") { Retry = RetryClass.Once, Body = new JsonObject { ["body"] = "x" } };
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(write, cancellation: cancellation));
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Equal(1, Volatile.Read(ref _writes));
    }

    [Fact]
    public async Task What_must_not_happen_twice_goes_out_on_connections_of_its_own_and_a_run_makes_one()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _staysOpen = true;
        using var client = new IntercomClient(
            new IntercomClientOptions { BaseUri = BaseUri, Token = "t", Budget = new CallBudget(TimeProvider.System) });
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: cancellation);
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: cancellation);
        Assert.Equal(1, Volatile.Read(ref _connections));
        for (var reply = 0; reply < 20; reply++)
        {
            await client.SendAsync<Contact>(
                new ApiRequest("POST", "conversations/1/reply") { Retry = RetryClass.Once, Body = new JsonObject { ["body"] = "x" } },
                cancellation: cancellation);
        }
        Assert.Equal(2, Volatile.Read(ref _connections));
        Assert.Equal(20, Volatile.Read(ref _writes));
    }
#endif

    private async Task TalkAsync(TcpClient connection, CancellationToken stop)
    {
        Interlocked.Increment(ref _connections);
        var stream = connection.GetStream();
        while (await RequestAsync(stream) is { } request)
        {
            var isWrite = !request.StartsWith("GET", StringComparison.Ordinal);
            if (isWrite && Interlocked.Increment(ref _writes) == 1 && !_staysOpen) return;
            if (request.StartsWith("DELETE", StringComparison.Ordinal))
            {
                await stream.WriteAsync(
                    "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), stop);
                continue;
            }
            await stream.WriteAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"u8.ToArray(), stop);
        }
    }

    /// <summary>Reads one request with its body. Null at the end of the connection.</summary>
    private static async Task<string?> RequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) return null;
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            var head = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) continue;
            var mark = text.ToString().IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            var length = mark < 0
                ? 0
                : int.Parse(
                    text.ToString().AsSpan(mark + 16, text.ToString().IndexOf('\r', mark) - mark - 16),
                    System.Globalization.CultureInfo.InvariantCulture);
            if (text.Length >= head + 4 + length) return text.ToString();
        }
    }
}
