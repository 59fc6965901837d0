using System.Text;

namespace Intercom.Shell;

/// <summary>
/// Reads a line at the prompt of a Unix terminal: cursor keys, history and Tab. The console host asks <c>PSConsoleHostReadLine</c> for each
/// line. PSReadLine answers it if it is installed; it is not available as a package.
/// </summary>
public sealed class LineReader
{
    private static readonly List<string> History = [];

    private readonly StringBuilder _text = new();
    private readonly int _start = Console.CursorLeft;
    private int _cursor;
    private int _row;
    private int _historyIndex = History.Count;
    private string _draft = "";
    private CommandCompletion? _completion;
    private string _completedFrom = "";

    private LineReader() { }

    /// <summary>
    /// Reads one line after the prompt that the host has written. Ctrl+C returns an empty line, Ctrl+D on an empty one <c>exit</c>.
    /// </summary>
    public static string Read()
    {
        bool previous = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            string line = new LineReader().ReadKeys();
            if (line.Length > 0 && (History.Count == 0 || History[^1] != line)) History.Add(line);
            return line;
        }
        finally
        {
            Console.TreatControlCAsInput = previous;
        }
    }

    private string ReadKeys()
    {
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key != ConsoleKey.Tab) _completion = null;
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    Leave("");
                    return _text.ToString();
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    Leave("^C");
                    return "";
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _text.Length == 0:
                    Leave("");
                    return "exit";
                default:
                    Edit(key);
                    Draw();
                    break;
            }
        }
    }

    private void Edit(ConsoleKeyInfo key)
    {
        bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                _cursor = Math.Max(_cursor - 1, 0);
                break;
            case ConsoleKey.RightArrow:
                _cursor = Math.Min(_cursor + 1, _text.Length);
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when control:
                _cursor = 0;
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when control:
                _cursor = _text.Length;
                break;
            case ConsoleKey.Backspace when _cursor > 0:
                _text.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _text.Length:
                _text.Remove(_cursor, 1);
                break;
            case ConsoleKey.U when control:
                _text.Remove(0, _cursor);
                _cursor = 0;
                break;
            case ConsoleKey.K when control:
                _text.Remove(_cursor, _text.Length - _cursor);
                break;
            case ConsoleKey.Escape:
                Replace("");
                break;
            case ConsoleKey.UpArrow:
                Recall(-1);
                break;
            case ConsoleKey.DownArrow:
                Recall(+1);
                break;
            case ConsoleKey.Tab:
                Complete(forward: (key.Modifiers & ConsoleModifiers.Shift) == 0);
                break;
            default:
                if (!char.IsControl(key.KeyChar)) _text.Insert(_cursor++, key.KeyChar);
                break;
        }
    }

    private void Replace(string text)
    {
        _text.Clear().Append(text);
        _cursor = text.Length;
    }

    private void Recall(int step)
    {
        int index = _historyIndex + step;
        if (index < 0 || index > History.Count) return;
        if (_historyIndex == History.Count) _draft = _text.ToString();
        _historyIndex = index;
        Replace(index == History.Count ? _draft : History[index]);
    }

    /// <summary>The first Tab asks the engine; further ones walk through what it answered.</summary>
    private void Complete(bool forward)
    {
        if (_completion is null)
        {
            _completedFrom = _text.ToString();
            try
            {
                using var powershell = PowerShell.Create(RunspaceMode.CurrentRunspace);
                _completion = CommandCompletion.CompleteInput(_completedFrom, _cursor, null, powershell);
            }
            catch (Exception failure) when (failure is RuntimeException or InvalidOperationException)
            {
                // A completer that fails offers nothing; the line being typed must survive it.
                return;
            }
        }
        if (_completion.CompletionMatches.Count == 0) return;
        string match = _completion.GetNextResult(forward).CompletionText;
        int end = _completion.ReplacementIndex + _completion.ReplacementLength;
        Replace(string.Concat(_completedFrom.AsSpan(0, _completion.ReplacementIndex), match, _completedFrom.AsSpan(end)));
        _cursor = _completion.ReplacementIndex + match.Length;
    }

    private void Leave(string mark)
    {
        _cursor = _text.Length;
        Draw();
        Console.WriteLine(mark);
    }

    /// <summary>Draws the text anew from behind the prompt, and puts the cursor where it belongs.</summary>
    private void Draw()
    {
        int width = Math.Max(1, Console.WindowWidth);
        int end = _start + _text.Length;
        int target = _start + _cursor;
        var frame = new StringBuilder();
        Move(frame, _row, 'A').Append('\r');
        Move(frame, _start, 'C').Append("\e[J").Append(_text);
        // A terminal waits at the end of a full row; go to the next one, where the arithmetic says the cursor is.
        if (end > 0 && end % width == 0) frame.Append("\r\n");
        Move(frame, (end / width) - (target / width), 'A').Append('\r');
        Move(frame, target % width, 'C');
        _row = target / width;
        Console.Write(frame);
    }

    private static StringBuilder Move(StringBuilder frame, int count, char direction) =>
        count > 0 ? frame.Append("\e[").Append(count).Append(direction) : frame;
}
