namespace Intercom.Sandbox.Store;

/// <summary>Times as text, which newer resources have in place of Unix seconds.</summary>
internal static class IsoTime
{
    /// <summary>A time with milliseconds, as in <c>2025-07-17T11:18:08.000Z</c>.</summary>
    public static string Of(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
