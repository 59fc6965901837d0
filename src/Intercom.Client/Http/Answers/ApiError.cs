using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Http;

/// <summary>One error of an answer's error list.</summary>
/// <param name="Code">Intercom's code, such as <c>not_found</c>. The set of codes is open.</param>
/// <param name="Message">Intercom's message for people.</param>
/// <param name="Field">The field that the error is about, where Intercom names it.</param>
/// <param name="Data">Further values, such as the id of the conflicting contact.</param>
public sealed record ApiError(string Code, string? Message = null, string? Field = null, AttributeBag? Data = null)
{
    /// <summary>The error in words.</summary>
    public override string ToString() =>
        string.IsNullOrWhiteSpace(Message) ? Code : Field is null ? Message! : $"{Message} (field: {Field})";
}

/// <summary>A parsed error response: the errors, and the request id that Intercom's support needs.</summary>
internal sealed record ErrorEnvelope(IReadOnlyList<ApiError> Errors, string? RequestId)
{
    /// <summary>True when a document declares itself an error list. Intercom sends some of these with status 200.</summary>
    public static bool IsErrorList(ReadOnlySpan<byte> body) =>
        body.Slice(0, Math.Min(body.Length, 256)).IndexOf("\"error.list\""u8) >= 0
            && Read(body) is { Errors.Count: > 0 }
            && TopLevelType(body) == "error.list";

    /// <summary>Reads every shape of error body that Intercom is known to send. Any other body returns an empty list.</summary>
    public static ErrorEnvelope Read(ReadOnlySpan<byte> body)
    {
        AttributeBag? root;
        try
        {
            root = body.IsEmpty ? null : PlainValue.Parse(body) as AttributeBag;
        }
        catch (JsonException)
        {
            root = null;
        }
        if (root is null) return new ErrorEnvelope([], null);

        var errors = new List<ApiError>();
        switch (Value(root, "errors"))
        {
            case ItemList<object?> list:
                foreach (var item in list)
                {
                    // Intercom sends the code as `code` or as `type`.
                    if (item is AttributeBag error)
                    {
                        errors.Add(
                            new ApiError(
                                Text(error, "code") ?? Text(error, "type") ?? "unknown",
                                Text(error, "message"),
                                Text(error, "field"),
                                Value(error, "data") as AttributeBag));
                    }
                    else if (item is string text) errors.Add(new ApiError("unknown", text));
                }
                break;
            case AttributeBag byField:
                foreach (var pair in byField)
                {
                    errors.Add(new ApiError("data_invalid", Words.Of(pair.Value), pair.Key == "base" ? null : pair.Key));
                }
                break;
        }
        if (errors.Count == 0 && Text(root, "error_key") is { } key) errors.Add(new ApiError(key, Text(root, "message")));
        if (errors.Count == 0 && Text(root, "error") is { } word) errors.Add(new ApiError(Slug(word), Text(root, "message") ?? word));
        if (errors.Count == 0 && Text(root, "message") is { } message) errors.Add(new ApiError(Text(root, "code") ?? "unknown", message));
        return new ErrorEnvelope(errors, Text(root, "request_id"));
    }

    private static string? TopLevelType(ReadOnlySpan<byte> body)
    {
        try
        {
            return (PlainValue.Parse(body) as AttributeBag) is { } root ? Text(root, "type") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object? Value(AttributeBag bag, string name) => bag.TryGetValue(name, out var value) ? value : null;

    private static string? Text(AttributeBag bag, string name) =>
        Value(bag, name) is { } value && Words.Of(value) is { Length: > 0 } text ? text : null;

    private static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (var letter in words) slug.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_');
        return slug.ToString();
    }
}
