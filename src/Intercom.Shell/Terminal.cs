using System;
using System.Runtime.InteropServices;

namespace Intercom.Shell;

/// <summary>What this process's standard streams are connected to; asked once.</summary>
internal static partial class Terminal
{
    private static readonly bool Dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
    private static readonly bool ColorRefused = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Somebody can answer a prompt.</summary>
    public static bool CanAsk { get; } = !Console.IsInputRedirected;

    /// <summary>Standard output is a terminal that obeys control sequences.</summary>
    public static bool OutputObeys { get; } = !Console.IsOutputRedirected && !Dumb && Enabled(-11);

    /// <summary>Standard error is a terminal that obeys control sequences.</summary>
    public static bool ErrorObeys { get; } = !Console.IsErrorRedirected && !Dumb && Enabled(-12);

    /// <summary>Colours are wanted on standard output.</summary>
    public static bool OutputColor { get; } = OutputObeys && !ColorRefused;

    /// <summary>Colours are wanted on standard error.</summary>
    public static bool ErrorColor { get; } = ErrorObeys && !ColorRefused;

    /// <summary>Columns of the terminal; 120 where there is none.</summary>
    public static int Width
    {
        get
        {
            int width = Console.IsOutputRedirected ? 0 : Console.WindowWidth;
            return width > 0 ? width : 120;
        }
    }

    // A Windows console obeys control sequences only once it has been asked to.
    private static bool Enabled(int standardHandle)
    {
        const uint VirtualTerminalProcessing = 4;
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        nint handle = GetStdHandle(standardHandle);
        return GetConsoleMode(handle, out uint mode) && SetConsoleMode(handle, mode | VirtualTerminalProcessing);
    }

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int standardHandle);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
