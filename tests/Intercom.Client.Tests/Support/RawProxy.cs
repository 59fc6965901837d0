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

    /// <summary>Requires a user name and a password.</summary>
    public const string AskForLogin = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"";

    /// <summary>The user name and password in the proxy's address.</summary>
    public const string User = "ines", Password = "pr0xy-s3cret";

    private readonly LoopbackServer _server;
    private readonly Func<string, string> _answer;
    private readonly int _target;
    private readonly Lazy<SocketsHttpHandler> _handler;
    private int _connects;
    private int _logins;

    /// <param name="answer">Returns the status and headers of the answer to the head of a CONNECT.</param>
    /// <param name="target">The port that tunnels lead to.</param>
    public RawProxy(Func<string, string> answer, int target = 0)
    {
        _answer = answer;
        _target = target;
        _handler = new(() => Http2Server.TrustingHandler(Proxy));
        _server = new LoopbackServer(TalkAsync);
        Address = new Uri($"http://{User}:{Password}@127.0.0.1:{_server.Port}/");
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

    private async Task TalkAsync(TcpClient socket, CancellationToken stop)
    {
        var stream = socket.GetStream();
        while (await LoopbackServer.HeadAsync(stream, stop) is { } head)
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
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}{end}"), stop);
            if (answer != Open) continue;
            using var target = new TcpClient();
            await target.ConnectAsync(IPAddress.Loopback, _target, stop);
            await Task.WhenAny(stream.CopyToAsync(target.GetStream(), stop), target.GetStream().CopyToAsync(stream, stop));
            return;
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        if (_handler.IsValueCreated) _handler.Value.Dispose();
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
