using System.Net.Sockets;
using System.Text;

namespace Intercom.Sandbox;

/// <summary>One connection of a client: reads its requests one after the other, and answers each.</summary>
internal sealed class ServerConnection : IDisposable
{
    private const int LargestBody = 10 * 1024 * 1024;
    private const int MostAfterTheEnd = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TcpClient _client;
    private readonly SandboxWorkspace _workspace;
    private readonly CancellationTokenSource _silence = new();
    private readonly WireReader _reader;
    private readonly NetworkStream _stream;

    public ServerConnection(TcpClient client, SandboxWorkspace workspace)
    {
        _client = client;
        _workspace = workspace;
        client.NoDelay = true;
        _stream = client.GetStream();
        _reader = new WireReader(_stream);
        // A read cannot be cancelled on every platform. A closed socket ends it.
        _silence.Token.Register(Break);
    }

    /// <summary>Answers requests until the client ends the connection, or a request cannot be understood.</summary>
    public async Task ServeAsync(CancellationToken stop)
    {
        var goesOn = true;
        while (goesOn && !stop.IsCancellationRequested)
        {
            _silence.CancelAfter(Patience);
            try
            {
                if (await RequestHead.ReadAsync(_reader).ConfigureAwait(false) is not { } head) break;
                var body = await BodyAsync(head).ConfigureAwait(false);
                // The sandbox may be told to be slow: only the client's silence counts.
                _silence.CancelAfter(Timeout.InfiniteTimeSpan);
                var answer = await _workspace.HandleAsync(head.Request(body, _client.Client.LocalEndPoint), stop).ConfigureAwait(false);
                goesOn = head.IsKeptOpen;
                _silence.CancelAfter(Patience);
                await WriteAsync(answer, head.Method, goesOn, stop).ConfigureAwait(false);
            }
            catch (MalformedRequest refused)
            {
                _silence.CancelAfter(Patience);
                await WriteAsync(refused.Answer, refused.Method, goesOn: false, stop).ConfigureAwait(false);
                goesOn = false;
            }
        }
        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the connection at once, with whatever is under way on it.</summary>
    public void Break()
    {
        try
        {
            // The client then sees a reset and cannot take what it has for a complete response, or the call for one that was not read.
            // TcpClient.Close would end the connection in good order first.
            _client.Client.LingerState = new LingerOption(true, 0);
            _client.Client.Close();
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or NullReferenceException)
        {
            // It is closed already.
        }
    }

    public void Dispose()
    {
        _silence.Dispose();
        _client.Dispose();
    }

    private async Task<string?> BodyAsync(RequestHead head)
    {
        if (head.ExpectsContinue)
        {
            var go = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
            await _stream.WriteAsync(go, 0, go.Length).ConfigureAwait(false);
        }
        var body = head.IsChunked
            ? await _reader.ChunksAsync(LargestBody).ConfigureAwait(false)
            : await _reader.BytesAsync(head.Length, LargestBody).ConfigureAwait(false);
        return body.Length == 0 ? null : Encoding.UTF8.GetString(body);
    }

    private async Task WriteAsync(SandboxResponse answer, string? method, bool goesOn, CancellationToken stop)
    {
        var head = new StringBuilder().Append("HTTP/1.1 ").Append(answer.Status.ToString(CultureInfo.InvariantCulture)).Append(' ')
            .Append(Reason(answer.Status)).Append("\r\n");
        foreach (var header in answer.Headers) Line(head, header.Key, header.Value);
        if (answer.Status != 204) Line(head, "Content-Length", answer.Body.Length.ToString(CultureInfo.InvariantCulture));
        if (!goesOn) Line(head, "Connection", "close");
        head.Append("\r\n");
        var first = Encoding.ASCII.GetBytes(head.ToString());
        var body = method == "HEAD" ? [] : answer.Body;
        var bytes = new byte[first.Length + body.Length];
        first.CopyTo(bytes, 0);
        body.CopyTo(bytes, first.Length);
        await _stream.WriteAsync(bytes, 0, bytes.Length, stop).ConfigureAwait(false);
    }

    private static void Line(StringBuilder head, string name, string value)
    {
        head.Append(name).Append(": ");
        // What a client sent can come back in a header. It must not begin another one.
        foreach (var letter in value) head.Append(letter is < ' ' or > '~' ? '?' : letter);
        head.Append("\r\n");
    }

    private static string Reason(int status) => Enum.GetName(typeof(System.Net.HttpStatusCode), status) ?? "Status";

    /// <summary>
    /// Ends the connection in good order. A client that is still sending gets time to read the answer: closing at once would reset the
    /// connection, and the answer would be lost.
    /// </summary>
    private async Task CloseAsync()
    {
        _client.Client.Shutdown(SocketShutdown.Send);
        _silence.CancelAfter(Patience);
        await _reader.DiscardAsync(MostAfterTheEnd).ConfigureAwait(false);
    }
}
