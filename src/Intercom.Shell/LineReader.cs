using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace Intercom.Shell;

/// <summary>
/// Reads one line at a terminal: cursor keys, history and Tab, as far as a visitor of the module needs them.
/// Where the terminal obeys no control sequences it is the console's own line input.
/// </summary>
internal sealed class LineReader
{
    private readonly StringBuilder _text = new();
    private readonly string _prompt;
    private readonly bool _masked;
    private readonly List<string> _history;
    private readonly Func<string, int, CommandCompletion?>? _complete;
    private int _cursor;
    private int _row;
    private int _historyIndex;
    private string _draft = "";
    private CommandCompletion? _completion;
    private string _completedFrom = "";

    private LineReader(string prompt, string begun, bool masked, List<string>? history, Func<string, int, CommandCompletion?>? complete)
    {
        _prompt = begun + prompt;
        _row = new StringDecorated(begun).ContentLength / Terminal.Width;
        _masked = masked;
        _history = history ?? [];
        _historyIndex = _history.Count;
        _complete = complete;
    }

    /// <summary>Reads one line behind a prompt.</summary>
    /// <param name="prompt">What to print first.</param>
    /// <param name="begun">What stands before it on the line already.</param>
    /// <param name="masked">Shows a * for each character.</param>
    /// <param name="history">Earlier lines for the up and down keys, oldest first.</param>
    /// <param name="complete">Gives the completions at a position, for the Tab key.</param>
    /// <returns>The line; null at the end of input (Ctrl+D, or Ctrl+Z on Windows).</returns>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public static string? Read(
        string prompt, string begun = "", bool masked = false, List<string>? history = null, Func<string, int, CommandCompletion?>? complete = null)
    {
        if (!Terminal.OutputObeys)
        {
            Console.Write(prompt);
            if (!masked)
            {
                return Console.ReadLine();
            }
        }

        bool previous = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            return new LineReader(prompt, begun, masked, history, complete).Read();
        }
        finally
        {
            Console.TreatControlCAsInput = previous;
        }
    }

    private string? Read()
    {
        Draw();
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key != ConsoleKey.Tab)
            {
                _completion = null;
            }

            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    Leave("");
                    return _text.ToString();
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    Leave("^C");
                    throw new OperationCanceledException();
                case { Key: ConsoleKey.D or ConsoleKey.Z, Modifiers: ConsoleModifiers.Control } when _text.Length == 0:
                    Leave("");
                    return null;
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
            case ConsoleKey.L when control && !_masked:
                Console.Write("\e[H\e[2J");
                _row = 0;
                break;
            case ConsoleKey.UpArrow:
                Recall(-1);
                break;
            case ConsoleKey.DownArrow:
                Recall(+1);
                break;
            case ConsoleKey.Tab when _complete is not null:
                Complete(forward: (key.Modifiers & ConsoleModifiers.Shift) == 0);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _text.Insert(_cursor++, key.KeyChar);
                }

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
        if (index < 0 || index > _history.Count)
        {
            return;
        }

        if (_historyIndex == _history.Count)
        {
            _draft = _text.ToString();
        }

        _historyIndex = index;
        Replace(index == _history.Count ? _draft : _history[index]);
    }

    /// <summary>The first Tab asks the engine; further ones walk through what it answered.</summary>
    private void Complete(bool forward)
    {
        if (_completion is null)
        {
            _completedFrom = _text.ToString();
            _completion = _complete!(_completedFrom, _cursor);
        }

        if (_completion is null || _completion.CompletionMatches.Count == 0)
        {
            return;
        }

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

    /// <summary>Draws prompt and text anew from the prompt's row, and puts the cursor where it belongs.</summary>
    private void Draw()
    {
        if (!Terminal.OutputObeys)
        {
            return;
        }

        int width = Terminal.Width;
        int promptLength = new StringDecorated(_prompt).ContentLength;
        string shown = _masked ? new string('*', _text.Length) : _text.ToString();
        int end = promptLength + shown.Length;
        int target = promptLength + _cursor;

        var frame = new StringBuilder();
        Move(frame, _row, 'A').Append("\r\e[J").Append(_prompt).Append(shown);
        if (end > 0 && end % width == 0)
        {
            // A terminal waits at the end of a full row; go to the next one, where the arithmetic says the cursor is.
            frame.Append("\r\n");
        }

        Move(frame, (end / width) - (target / width), 'A').Append('\r');
        Move(frame, target % width, 'C');
        _row = target / width;
        Console.Write(frame);
    }

    private static StringBuilder Move(StringBuilder frame, int count, char direction) =>
        count > 0 ? frame.Append("\e[").Append(count).Append(direction) : frame;
}
