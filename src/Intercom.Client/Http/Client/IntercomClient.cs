using System.Text;
using Polly;

namespace Intercom.Http;

/// <summary>
/// Sends requests to one Intercom workspace. It owns the headers, the repeats and the call budget; a list is walked by
/// <see cref="Paging.Pager"/> on top of it. Safe for use from many threads.
/// </summary>
public sealed partial class IntercomClient : IDisposable
{
    private static readonly string Version = typeof(IntercomClient).Assembly.GetName().Version?.ToString(3) ?? "0";

    private readonly IntercomClientOptions _options;
    private readonly ConnectionPool _pool;
    private readonly ConnectionPool _fresh;
    private readonly TokenMask _mask;
    private readonly ResiliencePipeline<ApiResponse> _retry;
    private volatile bool _ended;

    /// <summary>Creates a client.</summary>
    /// <exception cref="ArgumentException">
    /// The address is plain http to another machine, which would show the token to everyone on the way; or it holds a user name; or the
    /// token can be none.
    /// </exception>
    public IntercomClient(IntercomClientOptions options)
    {
        if (options.BaseUri.Scheme != "https" && !(options.BaseUri.Scheme == "http" && options.BaseUri.IsLoopback))
        {
            throw new InvalidInputException(Errors.InsecureAddress(Redaction.Addresses(options.BaseUri.OriginalString)));
        }
        if (options.BaseUri.UserInfo.Length > 0)
        {
            throw new InvalidInputException(Errors.AddressWithLogin(Redaction.Addresses(options.BaseUri.OriginalString)));
        }
        // The transport would refuse the header only on the first call, without mentioning the token.
        if (options.Token.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new InvalidInputException(Errors.InvalidToken());
        }
        _options = options;
        // Without the last slash the last part of a path would be replaced by the request's, not followed by it.
        BaseUri = options.BaseUri.AbsolutePath.EndsWith("/", StringComparison.Ordinal)
            ? options.BaseUri
            : new Uri(options.BaseUri.GetLeftPart(UriPartial.Path) + "/");
        _mask = new TokenMask(options.Token);
        _pool = new ConnectionPool(options.Handler ?? Transport.Shared, options.BaseUri);
        _fresh = options.Handler is null ? new ConnectionPool(Transport.Fresh, options.BaseUri) : _pool;
        _retry = RetryPolicy.Create(options.Time);
        Budget = options.Budget ?? CallBudget.For(options.BaseUri, options.Token, options.Time);
        Budget.Join();
    }

    /// <summary>The host, and the path that a proxy requires before Intercom's own. It ends with a slash.</summary>
    public Uri BaseUri { get; }

    /// <summary>What this and the other connections of the process write with the same host and token.</summary>
    internal WriteFeed Writes => Budget.Writes;

    /// <summary>The version of the API that is sent, except for operations that are newer.</summary>
    public string ApiVersion => _options.ApiVersion;

    /// <summary>The version that is sent with a request: the client's own, or one that has the operation if that does not.</summary>
    internal string VersionOf(ApiRequest request)
    {
        var version = ApiVersions.Higher(ApiVersion, request.Since);
        return request.Until is { } last && !_options.StrictVersion && ApiVersions.Compare(version, last) > 0 ? last : version;
    }

    /// <summary>Refuses an operation that is newer than the version, when the options say so.</summary>
    private void CheckVersion(ApiRequest request)
    {
        if (!_options.StrictVersion || ApiVersions.Compare(request.Since ?? ApiVersion, ApiVersion) <= 0) return;
        throw new InvalidInputException(Errors.NewerOperation($"{request.Method} /{request.Path}", request.Since!, ApiVersion));
    }

