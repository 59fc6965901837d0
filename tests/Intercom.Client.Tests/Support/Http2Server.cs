using System.Buffers.Binary;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests;

/// <summary>What the HTTP/2 server does with a request that arrived whole.</summary>
public enum Http2Act
{
    /// <summary>Executes it and answers.</summary>
    Answer,

    /// <summary>Refuses its stream with REFUSED_STREAM. The request is not executed.</summary>
    RefuseStream,

    /// <summary>Ends the connection with a GOAWAY below it. Neither this request nor the following ones are executed.</summary>
    GoAwayBelow,

    /// <summary>Executes it, and ends the connection with a GOAWAY that includes it.</summary>
    RunAndGoAway,

    /// <summary>Executes it, and ends the connection with a GOAWAY that includes it and carries the code REFUSED_STREAM.</summary>
    RunAndGoAwayRefused,

    /// <summary>Executes it, and resets its stream with INTERNAL_ERROR.</summary>
    RunAndReset,

    /// <summary>Executes it, and closes the connection without a response.</summary>
    RunAndClose,

    /// <summary>Executes it, and never answers.</summary>
    RunAndBeSilent,
}

/// <summary>A request that arrived whole.</summary>
/// <param name="Connection">The number of the connection, from 1.</param>
/// <param name="OnConnection">The number of the request on its connection, from 1.</param>
/// <param name="Stream">The id of its stream.</param>
/// <param name="Body">Its body.</param>
internal sealed record Http2Request(int Connection, int OnConnection, int Stream, string Body);

/// <summary>
/// An HTTP/2 server on loopback, written by hand: it reads frames, ignores headers, and handles each request as the test specifies.
/// </summary>
internal sealed class Http2Server : IDisposable
{
    private const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, Ping = 6, GoAway = 7;
    private const int EndStream = 1, EndHeaders = 4, Ack = 1;
    private const uint InternalError = 2, RefusedStream = 7;

    private static readonly Lazy<X509Certificate2> Certificate = new(RawServer.SelfSigned);

    private readonly LoopbackServer _server;
    private readonly SocketsHttpHandler _handler;
    private readonly Func<Http2Request, Http2Act> _act;
    private readonly List<string> _executed = [];
    private int _connections;
    private int _arrived;

    public Http2Server(Func<Http2Request, Http2Act> act)
    {
        _act = act;
        _handler = TrustingHandler();
        _server = new LoopbackServer(TalkAsync);
    }

    public FakeTimeProvider Time { get; } = new();

    public int Port => _server.Port;

    public int Arrived => Volatile.Read(ref _arrived);

    /// <summary>The bodies of the requests that were executed, as often as they were.</summary>
    public IReadOnlyList<string> Executed
    {
        get
        {
            lock (_executed) return _executed.ToArray();
        }
    }

    /// <summary>The module's transport, which trusts the certificates of tests.</summary>
    public static SocketsHttpHandler TrustingHandler(EnvironmentProxy? proxy = null)
    {
        var handler = (SocketsHttpHandler)Transport.CreateHandler(proxy);
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        return handler;
    }

    public IntercomClient Client(TimeSpan? timeout = null) => new(new IntercomClientOptions
    {
        BaseUri = new Uri($"https://localhost:{Port}/"), Token = "secret-token", Handler = _handler, Time = Time,
        Budget = new CallBudget(Time),
        Timeout = timeout ?? TimeSpan.FromSeconds(60),
    });

    private async Task TalkAsync(TcpClient socket, CancellationToken stop)
    {
        socket.NoDelay = true;
        await using var stream = new SslStream(socket.GetStream());
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = Certificate.Value, ApplicationProtocols = [SslApplicationProtocol.Http2],
            }, stop);
        await new Connection(this, stream, Interlocked.Increment(ref _connections), stop).RunAsync();
    }

    public void Dispose()
    {
        _server.Dispose();
        _handler.Dispose();
    }

    /// <summary>One connection: its frames are read and answered one after the other.</summary>
    private sealed class Connection(Http2Server server, Stream stream, int number, CancellationToken stop)
    {
        private readonly Dictionary<int, MemoryStream> _bodies = [];
        private int _requests;
        private int _last = int.MaxValue;

        public async Task RunAsync()
        {
            await ReadAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length);
            await WriteAsync(Settings, 0, 0, []);
            while (true)
            {
                var head = await ReadAsync(9);
                var payload = await ReadAsync((head[0] << 16) | (head[1] << 8) | head[2]);
                var id = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)) & int.MaxValue;
                switch (head[3])
                {
                    case Settings when (head[4] & Ack) == 0:
                        await WriteAsync(Settings, Ack, 0, []);
                        break;
                    case Ping when (head[4] & Ack) == 0:
                        await WriteAsync(Ping, Ack, 0, payload);
                        break;
                    case Headers:
                        _bodies[id] = new MemoryStream();
                        break;
                    case Reset:
                        _bodies.Remove(id);
                        break;
                    case Data when _bodies.TryGetValue(id, out var body):
                        body.Write(payload);
                        break;
                }
                if (head[3] is not (Data or Headers) || (head[4] & EndStream) == 0 || !_bodies.Remove(id, out var whole)) continue;
                if (!await AnswerAsync(id, Encoding.UTF8.GetString(whole.ToArray()))) return;
            }
        }

        /// <summary>Handles a request as the test specifies. False ends the connection.</summary>
        private async Task<bool> AnswerAsync(int id, string body)
        {
            // Requests above a GOAWAY are ignored. Requests below it may still be completed.
            if (id > _last) return true;
            Interlocked.Increment(ref server._arrived);
            var act = server._act(new Http2Request(number, ++_requests, id, body));
            if (act is not (Http2Act.RefuseStream or Http2Act.GoAwayBelow))
            {
                lock (server._executed) server._executed.Add(body);
            }
            switch (act)
            {
                case Http2Act.Answer:
                    // 0x88 is ":status: 200" in the static table of HPACK.
                    await WriteAsync(Headers, EndHeaders, id, [0x88]);
                    await WriteAsync(Data, EndStream, id, "{\"type\":\"contact\",\"id\":\"1\"}"u8.ToArray());
                    return true;
                case Http2Act.RefuseStream:
                    await WriteAsync(Reset, 0, id, Bytes(RefusedStream));
                    return true;
                case Http2Act.RunAndReset:
                    await WriteAsync(Reset, 0, id, Bytes(InternalError));
                    return true;
                case Http2Act.GoAwayBelow:
                    _last = Math.Max(0, id - 2);
                    await WriteAsync(GoAway, 0, 0, [.. Bytes((uint)_last), .. Bytes(0)]);
                    return true;
                case Http2Act.RunAndGoAway:
                case Http2Act.RunAndGoAwayRefused:
                    await WriteAsync(GoAway, 0, 0, [.. Bytes((uint)id), .. Bytes(act == Http2Act.RunAndGoAway ? 0 : RefusedStream)]);
                    return false;
                default:
                    return act == Http2Act.RunAndBeSilent;
            }
        }

        private async Task<byte[]> ReadAsync(int count)
        {
            var buffer = new byte[count];
            await stream.ReadExactlyAsync(buffer, stop);
            return buffer;
        }

        private async Task WriteAsync(byte type, int flags, int id, byte[] payload)
        {
            byte[] head = [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, (byte)flags];
            await stream.WriteAsync(head.Concat(Bytes((uint)id)).Concat(payload).ToArray(), stop);
            await stream.FlushAsync(stop);
        }

        private static byte[] Bytes(uint value)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            return bytes;
        }
    }
}
