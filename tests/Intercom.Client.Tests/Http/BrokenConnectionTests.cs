using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Xunit;

namespace Intercom.Client.Tests.Http;

/// <summary>A real connection that is kept alive and then ends after a request arrived, before its answer: the transport below would send the request again by itself.</summary>
public sealed class BrokenConnectionTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _writes;

    public BrokenConnectionTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_must_not_happen_twice_arrives_once_when_a_kept_alive_connection_ends(bool body)
    {
        var cancellation = TestContext.Current.CancellationToken;
        _ = Task.Run(ServeAsync, cancellation);
        using var handler = Transport.CreateHandler();
        using var client = new IntercomClient(new IntercomClientOptions
        {
            BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"), Token = "t", Handler = handler, Budget = new CallBudget(TimeProvider.System),
        });
        await client.SendAsync<Contact>(new ApiRequest("GET", "contacts/1"), cancellation: cancellation);
        var write = new ApiRequest("POST", "conversations/1/reply") { Retry = RetryClass.Once, Body = body ? new JsonObject { ["body"] = "x" } : null };
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(write, cancellation: cancellation));
        Assert.Equal("connection_broken", failure.Code);
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Equal(1, Volatile.Read(ref _writes));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient connection)
    {
        using (connection)
        {
            var stream = connection.GetStream();
            while (await RequestAsync(stream) is { } request)
            {
                if (request.StartsWith("POST", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _writes);
                    return;
                }
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"u8.ToArray());
            }
        }
    }

    /// <summary>Reads one request, its body too; null at the end of the connection.</summary>
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
            var length = mark < 0 ? 0 : int.Parse(text.ToString().AsSpan(mark + 16, text.ToString().IndexOf('\r', mark) - mark - 16), System.Globalization.CultureInfo.InvariantCulture);
            if (text.Length >= head + 4 + length) return text.ToString();
        }
    }
}
