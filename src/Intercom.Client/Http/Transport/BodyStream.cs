using System.Net.Http;
#if !NET8_0_OR_GREATER
using System.IO.Compression;
#endif

namespace Intercom.Http;

/// <summary>Opens the body of an answer, unpacked.</summary>
internal static class BodyStream
{
#if NET8_0_OR_GREATER
    public static Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        response.Content.ReadAsStreamAsync(cancellation);
#else
    /// <summary>
    /// The encoding that .NET Framework is told to accept, and that is decompressed here: its own decompression accepts a truncated
    /// body as complete. It reads deflate without the zlib frame, and does not support Brotli.
    /// </summary>
    public const string Encoding = "gzip";

    /// <summary>Opens the body. Cancellation closes it, because reading it cannot be cancelled on .NET Framework.</summary>
    public static async Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var headers = response.Content.Headers;
        var body = new CountedStream(
            await response.Content.ReadAsStreamAsync().ConfigureAwait(false),
            headers.ContentLength,
            cancellation.Register(response.Dispose));
        return headers.ContentEncoding.Contains(Encoding) ? new GZipStream(body, CompressionMode.Decompress) : body;
    }

    /// <summary>
    /// A stream that fails when the body is truncated: .NET Framework accepts the end of the connection as the end of the body.
    /// </summary>
    private sealed class CountedStream(Stream body, long? length, CancellationTokenRegistration abort) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Counted(body.Read(buffer, offset, count), count);

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Counted(await body.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false), count);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Counted(int read, int wanted)
        {
            _read += read;
            return read > 0 || wanted == 0 || length is null || _read >= length
                ? read
                : throw new IOException($"{_read} of {length} bytes were received");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                abort.Dispose();
                body.Dispose();
            }
            base.Dispose(disposing);
        }
    }
#endif
}
