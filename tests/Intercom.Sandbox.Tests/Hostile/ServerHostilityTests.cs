using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Sandbox.Tests.Hostile;

/// <summary>
/// The sandbox server against clients that mean it ill. INTERCOM_TEST_SERVER_FUZZ sets how many spoilt requests are sent (1,000 without
/// it).
/// </summary>
public sealed class ServerHostilityTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxWorkspace(new SandboxOptions { RateLimit = 0 }));
    private readonly HttpClient _client;

    public ServerHostilityTests()
    {
        _client = new HttpClient { BaseAddress = _server.BaseUri };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any-token");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Nothing_listens_beyond_loopback()
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(end => end.Port == _server.BaseUri.Port).ToList();
        Assert.NotEmpty(listening);
        Assert.All(listening, end => Assert.True(IPAddress.IsLoopback(end.Address), end.ToString()));
        // And as another machine would try it: by each address of this one that is not loopback.
        var others = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(known => known.Address)
            .Where(address => !IPAddress.IsLoopback(address));
        foreach (var address in others)
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAnyAsync<SocketException>(() =>
                socket.ConnectAsync(new IPEndPoint(address, _server.BaseUri.Port), Stop).AsTask());
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("GET /me")]
    [InlineData("GET /me HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("GET /me HTTP/1.1\r\n\r\n")]
    [InlineData("GET  /me  HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("POST /contacts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /contacts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: many\r\n\r\n")]
    [InlineData("POST /contacts HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n")]
    [InlineData("POST /contacts HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: rot13\r\n\r\n")]
    [InlineData("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    public async Task A_malformed_request_is_refused_or_cut_off_and_never_left_waiting(string request)
    {
        var answer = await Raw(Encoding.Latin1.GetBytes(request), endOfInput: true);
        if (answer.Length > 0) Assert.Matches("^HTTP/1\\.[01] (4\\d\\d|5\\d\\d)", answer);
        await Lives();
    }

    [Theory]
    [InlineData("{nope", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{\"email\":{\"a\":1}}", 400)]
    [InlineData("{\"email\":\"\\ud800\"}", 400)]
    [InlineData("{\"email\":\"a@x.example\",\"custom_attributes\":{\"plan\":\"\\ud800\"}}", 400)]
    [InlineData("{\"email\":\"a@x.example\",\"\\udc00\":1}", 400)]
    [InlineData("{\"role\":7}", 400)]
    [InlineData("{\"email\":\"a@x.example\",\"custom_attributes\":7}", 400)]
    [InlineData("{\"email\":\"a@x.example\",\"owner_id\":{}}", 404)]
    public async Task A_body_of_the_wrong_shape_is_refused_and_leaves_nothing_behind(string body, int status)
    {
        var before = await Total();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync("contacts", content, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("error.list", JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["type"]!.ToString());
        Assert.Equal(before, await Total());
    }

    [Fact]
    public async Task A_body_ten_thousand_levels_deep_is_refused_with_400()
    {
        using var content = new StringContent(
            string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsync("contacts", content, Stop)).StatusCode);
    }

    [Fact]
    public async Task An_oversized_body_is_refused_with_413_also_when_its_length_is_not_told()
    {
        using var content = new StreamContent(new EndlessStream(12 * 1024 * 1024));
        using var request = new HttpRequestMessage(HttpMethod.Post, "contacts") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _client.SendAsync(request, Stop)).StatusCode);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _server.BaseUri.Port, Stop);
        var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("GET /me HTTP/1.1\r\nHost: 127.0.0.1\r\n"), Stop);
            var line = Encoding.ASCII.GetBytes("X-Long: " + new string('x', 8000) + "\r\n");
            for (var i = 0; i < 1000; i++) await stream.WriteAsync(line, Stop);
            Assert.Fail("Eight megabytes of headers were taken.");
        }
        catch (IOException)
        {
            // Cut off, as it should be.
        }
        await Lives();
    }

    [Fact]
    public async Task Spoilt_requests_break_nothing()
    {
        var count = TestSize.Of("INTERCOM_TEST_SERVER_FUZZ", 1_000);
        var random = new Random(7);
        string[] routes =
        [
            "POST contacts", "GET contacts/{}", "PUT contacts/{}", "POST contacts/{}/tags", "POST contacts/{}/notes",
            "POST contacts/{}/companies", "POST contacts/{}/archive", "DELETE contacts/{}", "POST contacts/search",
            "POST contacts/merge",
            "POST conversations/search", "POST conversations/100111/reply", "POST conversations/100111/parts",
            "PUT conversations/100111", "POST companies", "POST tags", "POST events", "POST events/summaries",
            "POST data_attributes",
            "POST tickets", "PUT tickets/300039", "POST tickets/search", "POST articles",
            "POST custom_object_instances/Order", "PUT admins/5001/away", "POST messages", "POST conversations",
        ];
        string[] methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "BREW"];
        string[] paths = [
            "contacts", "contacts/{}", "%00", "..%2f..", "contacts//", "contacts/%F0%28%8C%28", "?",
            "contacts?per_page=-1", "contacts?starting_after=AAAA", "x?%zz=%"];
        const string Body =
            """
            {"type":"user","id":"5001","email":"fuzz@x.example","user_id":"user-1","event_name":"x",
             "created_at":1705276800,"count":2,"name":"x","model":"contact","data_type":"options",
             "options":[{"value":"a"},{"value":"b"}],"custom_attributes":{"plan":"x"},"message_type":"comment",
             "admin_id":"5001","body":"x","query":{"operator":"AND","value":[{"field":"created_at","operator":">",
             "value":1}]},"pagination":{"per_page":5,"starting_after":"x"},"sort":{"field":"name","order":"ascending"},
             "from":"a","into":"b","users":[{"id":"x"}],"event_summaries":{"event_name":"x","count":3,"first":1,
             "last":2},"away_mode_enabled":true,"away_mode_reassign":false,"company_id":"x","external_id":"user-1",
             "contacts":[{"id":"x"}],"ticket_type_id":"1","ticket_attributes":{}}
            """;
        var statuses = new Dictionary<int, int>();
        var contact = "";
        for (var i = 0; i < count; i++)
        {
            // They are deleted on the way, all of them in time.
            if (i % 50 == 0)
            {
                using var lead = new StringContent("""{"role":"lead"}""", Encoding.UTF8, "application/json");
                using var made = await _client.PostAsync("contacts", lead, Stop);
                contact = JsonNode.Parse(await made.Content.ReadAsStringAsync(Stop))!["id"]!.ToString();
            }
            var route = random.Next(4) > 0
                ? routes[random.Next(routes.Length)]
                : $"{methods[random.Next(methods.Length)]} {paths[random.Next(paths.Length)]}";
            using var request = new HttpRequestMessage(
                new HttpMethod(route[..route.IndexOf(' ')]),
                route[(route.IndexOf(' ') + 1)..].Replace("{}", contact, StringComparison.Ordinal));
            if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            {
                request.Content = new ByteArrayContent(new Mutator(random).Spoil(Body));
            }
            using var answer = await SendAsync(request);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (status < 500) continue;
            var text = await answer.Content.ReadAsStringAsync(Stop);
            // The only intended 500, as from the real server: a cursor of another order.
            Assert.True(
                text.Contains("Internal server error", StringComparison.Ordinal),
                $"{request.Method} {request.RequestUri} answered {status}: {text}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} x {pair.Key}")));
        Assert.True(statuses.GetValueOrDefault(400) > count / 20);
        await Lives();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        try
        {
            return await _client.SendAsync(request, Stop);
        }
        catch (HttpRequestException failure)
        {
            var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(Stop));
            throw new InvalidOperationException($"{request.Method} {request.RequestUri} got no answer: {failure.Message} {body}", failure);
        }
    }

    [Fact]
    public async Task Random_bytes_on_raw_sockets_break_nothing()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            if (i % 3 == 0)
            {
                Encoding.ASCII.GetBytes(
                    "POST /contacts HTTP/1.1\r\nHost: 127.0.0.1\r\n").AsSpan(0, Math.Min(bytes.Length, 42)).CopyTo(bytes);
            }
            if (i % 3 == 1) Encoding.ASCII.GetBytes("GET /me HTTP/1.1\r\n\r\n").AsSpan(0, Math.Min(bytes.Length, 20)).CopyTo(bytes);
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, _server.BaseUri.Port, Stop);
            await socket.GetStream().WriteAsync(bytes, Stop);
            // Some go away in good order, some with a reset.
            if (i % 2 == 0) socket.LingerState = new LingerOption(true, 0);
        }
        await Lives();
    }

    [Fact]
    public async Task A_thousand_connections_stay_open_and_each_is_answered()
    {
        var sockets = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1_000; i++)
            {
                var socket = new TcpClient();
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, _server.BaseUri.Port, Stop);
            }
            // Another client is served while all of these wait.
            await Lives();
            var request = Encoding.ASCII.GetBytes(
                $"GET /me HTTP/1.1\r\nHost: 127.0.0.1:{_server.BaseUri.Port}\r\nAuthorization: Bearer any-token\r\n\r\n");
            var answers = await Task.WhenAll(sockets.Select(async socket =>
            {
                var stream = socket.GetStream();
                await stream.WriteAsync(request, Stop);
                var buffer = new byte[4096];
                var read = await stream.ReadAsync(buffer, Stop);
                return Encoding.ASCII.GetString(buffer, 0, read);
            }));
            Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal));
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
        await Lives();
    }

    [Fact]
    public async Task What_has_ended_answers_nobody_and_frees_its_port()
    {
        var port = _server.BaseUri.Port;
        await Lives();
        _server.Dispose();
        using var late = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => late.ConnectAsync(IPAddress.Loopback, port, Stop).AsTask());
        using var again = SandboxServer.Start(new SandboxWorkspace(), port);
        Assert.Equal(port, again.BaseUri.Port);
    }

    private async Task<int> Total() =>
        JsonNode.Parse(await _client.GetStringAsync("contacts?per_page=1", Stop))!["total_count"]!.GetValue<int>();

    private async Task Lives() => Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("me", Stop)).StatusCode);

    /// <summary>Sends bytes and reads until the server ends the connection or has answered.</summary>
    private async Task<string> Raw(byte[] request, bool endOfInput)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _server.BaseUri.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(request, Stop);
        if (endOfInput) socket.Client.Shutdown(SocketShutdown.Send);
        var buffer = new byte[4096];
        try
        {
            var read = await stream.ReadAsync(buffer, Stop);
            return Encoding.Latin1.GetString(buffer, 0, read);
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>So many bytes of white space.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            Array.Fill(buffer, (byte)' ', offset, read);
            _left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
