using System.Text;

namespace Intercom.PowerShell;

/// <summary>Matches the headings of rows with the names of parameters.</summary>
internal static class ColumnNames
{
    private const int ShortestPart = 4;

    /// <summary>
    /// Normalizes a heading: removes white space, dashes and underscores, and ignores case. Examples are <c>External ID</c>, <c>E-Mail </c>
    /// and <c>external_id</c>.
    /// </summary>
    public static string Fold(string heading)
    {
        var folded = new StringBuilder(heading.Length);
        foreach (var letter in heading)
        {
            var isPassedOver = letter == '_' || char.IsWhiteSpace(letter)
                || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
            if (!isPassedOver) folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString();
    }

    /// <summary>The name that a heading probably stands for; null when none is similar.</summary>
    public static string? Nearest(string heading, IReadOnlyCollection<string> names)
    {
        var folded = Fold(heading);
        if (folded.Length == 0) return null;
        return NearMatch.Of(folded, names.Select(Fold)).Select(near => names.First(name => Fold(name) == near)).FirstOrDefault()
            ?? names.Where(name => name.Length >= ShortestPart && folded.IndexOf(Fold(name), StringComparison.Ordinal) >= 0)
                .OrderByDescending(name => name.Length).FirstOrDefault();
    }

    /// <summary>The first headings in quotation marks, and the number of further ones.</summary>
    public static string Listed(IReadOnlyCollection<string> headings, int most = 8)
    {
        var shown = string.Join(", ", headings.Take(most).Select(heading => $"'{heading}'"));
        return headings.Count > most ? $"{shown} and {headings.Count - most} more" : shown;
    }
}
