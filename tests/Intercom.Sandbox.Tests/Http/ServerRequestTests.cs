using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Sandbox.Tests;

/// <summary>What clients send that HttpClient does not: byte for byte on a socket, as curl, SDKs and proxies write it.</summary>
public sealed class ServerRequestTests : IDisposable
{
    private const string Token = "Authorization: Bearer any-token\r\n";
    private readonly SandboxWorkspace _workspace = new(new SandboxOptions { RateLimit = 0 });
    private readonly SandboxServer _server;

    public ServerRequestTests() => _server = SandboxServer.Start(_workspace);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("POST", "archive", "")]
    [InlineData("POST", "archive", "Content-Length: 0\r\n")]
    [InlineData("POST", "archive", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n")]
    [InlineData("POST", "archive", "", "", "HTTP/1.0")]
    [InlineData("PUT", "", "")]
    public async Task A_call_needs_no_body_and_no_length(
        string method, string action, string header, string body = "", string version = "HTTP/1.1")
    {
        var id = await FirstContact();
        var address = action.Length > 0 ? $"/contacts/{id}/{action}" : $"/contacts/{id}";
        var answer = await Send($"{method} {address} {version}\r\n{Host}{Token}{header}Connection: close\r\n\r\n{body}");
        Assert.Equal(200, answer.Status);
        Assert.Equal(id, answer.Json!["id"]!.ToString());
        Assert.True(_workspace.Calls[^1].Executed);
        Assert.Null(_workspace.Calls[^1].Body);
    }

    [Theory]
    [InlineData("any-token:", 200)]
    [InlineData("any-token:any password", 200)]
    [InlineData(":any-token", 401)]
    [InlineData("revoked:", 401)]
    public async Task The_token_can_be_the_user_of_Basic_authentication(string pair, int status)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
        Assert.Equal(status, (await Send($"GET /me HTTP/1.1\r\n{Host}Authorization: Basic {basic}\r\nConnection: close\r\n\r\n")).Status);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Digest any-token")]
    [InlineData("any-token")]
    public async Task Any_other_authorization_is_refused(string value) => Assert.Equal(
        401, (await Send($"GET /me HTTP/1.1\r\n{Host}Authorization: {value}\r\nConnection: close\r\n\r\n")).Status);

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        var read = await Send($"GET /admins HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n");
        var head = await Send($"HEAD /admins HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n");
        Assert.Equal(200, head.Status);
        Assert.Equal(Encoding.UTF8.GetByteCount(read.Body).ToString(CultureInfo.InvariantCulture), head.Headers["Content-Length"]);
        Assert.Equal("", head.Body);
        Assert.Equal(404, (await Send($"HEAD /contacts/none HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n")).Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/me?x=1")]
    [InlineData("http://localhost:{port}/me")]
    public async Task The_target_can_be_a_whole_address(string target)
    {
        // A proxy's client writes so. The host of the address counts, not the one of the header.
        target = target.Replace("{port}", $"{_server.BaseUri.Port}", StringComparison.Ordinal);
        Assert.Equal(200, (await Send($"GET {target} HTTP/1.1\r\nHost: other.example\r\n{Token}Connection: close\r\n\r\n")).Status);
        Assert.Equal("/me", _workspace.Calls[^1].Path);
    }

    [Fact]
    public async Task The_links_of_a_list_name_the_host_that_was_asked()
    {
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::1]" })
        {
            var answer = await Send(
                $"GET /articles?per_page=2 HTTP/1.1\r\nHost: {host}:{_server.BaseUri.Port}\r\n{Token}Connection: close\r\n\r\n");
            Assert.StartsWith(
                $"http://{host}:{_server.BaseUri.Port}/articles?", answer.Json!["pages"]!["next"]!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_answers_on_both_loopback_addresses()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 && CanListenOnIPv6(), "This computer has no ::1.");
        var answer = await Send(
            $"GET /me HTTP/1.1\r\nHost: [::1]:{_server.BaseUri.Port}\r\n{Token}Connection: close\r\n\r\n", IPAddress.IPv6Loopback);
        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("sandbox.example")]
    [InlineData("127.0.0.1.example")]
    [InlineData("10.0.0.1")]
    public async Task A_name_of_another_computer_is_refused(string host)
    {
        // A page in a browser could otherwise read the sandbox by a name that resolves to 127.0.0.1.
        var answer = await Send($"GET /me HTTP/1.1\r\nHost: {host}\r\n{Token}\r\n");
        Assert.Equal(421, answer.Status);
        Assert.Equal("error.list", answer.Json!["type"]!.ToString());
    }

    [Fact]
    public async Task Requests_on_one_connection_are_answered_in_their_order()
    {
        using var socket = await Connect(IPAddress.Loopback);
        var stream = socket.GetStream();
        var requests = string.Concat(Enumerable.Range(0, 20).Select(i => $"GET /me?n={i} HTTP/1.1\r\n{Host}{Token}\r\n"))
            + $"GET /teams HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(requests), Stop);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(Stop);
        Assert.Equal(21, text.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Equal(
            [.. Enumerable.Range(0, 20).Select(i => $"n={i}"), ""], _workspace.Calls.Select(call => call.Query).ToArray());
    }

    [Fact]
    public async Task A_client_that_asks_first_is_told_to_continue()
    {
        using var socket = await Connect(IPAddress.Loopback);
        var stream = socket.GetStream();
        const string Body = """{"name":"After the question"}""";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /tags HTTP/1.1\r\n{Host}{Token}Expect: 100-continue\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n"),
            Stop);
        var buffer = new byte[25];
        await stream.ReadExactlyAsync(buffer, Stop);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(buffer));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body), Stop);
        var answer = await Answer.ReadAsync(stream, Stop);
        Assert.Equal("After the question", answer.Json!["name"]!.ToString());
    }

    [Fact]
    public async Task A_body_may_come_in_chunks_of_any_size_and_end_with_headers()
    {
        var answer = await Send(
            $"POST /tags HTTP/1.1\r\n{Host}{Token}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + "1\r\n{\r\n8;x=y\r\n\"name\":\"\r\nC\r\nIn pieces 1\"\r\n1\r\n}\r\n0\r\nX-Sum: 1\r\n\r\n");
        Assert.Equal("In pieces 1", answer.Json!["name"]!.ToString());
    }

    [Theory]
    [InlineData("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", 400)]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n", 400)]
    [InlineData("Content-Length: +2\r\n", 400)]
    [InlineData("Content-Length : 2\r\n", 400)]
    [InlineData("X-One: 1\r\n folded\r\n", 400)]
    [InlineData("Host: 127.0.0.1\r\n", 400)]
    [InlineData("X-\0: 1\r\n", 400)]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n", 501)]
    [InlineData("Content-Length: 99999999999999\r\n", 413)]
    public async Task A_request_with_two_meanings_is_refused_and_ends_the_connection(string header, int status)
    {
        // The second request must not be read out of the body of the first.
        var answer = await Send($"POST /tags HTTP/1.1\r\n{Host}{Token}{header}\r\n{{}}GET /me HTTP/1.1\r\n{Host}{Token}\r\n");
        Assert.Equal(status, answer.Status);
        Assert.Equal("close", answer.Headers["Connection"]);
        Assert.Equal("error.list", answer.Json!["type"]!.ToString());
        Assert.Empty(_workspace.Calls);
    }

    [Fact]
    public async Task A_chunked_request_of_HTTP_1_0_is_refused()
    {
        var answer = await Send($"POST /tags HTTP/1.0\r\n{Host}{Token}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        Assert.Equal(400, answer.Status);
        Assert.Equal("A request of HTTP/1.0 cannot have Transfer-Encoding", answer.Json!["errors"]![0]!["message"]!.ToString());
        Assert.Empty(_workspace.Calls);
    }

    [Fact]
    public async Task A_client_that_speaks_TLS_is_cut_off_at_once()
    {
        using var socket = await Connect(IPAddress.Loopback);
        // The beginning of a greeting, in which no line ends. The client waits for an answer, so only the server can end it.
        await socket.GetStream().WriteAsync(new byte[] { 0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03 }, Stop);
        var read = await socket.GetStream().ReadAsync(new byte[1], Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Stop);
        Assert.Equal(0, read);
        Assert.Empty(_workspace.Calls);
    }

    [Theory]
    [InlineData("Zo\u00eb")]
    [InlineData("\u6771\u4eac \ud83d\ude80")]
    public async Task Letters_beyond_ASCII_in_the_target_are_UTF_8(string name)
    {
        var company = await Send(
            $"POST /companies HTTP/1.1\r\n{Host}{Token}Connection: close\r\n" + Body($$"""{"name":"{{name}}"}"""));
        Assert.Equal(200, company.Status);
        var raw = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name.Replace(' ', '+')));
        var found = await Send($"GET /companies?name={raw} HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n");
        Assert.Equal(name, found.Json!["name"]!.ToString());
        // What is recorded, and what links repeat, is escaped.
        Assert.Equal("name=" + Uri.EscapeDataString(name).Replace("%20", "+", StringComparison.Ordinal), _workspace.Calls[^1].Query);
    }

    [Fact]
    public async Task Other_letters_beyond_ASCII_in_the_target_are_refused()
    {
        var answer = await Send($"GET /companies?name=Zo\u00eb HTTP/1.1\r\n{Host}{Token}\r\n");
        Assert.Equal(400, answer.Status);
        Assert.Empty(_workspace.Calls);
    }

    [Fact]
    public async Task The_body_of_a_form_is_refused()
    {
        const string Form = "role=user&email=form%40x.example";
        var answer = await Send(
            $"POST /contacts HTTP/1.1\r\n{Host}{Token}Connection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n" + Body(Form));
        Assert.Equal(400, answer.Status);
        Assert.Equal("The body is not valid JSON", answer.Json!["errors"]![0]!["message"]!.ToString());
    }

    [Theory]
    [InlineData("localhost/evil")]
    [InlineData("evil.example@localhost")]
    [InlineData("localhost?evil")]
    public async Task A_host_with_more_than_a_name_and_a_port_is_refused(string host) =>
        Assert.Equal(421, (await Send($"GET /me HTTP/1.1\r\nHost: {host}\r\n{Token}\r\n")).Status);

    [Fact]
    public async Task An_old_client_that_names_no_host_gets_addresses_of_the_sandbox()
    {
        var answer = await Send($"GET /articles?per_page=2 HTTP/1.0\r\n{Token}\r\n");
        Assert.StartsWith(_server.BaseUri.ToString(), answer.Json!["pages"]!["next"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_chunks_without_its_end_is_not_executed()
    {
        using var socket = await Connect(IPAddress.Loopback);
        var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /tags HTTP/1.1\r\n{Host}{Token}Transfer-Encoding: chunked\r\n\r\n10\r\n{{\"name\":\"Halves\"}}\r\n0\r\n"), Stop);
        socket.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal(400, (await Answer.ReadAsync(stream, Stop)).Status);
        Assert.Empty(_workspace.Calls);
    }

    [Fact]
    public async Task The_answer_to_a_refused_HEAD_has_no_body()
    {
        var answer = await Send($"HEAD /me HTTP/1.1\r\nHost: other.example\r\n{Token}\r\n");
        Assert.Equal(421, answer.Status);
        Assert.Equal("", answer.Body);
    }

    [Fact]
    public async Task A_broken_connection_is_a_reset_that_no_client_takes_for_a_call_to_repeat()
    {
        var workspace = new SandboxWorkspace(new SandboxOptions { RateLimit = 0, ResetRate = 0.5 });
        using var server = SandboxServer.Start(workspace);
        using var client = new System.Net.Http.HttpClient { BaseAddress = server.BaseUri };
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", "any-token");
        var broken = 0;
        for (var call = 0; call < 60; call++)
        {
            try
            {
                using var answer = await client.GetAsync("me", Stop);
            }
            catch (System.Net.Http.HttpRequestException)
            {
                broken++;
            }
        }
        Assert.InRange(broken, 10, 50);
        Assert.Equal(60, workspace.CallCount);
    }

    [Fact]
    public async Task A_header_that_came_in_cannot_begin_another_one_in_the_answer()
    {
        var answer = await Send($"GET /me HTTP/1.1\r\n{Host}{Token}Intercom-Version: 2.14\u00e9\r\nConnection: close\r\n\r\n");
        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("\u00e9", string.Concat(answer.Headers.Values), StringComparison.Ordinal);
    }

    private static string Body(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return $"Content-Length: {bytes.Length}\r\n\r\n" + Encoding.Latin1.GetString(bytes);
    }

    private string Host => $"Host: 127.0.0.1:{_server.BaseUri.Port}\r\n";

    private static bool CanListenOnIPv6()
    {
        try
        {
            using var probe = new TcpListener(IPAddress.IPv6Loopback, 0);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<string> FirstContact() => (await Send(
        $"GET /contacts?per_page=1 HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n")).Json!["data"]![0]!["id"]!.ToString();

    private async Task<TcpClient> Connect(IPAddress address)
    {
        var socket = new TcpClient(address.AddressFamily);
        await socket.ConnectAsync(address, _server.BaseUri.Port, Stop);
        return socket;
    }

    private async Task<Answer> Send(string request, IPAddress? address = null)
    {
        using var socket = await Connect(address ?? IPAddress.Loopback);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        return await Answer.ReadAsync(socket.GetStream(), Stop);
    }

    /// <summary>What comes until the server ends the connection.</summary>
    private sealed record Answer(int Status, Dictionary<string, string> Headers, string Body)
    {
        public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);

        public static async Task<Answer> ReadAsync(NetworkStream stream, CancellationToken stop)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(stop);
            var mark = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var lines = text[..mark].Split("\r\n");
            var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
            return new Answer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, text[(mark + 4)..]);
        }
    }
}
