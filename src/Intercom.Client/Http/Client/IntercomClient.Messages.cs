using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Http;

/// <content>The HTTP message of a request, and the diagnostics of its response.</content>
public sealed partial class IntercomClient
{
    /// <summary>
    /// The address of a request. A path that is an absolute address would send the token to another host, wherever the path came from.
    /// </summary>
    private Uri Address(ApiRequest request)
    {
        if (Uri.TryCreate(BaseUri, request.RelativeUri, out var address)
            && address.Scheme == BaseUri.Scheme && address.Authority == BaseUri.Authority
            && address.AbsolutePath.StartsWith(BaseUri.AbsolutePath, StringComparison.Ordinal)) return address;
        throw new IntercomApiException(
            $"{request.Method} {request.Path} does not lead to {BaseUri.Host} and was not sent, because the token would be sent "
                + "there. Specify a path without a host.")
        {
            Code = RequestCodes.ForeignLink, Method = request.Method, Path = request.Path,
        };
    }

    /// <summary>
    /// Converts an address of this server to a path below <see cref="BaseUri"/>, without the path of a proxy that the server may have
    /// added.
    /// </summary>
    internal string PathBelowBase(Uri address) =>
        (address.AbsolutePath.StartsWith(BaseUri.AbsolutePath, StringComparison.Ordinal)
                ? address.AbsolutePath.Substring(BaseUri.AbsolutePath.Length)
                : address.AbsolutePath).TrimStart('/');

    private HttpRequestMessage Message(ApiRequest request, HttpContent? content)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), Address(request));
#if NET8_0_OR_GREATER
        if (BaseUri.Scheme == "https")
        {
            message.Version = HttpVersion.Version20;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }
#else
        if (_options.Handler is null) Transport.Prepare(BaseUri);
        // Bodies are sent at once, without a round trip that asks for permission.
        message.Headers.ExpectContinue = false;
        message.Headers.TryAddWithoutValidation("Accept-Encoding", BodyStream.Encoding);
#endif
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _options.Token);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Intercom-Version", VersionOf(request));
        message.Headers.TryAddWithoutValidation("User-Agent", "Intercom-PowerShell/" + Version);
        message.Content = content;
        return message;
    }

    /// <summary>The body. Null for a read without one.</summary>
    private static RequestContent? Content(ApiRequest request, ConnectionPool pool) => request switch
    {
        { Body: { } body } => RequestContent.Of(Encoding.UTF8.GetBytes(body.ToJsonString(BodyOptions)), request.Retry, pool.Spoken),
        { Method: "GET" or "HEAD" } => null,
        _ => RequestContent.Of(null, request.Retry, pool.Spoken),
    };

    /// <summary>Waits while a proxy has not let any request through yet, and another one asks it.</summary>
    private async Task<IDisposable?> TurnAsync(ApiRequest request, ConnectionPool pool, CancellationToken cancellation)
    {
        if (pool.Proxy is not { } proxy) return null;
        try
        {
            return await proxy.WaitForTurnAsync(BaseUri, Time, cancellation).ConfigureAwait(false);
        }
        catch (ProxyLoginException refused)
        {
            throw ProxyLogin(request, pool, refused);
        }
    }

    private static readonly JsonSerializerOptions BodyOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = IntercomJson.MaxDepth,
    };

    private void ReleaseBudget(CallPermit permit, System.Collections.Generic.IReadOnlyDictionary<string, string> headers, int status)
    {
        var date = RetryAfterHeader.Date(headers);
        var reset = Whole(headers, "X-RateLimit-Reset");
        TimeSpan? blocked = null;
        // A 429 that names no time shuts the door for as long as its window runs, at least for a second.
        // With calls left in the window it is a cap of another kind, which other calls need not wait for.
        if (status == 429 && Whole(headers, "X-RateLimit-Remaining") is not > 0)
        {
            var now = Time.GetUtcNow();
            var rest = reset is { } end
                ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(end, LastSecond)) - (date ?? now)
                : CallBudget.ShortBlock;
            blocked = RetryAfterHeader.Read(headers, now) ?? (rest < TimeSpan.Zero ? TimeSpan.Zero : rest);
        }
        Budget.Release(
            permit, new BudgetAnswer(Count(headers, "X-RateLimit-Limit"), Count(headers, "X-RateLimit-Remaining"), reset, date, blocked));
    }

    private const long LastSecond = 253402300799;

    private static long? Whole(System.Collections.Generic.IReadOnlyDictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var text)
            && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            && value >= 0
            ? value
            : null;

    private static int? Count(System.Collections.Generic.IReadOnlyDictionary<string, string> headers, string name) =>
        Whole(headers, name) is { } value and <= int.MaxValue ? (int)value : null;

    private void Report(CallContext call, ApiResponse answer, long milliseconds)
    {
        if (call.Sink is not { } sink) return;
        var request = call.Request;
        var line =
            new StringBuilder().Append(request.Method).Append(' ').Append(request.RelativeUri).Append(" -> ").Append(answer.StatusCode)
            .Append(" in ").Append(milliseconds).Append(" ms");
        if (call.Attempts > 1) line.Append(", try ").Append(call.Attempts);
        if (answer.Header("X-Request-Id") is { } id) line.Append(", request ").Append(id);
        if (answer.Header("X-RateLimit-Remaining") is { } left) line.Append(", ").Append(left).Append(" calls left");
        sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose, Redaction.Links(_mask.Blot(line.ToString()))));
        if (!sink.WantsBodies) return;
        if (request.Body is { } body) sink.Write(new DiagnosticEvent(DiagnosticKind.Debug, "> " + Shown(body.ToJsonString(BodyOptions))));
        if (!answer.Body.IsEmpty)
        {
            sink.Write(
                new DiagnosticEvent(
                    DiagnosticKind.Debug,
                    "< " + Shown(ResponseReader.Text(answer.Body.Span.Slice(0, Math.Min(answer.Body.Length, 64 * 1024))))));
        }
    }

    private string Shown(string body) => Redaction.Body(body, _mask, _options.ShowPersonalData);
}
