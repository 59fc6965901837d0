using System.Text;

namespace Intercom.Csv;

/// <summary>
/// Reads the records of a CSV file one by one: quoted as in RFC 4180, with any line end, and without its blank lines. A file that is not
/// in the encoding of the reader is an error, because a wrong letter in a name would be sent.
/// </summary>
/// <param name="text">The text. Its encoding throws an exception for invalid bytes.</param>
/// <param name="delimiter">The character between cells.</param>
internal sealed class CsvReader(TextReader text, char delimiter)
{
    private const int Unread = -2;

    private readonly StringBuilder _cell = new();
    private int _ahead = Unread;

    /// <summary>The cells of the next record; null at the end of the file.</summary>
    /// <exception cref="DecoderFallbackException">The file has another encoding.</exception>
    /// <exception cref="InvalidDataException">A quotation mark is not closed.</exception>
    public IReadOnlyList<string>? Next()
    {
        while (Peek() >= 0)
        {
            var cells = Record();
            if (cells.Count > 1 || cells[0].Length > 0) return cells;
        }
        return null;
    }

    private List<string> Record()
    {
        var cells = new List<string>();
        while (true)
        {
            var end = Cell();
            cells.Add(_cell.ToString());
            if (end != delimiter) return cells;
        }
    }

    /// <summary>Reads a cell, and returns the character behind it: the delimiter, a line end, or -1.</summary>
    private int Cell()
    {
        _cell.Clear();
        if (Peek() == '"')
        {
            Read();
            Quoted();
        }
        while (true)
        {
            var next = Read();
            if (next == '\r' && Peek() == '\n') next = Read();
            if (next < 0 || next == delimiter || next is '\r' or '\n') return next;
            _cell.Append((char)next);
        }
    }

    // The reader's own Peek returns -1 where a stream returns less than it was asked for.
    private int Peek() => _ahead == Unread ? _ahead = text.Read() : _ahead;

    private int Read()
    {
        var next = Peek();
        _ahead = Unread;
        return next;
    }

    private void Quoted()
    {
        while (true)
        {
            var next = Read();
            if (next < 0) throw new InvalidDataException("a quotation mark is not closed");
            if (next != '"') _cell.Append((char)next);
            else if (Peek() == '"') _cell.Append((char)Read());
            else return;
        }
    }
}
