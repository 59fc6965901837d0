using System.Buffers;
using System.Net;
using System.Net.Http;
using System.Text;

namespace Intercom.Http;

/// <summary>Reads an HTTP answer: its body into a rented buffer, and an error into an exception.</summary>
internal static class ResponseReader
{
    /// <summary>The number of bytes that are checked to recognize a web page.</summary>
    public const int PageStart = 512;

    private const int ShownBody = 16 * 1024;

    public static IReadOnlyDictionary<string, string> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers) headers[header.Key] = string.Join(", ", header.Value);
        if (response.Content is not null)
        {
            foreach (var header in response.Content.Headers) headers[header.Key] = string.Join(", ", header.Value);
        }
        return headers;
    }

    /// <summary>Reads the whole body. A body over the limit is an error, so that a faulty server cannot exhaust the memory.</summary>
    public static async Task<(byte[]? Buffer, int Length)> BodyAsync(
        HttpResponseMessage response, ApiRequest request, int limit, CancellationToken cancellation)
    {
        if (response.Content is null) return (null, 0);
        if (response.Content.Headers.ContentLength > limit) throw TooLarge(response, request, limit);
        using var stream = await BodyStream.OpenAsync(response, cancellation).ConfigureAwait(false);
        var expected = response.Content.Headers.ContentLength is { } length and >= 0 ? length + 1 : 16 * 1024;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Max(256, expected));
        try
        {
            var filled = 0;
            while (true)
            {
                var read = await ReadAsync(stream, buffer, filled, buffer.Length - filled, cancellation).ConfigureAwait(false);
                if (read == 0) break;
                filled += read;
                if (filled > limit) throw TooLarge(response, request, limit);
                if (filled == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    Buffer.BlockCopy(buffer, 0, larger, 0, filled);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
            return (buffer, filled);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    /// <summary>Reads on in a body.</summary>
    /// <exception cref="InvalidDataException">
    /// The body is not what its Content-Encoding promises; Brotli's decompression says it in another way, which is told here from the
    /// faults of anybody else.
    /// </exception>
    public static async Task<int> ReadAsync(Stream body, byte[] buffer, int offset, int count, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, offset, count, cancellation).ConfigureAwait(false);
        }
        catch (InvalidOperationException failure) when (failure is not (ObjectDisposedException or WebException))
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }

    private static IntercomApiException TooLarge(HttpResponseMessage response, ApiRequest request, int limit) =>
        new(
            $"The response to {request.Method} {request.Path} is larger than {limit / (1024 * 1024)} MB and was not read. "
                + "Request less at a time.")
        {
            StatusCode = (int)response.StatusCode, Code = RequestCodes.AnswerTooLarge, Method = request.Method, Path = request.Path,
            Outcome = request.Retry == RetryClass.Safe ? RequestOutcome.NotApplied : RequestOutcome.Unknown,
        };

    /// <summary>Converts an error response into an exception.</summary>
    public static IntercomApiException Error(
        ApiRequest request, int status, IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var envelope = ErrorEnvelope.Read(body);
        var shown = Text(body.Slice(0, Math.Min(body.Length, ShownBody)));
        var code = envelope.Errors.Count > 0 && envelope.Errors[0].Code != "unknown" ? envelope.Errors[0].Code : CodeOf(status);
        var words = envelope.Errors.Count > 0
            ? string.Join(" ", envelope.Errors.Select(error => error.ToString().TrimEnd('.') + "."))
            : LooksLikeHtml(shown) ? "The response is a web page and not from Intercom. Check the proxy and the address."
            : status is >= 300 and < 400 ? "The response is a redirect, which is not followed with a token. Check the address."
            : "The response contains no reason.";
        var retryAfter = RetryAfterHeader.Read(headers, now);
        var budget = status == 429 && IsCallBudget(envelope);
        var tooLong = retryAfter > CallBudget.LongestWait;
        var later = tooLong
            ? $" The server requests a wait until {now + retryAfter:u}, which is too long. Run the command again then."
            : "";
        return new IntercomApiException($"{request.Method} {request.Path} answered {status}: {words}{later}")
        {
            StatusCode = status,
            Code = status == 429 && !budget ? "job_limit_exceeded" : code,
            Errors = envelope.Errors,
            RequestId = envelope.RequestId ?? (headers.TryGetValue("X-Request-Id", out var id) ? id : null),
            Method = request.Method,
            Path = request.Path,
            Resource = request.Resource,
            Body = shown,
            Headers = headers,
            RetryAfter = retryAfter,
            Outcome = request.Retry != RetryClass.Safe && (status >= 500 || status == 408)
                ? RequestOutcome.Unknown
                : RequestOutcome.NotApplied,
            IsTransient = !tooLong && (budget || status is 408 or >= 500),
        };
    }

    public static bool LooksLikeHtml(string text)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<", StringComparison.Ordinal);
    }

    /// <summary>
    /// True for a web page that was not requested: a proxy or a sign-in page returns it with status 200 in place of the response. It is
    /// recognized by its Content-Type, or else by its first bytes.
    /// </summary>
    public static bool IsWebPage(IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> start)
    {
        if (headers.TryGetValue("Content-Type", out var kind) && (StartsWith(kind, "text/html") || StartsWith(kind, "application/xhtml")))
        {
            return true;
        }
        var text = Text(start.Slice(0, Math.Min(start.Length, PageStart))).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return StartsWith(text, "<!doctype html") || StartsWith(text, "<html");
    }

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    public static string Text(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body.ToArray());

    /// <summary>
    /// A 429 means the call budget ("Exceeded rate limit of 167 in 10_seconds") unless its text mentions jobs
    /// ("Exceeded rate limit of 5 pending reporting dataset export jobs"): a cap that waiting ten seconds does not cure.
    /// </summary>
    private static bool IsCallBudget(ErrorEnvelope envelope) =>
        !envelope.Errors.Any(error => error.Message is { } words
            && (words.IndexOf(" job", StringComparison.OrdinalIgnoreCase) >= 0
                    || words.IndexOf("export", StringComparison.OrdinalIgnoreCase) >= 0));

    private static string CodeOf(int status) => status switch
    {
        400 => "bad_request", 401 => "unauthorized", 403 => "forbidden", 404 => "not_found",
        405 => "method_not_allowed", 406 => "not_acceptable",
        408 => "request_timeout", 409 => "conflict", 410 => "gone", 413 => "too_large", 422 => "unprocessable_entity",
        429 => "rate_limit_exceeded",
        >= 500 => "server_error", >= 300 and < 400 => RequestCodes.RedirectRefused, _ => "unknown",
    };
}
