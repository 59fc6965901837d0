namespace Intercom.Http;

/// <summary>Whether a failed request was executed.</summary>
public enum RequestOutcome
{
    /// <summary>Intercom did not execute it: it was refused, or never arrived.</summary>
    NotApplied,

    /// <summary>It may or may not have been executed: the connection or the server broke before the answer.</summary>
    Unknown,
}

/// <summary>
/// A request that failed: Intercom refused it, could not be reached, or sent a response that cannot be read or stored.
/// </summary>
public sealed class IntercomApiException : Exception, ICodedError
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, in words.</param>
    /// <param name="inner">The cause below, if any.</param>
    public IntercomApiException(string message, Exception? inner = null) : base(message, inner) { }

    /// <summary>The HTTP status. 0 when there was no response.</summary>
    public int StatusCode { get; init; }

    /// <summary>
    /// Intercom's error code, or one of ours: <c>connection_failed</c>, <c>tls_failed</c>, <c>proxy_authentication_required</c>,
    /// <c>proxy_refused</c>, <c>not_processed</c>, <c>timeout</c>, <c>connection_broken</c>, <c>unreadable_answer</c>,
    /// <c>write_failed</c>.
    /// </summary>
    public string Code { get; init; } = "unknown";

    /// <summary>Every error of the answer.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The request id, which Intercom's support needs.</summary>
    public string? RequestId { get; init; }

    /// <summary>The request's method.</summary>
    public string Method { get; init; } = "";

    /// <summary>The request's path.</summary>
    public string Path { get; init; } = "";

    /// <summary>What the request was about; null for a request that does not state it, such as one that somebody wrote.</summary>
    internal ApiResource? Resource { get; init; }

    /// <summary>The answer's body as text, cut at 16 KB.</summary>
    public string? Body { get; init; }

    /// <summary>The answer's headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the request may have been executed, in any of its tries.</summary>
    public RequestOutcome Outcome { get; internal set; }

    /// <summary>The version of the API that the request was sent with. Empty when there was no response.</summary>
    public string ApiVersion { get; internal set; } = "";

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>Additional knowledge of the caller, such as the field that was probably meant.</summary>
    internal string? Hint { get; set; }

    /// <summary>True when repeating the request is harmless, so that it was repeated as often as useful.</summary>
    internal bool IsRepeatable { get; set; }

    /// <summary>The wait that the server requested.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the same request may succeed later: 408, 429 of the call budget, 5xx, timeouts, broken connections.</summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// True when the resource that caused a 409 is archived: it is in no list and no search, and still holds its email address and
    /// external id.
    /// </summary>
    public bool IsExistingArchived =>
        StatusCode == 409 && Errors.Any(error => error.Message?.IndexOf("archived contact", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The id of the contact that a merged one has become, where Intercom names it (since API 2.16, in the header Link).</summary>
    public string? MergedInto
    {
        get
        {
            var link = Headers.FirstOrDefault(header => string.Equals(header.Key, "Link", StringComparison.OrdinalIgnoreCase)).Value;
            if (StatusCode != 410 || link is null || link.IndexOf("canonical", StringComparison.Ordinal) < 0) return null;
            const string start = "/contacts/";
            var at = link.IndexOf(start, StringComparison.Ordinal);
            return at < 0
                ? null
                : new string(
                    link.Skip(at + start.Length).TakeWhile(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_').ToArray());
        }
    }

    /// <summary>The id of the object that causes a 409, where Intercom names it.</summary>
    public string? ExistingId
    {
        get
        {
            if (StatusCode != 409) return null;
            foreach (var error in Errors)
            {
                if (error.Data is not null && error.Data.TryGetValue("contact_id", out var id) && id is not null) return id.ToString();
                var at = error.Message?.IndexOf("id=", StringComparison.Ordinal) ?? -1;
                if (at >= 0)
                {
                    return new string(
                        error.Message!.Skip(at + 3).TakeWhile(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_').ToArray());
                }
            }
            return null;
        }
    }
}
