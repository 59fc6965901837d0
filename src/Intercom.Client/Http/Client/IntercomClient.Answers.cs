using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using Intercom.Json;

namespace Intercom.Http;

/// <content>What an answer holds, and the errors of those that hold something else.</content>
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
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw Unreadable(request, response, body, failure);
        }
    }

    /// <summary>Reads an answer's body as an object in JSON, whose values are sent again as they came.</summary>
    /// <exception cref="IntercomApiException">It is none.</exception>
    internal static JsonObject ReadObject(ApiRequest request, ApiResponse response)
    {
        Exception? cause = null;
        try
        {
            if (PlainValue.ParseNode(response.Text) is JsonObject found)
            {
                // A name that stands twice is told only when somebody looks.
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

    /// <summary>True when a list has items.</summary>
    /// <exception cref="IntercomApiException">The answer is no list.</exception>
    internal static bool HasItems(ApiRequest request, ApiResponse response)
    {
        try
        {
            return Paging.PageEnvelope.Skim(response.Body.Span, request.Items).Items.Count > 0;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw Unreadable(request, response, response.Body.Span, failure);
        }
    }

    /// <summary>A success that says nothing where an object is due; whether it was done is not known.</summary>
    internal static IntercomApiException EmptyAnswer(ApiRequest request) => new($"{request.Method} {request.Path} answered, but with nothing where an object was expected: the connection or a proxy may have cut it off.")
    {
        Code = "unreadable_answer", Method = request.Method, Path = request.Path, Outcome = request.Retry == RetryClass.Safe ? RequestOutcome.NotApplied : RequestOutcome.Unknown,
    };

    internal static IntercomApiException Unreadable(ApiRequest request, ApiResponse response, ReadOnlySpan<byte> body, Exception? cause)
    {
        var shown = ResponseReader.Text(body.Slice(0, Math.Min(body.Length, 16 * 1024)));
        var where = cause is JsonException { Path: { Length: > 0 } path } ? $" at {path}" : "";
        var what = ResponseReader.LooksLikeHtml(shown) || ResponseReader.IsWebPage(response.Headers, body) ? "is a web page, not Intercom's: a proxy, a sign-in page or a wrong address stands between. Check -BaseUri and the proxy."
            : string.IsNullOrWhiteSpace(shown) || shown.Trim() == "null" ? "is empty where an object was expected."
            : $"cannot be read as Intercom's{where}.";
        return new IntercomApiException($"{request.Method} {request.Path} answered {response.StatusCode}, but the answer {what}", cause)
        {
            StatusCode = response.StatusCode, Code = "unreadable_answer", Method = request.Method, Path = request.Path, Body = shown, Headers = response.Headers,
            RequestId = response.Header("X-Request-Id"),
            // It was a success: what was asked has been done, we only cannot show it.
            Outcome = request.Retry == RetryClass.Safe ? RequestOutcome.NotApplied : RequestOutcome.Unknown,
        };
    }
}
