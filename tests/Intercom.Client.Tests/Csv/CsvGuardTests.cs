using System.Text;
using System.Text.RegularExpressions;
using Intercom.Csv;

namespace Intercom.Client.Tests.Csv;

/// <summary>A CSV that passes the guard starts no formula in a spreadsheet, and is otherwise the same byte for byte.</summary>
public partial class CsvGuardTests
{
    private static readonly string[] Pieces =
        [
            "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", " ", "\u00A0", "\uFF1D", "\uFF0B", "\u00C2", "\uFEFF",
            "\u20AC", "'", "\"", ",", ";", "5", "12.50", "1e9", "(0)30", "a", "HYPERLINK(\"http://x\",\"y\")",
            "B\u00f6rn", "\uD83D\uDE00"];

    [Theory]
    [InlineData("a,b", "a,b")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("x,+cmd\r\n@SUM(A1),-2+3", "x,'+cmd\r\n'@SUM(A1),'-2+3")]
    [InlineData("\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n")]
    [InlineData("  =1,\" =1\",\"\n=1\",\"\r=1\",\t=1", "'  =1,\"' =1\",\"'\n=1\",\"'\r=1\",'\t=1")]
    [InlineData("\u00A0=1,\uFF1D1,\uFF0B5,\uFF20x,\uFF0D", "'\u00A0=1,'\uFF1D1,'\uFF0B5,'\uFF20x,'\uFF0D")]
    [InlineData("-5,+3.5,12,-.5,\"-1,234.50\",+1e5, -5 ", "-5,+3.5,12,-.5,\"-1,234.50\",+1e5, -5 ")]
    [InlineData("+49 30 123-4,\"+1 (415) 555.0100\"", "+49 30 123-4,\"+1 (415) 555.0100\"")]
    [InlineData("-,+,--5,-5+A1,+49/30,-1e,\"-5\"\"\",\"-5\"x", "'-,'+,'--5,'-5+A1,'+49/30,'-1e,\"'-5\"\"\",\"'-5\"x")]
    [InlineData("\"\"=1,\"\"\"=1\", \"=1\"", "\"'\"=1,\"\"\"=1\",' \"=1\"")]
    [InlineData("a=1,x+y,\"a,=b\",\"a\n=b\",\"a\"\",=b\"", "a=1,x+y,\"a,=b\",\"a\n=b\",\"a\"\",=b\"")]
    [InlineData("\"=open", "\"'=open")]
    [InlineData("\"-5", "\"-5")]
    [InlineData("", "")]
    public void Only_cells_that_could_run_get_an_apostrophe(string csv, string safe)
    {
        Assert.Equal(safe, Guard(csv));
        Assert.Equal(safe, Guard(safe));
    }

