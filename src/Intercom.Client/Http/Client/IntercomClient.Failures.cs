using System.Net;
using System.Net.Http;

namespace Intercom.Http;

/// <content>The errors of requests that got no answer.</content>
public sealed partial class IntercomClient
{
    /// <summary>Converts a transport failure into an error, with its consequence for the request.</summary>
    private IntercomApiException Failed(ApiRequest request, Exception failure, bool timedOut, RequestContent? content, ConnectionPool pool)
    {
        var kind = TransportFailure.Of(failure, timedOut, content, pool.Spoken);
        var outcome = TransportFailure.OutcomeOf(kind, content);
        if (kind == FailureKind.ProxyLogin) pool.Proxy?.Refuse(Time.GetUtcNow());
        var seconds = $"{_options.Timeout.TotalSeconds:0.###} s";
        var (code, words) = kind switch
        {
            FailureKind.TlsFailed => (
                RequestCodes.TlsFailed, $"could not establish a secure connection with {BaseUri.Host}: {Reason(failure)}"),
            FailureKind.ProxyRefused => (RequestCodes.ProxyRefused, $"was not sent: {Named(pool)} does not allow {BaseUri.Host} (403)"),
            FailureKind.NotSent when timedOut =>
                (RequestCodes.ConnectionFailed, $"could not reach {BaseUri.Host}{Through(pool)}: no connection within {seconds}"),
            FailureKind.NotSent => (RequestCodes.ConnectionFailed, $"could not reach {BaseUri.Host}{Through(pool)}: {Reason(failure)}"),
            FailureKind.NotProcessed => (
                RequestCodes.NotProcessed,
                $"was not processed: {BaseUri.Host} closed the connection, or refused the request, before reading it"),
            FailureKind.TimedOut => (RequestCodes.Timeout, $"received no response within {seconds}"),
            _ => (RequestCodes.ConnectionBroken, $"was interrupted: {Reason(failure)}"),
        };
        var isTransient = kind is not (FailureKind.TlsFailed or FailureKind.ProxyRefused);
        return kind == FailureKind.ProxyLogin
            ? ProxyLogin(request, pool, failure, outcome)
            : Broken(request, code, words, failure, outcome, isTransient);
    }

    /// <summary>The proxy requires a login or refused the given one. No other request would succeed either.</summary>
    private IntercomApiException ProxyLogin(
        ApiRequest request, ConnectionPool pool, Exception? failure, RequestOutcome outcome = RequestOutcome.NotApplied)
    {
        var words = pool.Proxy?.HasLogin(BaseUri) == true
            ? "refused the given user name and password (407)"
            : "requires a user name and password (407)";
        return Broken(
            request, RequestCodes.ProxyAuthenticationRequired, $"was not sent: {Named(pool)} {words}", failure, outcome, transient: false);
    }

    private string Named(ConnectionPool pool) =>
        pool.Proxy?.GetProxy(BaseUri) is { } proxy ? $"the proxy {proxy.Host}:{proxy.Port}" : "the proxy";

    private string Through(ConnectionPool pool) =>
        pool.Proxy?.GetProxy(BaseUri) is { } proxy ? $" through the proxy {proxy.Host}:{proxy.Port}" : "";

    /// <summary>Somebody ended the connection, in this session or another one.</summary>
    private IntercomApiException Ended(ApiRequest request, Exception? cause) => cause is null
        ? Broken(
            request, RequestCodes.Disconnected, "was not sent: the connection was closed", cause, RequestOutcome.NotApplied,
            transient: false)
        : Broken(
            request, RequestCodes.Disconnected, "was in progress when the connection was closed", cause, RequestOutcome.Unknown,
            transient: false);

    private IntercomApiException Broken(
        ApiRequest request, string code, string words, Exception? cause, RequestOutcome outcome, bool transient = true)
    {
        var tail = outcome == RequestOutcome.Unknown && request.Retry == RetryClass.Once ? " It may or may not have been applied." : "";
        // The transport quotes text that it could not read, and the addresses that it called.
        if (cause?.ToString() is { } whole && (_mask.IsIn(whole) || Redaction.HasLogin(whole))) cause = null;
        return new IntercomApiException(
            Redaction.Addresses(_mask.Blot($"{request.Method} {request.Path} {words.TrimEnd('.')}.{tail}")), cause)
        {
            Code = code, Method = request.Method, Path = request.Path, IsTransient = transient,
            Outcome = request.Retry == RetryClass.Safe ? RequestOutcome.NotApplied : outcome,
        };
    }

    private static string Reason(Exception failure)
    {
        while (failure.InnerException is { } inner) failure = inner;
        return failure.Message;
    }

    /// <summary>A set of connections, and what is known about them.</summary>
    private sealed class ConnectionPool(HttpMessageHandler handler, Uri host)
    {
        public HttpClient Http { get; } = new(handler, disposeHandler: false) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

        public SpokenProtocol Spoken { get; } = SpokenProtocol.Of(handler, host);

        public EnvironmentProxy? Proxy { get; } =
#if NET8_0_OR_GREATER
            (handler as SocketsHttpHandler)?.Proxy as EnvironmentProxy;
#else
            null;
#endif
    }
}
