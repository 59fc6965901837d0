using System.Text;
using Intercom.Csv;

namespace Intercom.PowerShell;

/// <summary>
/// Reads the rows of a CSV file. The whole file is checked before the first row is used, because a damaged or misread file must not be sent
/// in part.
/// </summary>
internal sealed class CsvRows
{
    private static readonly char[] Usual = [';', '\t', ',', '|'];
    private readonly string _path;
    private readonly char _delimiter;

    /// <summary>Opens a file, and checks it.</summary>
    /// <exception cref="ArgumentException">The file cannot be read, is not UTF-8 or not CSV, or its headings are not usable.</exception>
    public CsvRows(string path, char delimiter)
    {
        (_path, _delimiter) = (path, delimiter);
        Headings = [];
        try
        {
            foreach (var record in Records())
            {
                if (Headings.Count == 0) Headings = Named(record);
            }
        }
        catch (DecoderFallbackException failure)
        {
            throw CommandErrors.NotUtf8(path, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw CommandErrors.UnreadableCsv(path, failure);
        }
        if (Headings.Count == 0) throw CommandErrors.UnreadableCsv(path, new InvalidDataException("it is empty"));
    }

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Headings { get; private set; }

    /// <summary>The rows. A cell that a short line lacks is blank.</summary>
    /// <returns>Each row with its surplus of cells, which is more than 0 for a line that has more cells than headings.</returns>
    public IEnumerable<(PSObject Row, int Surplus)> Read()
    {
        foreach (var record in Records().Skip(1))
        {
            var row = new PSObject();
            for (var place = 0; place < Headings.Count; place++)
            {
                row.Properties.Add(new PSNoteProperty(Headings[place], place < record.Count ? record[place] : ""));
            }
            yield return (row, record.Skip(Headings.Count).All(string.IsNullOrWhiteSpace) ? 0 : record.Count - Headings.Count);
        }
    }

    private IEnumerable<IReadOnlyList<string>> Records()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 80 * 1024);
        using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var reader = new CsvReader(text, _delimiter);
        while (reader.Next() is { } record) yield return record;
    }

    private List<string> Named(IReadOnlyList<string> record)
    {
        var other = Usual.FirstOrDefault(letter => letter != _delimiter && record[0].IndexOf(letter) >= 0);
        if (record.Count == 1 && other != '\0')
        {
            throw CommandErrors.OtherDelimiter(record[0], _delimiter, other);
        }
        var headings = record.Select((heading, place) => heading.Trim() is { Length: > 0 } name ? name : $"Column {place + 1}").ToList();
        if (headings.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw CommandErrors.RepeatedHeading(twice.Key, _path);
        }
        return headings;
    }
}
