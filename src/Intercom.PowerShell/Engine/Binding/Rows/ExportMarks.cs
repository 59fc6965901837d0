using System.Security.Cryptography;
using System.Text;

namespace Intercom.PowerShell;

/// <summary>
/// The last column of an exported row. It contains a short mark for each cell that has a value, so that an import can tell which cells were
/// edited since. The marks are keyed by the access token, because a short hash of a telephone number or an address could be guessed.
/// </summary>
internal sealed class ExportMarks
{
    /// <summary>The heading of the column.</summary>
    public const string Heading = "ExportMarks";

    private const string Version = "v1.";

    /// <summary>Six letters are 36 bits: among the hundred marks of a row, an edited cell is mistaken once in 687 million.</summary>
    private const int Length = 6;

    private readonly HashSet<string> _marks = new(StringComparer.Ordinal);
    private readonly Hash _hash;

    private ExportMarks(Hash hash) => _hash = hash;

    /// <summary>True for a row with marks.</summary>
    public static bool IsExported(PSObject row) => RowObject.HasProperties(row) && row.Properties[Heading]?.Value is string { Length: > 0 };

    /// <summary>Reads the marks of a row; null when the row has none, or when they were made with another access token.</summary>
    public static ExportMarks? Of(PSObject row, Hash hash)
    {
        if (row.Properties[Heading]?.Value is not string text || !text.StartsWith(Version, StringComparison.Ordinal)) return null;
        var marks = new ExportMarks(hash);
        for (var at = Version.Length; at + Length <= text.Length; at += Length) marks._marks.Add(text.Substring(at, Length));
        return marks.Has("", "") ? marks : null;
    }

    /// <summary>True when the cell has the value that was exported.</summary>
    public bool Has(string heading, string text) => _marks.Contains(_hash.Mark(heading, text));

    /// <summary>The marks of one access token.</summary>
    internal sealed class Hash(Http.IntercomClient client) : IDisposable
    {
        private readonly HMACSHA256 _hash = new(client.KeyFor("export marks"));

        /// <summary>The text of the column, for cells with their headings.</summary>
        public string Of(IEnumerable<(string Heading, string Text)> cells)
        {
            var text = new StringBuilder(Version).Append(Mark("", ""));
            foreach (var (heading, cell) in cells)
            {
                if (cell.Length > 0) text.Append(Mark(heading, cell));
            }
            return text.ToString();
        }

        public string Mark(string heading, string text)
        {
            var dot = heading.IndexOf('.');
            var name = dot < 0 ? ColumnNames.Fold(heading) : ColumnNames.Fold(heading.Substring(0, dot)) + heading.Substring(dot);
            var hash = _hash.ComputeHash(Encoding.UTF8.GetBytes(name + "\0" + Normal(text)));
            return Convert.ToBase64String(hash).Substring(0, Length).Replace('+', '-').Replace('/', '_');
        }

        public void Dispose() => _hash.Dispose();

        /// <summary>The text without what a spreadsheet changes when it saves a file: line ends, and the case of true and false.</summary>
        private static string Normal(string text) =>
            text.Length is 4 or 5 && text.ToUpperInvariant() is "TRUE" or "FALSE"
                ? text.ToUpperInvariant() : text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n');
    }
}
