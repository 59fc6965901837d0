using System;
using System.Collections.Generic;
using System.Linq;

namespace Intercom.PowerShell;

/// <summary>Finds the names that somebody probably meant.</summary>
internal static class NearMatch
{
    /// <summary>Up to three names near the given one, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names) =>
        names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(entry => entry.Distance <= Math.Max(2, wanted.Length / 3) || entry.Name.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0)
            .OrderBy(entry => entry.Distance).Take(3).Select(entry => entry.Name).ToList();

    /// <summary>How many letters must be put in, taken out or changed (Levenshtein).</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
