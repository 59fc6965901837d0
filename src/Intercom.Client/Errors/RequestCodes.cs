namespace Intercom;

/// <summary>
/// The ids that the client and the module give to errors of requests, where Intercom has none. Codes that Intercom returns are kept as they
/// are. about_Intercom_Errors lists these constants.
/// </summary>
internal static class RequestCodes
{
    /// <summary>The response is larger than the module reads.</summary>
    public const string AnswerTooLarge = "answer_too_large";

    /// <summary>The connection was lost before the whole response was received.</summary>
    public const string ConnectionBroken = "connection_broken";

    /// <summary>The server or the proxy could not be reached.</summary>
    public const string ConnectionFailed = "connection_failed";

    /// <summary>The server refused the place at which a list was to continue.</summary>
    public const string CursorRefused = "cursor_refused";

    /// <summary>The connection was closed in this session or another one.</summary>
    public const string Disconnected = "disconnected";

    /// <summary>The server of a file refused it.</summary>
    public const string DownloadFailed = "download_failed";

    /// <summary>A link of a response leads to another host, or to one without https.</summary>
    public const string ForeignLink = "foreign_link";

    /// <summary>A job ended without success.</summary>
    public const string JobFailed = "job_failed";

    /// <summary>The server closed the connection before it read the request.</summary>
    public const string NotProcessed = "not_processed";

    /// <summary>It is not known whether a request was applied.</summary>
    public const string OutcomeUnknown = "outcome_unknown";

    /// <summary>The proxy requires a login, or refused the one that it was given.</summary>
    public const string ProxyAuthenticationRequired = "proxy_authentication_required";

    /// <summary>The proxy does not allow the host.</summary>
    public const string ProxyRefused = "proxy_refused";

    /// <summary>The server redirected a request that is not followed.</summary>
    public const string RedirectRefused = "redirect_refused";

    /// <summary>A list refers to a page that was already read.</summary>
    public const string RepeatedCursor = "repeated_cursor";

    /// <summary>No response, or no end of a job, within the time limit.</summary>
    public const string Timeout = "timeout";

    /// <summary>A secure connection could not be established.</summary>
    public const string TlsFailed = "tls_failed";

    /// <summary>The response is not what Intercom sends, or is damaged.</summary>
    public const string UnreadableAnswer = "unreadable_answer";

    /// <summary>A file could not be written.</summary>
    public const string WriteFailed = "write_failed";
}
