using System;

namespace Intercom.Client.Tests;

/// <summary>On what the tests run.</summary>
internal static class Runtime
{
    /// <summary>True on mono, which stands in for .NET Framework where there is none.</summary>
    public static bool IsMono { get; } = Type.GetType("Mono.Runtime") is not null;
}
