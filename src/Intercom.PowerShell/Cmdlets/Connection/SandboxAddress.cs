namespace Intercom.Sandbox;

/// <summary>How the module reaches its sandbox.</summary>
internal static class SandboxAddress
{
    /// <summary>A host that never leaves the process (RFC 2606).</summary>
    public static readonly Uri InMemory = new("https://sandbox.invalid/");

    public const string Token = "sandbox-token";

    public const string DefaultName = "Sandbox";

    /// <summary>
    /// Returns the workspace id of a sandbox. Each name has an id of its own, and the same name always has the same id.
    /// </summary>
    public static string WorkspaceOf(string? name) => name is null || name.Equals(DefaultName, StringComparison.OrdinalIgnoreCase)
        ? SandboxOptions.DefaultWorkspaceId : "sandbox-" + Uri.EscapeDataString(name.ToLowerInvariant());

    /// <summary>The options of a sandbox, from the parameters that Connect-Intercom and Start-IntercomSandbox share.</summary>
    public static SandboxOptions Options(
        string workspaceId, int latency, int rateLimit, double failureRate, double resetRate, int searchDelay,
        TimeProvider? time = null, SandboxRecording? recording = null) => new()
        {
            WorkspaceId = workspaceId, Latency = TimeSpan.FromMilliseconds(latency), RateLimit = rateLimit, FailureRate = failureRate,
            ResetRate = resetRate, SearchDelay = TimeSpan.FromMilliseconds(searchDelay), Time = time ?? TimeProvider.System,
            Recording = recording,
        };
}
