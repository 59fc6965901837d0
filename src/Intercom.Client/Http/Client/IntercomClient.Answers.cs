using System.Text.Json;
using Intercom.Json;

namespace Intercom.Http;

/// <content>Reading response bodies, and the errors of those that cannot be read.</content>
public sealed partial class IntercomClient
{
    /// <summary>Reads an answer's body, or a part of it, into a model.</summary>
    internal static object? Read(ApiRequest request, ApiResponse response, Type model, ReadOnlySpan<byte> part = default)
    {
        var body = part.IsEmpty ? response.Body.Span : part;
        try
        {
            return JsonSerializer.Deserialize(body, IntercomJson.TypeInfo(model));
        }
        catch (Exception failure) when (
            failure is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw Unreadable(request, response, body, failure);
        }
    }

    /// <summary>Reads a response body as a JSON object, whose values can be sent again unchanged.</summary>
    /// <exception cref="IntercomApiException">The body is not an object.</exception>
    internal static JsonObject ReadObject(ApiRequest request, ApiResponse response)
    {
        Exception? cause = null;
        try
        {
            if (PlainValue.ParseNode(response.Text) is JsonObject found)
            {
                // A duplicate name is detected only when the properties are enumerated.
                using var look = found.GetEnumerator();
                return found;
            }
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            cause = failure;
        }
        throw Unreadable(request, response, response.Body.Span, cause);
    }

    /// <summary>A successful response without the expected object. Whether the request was executed is unknown.</summary>
    internal static IntercomApiException EmptyAnswer(ApiRequest request) => new(
        $"{request.Method} {request.Path} returned nothing where an object was expected. "
            + "The connection or a proxy may have truncated the response.")
    {
        Code = RequestCodes.UnreadableAnswer, Method = request.Method, Path = request.Path,
        Outcome = request.Retry == RetryClass.Safe ? RequestOutcome.NotApplied : RequestOutcome.Unknown,
    };

    internal static IntercomApiException Unreadable(ApiRequest request, ApiResponse response, ReadOnlySpan<byte> body, Exception? cause)
    {
        var shown = ResponseReader.Text(body.Slice(0, Math.Min(body.Length, 16 * 1024)));
        var where = cause is JsonException { Path: { Length: > 0 } path } ? $" at {path}" : "";
        var isPage = ResponseReader.LooksLikeHtml(shown) || ResponseReader.IsWebPage(response.Headers, body);
        var isEmpty = string.IsNullOrWhiteSpace(shown) || shown.Trim() == "null";
        var what = isPage ? "is a web page and not from Intercom. Check -BaseUri, the proxy and its sign-in page."
            : isEmpty ? "is empty where an object was expected."
            : $"cannot be read{where}.";
        return new IntercomApiException($"{request.Method} {request.Path} answered {response.StatusCode}, but the response {what}", cause)
        {
            StatusCode = response.StatusCode, Code = RequestCodes.UnreadableAnswer, Method = request.Method, Path = request.Path,
            Body = shown, Headers = response.Headers,
            RequestId = response.Header("X-Request-Id"),
            // The response was a success, so the request was executed. Only its result cannot be shown.
            Outcome = request.Retry == RetryClass.Safe ? RequestOutcome.NotApplied : RequestOutcome.Unknown,
        };
    }
}
