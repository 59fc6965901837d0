using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Intercom.Http;

/// <summary>What a request that got no answer failed of.</summary>
internal enum FailureKind
{
    /// <summary>No connection to the server was established, or none of the body was sent.</summary>
    NotSent,

    /// <summary>TLS could not be agreed on: a certificate that is not trusted, a proxy that listens in.</summary>
    TlsFailed,

    /// <summary>The proxy requires a login, or refused the given one.</summary>
    ProxyLogin,

    /// <summary>The proxy does not let this host through.</summary>
    ProxyRefused,

    /// <summary>The server said that it did not process the request: over HTTP/2, by a GOAWAY below it or by REFUSED_STREAM.</summary>
    NotProcessed,

    /// <summary>The connection ended after the request, or a part of it, was sent.</summary>
    Broken,

    /// <summary>The time for the try was over after the request, or a part of it, was sent.</summary>
    TimedOut,
}

/// <summary>Reads the failures of the transport.</summary>
internal static class TransportFailure
{
    /// <summary>The kind of a failure, from the exception and the state of the request's body.</summary>
    /// <param name="failure">What the transport threw.</param>
    /// <param name="timedOut">True when the client's own time limit ended the try.</param>
    /// <param name="content">The request's body. Null for a read.</param>
    /// <param name="spoken">What is known about the connections to the host.</param>
    public static FailureKind Of(Exception failure, bool timedOut, RequestContent? content, SpokenProtocol spoken)
    {
        if (content is { WasNotProcessed: true }) return FailureKind.NotProcessed;
        if (!timedOut)
        {
            if (IsTls(failure)) return FailureKind.TlsFailed;
            if (ProxyStatus(failure) is { } status)
            {
                return status switch { 407 => FailureKind.ProxyLogin, 403 => FailureKind.ProxyRefused, _ => FailureKind.NotSent };
            }
            if (NeverConnected(failure)) return FailureKind.NotSent;
        }
        if (WasNotBegun(content, spoken)) return FailureKind.NotSent;
        return timedOut ? FailureKind.TimedOut : FailureKind.Broken;
    }

    /// <summary>Whether the request may have been executed.</summary>
    public static RequestOutcome OutcomeOf(FailureKind kind, RequestContent? content) => kind switch
    {
        FailureKind.Broken or FailureKind.TimedOut => RequestOutcome.Unknown,
        FailureKind.NotProcessed => RequestOutcome.NotApplied,
        // The transport tried before, on its own, and that attempt may have arrived.
        _ => content is { MayHaveRun: true } ? RequestOutcome.Unknown : RequestOutcome.NotApplied,
    };

    /// <summary>
    /// True when nothing of the request was sent: its body, without which no server executes it, was not begun, or no connection ever
    /// came about.
    /// </summary>
    private static bool WasNotBegun(RequestContent? content, SpokenProtocol spoken) =>
        spoken.IsTransport && (!spoken.IsConnected || content is { Begun: 0, Length: > 0 });

    /// <summary>
    /// The status with which a proxy refused to open the tunnel. Null when the proxy did not cause the failure, 0 when it sent no status.
    /// </summary>
    private static int? ProxyStatus(Exception failure)
    {
#if NET8_0_OR_GREATER
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is not HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } tunnel) continue;
            if (tunnel.StatusCode is { } status) return (int)status;
            // Before .NET 9 only the message contains the status.
            return tunnel.Message.Contains("'407'", StringComparison.Ordinal)
                ? 407
                : tunnel.Message.Contains("'403'", StringComparison.Ordinal)
                ? 403
                : 0;
        }
#else
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is WebException { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } }) return 407;
        }
#endif
        return null;
    }

    /// <summary>True when the request certainly never reached a server: no address, no connection, no TLS.</summary>
    private static bool NeverConnected(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
#if NET8_0_OR_GREATER
            if (
                cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                })
            {
                return true;
            }
#endif
            // The transport's own timeout for connecting. The client enforces all other timeouts.
            if (cause is OperationCanceledException { InnerException: TimeoutException }) return true;
            // What was read or written broke, so there was a connection: the network below may go away under one too.
            if (cause is IOException) return false;
            if (
                cause is SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable
                        or SocketError.NetworkUnreachable or SocketError.TryAgain or SocketError.NoData
                })
            {
                return true;
            }
            if (
                cause is WebException
                {
                    Status: WebExceptionStatus.ConnectFailure
                        or WebExceptionStatus.NameResolutionFailure
                        or WebExceptionStatus.ProxyNameResolutionFailure
                })
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsTls(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (
                cause is AuthenticationException
                    or WebException { Status: WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure })
            {
                return true;
            }
        }
        return false;
    }
}
