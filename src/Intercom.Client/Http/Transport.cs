using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Intercom.Http;

/// <summary>The one pooled handler of the process, and what its failures mean.</summary>
internal static class Transport
{
#if !NET8_0_OR_GREATER
    private const int MostConnections = 64;
#endif

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly Lazy<HttpMessageHandler> Pooled = new(CreateHandler);

    public static HttpMessageHandler Shared => Pooled.Value;

    /// <summary>True when the request certainly never reached a server: no address, no connection, no TLS.</summary>
    public static bool NeverConnected(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
#if NET8_0_OR_GREATER
            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }) return true;
#endif
            if (cause is AuthenticationException) return true;
            // What the transport says when the time for connecting is over; all other times are kept by the client.
            if (cause is OperationCanceledException { InnerException: TimeoutException }) return true;
            // What was read or written broke, so there was a connection: the network below may go away under one too.
            if (cause is IOException) return false;
            if (cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TryAgain or SocketError.NoData }) return true;
            if (cause is WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure }) return true;
        }
        return false;
    }

    /// <summary>True when TLS could not be agreed on: a certificate that is not trusted, a proxy that listens in.</summary>
    public static bool TlsFailed(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException or WebException { Status: WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure }) return true;
        }
        return false;
    }

#if !NET8_0_OR_GREATER
    /// <summary>Sets what .NET Framework keeps for each host rather than for the handler, and forgets when the host is not called for a while.</summary>
    public static void Prepare(Uri host)
    {
        var point = ServicePointManager.FindServicePoint(host);
        point.UseNagleAlgorithm = false;
        // A connection that lives for ever would never notice that the host has moved.
        point.ConnectionLeaseTimeout = (int)Lifetime.TotalMilliseconds;
    }
#endif

    internal static HttpMessageHandler CreateHandler()
    {
#if NET8_0_OR_GREATER
        return new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            // A redirect would carry the token elsewhere; the few that Intercom sends are followed by hand, without it.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = Lifetime,
            EnableMultipleHttp2Connections = true,
        };
#else
        // An old setting may stop at TLS 1.0; zero leaves it to the system, which chooses better.
        if (ServicePointManager.SecurityProtocol != 0) ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        return new HttpClientHandler
        {
            MaxConnectionsPerServer = MostConnections,
            AllowAutoRedirect = false,
            UseCookies = false,
        };
#endif
    }
}