    [Fact]
    public void Any_table_reads_as_before_but_for_the_guarded_cells()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => Enumerable.Range(0, random.Next(2, 5)).Select(_ => Text(random, 5)).ToArray()).ToArray();
            var csv = Write(rows, random);
            var (safe, guarded) = Pass(csv, csv.Length);
            var expected = rows.Select(row => row.Select(cell => Runs(cell) ? "'" + cell : cell));
            Assert.Equal(expected, Read(Encoding.UTF8.GetString(safe)));
            Assert.Equal(rows.Sum(row => row.Count(Runs)), guarded);
            Assert.Equal(csv.Length + guarded, safe.Length);
            Assert.True(OnlyAddsApostrophes(csv, safe));
            Assert.Equal(safe, Pass(safe, safe.Length).Bytes);
        }
    }

    [Fact]
    public void Whatever_comes_is_the_same_wherever_it_is_cut_and_stays_when_it_passes_again()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var csv = Encoding.UTF8.GetBytes(Text(new Random(seed), 25));
            var (safe, guarded) = Pass(csv, csv.Length);
            for (var cut = 0; cut <= csv.Length; cut++) Assert.Equal(safe, Pass(csv, cut).Bytes);
            Assert.Equal(safe, Pass(csv, 1, everywhere: true).Bytes);
            Assert.Equal(safe, Pass(safe, 3, everywhere: true).Bytes);
            Assert.Equal(csv.Length + guarded, safe.Length);
            Assert.True(OnlyAddsApostrophes(csv, safe), Encoding.UTF8.GetString(csv));
        }
    }

    [Theory]
    [InlineData(' ', 255, false)]
    [InlineData(' ', 256, true)]
    [InlineData(' ', 100_000, true)]
    [InlineData('5', 100_000, true)]
    public void A_cell_that_is_not_decided_for_long_is_guarded_and_not_held(char filler, int count, bool isGuarded)
    {
        var cell = (filler == '5' ? "-" : "") + new string(filler, count) + "x,b";
        Assert.Equal((isGuarded ? "'" : "") + cell, Guard(cell));
    }

    [Theory]
    [InlineData("a,b\n\0", true)]
    [InlineData("\uFEFFa,b\r\n1,2", true)]
    [InlineData("\n\na,b", true)]
    [InlineData("", true)]
    [InlineData("a,\"{\"\"b\"\":1}\"", true)]
    [InlineData("{\"a\":1}", false)]
    [InlineData("\uFEFF \n[{\"a\":1}]", false)]
    [InlineData("PK\u0003\u0004", false)]
    [InlineData("a\0,\0b\0\n\0", false)]
    public void Json_and_binary_files_are_told_from_csv_by_their_first_line(string start, bool isCsv)
    {
        var bytes = Encoding.UTF8.GetBytes(start);
        Assert.Equal(isCsv, CsvText.LooksLikeCsv(bytes, bytes.Length));
    }

    /// <summary>The rule once more, in other words than the guard's.</summary>
    private static bool Runs(string cell) => Trigger().IsMatch(cell) && !Harmless().IsMatch(cell);

    [GeneratedRegex(@"\A[ \n\v\f\u00A0]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]", RegexOptions.CultureInvariant)]
    private static partial Regex Trigger();

    [GeneratedRegex(
        @"\A[ \n\v\f\u00A0]*([+-]([0-9]+([.,][0-9]+)*|\.[0-9]+)([eE][+-]?[0-9]+)? *|\+[0-9 ().-]*[0-9][0-9 ().-]*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    private static string Text(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static byte[] Write(string[][] rows, Random random) => Encoding.UTF8.GetBytes(string.Concat(rows.Select(row =>
        string.Join(',', row.Select(cell =>
            random.Next(3) == 0 || cell.IndexOfAny(['"', ',', '\r', '\n']) >= 0
                ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : cell))
            + (random.Next(2) == 0 ? "\n" : "\r\n"))));

    private static List<string[]> Read(string csv)
    {
        var (rows, row) = (new List<string[]>(), new List<string>());
        for (var at = 0; at < csv.Length;)
        {
            var cell = Cell().Match(csv, at);
            row.Add(cell.Groups[1].Success ? cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups[2].Value);
            at = cell.Index + cell.Length;
            if (cell.Groups[3].Value == ",") continue;
            rows.Add([.. row]);
            row.Clear();
        }
        return rows;
    }

    [GeneratedRegex("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\r\n]*))(,|\r?\n)")]
    private static partial Regex Cell();

    /// <summary>True when only apostrophes were added.</summary>
    private static bool OnlyAddsApostrophes(byte[] csv, byte[] safe)
    {
        var at = 0;
        foreach (var next in safe)
        {
            if (at < csv.Length && csv[at] == next) at++;
            else if (next != '\'') return false;
        }
        return at == csv.Length;
    }

    private static string Guard(string csv)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        return Encoding.UTF8.GetString(Pass(bytes, bytes.Length).Bytes);
    }

    /// <summary>Passes the bytes in two pieces, or in pieces of that size.</summary>
    private static (byte[] Bytes, long Guarded) Pass(byte[] csv, int cut, bool everywhere = false)
    {
        var guard = new CsvGuard();
        using var safe = new MemoryStream();
        for (var at = 0; at < csv.Length || at == 0;)
        {
            var count = Math.Min(everywhere || at == 0 ? cut : csv.Length, csv.Length - at);
            safe.Write(guard.Pass(csv, at, count));
            at += count;
            if (count == 0 && at == 0)
            {
                safe.Write(guard.Pass(csv, 0, csv.Length));
                break;
            }
        }
        safe.Write(guard.End());
        return (safe.ToArray(), guard.Guarded);
    }
}
