using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Intercom.Client.Tests;

/// <summary>Listens on a free port of loopback, and serves connections concurrently. The other servers of these tests use it.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<TcpClient, CancellationToken, Task> _serve;

    /// <param name="serve">
    /// Serves one connection, which is closed afterwards. The token is canceled when the server is disposed. A connection that the client
    /// breaks is not an error.
    /// </param>
    public LoopbackServer(Func<TcpClient, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Reads the head of an HTTP/1.1 request. Null if the connection ends before.</summary>
    public static async Task<string?> HeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop) == 0) return null;
            head.Append((char)one[0]);
        }
        return head.ToString();
    }

    /// <summary>Refuses further connections. Open connections stay open.</summary>
    public void StopListening() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over, or the server does not listen any more.
        }
    }

    private async Task ServeAsync(TcpClient socket)
    {
        using (socket)
        {
            try
            {
                await _serve(socket, _stop.Token);
            }
            catch (Exception failure) when (
                failure is IOException or SocketException or AuthenticationException
                    or OperationCanceledException or ObjectDisposedException)
            {
                // The client disconnected, as some tests intend, or the test is over.
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }
}
