using System.Text.RegularExpressions;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>The differences of known-faults.txt.</summary>
internal static class KnownFaults
{
    /// <summary>Fails for each fault that the file does not list, and for each line of the file that no fault matches.</summary>
    public static void RequireNone(IEnumerable<string> found)
    {
        var faults = found.Distinct().Order(StringComparer.Ordinal).ToList();
        var refusals = faults.Exists(IsRefusal);
        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Described", "known-faults.txt"))
            .Where(line => line.Length > 0 && line[0] != '#' && IsRefusal(line) == refusals)
            .Select(line => line[..line.LastIndexOf(" | ", StringComparison.Ordinal)])
            .Select(text => (Text: text, Pattern: new Regex("^" + Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal) + "$")))
            .ToList();
        var wrong = faults.Where(fault => !known.Exists(line => line.Pattern.IsMatch(fault)))
            .Concat(known.Where(line => !faults.Exists(line.Pattern.IsMatch))
                .Select(line => $"known-faults.txt: nothing matches {line.Text}"))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static bool IsRefusal(string text) => text.StartsWith("not tested: ", StringComparison.Ordinal);
}
