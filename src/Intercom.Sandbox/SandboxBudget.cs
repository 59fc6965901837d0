namespace Intercom.Sandbox;

/// <summary>The call budget: windows of ten seconds, as the real one.</summary>
internal sealed class SandboxBudget(SandboxOptions options, TimeProvider wall)
{
    private const int WindowSeconds = 10;
    private long _window = -1;
    private int _used;

    public void Take(Dictionary<string, string> headers)
    {
        if (options.RateLimit <= 0) return;
        var now = wall.GetUtcNow().ToUnixTimeSeconds();
        var window = now / WindowSeconds;
        if (window != _window) (_window, _used) = (window, 0);
        var full = _used >= options.RateLimit;
        if (!full) _used++;
        headers["X-RateLimit-Limit"] = options.RateLimit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = (options.RateLimit - _used).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = ((window + 1) * WindowSeconds).ToString(CultureInfo.InvariantCulture);
        if (full) throw new SandboxError(429, "rate_limit_exceeded", $"Exceeded rate limit of {options.RateLimit} in 10_seconds");
    }
}
