namespace Intercom.Client.Tests;

/// <summary>The runtime of the tests.</summary>
internal static class Runtime
{
    /// <summary>True on mono, which replaces .NET Framework where it is not available.</summary>
    public static bool IsMono { get; } = Type.GetType("Mono.Runtime") is not null;

    /// <summary>True while Stryker runs the tests on changed code. Each of thousands of changes runs all of them.</summary>
    public static bool IsMutated { get; } = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not null;

    /// <summary>Why a test is skipped on changed code.</summary>
    public const string TooSlow = "It takes seconds, and every change of the code would wait for it.";

    /// <summary>How many random cases a test has: all, or a tenth of them on changed code.</summary>
    public static int Cases(int all) => IsMutated ? Math.Max(1, all / 10) : all;
}
