using System.Buffers;
using System.Text;

namespace Intercom.Http;

/// <summary>Converts bodies to UTF-8 without a byte order mark.</summary>
internal static class BodyEncoding
{
    /// <summary>
    /// Converts a body by its byte order mark, or else by the charset of its Content-Type. An unknown charset is read as UTF-8.
    /// </summary>
    /// <param name="body">The rented buffer. It is returned to the pool when another one replaces it.</param>
    /// <param name="length">How much of it is filled.</param>
    /// <param name="charset">The charset of the Content-Type, or null.</param>
    public static (byte[]? Body, int Length) ToUtf8(byte[]? body, int length, string? charset)
    {
        if (body is null) return (null, 0);
        var (encoding, mark) = Of(body.AsSpan(0, length), charset);
        if (encoding is null && mark == 0) return (body, length);
        if (encoding is null)
        {
            Buffer.BlockCopy(body, mark, body, 0, length - mark);
            return (body, length - mark);
        }
        var text = encoding.GetString(body, mark, length - mark);
        var changed = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        var count = Encoding.UTF8.GetBytes(text, 0, text.Length, changed, 0);
        ArrayPool<byte>.Shared.Return(body);
        return (changed, count);
    }

    /// <summary>The encoding, null for UTF-8, and the length of the byte order mark.</summary>
    private static (Encoding? Encoding, int Mark) Of(ReadOnlySpan<byte> body, string? charset)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (null, 3);
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (Encoding.UTF32, 4);
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        return (Named(charset?.Trim(' ', '"', '\'')), 0);
    }

    private static Encoding? Named(string? charset)
    {
        if (charset is null or ""
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        try
        {
            // The older runtime supports all of them. UTF-7 is refused on purpose, because only attackers send it.
#if NET8_0_OR_GREATER
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
#else
            return charset.Equals("utf-7", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(charset);
#endif
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
