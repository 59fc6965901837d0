using System.IO.Compression;

namespace Intercom.Client.Tests;

/// <summary>Compresses as a server does.</summary>
internal static class Packing
{
    /// <summary>
    /// The encodings that the client offers and unpacks. .NET Framework takes what is called deflate without its zlib frame, and knows
    /// no Brotli.
    /// </summary>
#if NET
    public static TheoryData<string> Encodings => ["gzip", "deflate", "br"];
#else
    public static TheoryData<string> Encodings => ["gzip"];
#endif

    public static byte[] Pack(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (var pack = Open(encoding, packed)) pack.Write(body, 0, body.Length);
        return packed.ToArray();
    }

    private static Stream Open(string encoding, Stream packed) => encoding switch
    {
        "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
#if NET
        "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
#endif
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "No encoding that the client offers."),
    };
}
