using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace Intercom.Shell;

/// <summary>What the engine and scripts print, and what they ask. As in pwsh, all but errors goes to standard output.</summary>
internal sealed partial class ShellUserInterface : PSHostUserInterface
{
    private readonly object _gate = new();
    private readonly Stopwatch _sinceProgress = new();
    private string _begun = "";
    private bool _progressShown;

    public ShellUserInterface(bool nonInteractive)
    {
        _nonInteractive = nonInteractive;
        RawUI = new ShellRawUserInterface(RequireSomebody);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => Terminal.OutputColor;

    private static PSStyle.FormattingData Colors => PSStyle.Instance.Formatting;

    public override void Write(string value) => Put(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Put(Colored(foregroundColor, backgroundColor, value));

    public override void WriteLine(string value) => Put(value + Environment.NewLine);

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Put(Colored(foregroundColor, backgroundColor, value) + Environment.NewLine);

    public override void WriteWarningLine(string message) => WriteMarked(Colors.Warning, "WARNING: ", message);

    public override void WriteVerboseLine(string message) => WriteMarked(Colors.Verbose, "VERBOSE: ", message);

    public override void WriteDebugLine(string message) => WriteMarked(Colors.Debug, "DEBUG: ", message);

    public override void WriteErrorLine(string value)
    {
        // The engine ends an error with an empty line for hosts that want one; pwsh does not print it.
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        // The engine's error view brings its own colours when standard output takes them.
        string text = value.Contains('\e', StringComparison.Ordinal) ? value : Colors.Error + value + PSStyle.Instance.Reset;
        Put(text + Environment.NewLine, Console.Error, Terminal.ErrorColor);
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                ClearProgress();
            }
            else if (ProgressStream is { } stream && _begun.Length == 0 && (!_progressShown || _sinceProgress.ElapsedMilliseconds >= 100))
            {
                string percent = record.PercentComplete is >= 0 and <= 100 ? $" {record.PercentComplete}%" : "";
                string rest = record.SecondsRemaining >= 0 ? $" {TimeSpan.FromSeconds(record.SecondsRemaining):hh\\:mm\\:ss} left" : "";
                string line = $"{record.Activity} [{record.StatusDescription}{percent}]{rest} {record.CurrentOperation}".Trim().ReplaceLineEndings(" ");
                int room = Math.Max(Terminal.Width - 1, 1);
                line = line.Length > room ? line[..room] : line;
                stream.Write(Terminal.ErrorColor || Terminal.OutputColor ? $"\r{PSStyle.Instance.Progress.Style}{line}{PSStyle.Instance.Reset}\e[K" : $"\r{line}\e[K");
                _progressShown = true;
                _sinceProgress.Restart();
            }
        }
    }

    /// <summary>Takes the progress line away, so that what comes next starts on a clean line.</summary>
    public void ClearProgress()
    {
        lock (_gate)
        {
            if (_progressShown)
            {
                ProgressStream!.Write("\r\e[K");
                _progressShown = false;
            }
        }
    }

    /// <summary>Ends a line that was begun, before a prompt is shown.</summary>
    public void StartLine()
    {
        lock (_gate)
        {
            if (_begun.Length > 0)
            {
                WriteLine();
            }
        }
    }

    private static TextWriter? ProgressStream => Terminal.ErrorObeys ? Console.Error : Terminal.OutputObeys ? Console.Out : null;

    private static string Colored(ConsoleColor foreground, ConsoleColor background, string value)
    {
        var text = new StringBuilder();
        text.Append(Enum.IsDefined(foreground) ? PSStyle.MapForegroundColorToEscapeSequence(foreground) : "");
        text.Append(Enum.IsDefined(background) ? PSStyle.MapBackgroundColorToEscapeSequence(background) : "");
        return text.Length == 0 ? value : text.Append(value).Append(PSStyle.Instance.Reset).ToString();
    }

    private void WriteMarked(string color, string mark, string message) =>
        Put(color + mark + message + PSStyle.Instance.Reset + Environment.NewLine);

    private void Put(string text) => Put(text, Console.Out, Terminal.OutputColor);

    private void Put(string text, TextWriter stream, bool color)
    {
        // Colour codes reach a file or a pipe only when a script asks for them ($PSStyle.OutputRendering = 'Ansi').
        if (!color && PSStyle.Instance.OutputRendering != OutputRendering.Ansi && text.Contains('\e', StringComparison.Ordinal))
        {
            text = new StringDecorated(text).ToString(OutputRendering.PlainText);
        }

        lock (_gate)
        {
            ClearProgress();
            stream.Write(text);
            int lastBreak = text.LastIndexOf('\n');
            _begun = lastBreak < 0 ? _begun + text : text[(lastBreak + 1)..];
        }
    }
}
