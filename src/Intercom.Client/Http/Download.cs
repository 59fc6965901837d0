using System;
using System.IO;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Http;

/// <summary>Takes an answer's body into a stream, over the redirects that lead to it.</summary>
internal sealed class Download(Stream destination, IProgress<long>? progress)
{
    private const int MostRedirects = 5;
    private const int ChunkSize = 80 * 1024;

    /// <summary>True for an answer that is a file or leads to one; JSON may be an error and is read as usual.</summary>
    public static bool IsFile(HttpResponseMessage response) =>
        ((int)response.StatusCode is >= 200 and < 300 && response.Content.Headers.ContentType?.MediaType != "application/json") || ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null);

    /// <summary>Follows redirects without the token and writes the body.</summary>
    public async Task<ApiResponse> SaveAsync(HttpClient http, HttpResponseMessage first, Uri address, ApiRequest request, Action stillComing, CancellationToken cancellation)
    {
        Restart();
        var response = first;
        try
        {
            for (var hops = 0; (int)response.StatusCode is >= 300 and < 400; hops++)
            {
                var next = new Uri(address, response.Headers.Location ?? throw Failed(request, response, "redirects to nowhere"));
                if (hops == MostRedirects) throw Failed(request, response, $"redirects more than {MostRedirects} times");
                if (next.Scheme != "https" && !(next.Scheme == "http" && next.IsLoopback)) throw Failed(request, response, $"redirects to '{next.Scheme}://{next.Host}', which is not safe; only https is followed", "foreign_link");
                // A message of its own: nothing of the first one's headers, above all not the token, goes to another host.
                using var message = new HttpRequestMessage(HttpMethod.Get, next);
                var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
                if (response != first) response.Dispose();
                (response, address) = (answer, next);
            }
            if (!response.IsSuccessStatusCode) throw Failed(request, response, $"leads to a file that could not be fetched: {(int)response.StatusCode}");
            await CopyAsync(response, request, stillComing, cancellation).ConfigureAwait(false);
            return new ApiResponse((int)response.StatusCode, ResponseReader.Headers(response), null, 0);
        }
        finally
        {
            if (response != first) response.Dispose();
        }
    }

    /// <summary>Writes a body that was read into memory after all.</summary>
    public async Task WriteAsync(ApiResponse answer, CancellationToken cancellation)
    {
        Restart();
        MemoryMarshal.TryGetArray(answer.Body, out var body);
        if (body.Array is not null) await destination.WriteAsync(body.Array, body.Offset, body.Count, cancellation).ConfigureAwait(false);
        progress?.Report(body.Count);
    }

    private void Restart()
    {
        destination.SetLength(0);
        destination.Position = 0;
    }

    private async Task CopyAsync(HttpResponseMessage response, ApiRequest request, Action stillComing, CancellationToken cancellation)
    {
        var expected = response.Content.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null;
        using var source = await BodyStream.OpenAsync(response, cancellation).ConfigureAwait(false);
        var chunk = new byte[ChunkSize];
        var total = 0L;
        while (true)
        {
            // The time limit is for silence, not for the size of the file.
            stillComing();
            var read = await source.ReadAsync(chunk, 0, chunk.Length, cancellation).ConfigureAwait(false);
            if (read == 0) break;
            await destination.WriteAsync(chunk, 0, read, cancellation).ConfigureAwait(false);
            total += read;
            progress?.Report(total);
        }
        if (expected is { } whole && total != whole) throw new IOException($"{total} of {whole} bytes came");
    }

    private static IntercomApiException Failed(ApiRequest request, HttpResponseMessage response, string words, string? code = null) => new($"{request.Method} {request.Path} {words}.")
    {
        StatusCode = (int)response.StatusCode, Code = code ?? "download_failed", Method = request.Method, Path = request.Path, Outcome = RequestOutcome.NotApplied, IsTransient = (int)response.StatusCode is 408 or 429 or >= 500,
    };
}
