using System.Text;

namespace Intercom.Dates;

/// <summary>Which parts a custom format of .NET contains, and whether it can be the format of a date.</summary>
internal static class DateFormats
{
    /// <summary>Checks a format before anything is read with it.</summary>
    /// <exception cref="InvalidInputException">
    /// The format lacks the day, the month or the year. Common mistakes are dd.mm.yyyy, where mm are minutes, and DD.MM.YYYY.
    /// </exception>
    public static void Check(string format)
    {
        var letters = Letters(format);
        if (IsDate(letters))
        {
            if (letters.Contains("h") && !letters.Contains("t")) throw new InvalidInputException(Errors.AmbiguousHours(format));
            return;
        }
        var meant = format.Replace('D', 'd').Replace('Y', 'y');
        if (!Letters(meant).Contains("M")) meant = meant.Replace('m', 'M');
        throw new InvalidInputException(Errors.InvalidDateFormat(format, IsDate(Letters(meant)) ? meant : "dd.MM.yyyy"));
    }

    private static bool IsDate(string letters) =>
        letters.Contains("d") && letters.Contains("M") && letters.Contains("y") && letters.Length > 3;

    /// <summary>True when the format reads hours.</summary>
    public static bool HasTime(string format) => Letters(format) is var letters && (letters.Contains("H") || letters.Contains("h"));

    /// <summary>True when the format reads an offset, so that the text alone is a point in time.</summary>
    public static bool HasOffset(string format) => Letters(format) is var letters && (letters.Contains("z") || letters.Contains("K"));

    /// <summary>The text with plain spaces: .NET writes a narrow space before PM, which nobody can type.</summary>
    public static string WithPlainSpaces(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');

    /// <summary>The format without quoted and escaped parts.</summary>
    private static string Letters(string format)
    {
        var letters = new StringBuilder();
        var quote = '\0';
        for (var place = 0; place < format.Length; place++)
        {
            var letter = format[place];
            if (letter == '\\') place++;
            else if (quote != '\0') quote = letter == quote ? '\0' : quote;
            else if (letter is '\'' or '"') quote = letter;
            else letters.Append(letter);
        }
        return letters.ToString();
    }
}
