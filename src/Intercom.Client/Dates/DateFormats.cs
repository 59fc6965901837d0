using System;
using System.Collections.Generic;
using System.Text;

namespace Intercom.Dates;

/// <summary>What a custom format of .NET holds, and whether it can be one of a date.</summary>
internal static class DateFormats
{
    /// <summary>Checks a format before anything is read with it.</summary>
    /// <exception cref="ArgumentException">It names no day, month or year: the classic slips are dd.mm.yyyy, where mm are minutes, and DD.MM.YYYY.</exception>
    public static void Check(string format)
    {
        var letters = Letters(format);
        if (letters.Contains("d") && letters.Contains("M") && letters.Contains("y") && letters.Length > 3)
        {
            if (letters.Contains("h") && !letters.Contains("t")) throw new ArgumentException($"'{format}' reads hours from 1 to 12 without saying which half of the day. Write HH for 24 hours, or add tt for AM and PM.");
            return;
        }
        var meant = format.Replace('D', 'd').Replace('Y', 'y');
        if (!Letters(meant).Contains("M")) meant = meant.Replace('m', 'M');
        var looksMeant = Letters(meant) is var better && better.Contains("d") && better.Contains("M") && better.Contains("y") && better.Length > 3;
        throw new ArgumentException($"'{format}' is not the format of a date: d is the day, M the month (m are minutes) and y the year. Give a format such as '{(looksMeant ? meant : "dd.MM.yyyy")}'.");
    }

    /// <summary>True when the format reads hours.</summary>
    public static bool HasTime(string format) => Letters(format) is var letters && (letters.Contains("H") || letters.Contains("h"));

    /// <summary>True when the format reads an offset, so that the text is a point in time by itself.</summary>
    public static bool HasOffset(string format) => Letters(format) is var letters && (letters.Contains("z") || letters.Contains("K"));

    /// <summary>The text with plain spaces: .NET writes a narrow one before PM, which nobody can type.</summary>
    public static string WithPlainSpaces(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');

    /// <summary>The format without what stands in quotes or behind a backslash.</summary>
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
