using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
#if !NET8_0_OR_GREATER
using System;
using System.IO.Compression;
#endif

namespace Intercom.Http;

/// <summary>Opens the body of an answer, unpacked.</summary>
internal static class BodyStream
{
#if NET8_0_OR_GREATER
    public static Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellation) => response.Content.ReadAsStreamAsync(cancellation);
#else
    /// <summary>
    /// What .NET Framework is told to accept and unpacked here: its own unpacking takes a body that was cut off for a whole one. What is called deflate it
    /// takes without its zlib frame, and Brotli not at all.
    /// </summary>
    public const string Encoding = "gzip";

    /// <summary>Opens the body; a cancellation closes it, for reading it cannot be cancelled there.</summary>
    public static async Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var headers = response.Content.Headers;
        var body = new CountedStream(await response.Content.ReadAsStreamAsync().ConfigureAwait(false), headers.ContentLength, cancellation.Register(response.Dispose));
        return headers.ContentEncoding.Contains(Encoding) ? new GZipStream(body, CompressionMode.Decompress) : body;
    }

    /// <summary>A stream that ends only where it should: .NET Framework takes the end of the connection for the end of the body.</summary>
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
            return read > 0 || wanted == 0 || length is null || _read >= length ? read : throw new IOException($"{_read} of {length} bytes came");
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
