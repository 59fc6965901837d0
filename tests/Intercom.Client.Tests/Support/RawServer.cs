using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests;

/// <summary>
/// A server on loopback that answers with whatever bytes a test supplies, right or wrong; the client reaches it through its real
/// transport.
/// </summary>
internal sealed class RawServer : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly Func<Stream, CancellationToken, Task> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly List<string> _requests = [];

    /// <param name="answer">Writes a response, after which the connection ends.</param>
    /// <param name="certificate">With a certificate the server uses TLS.</param>
    public RawServer(Func<Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _server = new LoopbackServer(AnswerAsync);
    }

    public RawServer(byte[] answer) : this((stream, stop) => stream.WriteAsync(answer, stop).AsTask()) { }

    public Uri BaseUri => new($"{(_certificate is null ? "http://127.0.0.1" : "https://localhost")}:{_server.Port}/");

    /// <summary>The heads of the requests so far. With TLS, only of those whose handshake succeeded.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests) return _requests.ToArray();
        }
    }

    /// <summary>A client for this server, with the transport that the module uses.</summary>
    public IntercomClient Client(TimeSpan? timeout = null) => new(
        new IntercomClientOptions
        {
            BaseUri = BaseUri, Token = "secret-token", Budget = new CallBudget(TimeProvider.System),
            Timeout = timeout ?? TimeSpan.FromSeconds(60),
        });

    /// <summary>A response with a body of the declared length.</summary>
    public static byte[] Answer(byte[] body, string headers = "", string status = "200 OK") =>
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}Connection: "
                    + "close\r\n\r\n"),
            .. body];

    /// <summary>An untrusted certificate.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private async Task AnswerAsync(TcpClient socket, CancellationToken stop)
    {
        Stream stream = socket.GetStream();
        if (_certificate is not null)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(_certificate);
            stream = secure;
        }
        if (await LoopbackServer.HeadAsync(stream, stop) is not { } head) return;
        lock (_requests) _requests.Add(head);
        await _answer(stream, stop);
        await stream.FlushAsync(stop);
        socket.Client.Shutdown(SocketShutdown.Send);
        // The rest of the request is read, so that the end of the connection is not a reset.
        await stream.CopyToAsync(Stream.Null, stop);
    }

    public void Dispose() => _server.Dispose();
}
