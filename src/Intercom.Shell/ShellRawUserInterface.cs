using System;
using System.Management.Automation.Host;

namespace Intercom.Shell;

/// <summary>The part of a console that scripts ask for: its size, its title, a key, and clearing it. Screen buffers are not offered.</summary>
internal sealed class ShellRawUserInterface(Action requireSomebody) : PSHostRawUserInterface
{
    private const ConsoleColor Unknown = (ConsoleColor)(-1);

    // The terminal's own colours cannot be asked for; -1 is what pwsh says on Unix, too.
    public override ConsoleColor ForegroundColor { get; set; } = Unknown;

    public override ConsoleColor BackgroundColor { get; set; } = Unknown;

    public override Size WindowSize
    {
        get => new(Terminal.Width, Console.IsOutputRedirected ? 50 : Math.Max(Console.WindowHeight, 1));
        set => throw NotOffered();
    }

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotOffered();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw NotOffered();
    }

    public override Coordinates CursorPosition
    {
        get
        {
            if (!Terminal.OutputObeys || !Terminal.CanAsk)
            {
                return new Coordinates(0, 0);
            }

            (int left, int top) = Console.GetCursorPosition();
            return new Coordinates(left, top);
        }

        set
        {
            if (Terminal.OutputObeys)
            {
                Console.SetCursorPosition(value.X, value.Y);
            }
        }
    }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle
    {
        get => OperatingSystem.IsWindows() ? Console.Title : "";
        set
        {
            if (Terminal.OutputObeys)
            {
                Console.Title = value;
            }
        }
    }

    public override bool KeyAvailable => Terminal.CanAsk && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        requireSomebody();
        ConsoleKeyInfo key = Console.ReadKey(intercept: (options & ReadKeyOptions.NoEcho) != 0);
        ControlKeyStates state = 0;
        state |= (key.Modifiers & ConsoleModifiers.Shift) != 0 ? ControlKeyStates.ShiftPressed : 0;
        state |= (key.Modifiers & ConsoleModifiers.Control) != 0 ? ControlKeyStates.LeftCtrlPressed : 0;
        state |= (key.Modifiers & ConsoleModifiers.Alt) != 0 ? ControlKeyStates.LeftAltPressed : 0;
        return new KeyInfo((int)key.Key, key.KeyChar, state, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    // Clear-Host fills everything with blanks: that much can be done without a screen buffer.
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (Terminal.OutputObeys)
        {
            Console.Clear();
        }
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotOffered();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotOffered();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NotOffered();

    private static NotSupportedException NotOffered() => new("This shell does not offer access to the console's window and screen buffer.");
}
