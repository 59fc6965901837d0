namespace Intercom.Client.Tests;

/// <summary>The runtime of the tests.</summary>
internal static class Runtime
{
    /// <summary>True on mono, which replaces .NET Framework where it is not available.</summary>
    public static bool IsMono { get; } = Type.GetType("Mono.Runtime") is not null;
}
