using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Json;
using Polly;

namespace Intercom.Http;

/// <summary>
/// Sends requests to one Intercom workspace. It owns the headers, the repeats and the call budget; a list is walked by <see cref="Paging.Pager"/> on top of it.
/// Safe for use from many threads.
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
    /// <exception cref="ArgumentException">The address is plain http to another machine, which would show the token to everyone on the way; or it holds a user name; or the token can be none.</exception>
    public IntercomClient(IntercomClientOptions options)
    {
        if (options.BaseUri.Scheme != "https" && !(options.BaseUri.Scheme == "http" && options.BaseUri.IsLoopback))
        {
            throw new ArgumentException($"'{Redaction.Addresses(options.BaseUri.OriginalString)}' is not used: the token would travel readable. Use https; http is only for this machine (127.0.0.1).");
        }
        if (options.BaseUri.UserInfo.Length > 0)
        {
            throw new ArgumentException($"'{Redaction.Addresses(options.BaseUri.OriginalString)}' was given with a user name or password, which is not sent. Remove it from the address.");
        }
        // The transport would refuse the header only when the first call is made, and say nothing of a token.
        if (options.Token.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new ArgumentException("The access token holds a blank, a line break or a letter that no token has, so it was not sent. Copy it again from Intercom's Developer Hub, alone: without 'Bearer' and without what stood around it.");
        }
        _options = options;
        // Without the last slash the last part of a path would be replaced by the request's, not followed by it.
        BaseUri = options.BaseUri.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? options.BaseUri : new Uri(options.BaseUri.GetLeftPart(UriPartial.Path) + "/");
        _mask = new TokenMask(options.Token);
        _pool = new ConnectionPool(options.Handler ?? Transport.Shared, options.BaseUri);
        _fresh = options.Handler is null ? new ConnectionPool(Transport.Fresh, options.BaseUri) : _pool;
        _retry = RetryPolicy.Create(options.Time);
        Budget = options.Budget ?? CallBudget.For(options.BaseUri, options.Token, options.Time);
        Budget.Join();
    }

    /// <summary>The host, and the path before Intercom's own where a proxy wants one. It ends in a slash.</summary>
    public Uri BaseUri { get; }

    /// <summary>What this and the other connections of the process write with the same host and token.</summary>
    internal WriteFeed Writes => Budget.Writes;

    /// <summary>The value of the Intercom-Version header.</summary>
    public string ApiVersion => _options.ApiVersion;

    /// <summary>The call budget that this client keeps to.</summary>
    public CallBudget Budget { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>A key that only who has the token can make again, and from which nobody can find the token.</summary>
    internal byte[] KeyFor(string salt)
    {
        using var hash = new System.Security.Cryptography.HMACSHA256(Encoding.UTF8.GetBytes(_options.Token));
        return hash.ComputeHash(Encoding.UTF8.GetBytes("intercom-powershell key " + salt));
    }

    /// <summary>Sends a request and reads the answer into a model; null where Intercom answers nothing.</summary>
    /// <exception cref="IntercomApiException">Intercom refused, could not be reached, or gave an answer that cannot be read.</exception>
    public async Task<T?> SendAsync<T>(ApiRequest request, IDiagnosticSink? sink = null, CancellationToken cancellation = default) where T : class =>
        (T?)await SendAsync(request, typeof(T), sink, cancellation).ConfigureAwait(false);

    /// <summary>Sends a request and reads the answer into a model; null where Intercom answers nothing.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="model">The model's type; typeof(string) gives the text as it stands.</param>
    /// <param name="sink">Takes what there is to tell.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="IntercomApiException">Intercom refused, could not be reached, or gave an answer that cannot be read.</exception>
    public async Task<object?> SendAsync(ApiRequest request, Type model, IDiagnosticSink? sink = null, CancellationToken cancellation = default)
    {
        using var response = await SendRawAsync(request, sink, cancellation).ConfigureAwait(false);
        if (model == typeof(string)) return ResponseReader.IsWebPage(response.Headers, response.Body.Span) ? throw Unreadable(request, response, response.Body.Span, null) : response.Text;
        var answer = response.Body.IsEmpty ? null : Read(request, response, model);
        // Some writes answer nothing. Who asks for an object and gets none shall not take that for an end in good order.
        if (answer is null && request.Method == "GET") throw Unreadable(request, response, response.Body.Span, null);
        return answer;
    }

    /// <summary>Sends a request and gives the answer as it came; the caller disposes it.</summary>
    /// <exception cref="IntercomApiException">Intercom refused, could not be reached, or gave an answer that cannot be read.</exception>
    public Task<ApiResponse> SendRawAsync(ApiRequest request, IDiagnosticSink? sink = null, CancellationToken cancellation = default) => SendAsync(new CallContext(request, sink), cancellation);

    /// <summary>
    /// Writes an answer's body to a stream as it comes, without holding it in memory. A redirect is followed without the token. When the connection breaks, the
    /// stream is emptied and the download begins again, as often as a read is repeated.
    /// </summary>
    /// <param name="request">What to send; a read.</param>
    /// <param name="destination">Takes the body; it must be able to seek.</param>
    /// <param name="sink">Takes what there is to tell.</param>
    /// <param name="progress">Is told how many bytes have come, on the thread that reads them.</param>
    /// <param name="cancellation">Ends the download.</param>
    /// <returns>The headers of the answer that held the body.</returns>
    /// <exception cref="IntercomApiException">Intercom refused, could not be reached, the body did not come whole or is none (a web page, a JSON document), or the stream could not be written.</exception>
    public async Task<System.Collections.Generic.IReadOnlyDictionary<string, string>> DownloadAsync(ApiRequest request, System.IO.Stream destination, IDiagnosticSink? sink = null, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var answer = await SendAsync(new CallContext(request, sink) { Download = new Download(destination, progress) }, cancellation).ConfigureAwait(false);
        return answer.Headers;
    }

    /// <summary>Told of each request when it is over, with the failure if it is one; on whatever thread that happens.</summary>
    internal Action<ApiRequest, IntercomApiException?>? Finished { get; set; }

    private async Task<ApiResponse> SendAsync(CallContext call, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(RetryPolicy.Call, call);
        var writes = call.Request.Retry != RetryClass.Safe && call.Request.Method != "GET";
        if (writes) Writes.Note();
        try
        {
            var answer = await _retry.ExecuteAsync(
                static async (attempt, state) => await state.Client.TryOnceAsync(state.Call, attempt.CancellationToken).ConfigureAwait(false),
                context,
                (Client: this, Call: call)).ConfigureAwait(false);
            Finished?.Invoke(call.Request, null);
            return answer;
        }
        catch (IntercomApiException failure)
        {
            Finished?.Invoke(call.Request, failure);
            failure.Attempts = call.Attempts;
            // What the last try was refused for says nothing of an earlier one that broke off.
            if (call.MayHaveRun) failure.Outcome = RequestOutcome.Unknown;
            failure.IsRepeatable = call.Request.Retry != RetryClass.Once;
            throw;
        }
        finally
        {
            if (writes) Writes.Note();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<ApiResponse> TryOnceAsync(CallContext call, CancellationToken cancellation)
    {
        var watch = SendWatch.Of(call.Request);
        try
        {
            var answer = await TryOnceAsync(call, watch, cancellation).ConfigureAwait(false);
            watch?.Answered(call.Request);
            if (call.Request.Retry != RetryClass.Safe) Writes.Tell(call.Request, answer);
            return answer;
        }
        catch (IntercomApiException failure)
        {
            call.Note(failure);
            watch?.Failed(call.Request, call.MayHaveRun ? RequestOutcome.Unknown : failure.Outcome);
            throw;
        }
    }

    private async Task<ApiResponse> TryOnceAsync(CallContext call, SendWatch? watch, CancellationToken cancellation)
    {
        var request = call.Request;
        if (_ended) throw Ended(request, null);
        var pool = request.Retry == RetryClass.Once ? _fresh : _pool;
        using var turn = await TurnAsync(request, pool, cancellation).ConfigureAwait(false);
        var permit = await Budget.AcquireAsync(call.Waiting, cancellation, call.Sink).ConfigureAwait(false);
        if (call.Sink is { } sink && Budget.TakeRefusal() is { } refusal)
        {
            sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose, $"The call budget is not shared with other processes of this machine: {refusal}"));
        }
        call.Attempts++;
        var clock = Stopwatch.StartNew();
        var released = false;
        using var timeout = new CancellationTokenSource();
        timeout.CancelAfter(_options.Timeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var content = Content(request, pool);
        try
        {
            if (watch is not null) await watch.SendingAsync(request, linked.Token).ConfigureAwait(false);
            using var message = Message(request, content);
            using var response = await pool.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (content is { WasRepeated: true }) call.NoteRepeat();
            if (status == 407) throw ProxyLogin(request, pool, null);
            pool.Proxy?.LetThrough();
            turn?.Dispose();
            var headers = _mask.Blot(ResponseReader.Headers(response));
            ReleaseBudget(permit, headers, status);
            released = true;

            if (call.Download is { } download && Download.IsFile(response))
            {
                var saved = await download.SaveAsync(pool.Http, _mask, response, message.RequestUri!, request, () => timeout.CancelAfter(_options.Timeout), linked.Token).ConfigureAwait(false);
                Report(call, saved, clock.ElapsedMilliseconds);
                return saved;
            }
            var (buffer, length) = await ResponseReader.BodyAsync(response, request, _options.MaxResponseBytes, linked.Token).ConfigureAwait(false);
            // A file is taken as it came; an error in its place is read.
            if (call.Download is null || status is < 200 or >= 300) (buffer, length) = BodyEncoding.ToUtf8(buffer, length, response.Content.Headers.ContentType?.CharSet);
            if (buffer is not null) _mask.Blot(buffer.AsSpan(0, length));
            var answer = new ApiResponse(status, headers, buffer, length);
            Report(call, answer, clock.ElapsedMilliseconds);
            if (status is >= 200 and < 300 && !ErrorEnvelope.IsErrorList(answer.Body.Span))
            {
                if (call.Download is null) return answer;
                using (answer) await call.Download.WriteAsync(answer, request, linked.Token).ConfigureAwait(false);
                return new ApiResponse(status, headers, null, 0);
            }
            // A delete that finds nothing after one that may have been executed has found its own work.
            if (status == 404 && request.Method == "DELETE" && call.MayHaveRun)
            {
                answer.Dispose();
                return new ApiResponse(204, headers, null, 0);
            }
            using (answer) throw ResponseReader.Error(request, status, headers, answer.Body.Span, Time.GetUtcNow());
        }
        catch (Exception failure) when (failure is OperationCanceledException || (linked.IsCancellationRequested && failure is not IntercomApiException))
        {
            // An answer that is given up may be closed under its reader, who then complains in any way.
            cancellation.ThrowIfCancellationRequested();
            if (_ended) throw Ended(request, failure);
            throw Failed(request, failure, linked.IsCancellationRequested, content, pool);
        }
        catch (System.IO.InvalidDataException failure)
        {
            // What the transport's decompression says of a body that is not what its Content-Encoding promises.
            throw Broken(request, "unreadable_answer", $"sent an answer whose compression is broken: {Reason(failure)}", failure, RequestOutcome.Unknown);
        }
        catch (Exception failure) when (failure is HttpRequestException or System.IO.IOException or ObjectDisposedException or WebException)
        {
            if (_ended) throw Ended(request, failure);
            throw Failed(request, failure, timedOut: false, content, pool);
        }
        finally
        {
            if (!released) Budget.Release(permit);
        }
    }

    /// <summary>The address of a request. A path that is an address of its own would take the token to another host, wherever the path came from.</summary>
    private Uri Address(ApiRequest request)
    {
        if (Uri.TryCreate(BaseUri, request.RelativeUri, out var address) && address.Scheme == BaseUri.Scheme && address.Authority == BaseUri.Authority
            && address.AbsolutePath.StartsWith(BaseUri.AbsolutePath, StringComparison.Ordinal)) return address;
        throw new IntercomApiException($"{request.Method} {request.Path} does not lead to {BaseUri.Host}: it was not sent, since the token would go there. A path is wanted, without a host.")
        {
            Code = "foreign_link", Method = request.Method, Path = request.Path,
        };
    }

    /// <summary>An address of this server as a path below <see cref="BaseUri"/>; a proxy's own path is taken off where the server put it before.</summary>
    internal string PathBelowBase(Uri address) =>
        (address.AbsolutePath.StartsWith(BaseUri.AbsolutePath, StringComparison.Ordinal) ? address.AbsolutePath.Substring(BaseUri.AbsolutePath.Length) : address.AbsolutePath).TrimStart('/');

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
        // A body goes out at once, not after a round trip that asks whether it may.
        message.Headers.ExpectContinue = false;
        message.Headers.TryAddWithoutValidation("Accept-Encoding", BodyStream.Encoding);
#endif
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _options.Token);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Intercom-Version", ApiVersion);
        message.Headers.TryAddWithoutValidation("User-Agent", "Intercom-PowerShell/" + Version);
        message.Content = content;
        return message;
    }

    /// <summary>The body; null for a read that has none.</summary>
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

    private static readonly JsonSerializerOptions BodyOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = IntercomJson.MaxDepth };

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
            var rest = reset is { } end ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(end, LastSecond)) - (date ?? now) : CallBudget.ShortBlock;
            blocked = RetryAfterHeader.Read(headers, now) ?? (rest < TimeSpan.Zero ? TimeSpan.Zero : rest);
        }
        Budget.Release(permit, new BudgetAnswer(Count(headers, "X-RateLimit-Limit"), Count(headers, "X-RateLimit-Remaining"), reset, date, blocked));
    }

    private const long LastSecond = 253402300799;

    private static long? Whole(System.Collections.Generic.IReadOnlyDictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= 0 ? value : null;

    private static int? Count(System.Collections.Generic.IReadOnlyDictionary<string, string> headers, string name) => Whole(headers, name) is { } value and <= int.MaxValue ? (int)value : null;

    private void Report(CallContext call, ApiResponse answer, long milliseconds)
    {
        if (call.Sink is not { } sink) return;
        var request = call.Request;
        var line = new StringBuilder().Append(request.Method).Append(' ').Append(request.RelativeUri).Append(" -> ").Append(answer.StatusCode)
            .Append(" in ").Append(milliseconds).Append(" ms");
        if (call.Attempts > 1) line.Append(", try ").Append(call.Attempts);
        if (answer.Header("X-Request-Id") is { } id) line.Append(", request ").Append(id);
        if (answer.Header("X-RateLimit-Remaining") is { } left) line.Append(", ").Append(left).Append(" calls left");
        sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose, Redaction.Links(_mask.Blot(line.ToString()))));
        if (!sink.WantsBodies) return;
        if (request.Body is { } body) sink.Write(new DiagnosticEvent(DiagnosticKind.Debug, "> " + Shown(body.ToJsonString(BodyOptions))));
        if (!answer.Body.IsEmpty) sink.Write(new DiagnosticEvent(DiagnosticKind.Debug, "< " + Shown(ResponseReader.Text(answer.Body.Span.Slice(0, Math.Min(answer.Body.Length, 64 * 1024))))));
    }

    private string Shown(string body) => Redaction.Body(body, _mask, _options.ShowPersonalData);

    /// <summary>Gives the client's own resources back; the pooled connections stay with the process.</summary>
    public void Dispose()
    {
        if (!_ended) Budget.Leave();
        _ended = true;
        _pool.Http.Dispose();
        _fresh.Http.Dispose();
    }
}
