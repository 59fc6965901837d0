using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Suggests names that are similar to a misspelled one.</summary>
internal static class NearMatch
{
    /// <summary>Up to three names similar to the given one, the most similar first.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names) =>
        names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: Spelling.Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(entry => entry.Distance <= Math.Max(2, wanted.Length / 3)
                || entry.Name.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0)
            .OrderBy(entry => entry.Distance).Take(3).Select(entry => entry.Name).ToList();
}
