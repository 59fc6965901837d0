using System.Text;
using Intercom.Csv;

namespace Intercom.Client.Tests.Csv;

/// <summary>What is written as a cell and read again is the same text, and no cell starts a formula.</summary>
public class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("  @x", "'  @x")]
    [InlineData("-5", "-5")]
    [InlineData("+49 30 1234", "+49 30 1234")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    [InlineData("O'Brien", "O'Brien")]
    public void The_apostrophe_goes_on_and_comes_off(string text, string guarded)
    {
        Assert.Equal(guarded, CsvCell.Guarded(text));
        Assert.Equal(text, CsvCell.Unguarded(guarded));
    }

    [Fact]
    public void A_table_reads_as_it_was_written()
    {
        string[] pieces = ["=", "'", "\"", ",", ";", "\t", "\r", "\n", "\r\n", " ", "a", "5", "+", "@", "\u00e4", "\uD83D\uDE00"];
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var delimiter = ",;\t|"[random.Next(4)];
            var rows = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 3).Select(_ =>
                string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray()).ToArray();
            var file = new StringBuilder();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    if (i > 0) file.Append(delimiter);
                    CsvCell.Write(file, CsvCell.Guarded(row[i]), delimiter);
                }
                file.Append("\r\n");
            }
            var reader = new CsvReader(new StringReader(file.ToString()), delimiter);
            foreach (var row in rows) Assert.Equal(row, reader.Next()!.Select(CsvCell.Unguarded));
            Assert.Null(reader.Next());
        }
    }

    [Theory]
    [InlineData("a;b\r\n1;2\n\n3;\r4", "a|b / 1|2 / 3| / 4")]
    [InlineData("a;\"b;\"\"c\"\"\nd\"", "a|b;\"c\"\nd")]
    [InlineData("a;b\"c\"", "a|b\"c\"")]
    [InlineData("", "")]
    public void Records_end_at_any_line_end_outside_of_quotation_marks(string file, string records)
    {
        var reader = new CsvReader(new StringReader(file), ';');
        var read = new List<string>();
        while (reader.Next() is { } record) read.Add(string.Join('|', record));
        Assert.Equal(records, string.Join(" / ", read));
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => new CsvReader(new StringReader("a,\"b"), ',').Next());

    [Fact]
    public void A_delimiter_is_a_sign_that_no_value_starts_with()
    {
        Assert.All(",;\t|^", letter => Assert.True(CsvCell.IsDelimiter(letter)));
        Assert.All("\"'\r\n =+-@a5.", letter => Assert.False(CsvCell.IsDelimiter(letter)));
    }
}
