using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Intercom;

/// <summary>What the tests use of newer runtimes and .NET Framework lacks, so that their code is the same on both.</summary>
internal static class Polyfills
{
    extension(Stream stream)
    {
        public async ValueTask WriteAsync(byte[] bytes, CancellationToken cancellation = default) =>
            await stream.WriteAsync(bytes, 0, bytes.Length, cancellation);

        public async ValueTask<int> ReadAsync(byte[] bytes, CancellationToken cancellation = default) =>
            await stream.ReadAsync(bytes, 0, bytes.Length, cancellation);

        public Task CopyToAsync(Stream destination, CancellationToken cancellation) => stream.CopyToAsync(destination, 81920, cancellation);

        public void Write(byte[] bytes) => stream.Write(bytes, 0, bytes.Length);
    }

    extension(string text)
    {
        public string Replace(string old, string other, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(old, other) : throw new NotSupportedException();

        public string[] Split(string separator) => text.Split([separator], StringSplitOptions.None);

        public string[] Split(char separator, int count) => text.Split([separator], count);

        public bool Contains(string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

        public string ReplaceLineEndings(string ending) => text.Replace("\r\n", "\n").Replace("\n", ending);
    }

    extension(StringBuilder text)
    {
        public StringBuilder AppendJoin<T>(char separator, IEnumerable<T> parts) => text.Append(string.Join(separator.ToString(), parts));
    }

    extension(int)
    {
        public static int Parse(ReadOnlySpan<char> text, IFormatProvider provider) => int.Parse(text.ToString(), provider);
    }

    extension(Random random)
    {
        public long NextInt64() => random.NextInt64(0, long.MaxValue);

        public long NextInt64(long end) => random.NextInt64(0, end);

        public long NextInt64(long from, long end)
        {
            var bytes = new byte[8];
            random.NextBytes(bytes);
            return from + (long)(BitConverter.ToUInt64(bytes, 0) % (ulong)(end - from));
        }
    }

    extension<T>(IEnumerable<T> first)
    {
        public IEnumerable<T> Order() => first.OrderBy(item => item);

        public IEnumerable<(T First, TSecond Second)> Zip<TSecond>(IEnumerable<TSecond> second) =>
            first.Zip(second, (one, other) => (one, other));
    }

    extension(Array)
    {
        public static void Fill<T>(T[] array, T value)
        {
            for (var i = 0; i < array.Length; i++) array[i] = value;
        }
    }

    extension(GC)
    {
        public static long GetTotalAllocatedBytes()
        {
            if (Type.GetType("Mono.Runtime") is not null) return 0;
            AppDomain.MonitoringIsEnabled = true;
            return AppDomain.CurrentDomain.MonitoringTotalAllocatedMemorySize;
        }
    }

    extension(Enum)
    {
        public static T[] GetValues<T>() => (T[])Enum.GetValues(typeof(T));
    }

    extension(Encoding)
    {
        public static Encoding Latin1 => Encoding.GetEncoding("iso-8859-1");
    }

    extension(DateTime)
    {
        public static DateTime UnixEpoch => new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    extension(CancellationTokenSource source)
    {
        public Task CancelAsync() => Task.Run(source.Cancel);
    }

    extension(HttpContent content)
    {
        public Task<byte[]> ReadAsByteArrayAsync(CancellationToken cancellation) => content.ReadAsByteArrayAsync();
    }

    extension(TcpListener listener)
    {
        public void Dispose() => listener.Stop();

        public Task<TcpClient> AcceptTcpClientAsync(CancellationToken cancellation) => Or(listener.AcceptTcpClientAsync(), cancellation);

        public Task<Socket> AcceptSocketAsync(CancellationToken cancellation) => Or(listener.AcceptSocketAsync(), cancellation);
    }

    /// <summary>A listener's own wait ends when the listener stops.</summary>
    private static async Task<T> Or<T>(Task<T> task, CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellation.Register(() => stopped.TrySetCanceled())) return await await Task.WhenAny(task, stopped.Task);
    }
}

/// <summary>Reads certificates as newer runtimes do.</summary>
internal static class X509CertificateLoader
{
    public static X509Certificate2 LoadPkcs12(byte[] data, string? password) => new(data, password);
}
