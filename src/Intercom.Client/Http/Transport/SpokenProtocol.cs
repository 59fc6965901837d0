using System.Collections.Concurrent;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace Intercom.Http;

/// <summary>
/// The protocol of a handler's connections to one host. Over HTTP/2 the transport repeats only requests that the server did not
/// process, so the protocol determines whether a repeat is harmless.
/// </summary>
internal sealed class SpokenProtocol
{
    /// <summary>For handlers about which nothing is known.</summary>
    public static readonly SpokenProtocol Unknown = new() { _isOlder = true, _isConnected = true };

    private static readonly ConditionalWeakTable<HttpMessageHandler, ConcurrentDictionary<string, SpokenProtocol>> Handlers = new();

    private volatile bool _isOlder;
    private volatile bool _isConnected;

    /// <summary>True once a connection to the host was established.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>True while every connection to the host spoke HTTP/2.</summary>
    public bool IsOnlyHttp2 => _isConnected && !_isOlder;

    /// <summary>
    /// True when the handler is the transport itself, so that a body which it did not start to write was certainly not sent.
    /// </summary>
    public bool IsTransport => !ReferenceEquals(this, Unknown);

    /// <summary>Starts to record the protocols of a handler's connections.</summary>
    public static void Keep(HttpMessageHandler handler) => Handlers.GetOrCreateValue(handler);

    /// <summary>What is known about a host.</summary>
    public static SpokenProtocol Of(HttpMessageHandler handler, Uri host) =>
        Handlers.TryGetValue(handler, out var hosts) ? hosts.GetOrAdd(host.Authority, _ => Unseen()) : Unknown;

    /// <summary>.NET Framework does not report its connections, all of which use HTTP/1.1.</summary>
    private static SpokenProtocol Unseen() =>
#if NET8_0_OR_GREATER
        new();
#else
        new() { _isConnected = true, _isOlder = true };
#endif

    /// <summary>Notes a connection, before anything is sent over it.</summary>
    public void Note(Version version)
    {
        if (version.Major < 2) _isOlder = true;
        _isConnected = true;
    }
}
