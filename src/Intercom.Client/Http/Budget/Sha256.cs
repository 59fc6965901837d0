using System.Security.Cryptography;
using System.Text;

namespace Intercom.Http;

/// <summary>The hash that distinguishes values without revealing them.</summary>
internal static class Sha256
{
    public static byte[] Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET8_0_OR_GREATER
        return SHA256.HashData(bytes);
#else
        // .NET Framework's SHA256.Create() fails on machines that enforce FIPS. The implementation of Windows itself does not.
        using var hash = new SHA256CryptoServiceProvider();
        return hash.ComputeHash(bytes);
#endif
    }
}
