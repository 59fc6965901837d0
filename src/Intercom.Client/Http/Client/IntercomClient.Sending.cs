using System.Diagnostics;
using System.Net;
using System.Net.Http;
using Polly;

namespace Intercom.Http;

/// <content>One call: its tries, and each try from the budget to the answer.</content>
public sealed partial class IntercomClient
{
    private async Task<ApiResponse> SendAsync(CallContext call, CancellationToken cancellation)
    {
        CheckVersion(call.Request);
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(RetryPolicy.Call, call);
        var writes = call.Request.Retry != RetryClass.Safe && call.Request.Method != "GET";
        if (writes) Writes.Note();
        try
        {
            var answer = await _retry.ExecuteAsync(
                static async (attempt, state) =>
                    await state.Client.TryOnceAsync(state.Call, attempt.CancellationToken).ConfigureAwait(false),
                context,
                (Client: this, Call: call)).ConfigureAwait(false);
            Finished?.Invoke(call.Request, null);
            return answer;
        }
        catch (IntercomApiException failure)
        {
            Finished?.Invoke(call.Request, failure);
            failure.Attempts = call.Attempts;
            // The refusal of the last attempt says nothing about an earlier attempt that broke off.
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
        var watch = call.Watch;
        try
        {
            var answer = await TryOnceAsync(call, watch, cancellation).ConfigureAwait(false);
            watch?.Answered(call.Request, answer.Header("X-Request-Id"));
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
            sink.Write(
                new DiagnosticEvent(
                    DiagnosticKind.Verbose, $"The call budget is not shared with other processes of this machine: {refusal}"));
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
            using var response = await pool.Http.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
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
                var saved = await download.SaveAsync(
                    pool.Http, _mask, response, message.RequestUri!, request,
                    () => timeout.CancelAfter(_options.Timeout), linked.Token).ConfigureAwait(false);
                Report(call, saved, clock.ElapsedMilliseconds);
                return saved;
            }
            var (buffer, length) = await ResponseReader.BodyAsync(
                response, request, _options.MaxResponseBytes, linked.Token).ConfigureAwait(false);
            // A file is stored as received. An error in its place is read.
            if (call.Download is null || status is < 200 or >= 300)
            {
                (buffer, length) = BodyEncoding.ToUtf8(buffer, length, response.Content.Headers.ContentType?.CharSet);
            }
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
            using (answer)
            {
                var error = ResponseReader.Error(request, status, headers, answer.Body.Span, Time.GetUtcNow());
                error.ApiVersion = VersionOf(request);
                // The same for other changes that their operation refuses to repeat.
                if (call.MayHaveRun && error.Code == request.Redone) return new ApiResponse(204, headers, null, 0);
                throw error;
            }
        }
        catch (Exception failure) when (
            failure is OperationCanceledException || (linked.IsCancellationRequested && failure is not IntercomApiException))
        {
            // An answer that is given up may be closed under its reader, who then complains in any way.
            cancellation.ThrowIfCancellationRequested();
            if (_ended) throw Ended(request, failure);
            throw Failed(request, failure, linked.IsCancellationRequested, content, pool);
        }
        catch (System.IO.InvalidDataException failure)
        {
            // The transport's decompression reports a body that does not match its Content-Encoding.
            throw Broken(
                request,
                RequestCodes.UnreadableAnswer,
                $"sent an answer whose compression is broken: {Reason(failure)}",
                failure,
                RequestOutcome.Unknown);
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
}
