using System.Text;

namespace Intercom.Csv;

/// <summary>
/// Makes CSV safe to open in a spreadsheet while it passes: a cell that a spreadsheet could run as a formula gets an apostrophe in
/// front, and every other byte stays as it came. Cells are separated by commas and quoted as in RFC 4180; the encoding is UTF-8 or
/// another one that holds ASCII as it is. Only the beginning of a cell is held in memory. Guarding what was guarded changes nothing.
/// </summary>
/// <remarks>
/// A cell is guarded when, behind blanks and quotation marks, it begins with =, +, -, @, a tab or a carriage return, or with the
/// full-width form of one of the first four. Numbers (-5, +3.5, -1,234.50) and what has only digits, blanks, dots, dashes and
/// parentheses behind a plus (telephone numbers) stay: they name no function, cell or program.
/// </remarks>
internal sealed class CsvGuard
{
    /// <summary>
    /// The maximum number of bytes of a cell that are held. A cell that is undecided by then, because it has only blanks or digits, is
    /// guarded.
    /// </summary>
    internal const int LongestHeld = 256;

    private enum Place
    {
        /// <summary>Nothing of the cell was read yet.</summary>
        Start,

        /// <summary>Only blanks and quotation marks were read, which decide nothing.</summary>
        Lead,

        /// <summary>A plus or minus was read, which may start a number.</summary>
        Signed,

        /// <summary>The cell is decided.</summary>
        Settled,
    }

    private readonly byte[] _held = new byte[LongestHeld];
    private readonly StringBuilder _number = new();
    private int _heldCount;
    private Place _place;
    private bool _quoted;
    private bool _quoteSeen;
    private bool _opened;
    private int _wide;
    private byte[] _out = [];
    private int _outCount;

    /// <summary>How many cells got an apostrophe.</summary>
    public long Guarded { get; private set; }

    /// <summary>Accepts the next bytes and returns those that can be written. The array is reused by the next call.</summary>
    public ArraySegment<byte> Pass(byte[] source, int offset, int count)
    {
        // At worst, each byte is a cell's beginning and gets an apostrophe.
        var most = 2 * count + LongestHeld + 1;
        if (_out.Length < most) _out = new byte[most];
        _outCount = 0;
        for (var i = offset; i < offset + count; i++) Take(source[i]);
        return new ArraySegment<byte>(_out, 0, _outCount);
    }

    /// <summary>Returns the held bytes of the last cell.</summary>
    public ArraySegment<byte> End()
    {
        if (_out.Length <= LongestHeld) _out = new byte[LongestHeld + 1];
        _outCount = 0;
        SettleNumber();
        return new ArraySegment<byte>(_out, 0, _outCount);
    }

    private void Take(byte next)
    {
        var isLiteralQuote = false;
        if (_quoteSeen)
        {
            _quoteSeen = false;
            isLiteralQuote = next == '"';
            _quoted = isLiteralQuote;
        }
        else if (next == '"' && (_quoted || _place == Place.Start))
        {
            // The quotation mark that opens the cell, or one that may close it.
            if (_quoted) _quoteSeen = true;
            else (_quoted, _opened) = (true, true);
            Keep(next);
            if (_place == Place.Start) _place = Place.Lead;
            return;
        }
        if (!_quoted && (next is (byte)',' or (byte)'\r' or (byte)'\n')) EndCell(next);
        else Decide(next, isLiteralQuote);
    }

    private void EndCell(byte separator)
    {
        SettleNumber();
        Write(separator);
        (_place, _opened, _wide) = (Place.Start, false, 0);
        _number.Clear();
    }

    private void Decide(byte next, bool isLiteralQuote)
    {
        var isFull = _place != Place.Settled && _heldCount == LongestHeld;
        if (isFull) Settle(guard: true);
        if (_place == Place.Settled)
        {
            Write(next);
            return;
        }
        Keep(next);
        if (_place == Place.Signed)
        {
            if (IsOfNumber(next)) _number.Append((char)next);
            else Settle(guard: true);
            return;
        }
        _place = Place.Lead;
        if (isLiteralQuote) Settle(guard: false);
        else if (_wide != 0 || next is 0xC2 or 0xEF) DecideWide(next);
        else if (next is (byte)'=' or (byte)'@' or (byte)'\t' or (byte)'\r') Settle(guard: true);
        else if (next is (byte)'+' or (byte)'-')
        {
            _number.Append((char)next);
            _place = Place.Signed;
        }
        // A quotation mark after a blank or a closed quotation is ignored by some programs, and opens the cell in others.
        else if (next is not ((byte)' ' or (byte)'\n' or 0x0B or 0x0C or (byte)'"')) Settle(guard: false);
    }

    /// <summary>Reads a character of several bytes: a no-break space (C2 A0), or a full-width + - = @ (EF BC 8B, 8D, 9D, A0).</summary>
    private void DecideWide(byte next)
    {
        _wide = _wide << 8 | next;
        switch (_wide)
        {
            case 0xC2 or 0xEF or 0xEFBC:
                break;
            case 0xC2A0:
                _wide = 0;
                break;
            default:
                Settle(_wide is 0xEFBC8B or 0xEFBC8D or 0xEFBC9D or 0xEFBCA0);
                break;
        }
    }

    private void Keep(byte next)
    {
        if (_place == Place.Settled) Write(next);
        else if (_heldCount < LongestHeld) _held[_heldCount++] = next;
        else
        {
            Settle(guard: true);
            Write(next);
        }
    }

    /// <summary>
    /// Writes what was held of the cell, behind an apostrophe where it is guarded; the quotation mark that opens it stays first.
    /// </summary>
    private void Settle(bool guard)
    {
        var at = 0;
        if (guard)
        {
            Guarded++;
            if (_opened && _heldCount > 0) Write(_held[at++]);
            Write((byte)'\'');
        }
        for (; at < _heldCount; at++) Write(_held[at]);
        _heldCount = 0;
        _place = Place.Settled;
    }

    private void SettleNumber() => Settle(_place == Place.Signed && !CsvText.IsNumberOrPhone(_number.ToString()));

    private void Write(byte next) => _out[_outCount++] = next;

    private static bool IsOfNumber(byte next) => next is >= (byte)'0' and <= (byte)'9'
        or (byte)' ' or (byte)'.' or (byte)',' or (byte)'-' or (byte)'+' or (byte)'(' or (byte)')' or (byte)'e' or (byte)'E';
}
