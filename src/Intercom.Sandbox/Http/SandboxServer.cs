using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Intercom.Sandbox;

/// <summary>Serves a workspace over HTTP, on the loopback addresses only. It ends when it is disposed, or with the process.</summary>
/// <remarks>
/// The sandbox has a server of its own, because HttpListener answers 411 to a POST without Content-Length, and so does Kestrel up to
/// .NET 5, the last one for netstandard2.0 (dotnet/aspnetcore#29398). Intercom accepts such a call, and curl and SDKs send it for actions
/// without a body.
/// </remarks>
public sealed class SandboxServer : IDisposable
{
    private readonly TcpListener[] _listeners;
    private readonly SandboxWorkspace _workspace;
    private readonly ConcurrentDictionary<ServerConnection, bool> _connections = new();
    private readonly CancellationTokenSource _stop = new();
    private int _ended;

    private SandboxServer(TcpListener[] listeners, int port, SandboxWorkspace workspace)
    {
        _listeners = listeners;
        BaseUri = new Uri($"http://127.0.0.1:{port}/");
        _workspace = workspace;
        foreach (var listener in listeners) _ = Task.Run(() => AcceptAsync(listener));
    }

    /// <summary>The address to call. The names localhost and [::1] (where the computer has IPv6) reach the same server.</summary>
    public Uri BaseUri { get; }

    /// <summary>Starts to serve.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="port">The port. 0 chooses a free one.</param>
    /// <exception cref="SocketException">The port is in use.</exception>
    public static SandboxServer Start(SandboxWorkspace workspace, int port = 0)
    {
        for (var attempt = 0; ; attempt++)
        {
            var first = Listen(IPAddress.Loopback, port);
            var chosen = ((IPEndPoint)first.LocalEndpoint).Port;
            try
            {
                // A client that looks up localhost often tries ::1 first.
                TcpListener[] listeners = Socket.OSSupportsIPv6 ? [first, Listen(IPAddress.IPv6Loopback, chosen)] : [first];
                return new SandboxServer(listeners, chosen, workspace);
            }
            catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressNotAvailable)
            {
                // The operating system knows IPv6, but this computer has no such address.
                return new SandboxServer([first], chosen, workspace);
            }
            catch (SocketException)
            {
                first.Stop();
                if (port != 0 || attempt >= 20) throw;
            }
        }
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        // A system for Windows lets a second program listen at the same port unless it is told not to.
        if (Environment.OSVersion.Platform == PlatformID.Win32NT) listener.ExclusiveAddressUse = true;
        listener.Start(512);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // A client that went away before it was accepted. The listener itself ends only with the server.
                if (_stop.IsCancellationRequested) return;
                // Without a pause, a process that is out of handles would try again all the time.
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        ServerConnection? connection = null;
        try
        {
            connection = new ServerConnection(client, _workspace);
            _connections[connection] = true;
            if (!_stop.IsCancellationRequested) await connection.ServeAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The client went away, or the sandbox breaks the connection on purpose. No other client is affected.
            connection?.Break();
        }
        finally
        {
            if (connection is not null)
            {
                _connections.TryRemove(connection, out _);
                connection.Dispose();
            }
        }
    }

    /// <summary>Stops serving, and breaks the connections that are open.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _stop.Cancel();
        foreach (var listener in _listeners) listener.Stop();
        foreach (var connection in _connections.Keys) connection.Break();
    }
}
