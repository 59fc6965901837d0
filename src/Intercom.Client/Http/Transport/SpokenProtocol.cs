using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace Intercom.Http;

/// <summary>
/// What one handler's connections to one host speak. Over HTTP/2 the transport repeats only what the server did not process, so that the protocol tells
/// what a repeat means.
/// </summary>
internal sealed class SpokenProtocol
{
    /// <summary>For handlers of which nothing is known.</summary>
    public static readonly SpokenProtocol Unknown = new() { _isOlder = true, _isConnected = true };

    private static readonly ConditionalWeakTable<HttpMessageHandler, ConcurrentDictionary<string, SpokenProtocol>> Handlers = new();

    private volatile bool _isOlder;
    private volatile bool _isConnected;

    /// <summary>True once a connection to the host has come about.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>True while every connection to the host spoke HTTP/2.</summary>
    public bool IsOnlyHttp2 => _isConnected && !_isOlder;

    /// <summary>True when the handler is the transport itself, so that a body which it did not begin has certainly not been sent.</summary>
    public bool IsTransport => !ReferenceEquals(this, Unknown);

    /// <summary>Begins to keep what a handler's connections speak.</summary>
    public static void Keep(HttpMessageHandler handler) => Handlers.GetOrCreateValue(handler);

    /// <summary>What is known of a host.</summary>
    public static SpokenProtocol Of(HttpMessageHandler handler, Uri host) =>
        Handlers.TryGetValue(handler, out var hosts) ? hosts.GetOrAdd(host.Authority, _ => Unseen()) : Unknown;

    /// <summary>.NET Framework does not tell of its connections, all of which speak HTTP/1.1.</summary>
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
