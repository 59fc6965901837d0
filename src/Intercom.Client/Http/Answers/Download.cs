using System.Net.Http;
using System.Runtime.InteropServices;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Http;

/// <summary>How far a download is.</summary>
/// <param name="Bytes">The number of bytes received. It decreases when the download has to restart.</param>
/// <param name="Total">The total number of bytes, where the server states it.</param>
public readonly record struct DownloadProgress(long Bytes, long? Total);

/// <summary>Takes an answer's body into a stream, over the redirects that lead to it.</summary>
internal sealed class Download(Stream destination, IProgress<DownloadProgress>? progress)
{
    private const int MostRedirects = 5;
    private const int ChunkSize = 80 * 1024;

    /// <summary>True for a response that may be a file or redirect to one. JSON may be an error and is read as usual.</summary>
    public static bool IsFile(HttpResponseMessage response) =>
        ((int)response.StatusCode is >= 200 and < 300
                && !string.Equals(response.Content.Headers.ContentType?.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
        || ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null);

    /// <summary>Follows redirects without the token and writes the body.</summary>
    public async Task<ApiResponse> SaveAsync(
        HttpClient http, TokenMask mask, HttpResponseMessage first, Uri address, ApiRequest request, Action stillComing,
        CancellationToken cancellation)
    {
        var response = first;
        try
        {
            for (var hops = 0; (int)response.StatusCode is >= 300 and < 400; hops++)
            {
                if (!Uri.TryCreate(address, response.Headers.Location, out var next))
                {
                    throw Failed(request, response, "redirects to an invalid address");
                }
                if (hops == MostRedirects) throw Failed(request, response, $"redirects more than {MostRedirects} times");
                if (next.Scheme != "https" && !(next.Scheme == "http" && next.IsLoopback && address.IsLoopback))
                {
                    throw Failed(
                        request,
                        response,
                        $"redirects to '{next.Scheme}://{(mask.IsIn(next.Host) ? "***" : next.Host)}', which is not safe, because "
                            + "only https is followed",
                        RequestCodes.ForeignLink);
                }
                // A new message, so that no header of the first one, above all not the token, is sent to another host.
                using var message = new HttpRequestMessage(HttpMethod.Get, next);
                var led = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
                if (response != first) response.Dispose();
                (response, address) = (led, next);
            }
            if (!response.IsSuccessStatusCode)
            {
                throw Failed(request, response, $"leads to a file that could not be fetched: {(int)response.StatusCode}");
            }
            var answer = new ApiResponse((int)response.StatusCode, mask.Blot(ResponseReader.Headers(response)), null, 0);
            await CopyAsync(response, answer, mask, request, stillComing, cancellation).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            if (response != first) response.Dispose();
        }
    }

    /// <summary>
    /// Writes a body that was read into memory because it declares itself JSON. No downloadable file is a JSON document, so a document
    /// in its place is an error.
    /// </summary>
    public async Task WriteAsync(ApiResponse answer, ApiRequest request, CancellationToken cancellation)
    {
        if (ResponseReader.IsWebPage(answer.Headers, answer.Body.Span) || IsDocument(answer.Body.Span))
        {
            throw IntercomClient.Unreadable(request, answer, answer.Body.Span, null);
        }
        MemoryMarshal.TryGetArray(answer.Body, out var body);
        await StoreAsync(request, restart: true, body.Array ?? [], body.Offset, body.Count, cancellation).ConfigureAwait(false);
        progress?.Report(new DownloadProgress(body.Count, body.Count));
    }

    private static bool IsDocument(ReadOnlySpan<byte> body)
    {
        try
        {
            return PlainValue.Parse(body) is AttributeBag or ItemList<object?>;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// Puts bytes into the destination. What goes wrong there is this side's: the connection is not to blame, and asking again would
    /// change nothing.
    /// </summary>
    private async Task StoreAsync(ApiRequest request, bool restart, byte[] bytes, int offset, int count, CancellationToken cancellation)
    {
        try
        {
            if (restart)
            {
                destination.SetLength(0);
                destination.Position = 0;
            }
            await destination.WriteAsync(bytes, offset, count, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new IntercomApiException(
                $"{request.Method} {request.Path} succeeded, but its response could not be written: {failure.Message}", failure)
            {
                Code = RequestCodes.WriteFailed, Method = request.Method, Path = request.Path, Outcome = RequestOutcome.NotApplied,
            };
        }
    }

    private async Task CopyAsync(
        HttpResponseMessage response, ApiResponse answer, TokenMask mask, ApiRequest request, Action stillComing,
        CancellationToken cancellation)
    {
        var expected = response.Content.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null;
        using var source = await BodyStream.OpenAsync(response, cancellation).ConfigureAwait(false);
        var chunk = new byte[ChunkSize];
        var total = 0L;
        for (var first = true; ; first = false)
        {
            var filled = 0;
            int read;
            do
            {
                // The time limit is for silence, not for the size of the file.
                stillComing();
                read = await ResponseReader.ReadAsync(source, chunk, filled, chunk.Length - filled, cancellation).ConfigureAwait(false);
                filled += read;
            }
            while (first && read > 0 && filled < ResponseReader.PageStart);
            if (first && ResponseReader.IsWebPage(answer.Headers, chunk.AsSpan(0, filled)))
            {
                mask.Blot(chunk.AsSpan(0, filled));
                throw IntercomClient.Unreadable(request, answer, chunk.AsSpan(0, filled), null);
            }
            if (first || filled > 0) await StoreAsync(request, first, chunk, 0, filled, cancellation).ConfigureAwait(false);
            if (filled == 0) break;
            total += filled;
            progress?.Report(new DownloadProgress(total, expected));
        }
        if (expected is { } whole && total != whole) throw new IOException($"{total} of {whole} bytes were received");
    }

    private static IntercomApiException Failed(
        ApiRequest request,
        HttpResponseMessage response,
        string words,
        string? code = null) => new($"{request.Method} {request.Path} {words}.")
    {
        StatusCode = (int)response.StatusCode, Code = code ?? RequestCodes.DownloadFailed, Method = request.Method,
        Path = request.Path, Outcome = RequestOutcome.NotApplied,
        IsTransient = (int)response.StatusCode is 408 or 429 or >= 500,
    };
}
