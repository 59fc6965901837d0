namespace Intercom.Sandbox.Tests.Hostile;

/// <summary>The amount of work of a test: little in continuous integration, more where the environment requests it.</summary>
internal static class TestSize
{
    /// <summary>The number in an environment variable, or else the default.</summary>
    public static int Of(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && size > 0
                ? size
                : throw new FormatException($"{variable} is '{text}'; a whole number is wanted.")
            : otherwise;
}
