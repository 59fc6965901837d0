using System.Text.RegularExpressions;

namespace Intercom.Csv;

/// <summary>Tells texts of tables apart.</summary>
internal static class CsvText
{
    /// <summary>The number of bytes that are checked to recognize CSV.</summary>
    public const int Sample = 4096;

    // A number with a sign, perhaps with groups of digits and an exponent.
    private static readonly Regex Number = new(
        @"^[+-](?>[0-9]+(?:[.,][0-9]+)*|\.[0-9]+)(?:[eE][+-]?[0-9]+)? *\z", RegexOptions.CultureInvariant);

    // A plus, followed only by digits, blanks, dots, dashes and parentheses.
    private static readonly Regex Phone = new(@"^\+[ ().\-]*[0-9][0-9 ().\-]*\z", RegexOptions.CultureInvariant);

    /// <summary>True when a text that starts with a sign is a number or a telephone number.</summary>
    public static bool IsNumberOrPhone(string text) => Number.IsMatch(text) || Phone.IsMatch(text);

    /// <summary>The length of UTF-8's byte order mark at the beginning, or 0.</summary>
    public static int MarkLength(byte[] start, int count) => count >= 3 && start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF ? 3 : 0;

    /// <summary>
    /// Determines from its first line whether a file is CSV in UTF-8, and not JSON or binary. The first line contains the headings, so
    /// that text written by customers cannot change the result.
    /// </summary>
    public static bool LooksLikeCsv(byte[] start, int count)
    {
        var isFirst = true;
        for (var i = MarkLength(start, count); i < count; i++)
        {
            if (start[i] == '\n' && !isFirst) return true;
            if (start[i] < ' ' && start[i] is not ((byte)'\t' or (byte)'\r' or (byte)'\n')) return false;
            if (start[i] <= ' ') continue;
            if (isFirst && start[i] is (byte)'{' or (byte)'[') return false;
            isFirst = false;
        }
        return true;
    }
}
