using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Sandbox.Tests;

public sealed class ServerTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxWorkspace(new SandboxOptions { RateLimit = 0 }));
    private readonly HttpClient _client = new();

    public ServerTests()
    {
        _client.BaseAddress = _server.BaseUri;
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task It_answers_on_loopback_only()
    {
        Assert.True(_server.BaseUri.IsLoopback);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("me", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_oversized_body_is_refused_with_413_and_a_malformed_one_with_400()
    {
        using var large = new StringContent("{\"name\":\"" + new string('x', 11 * 1024 * 1024) + "\"}", Encoding.UTF8, "application/json");
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await _client.PostAsync("contacts", large, TestContext.Current.CancellationToken)).StatusCode);
        using var broken = new StringContent("{nope", Encoding.UTF8, "application/json");
        Assert.Equal(
            HttpStatusCode.BadRequest, (await _client.PostAsync("contacts", broken, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Rubbish_on_the_wire_harms_nobody_else()
    {
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, _server.BaseUri.Port, TestContext.Current.CancellationToken);
            var rubbish = new byte[random.Next(1, 400)];
            random.NextBytes(rubbish);
            if (i % 2 == 0) Encoding.ASCII.GetBytes("POST /contacts HTTP/1.1\r\n").AsSpan(0, Math.Min(24, rubbish.Length)).CopyTo(rubbish);
            await socket.GetStream().WriteAsync(rubbish, TestContext.Current.CancellationToken);
        }
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("me", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Many_clients_at_once_are_answered()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => _client.GetAsync("contacts?per_page=5", TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => SandboxServer.Start(new SandboxWorkspace(), _server.BaseUri.Port));
}
