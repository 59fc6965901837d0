using System.ComponentModel;
using System.Diagnostics;

namespace Intercom.Benchmarks.Subjects;

/// <summary>Programs that may be installed here.</summary>
internal static class Tools
{
    /// <summary>The first line that the program says of its version; null when it is not installed.</summary>
    public static string? Version(string tool)
    {
        try
        {
            var (code, output) = Run(tool, null, "--version");
            return code == 0 ? output.Split('\n')[0].Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="Win32Exception">It is not installed.</exception>
    public static (int Code, string Output) Run(string tool, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = folder ?? Environment.CurrentDirectory };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Length > 0 ? output : errors.GetAwaiter().GetResult());
    }
}
