using System;
using System.Globalization;

namespace Intercom.Sandbox.Tests.Hostile;

/// <summary>How much a test does: little in continuous integration, more where the environment asks for it.</summary>
internal static class TestSize
{
    /// <summary>The number that an environment variable holds, else the default.</summary>
    public static int Of(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : throw new FormatException($"{variable} is '{text}'; a whole number is wanted.")
            : otherwise;
}
