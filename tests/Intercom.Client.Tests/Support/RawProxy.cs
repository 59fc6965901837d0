using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests;

/// <summary>A proxy on loopback that answers each CONNECT as the test specifies, and counts the logins.</summary>
internal sealed class RawProxy : IDisposable
{
    /// <summary>Opens the tunnel.</summary>
    public const string Open = "200 Connection established";

    /// <summary>Resets the connection instead of an answer.</summary>
    public const string Reset = "";

    /// <summary>Asks for a user name and a password.</summary>
    public const string AskForLogin = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"";

    /// <summary>The user name and password in the proxy's address.</summary>
    public const string User = "ines", Password = "pr0xy-s3cret";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string> _answer;
    private readonly int _server;
    private readonly Lazy<SocketsHttpHandler> _handler;
    private int _connects;
    private int _logins;

    /// <param name="answer">Gives the answer's status and headers to the head of a CONNECT.</param>
    /// <param name="server">The port that tunnels lead to.</param>
    public RawProxy(Func<string, string> answer, int server = 0)
    {
        _answer = answer;
        _server = server;
        _handler = new(() => Http2Server.TrustingHandler(Proxy));
        _listener.Start();
        Address = new Uri($"http://{User}:{Password}@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = Task.Run(ServeAsync);
    }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>The proxy's address as in HTTPS_PROXY.</summary>
    public Uri Address { get; init; }

    public int Connects => Volatile.Read(ref _connects);

    /// <summary>How many CONNECTs carried a user name and password.</summary>
    public int Logins => Volatile.Read(ref _logins);

    /// <summary>A client that reaches a host by this proxy, with the module's transport.</summary>
    public IntercomClient Client(string host = "https://api.test.invalid/") => new(new IntercomClientOptions
    {
        BaseUri = new Uri(host), Token = "secret-token", Handler = _handler.Value, Time = Time, Budget = new CallBudget(Time),
    });

    private EnvironmentProxy Proxy => new(new NamedProxy(Address), null);

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => TalkAsync(socket));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient socket)
    {
        using (socket)
        {
            try
            {
                var stream = socket.GetStream();
                while (await HeadAsync(stream) is { } head)
                {
                    Interlocked.Increment(ref _connects);
                    if (head.Contains("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase)) Interlocked.Increment(ref _logins);
                    var answer = _answer(head);
                    if (answer == Reset)
                    {
                        socket.LingerState = new LingerOption(true, 0);
                        return;
                    }
                    var end = answer == Open ? "\r\n\r\n" : "\r\nContent-Length: 0\r\n\r\n";
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}{end}"), _stop.Token);
                    if (answer != Open) continue;
                    using var server = new TcpClient();
                    await server.ConnectAsync(IPAddress.Loopback, _server, _stop.Token);
                    await Task.WhenAny(
                        stream.CopyToAsync(server.GetStream(), _stop.Token), server.GetStream().CopyToAsync(stream, _stop.Token));
                    return;
                }
            }
            catch (Exception failure) when (
                failure is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<string?> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) return null;
            head.Append((char)one[0]);
        }
        return head.ToString();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        if (_handler.IsValueCreated) _handler.Value.Dispose();
        _stop.Dispose();
    }

    /// <summary>A proxy as .NET reads it from the environment, with the user name and password in its address.</summary>
    private sealed class NamedProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => address.UserInfo.Split(':') is [var user, var password] ? new NetworkCredential(user, password) : null;
            set => throw new NotSupportedException();
        }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