    /// <summary>The call budget that this client keeps to.</summary>
    public CallBudget Budget { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>Derives a key that only the owner of the token can derive again. The token cannot be recovered from it.</summary>
    internal byte[] KeyFor(string salt)
    {
        using var hash = new System.Security.Cryptography.HMACSHA256(Encoding.UTF8.GetBytes(_options.Token));
        return hash.ComputeHash(Encoding.UTF8.GetBytes("intercom-powershell key " + salt));
    }

    /// <summary>A text without the token.</summary>
    internal string WithoutToken(string text) => _mask.Blot(text);

    /// <summary>Sends a request and reads the response into a model. Returns null where Intercom sends no body.</summary>
    /// <exception cref="IntercomApiException">
    /// Intercom refused the request, could not be reached, or sent a response that cannot be read.
    /// </exception>
    public async Task<T?> SendAsync<T>(
        ApiRequest request, IDiagnosticSink? sink = null, CancellationToken cancellation = default) where T : class =>
        (T?)await SendAsync(request, typeof(T), sink, cancellation).ConfigureAwait(false);

    /// <summary>Sends a request and reads the response into a model. Returns null where Intercom sends no body.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="model">The model's type. typeof(string) returns the unchanged text.</param>
    /// <param name="sink">Receives diagnostics.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="IntercomApiException">
    /// Intercom refused the request, could not be reached, or sent a response that cannot be read.
    /// </exception>
    public Task<object?> SendAsync(
        ApiRequest request, Type model, IDiagnosticSink? sink = null, CancellationToken cancellation = default) =>
        SendAsync(request, model, sink, null, cancellation);

    /// <summary>Sends a request that is part of a watched piece of work, and reads the response into a model.</summary>
    internal async Task<object?> SendAsync(
        ApiRequest request, Type model, IDiagnosticSink? sink, SendWatch? watch, CancellationToken cancellation)
    {
        using var response = await SendRawAsync(request, sink, watch, cancellation).ConfigureAwait(false);
        if (model == typeof(string))
        {
            return ResponseReader.IsWebPage(response.Headers, response.Body.Span)
                ? throw Unreadable(request, response, response.Body.Span, null)
                : response.Text;
        }
        var answer = response.Body.IsEmpty ? null : Read(request, response, model);
        // Some writes return no body. A read without one must not pass for an orderly result.
        if (answer is null && request.Method == "GET") throw Unreadable(request, response, response.Body.Span, null);
        return answer;
    }

    /// <summary>Sends a request and returns the unchanged response, which the caller must dispose.</summary>
    /// <exception cref="IntercomApiException">
    /// Intercom refused the request, could not be reached, or sent a response that cannot be read.
    /// </exception>
    public Task<ApiResponse> SendRawAsync(
        ApiRequest request,
        IDiagnosticSink? sink = null,
        CancellationToken cancellation = default) => SendRawAsync(request, sink, null, cancellation);

    /// <summary>Sends a request that is part of a watched piece of work. The caller must dispose the response.</summary>
    internal Task<ApiResponse> SendRawAsync(
        ApiRequest request, IDiagnosticSink? sink, SendWatch? watch, CancellationToken cancellation) =>
        SendAsync(new CallContext(request, sink, watch), cancellation);

    /// <summary>
    /// Streams a response body into a stream, without holding it in memory. Redirects are followed without the token. When the
    /// connection breaks, the stream is emptied and the download restarts, as often as a read is repeated.
    /// </summary>
    /// <param name="request">The request, which must be a read.</param>
    /// <param name="destination">Receives the body. It must be seekable.</param>
    /// <param name="sink">Receives diagnostics.</param>
    /// <param name="progress">Receives the number of bytes read, on the reading thread.</param>
    /// <param name="cancellation">Ends the download.</param>
    /// <returns>The headers of the response that contained the body.</returns>
    /// <exception cref="IntercomApiException">
    /// Intercom refused, could not be reached, the body is incomplete or is not a file (a web page, a JSON document), or the stream
    /// could not be written.
    /// </exception>
    public async Task<System.Collections.Generic.IReadOnlyDictionary<string, string>> DownloadAsync(
        ApiRequest request,
        System.IO.Stream destination,
        IDiagnosticSink? sink = null,
        IProgress<DownloadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var answer = await SendAsync(
            new CallContext(request, sink) { Download = new Download(destination, progress) }, cancellation).ConfigureAwait(false);
        return answer.Headers;
    }

    /// <summary>Called after each request, with its failure if there is one, on any thread.</summary>
    internal Action<ApiRequest, IntercomApiException?>? Finished { get; set; }

    /// <summary>Releases the client's own resources. The pooled connections stay with the process.</summary>
    public void Dispose()
    {
        if (!_ended) Budget.Leave();
        _ended = true;
        _pool.Http.Dispose();
        _fresh.Http.Dispose();
    }
}
