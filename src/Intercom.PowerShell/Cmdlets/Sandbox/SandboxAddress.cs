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
}
