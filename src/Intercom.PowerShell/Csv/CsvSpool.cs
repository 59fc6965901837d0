using System.Text;
using Intercom.Csv;

namespace Intercom.PowerShell;

/// <summary>
/// Holds the rows of an export in a temporary file beside its target, until all columns are known: only the last object tells which
/// custom attributes occur. An export of any size therefore needs a fixed amount of memory.
/// </summary>
internal sealed class CsvSpool : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly BinaryWriter _rows;
    private readonly Dictionary<string, int> _attributes = new(StringComparer.Ordinal);
    private long _count;

    public CsvSpool(string target)
    {
        _path = TargetFile.Partial(target);
        _file = PrivateFile.Open(_path, FileMode.CreateNew, FileShare.None, 80 * 1024);
        _rows = new BinaryWriter(_file, Encoding.UTF8);
    }

    /// <summary>Adds a row.</summary>
    public void Add(IReadOnlyList<string> cells, IEnumerable<(string Heading, string Text)> attributes)
    {
        foreach (var cell in cells) _rows.Write(cell);
        var filled = attributes.Where(attribute => Numbered(attribute.Heading) >= 0 && attribute.Text.Length > 0).ToList();
        _rows.Write(filled.Count);
        foreach (var (heading, text) in filled)
        {
            _rows.Write(Numbered(heading));
            _rows.Write(text);
        }
        _count++;
    }

    /// <summary>Writes the table, and moves it to its target.</summary>
    public void Save(string target, bool force, char delimiter, FlatColumns columns)
    {
        var whole = Path.ChangeExtension(_path, "open");
        try
        {
            using (var bytes = PrivateFile.Open(whole, FileMode.CreateNew, FileShare.None, 80 * 1024))
            using (var file = new StreamWriter(bytes, new UTF8Encoding(true)))
            {
                Write(file, delimiter, columns);
            }
            TargetFile.PutInPlace(whole, target, force);
        }
        finally
        {
            TargetFile.Remove(whole);
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        TargetFile.Remove(_path);
    }

    private void Write(TextWriter file, char delimiter, FlatColumns columns)
    {
        columns.ReadContacts();
        var own = columns.Headings;
        var names = _attributes.Keys.Union(columns.KnownAttributes).OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(name => name, StringComparer.Ordinal).ToList();
        var places = names.Select((name, place) => (name, place)).Where(pair => _attributes.ContainsKey(pair.name))
            .ToDictionary(pair => _attributes[pair.name], pair => own.Count + pair.place);
        string[] headings = [.. own, .. names];
        var line = new StringBuilder();
        WriteLine(file, line, columns.HasMarks ? headings.Append(ExportMarks.Heading) : headings, delimiter);
        _rows.Flush();
        _file.Position = 0;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        for (var row = 0L; row < _count; row++)
        {
            var cells = new string[headings.Length];
            for (var place = 0; place < own.Count; place++) cells[place] = columns.Final(place, reader.ReadString());
            for (var rest = reader.ReadInt32(); rest > 0; rest--)
            {
                var place = places[reader.ReadInt32()];
                cells[place] = reader.ReadString();
            }
            var marks = columns.HasMarks ? columns.MarksOf(headings.Zip(cells, (heading, cell) => (heading, cell ?? ""))) : null;
            WriteLine(file, line, marks is null ? cells : cells.Append(marks), delimiter);
        }
    }

    private static void WriteLine(TextWriter file, StringBuilder line, IEnumerable<string?> cells, char delimiter)
    {
        line.Clear();
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst) line.Append(delimiter);
            isFirst = false;
            CsvCell.Write(line, CsvCell.Guarded(cell ?? ""), delimiter);
        }
        file.WriteLine(line.ToString());
    }

    private int Numbered(string heading)
    {
        if (!_attributes.TryGetValue(heading, out var number)) _attributes[heading] = number = _attributes.Count;
        return number;
    }
}
