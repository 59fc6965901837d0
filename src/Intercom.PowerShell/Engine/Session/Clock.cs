namespace Intercom.PowerShell;

/// <summary>Waits by a time provider, on every framework.</summary>
internal static class Clock
{
    public static Task Delay(TimeProvider time, TimeSpan wait, CancellationToken cancellation) =>
#if NET8_0_OR_GREATER
        Task.Delay(wait, time, cancellation);
#else
        time.Delay(wait, cancellation);
#endif
}
