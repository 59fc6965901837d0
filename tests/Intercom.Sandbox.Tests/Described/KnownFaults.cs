using System.Text.RegularExpressions;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>The differences of known-faults.txt.</summary>
internal static partial class KnownFaults
{
    /// <summary>Fails for each fault that the file does not list, and for each line of the file that no fault matches.</summary>
    /// <param name="found">The faults.</param>
    /// <param name="version">The version of the description. A line of the file that begins with another version is left out.</param>
    public static void RequireNone(IEnumerable<string> found, string version = "2.14")
    {
        var faults = found.Distinct().Order(StringComparer.Ordinal).ToList();
        var refusals = faults.Exists(IsRefusal);
        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Described", "known-faults.txt"))
            .Where(line => line.Length > 0 && line[0] != '#' && IsRefusal(line) == refusals)
            .Where(line => !Version().IsMatch(line) || line.StartsWith(version + ": ", StringComparison.Ordinal))
            .Select(line => Version().Replace(line[..line.LastIndexOf(" | ", StringComparison.Ordinal)], ""))
            .Select(text => (Text: text, Pattern: new Regex("^" + Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal) + "$")))
            .ToList();
        var wrong = faults.Where(fault => !known.Exists(line => line.Pattern.IsMatch(fault)))
            .Concat(known.Where(line => !faults.Exists(line.Pattern.IsMatch))
                .Select(line => $"known-faults.txt: nothing matches {line.Text}"))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [GeneratedRegex(@"^2\.\d+: ")]
    private static partial Regex Version();

    private static bool IsRefusal(string text) => text.StartsWith("not tested: ", StringComparison.Ordinal);
}
