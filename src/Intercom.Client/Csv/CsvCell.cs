using System.Text;

namespace Intercom.Csv;

/// <summary>
/// Writes and reads single cells of a table that people edit in a spreadsheet. A text that a spreadsheet could run as a formula gets an
/// apostrophe, as in <see cref="CsvGuard"/>. An apostrophe that such a text already had stays, so that reading returns each text exactly.
/// </summary>
internal static class CsvCell
{
    /// <summary>The text, with an apostrophe in front when a spreadsheet could run it as a formula.</summary>
    public static string Guarded(string text) => IsFormula(text.TrimStart('\'')) ? "'" + text : text;

    /// <summary>The text without the apostrophe of <see cref="Guarded"/>.</summary>
    public static string Unguarded(string text) =>
        text.Length > 1 && text[0] == '\'' && IsFormula(text.TrimStart('\'')) ? text.Substring(1) : text;

    /// <summary>Writes a text as a cell. It is quoted where another program could split it or lose its blanks.</summary>
    public static void Write(StringBuilder line, string text, char delimiter)
    {
        if (!IsQuoted(text, delimiter)) line.Append(text);
        else line.Append('"').Append(text.Replace("\"", "\"\"")).Append('"');
    }

    /// <summary>True when a text can separate cells: any character but quotation marks, line ends, letters and digits.</summary>
    public static bool IsDelimiter(char letter) => letter == '\t' || !(char.IsControl(letter) || char.IsLetterOrDigit(letter)
        || letter is '"' or '\'' or ' ' or '+' or '-' or '=' or '@' or '.' or ':' or '\uFEFF');

    private static bool IsQuoted(string text, char delimiter)
    {
        if (text.Length == 0) return false;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1])) return true;
        // Programs that split at another character than this file's keep a quoted cell whole.
        foreach (var letter in text)
        {
            if (letter is '"' or ',' or ';' || letter < ' ' || letter == delimiter) return true;
        }
        return false;
    }

    private static bool IsFormula(string text)
    {
        if (text.Length == 0 || text[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) return false;
        // The guard defines what a formula is. It sees a file that consists of this cell.
        var guard = new CsvGuard();
        var bytes = Encoding.UTF8.GetBytes("\"" + text.Replace("\"", "\"\"") + "\"");
        guard.Pass(bytes, 0, bytes.Length);
        guard.End();
        return guard.Guarded > 0;
    }
}
