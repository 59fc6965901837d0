using System.Text.RegularExpressions;

namespace Intercom.Dates;

/// <summary>
/// Finds a format that reads a text, for the remedy of an error. Where the numbers do not distinguish the day from the month, AM and PM
/// mean that the month comes first, and otherwise the day does.
/// </summary>
internal static class DateFormatGuess
{
    private const string Gap = @"[-/.]\s*|\s";

    private static readonly Regex Shape = new(
        $@"^(?:(?<y>[0-9]{{4}})(?<g1>{Gap})(?<m>[0-9]{{1,2}})(?<g2>{Gap})(?<d>[0-9]{{1,2}})"
            + $@"|(?<a>[0-9]{{1,2}})(?<g1>{Gap})(?<b>[0-9]{{1,2}})(?<g2>{Gap})(?<y>[0-9]{{4}}|[0-9]{{2}}))(?<end>\.?)"
        + @"(?:(?<gap>,?\s+)(?<h>[0-9]{1,2})(?<colon>[:.])(?<min>[0-9]{2})(?:\k<colon>(?<s>[0-9]{2}))?(?:(?<space>\s*)(?<half>[AP]M))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>A custom format that reads the text. Null when none was found.</summary>
    public static string? Of(string text)
    {
        text = DateFormats.WithPlainSpaces(text.Trim());
        var match = Shape.Match(text);
        if (!match.Success) return null;
        string Part(string group) => match.Groups[group].Value;
        // One letter reads one digit or two. Beside AM or PM, days and months have as many digits as they need.
        string Letters(string group, string letter) => Part(group).Length > 1 && !match.Groups["half"].Success ? letter + letter : letter;
        var isMonthFirst = match.Groups["a"].Success && Number(Part("a")) <= 12 && (Number(Part("b")) > 12 || match.Groups["half"].Success);
        var date = match.Groups["m"].Success ? $"yyyy{Part("g1")}{Letters("m", "M")}{Part("g2")}{Letters("d", "d")}"
            : Letters("a", isMonthFirst ? "M" : "d") + Part("g1") + Letters("b", isMonthFirst ? "d" : "M")
                + Part("g2") + (Part("y").Length > 2 ? "yyyy" : "yy");
        var hour = match.Groups["half"].Success ? "h" : "H";
        var time = !match.Groups["h"].Success ? ""
            : Part("gap") + Letters("h", hour) + Part("colon") + "mm"
                + (match.Groups["s"].Success ? Part("colon") + "ss" : "")
                + (match.Groups["half"].Success ? Part("space") + "tt" : "");
        var format = date + Part("end") + time;
        return DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? format : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
