using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Xunit;

namespace Intercom.Client.Tests.Http;

public class TransportTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_answers_are_asked_for_and_read(string encoding)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = AnswerOnceAsync(listener, encoding, """{"type":"admin","id":"1","name":"Ada"}""");
        using var client = new IntercomClient(new IntercomClientOptions
        {
            BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), Token = "secret-token", Budget = new CallBudget(TimeProvider.System),
        });
        var admin = await client.SendAsync<Admin>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("Ada", admin!.Name);
        var offer = Array.Find((await asked).Split("\r\n"), line => line.StartsWith("Accept-Encoding:", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(encoding, offer, StringComparison.Ordinal);
    }

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

    private static async Task<string> AnswerOnceAsync(TcpListener listener, string encoding, string json)
    {
        using var connection = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        using var stream = new NetworkStream(connection);
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, CancellationToken.None) == 1) head.Append((char)one[0]);
        var body = new MemoryStream();
        using (Stream packed = encoding switch { "gzip" => new GZipStream(body, CompressionMode.Compress, true), "br" => new BrotliStream(body, CompressionMode.Compress, true), _ => new ZLibStream(body, CompressionMode.Compress, true) })
        {
            await packed.WriteAsync(Encoding.UTF8.GetBytes(json), CancellationToken.None);
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n"), CancellationToken.None);
        await stream.WriteAsync(body.ToArray(), CancellationToken.None);
        return head.ToString();
    }
}
